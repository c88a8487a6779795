"""Writing features of any layer, many at a time, and looking up what they refer to."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import shapely
from psycopg import sql
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection, func, select

from gis_service.store.columns import SCHEMA
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.geometry import SRID
from layers.core.layer import Layer, Ref, Visibility
from layers.core.rules import Feature
from layers.core.search import search_key


def add_many(
    db: Connection, layer: Layer, features: Sequence[Feature], visibility: Visibility
) -> list[int]:
    """Adds fitted features that keep the layer's rules; answers their ids in the same order.

    One COPY, so that a hundred thousand footprints take seconds; the triggers see each row.
    """
    if not features:
        return []
    ids = _new_ids(db, layer, len(features))
    columns = [*_columns(layer), "visibility"]
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(SCHEMA, layer.name), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    driver = db.connection.driver_connection
    assert driver is not None
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for id_, feature in zip(ids, features, strict=True):
            copy.write_row((id_, *_values(layer, feature), visibility.value))
    return ids


def _new_ids(db: Connection, layer: Layer, count: int) -> list[int]:
    sequence = func.pg_get_serial_sequence(f"{SCHEMA}.{layer.name}", "id")
    numbers = select(func.nextval(sequence)).select_from(func.generate_series(1, count))
    return list(db.scalars(numbers))


def _columns(layer: Layer) -> Iterator[str]:
    yield "id"
    if layer.geometry:
        yield "geometry"
    yield from layer.attributes.model_fields
    if layer.search:
        yield "search_key"


def _values(layer: Layer, feature: Feature) -> Iterator[Any]:
    if layer.geometry:
        yield _ewkb(feature.geometry)
    yield from feature.attributes.model_dump(mode="json").values()
    if layer.search:
        assert layer.name_field is not None
        yield search_key(getattr(feature.attributes, layer.name_field))


def _ewkb(geometry: BaseGeometry | None) -> str | None:
    if geometry is None:
        return None
    return shapely.to_wkb(
        shapely.set_srid(geometry, SRID), hex=True, include_srid=True, output_dimension=2
    )


def known(db: Connection, ref: Ref, values: Collection[Any]) -> set[Any]:
    """Those of `values` that name a feature of the referred layer."""
    column = TABLES[ref.layer].c[ref.key]
    return set(db.scalars(select(column).where(column.in_(values))))


def geometries(db: Connection, name: str, ids: Collection[int]) -> dict[int, BaseGeometry]:
    """Geometries by id, of those features that have one."""
    table = TABLES[name]
    if CATALOGUE[name].geometry is None:
        return {}
    rows = db.execute(
        select(table.c.id, func.ST_AsBinary(table.c.geometry)).where(
            table.c.id.in_(ids), table.c.geometry.is_not(None)
        )
    )
    return {id_: shapely.from_wkb(bytes(wkb)) for id_, wkb in rows}
