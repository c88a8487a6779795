"""One PostGIS table per layer, derived from its declaration, and the platform's own tables."""

from collections.abc import Iterator

from geoalchemy2 import Geometry
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Computed,
    DateTime,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.schema import SchemaItem

from gis_service.store.columns import PINYIN, SCHEMA, columns_of
from layers import CATALOGUE
from layers.core.geometry import SRID, TILE_SRID, Kind
from layers.core.layer import Layer, Visibility

METADATA = MetaData(
    schema=SCHEMA,
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ck": "%(table_name)s_%(constraint_name)s_check",
        "fk": "%(table_name)s_%(column_0_name)s_fkey",
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
    },
)


def table_of(layer: Layer) -> Table:
    return Table(
        layer.name,
        METADATA,
        Column("id", BigInteger, Identity(), primary_key=True),
        *(_shape(layer, layer.geometry) if layer.geometry else ()),
        *(
            item
            for name, info in layer.attributes.model_fields.items()
            for item in columns_of(name, info)
        ),
        *(_searching(layer) if layer.search else ()),
        *([UniqueConstraint(*layer.unique_together)] if layer.unique_together else ()),
        Column("visibility", Text, nullable=False, server_default=layer.born.value),
        CheckConstraint(f"visibility IN ({_quoted(*Visibility)})", name="visibility"),
        Column("version", Integer, nullable=False, server_default="1"),
        Column("created_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
        Column("updated_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    )


def _shape(layer: Layer, kind: Kind) -> Iterator[SchemaItem]:
    """The geometry, and the same in the tiles' projection with rings wound as MVT wants them."""
    yield Column(
        "geometry",
        Geometry(kind.sql, SRID, spatial_index=False, nullable=not layer.geometry_required),
    )
    yield Column(
        "geom_3857",
        Geometry("GEOMETRY", TILE_SRID, spatial_index=False),
        Computed(f"ST_ForcePolygonCW(ST_Transform(geometry, {TILE_SRID}))", persisted=True),
    )
    yield CheckConstraint("ST_IsValid(geometry)", name="geometry_valid")
    if kind.sql == "GEOMETRY":
        kinds = _quoted(*(name.upper() for name in sorted(kind.accepts)))
        yield CheckConstraint(f"GeometryType(geometry) IN ({kinds})", name="geometry_kind")
    yield Index(f"{layer.name}_geometry_idx", "geometry", postgresql_using="gist")
    yield Index(f"{layer.name}_geom_3857_idx", "geom_3857", postgresql_using="gist")


def _searching(layer: Layer) -> Iterator[SchemaItem]:
    """One index lists the public rows in the order of pinyin, and holds what a search looks into:
    a name typed in part is found without reading the rows themselves."""
    yield Column("search_key", Text, nullable=False)
    yield Index(
        f"{layer.name}_listing_idx",
        text(f'{layer.name_field} COLLATE "{PINYIN}"'),
        "id",
        postgresql_include=["search_key", *([layer.owner] if layer.owner else [])],
        postgresql_where=text(f"visibility = '{Visibility.PUBLISHED.value}'"),
    )


def _derived_of(layer: Layer) -> Table:
    assert layer.derived is not None
    return Table(
        f"{layer.name}_derived",
        METADATA,
        Column(
            "id",
            BigInteger,
            ForeignKey(f"{SCHEMA}.{layer.name}.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        *(
            item
            for name, info in layer.derived.model_fields.items()
            for item in columns_of(name, info)
        ),
    )


def _quoted(*words: str) -> str:
    return ", ".join(f"'{word}'" for word in words)


TABLES: dict[str, Table] = {name: table_of(layer) for name, layer in CATALOGUE.items()}

DERIVED: dict[str, Table] = {
    name: _derived_of(layer) for name, layer in CATALOGUE.items() if layer.derived
}

HISTORY = Table(
    "history",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("layer", Text, nullable=False),
    # Absent in the one row that stands for a bulk load.
    Column("feature", BigInteger),
    Column("version", Integer),
    Column("operation", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.clock_timestamp()),
    Column("actor", Text, nullable=False),
    Column("before", JSONB),
    Column("after", JSONB),
    Column("geometry", Geometry("GEOMETRY", SRID, spatial_index=False)),
    CheckConstraint("operation IN ('insert', 'update', 'delete', 'load')", name="operation"),
    Index("history_layer_feature_idx", "layer", "feature", "version"),
)
"""Every change of every feature, in order. A trigger writes it; nothing changes it."""

ANSWERS = Table(
    "answers",
    METADATA,
    Column("actor", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("mark", LargeBinary, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now(), index=True),
    Column("status", Integer, nullable=False),
    Column("headers", JSONB, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Answers to requests that bore a key, to be given again and not acted upon again."""

ATTACHMENTS = Table(
    "attachments",
    METADATA,
    # As text it is what rows name a file by.
    Column("sha256", Text(collation="C"), primary_key=True),
    Column("form", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("thumbnail", LargeBinary),
    Column("sent_by", Text, nullable=False),
    Column("sent_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    Index("attachments_sent_idx", "sent_by", "sent_at"),
)
"""Photos and PDFs that rows name as their evidence, each once."""

CHANGES = Table(
    "changes",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    # By it, and not by `id`, is known what may still be committed behind one's back.
    Column(
        "xact",
        BigInteger,
        nullable=False,
        server_default=text("pg_current_xact_id()::text::bigint"),
        index=True,
    ),
    Column("at", DateTime(timezone=True), nullable=False, server_default=func.now(), index=True),
    Column("layer", Text, nullable=False),
    # Absent where there are too many to name.
    Column("features", ARRAY(BigInteger)),
    *(Column(side, Double) for side in ("west", "south", "east", "north")),
)
"""Which public rows each statement touched, and where: what `/api/events` tells, for a day."""
