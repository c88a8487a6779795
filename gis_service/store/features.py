"""Writing features of any layer, and looking up what they refer to and what refers to them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Held:
    """A stored feature. `properties` are values of the attributes as the database has them."""

    id: int
    version: int
    visibility: Visibility
    properties: Mapping[str, Any]
    geometry: BaseGeometry | None


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


def hold(db: Connection, layer: Layer, id_: int) -> Held | None:
    """The feature, which nobody else changes or deletes until the transaction ends."""
    table = TABLES[layer.name]
    shape = [func.ST_AsBinary(table.c.geometry).label("wkb")] if layer.geometry else []
    found = db.execute(
        select(table, *shape).where(table.c.id == id_).with_for_update(key_share=True)
    )
    row = found.mappings().one_or_none()
    if row is None:
        return None
    wkb = row.get("wkb")
    return Held(
        id=id_,
        version=row["version"],
        visibility=Visibility(row["visibility"]),
        properties={name: row[name] for name in layer.attributes.model_fields},
        geometry=None if wkb is None else shapely.from_wkb(bytes(wkb)),
    )


def update(
    db: Connection, layer: Layer, held: Held, feature: Feature, visibility: Visibility
) -> None:
    """Makes a held feature what the fitted `feature` says; a trigger counts its version.

    A key that stays is not named: PostgreSQL would lock the row against all that refer to it.
    """
    table = TABLES[layer.name]
    values = dict(zip(_columns(layer), (held.id, *_values(layer, feature)), strict=True))
    unchanged = {
        column.name
        for column in table.c
        if column.unique and values.get(column.name) == held.properties.get(column.name)
    }
    changed = {name: value for name, value in values.items() if name not in {"id", *unchanged}}
    db.execute(
        table.update().where(table.c.id == held.id).values(**changed, visibility=visibility.value)
    )


def revive(
    db: Connection, layer: Layer, id_: int, feature: Feature, visibility: Visibility, version: int
) -> None:
    """Adds a deleted feature again, under its old id, as a version after those it had."""
    values = dict(zip(_columns(layer), (id_, *_values(layer, feature)), strict=True))
    row = {**values, "visibility": visibility.value, "version": version}
    db.execute(TABLES[layer.name].insert().values(row))


def delete(db: Connection, layer: Layer, id_: int) -> None:
    table = TABLES[layer.name]
    db.execute(table.delete().where(table.c.id == id_))


def referring(db: Connection, layer: Layer, held: Held) -> dict[str, int]:
    """How many features of which layers refer to a held one."""
    found: dict[str, int] = {}
    for other in CATALOGUE.values():
        table = TABLES[other.name]
        for name, ref in other.refs.items():
            if ref.layer == layer.name:
                value = held.id if ref.key == "id" else held.properties[ref.key]
                count = db.scalar(select(func.count()).where(table.c[name] == value)) or 0
                found[other.name] = found.get(other.name, 0) + count
    return {name: count for name, count in found.items() if count}


def known(db: Connection, ref: Ref, values: Collection[Any]) -> set[Any]:
    """Those of `values` that name a feature of the referred layer."""
    column = TABLES[ref.layer].c[ref.key]
    return set(db.scalars(select(column).where(column.in_(values))))


def names(db: Connection, ref: Ref, values: Collection[Any]) -> dict[Any, str]:
    """What the features are called that `values` name, of a layer that has names."""
    table = TABLES[ref.layer]
    column = table.c[ref.key]
    rows = db.execute(select(column, table.c.name).where(column.in_(values)))
    return {key: str(name) for key, name in rows}


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


def sharing(
    db: Connection, layer: Layer, name: str, values: Collection[Any]
) -> list[tuple[int, dict[str, Any]]]:
    """Ids and attributes of the features whose attribute `name` is one of `values`."""
    table = TABLES[layer.name]
    rows = db.execute(select(table).where(table.c[name].in_(values))).mappings()
    return [
        (row["id"], {each: row[each] for each in layer.attributes.model_fields}) for row in rows
    ]
