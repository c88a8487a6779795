"""Reading features: pages of a view, and one by its id, as GeoJSON text made by PostGIS.

A view (`gis_service.store.views`) holds nothing but what its reader may see.
Python passes the text through; a page of a hundred features costs it no more than a page of ten.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Text,
    cast,
    func,
    literal,
    literal_column,
    null,
    select,
    true,
)

from gis_service.errors import NotFound
from gis_service.store import sorting
from gis_service.store.references import CRS84, Reference
from gis_service.store.selection import EVERYTHING, Selection, conditions
from gis_service.store.sorting import Key
from gis_service.store.views import view
from layers.core import text
from layers.core.access import Actor
from layers.core.geometry import SRID
from layers.core.layer import Layer

_STANDING = ("version", "visibility")
"""How a row stands, beside its attributes; the public's views do not have it."""

COUNTED = 10_000
"""Counting further than this would cost more than the page itself."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is asked for. `after` is a token that an earlier page gave."""

    selection: Selection = EVERYTHING
    order: tuple[Key, ...] = (sorting.ID,)
    after: str | None = None
    limit: int = 100
    reference: Reference = CRS84


@dataclass(frozen=True, slots=True)
class Page:
    """`features` is the inside of a JSON array. `matched` is None beyond `COUNTED`."""

    features: str
    ids: list[int]
    matched: int | None
    next: str | None

    @property
    def returned(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Item:
    """`text` is GeoJSON. `version` is None where the view has none."""

    id: int
    text: str
    version: int | None


def page(db: Connection, source: FromClause, layer: Layer, wanted: Wanted) -> Page:
    rows = _numbered(_chosen(source, layer, wanted), wanted)
    shown = rows.c.n <= wanted.limit
    properties = _properties(rows, names(layer, source))
    texts, ids, more, last = db.execute(
        select(
            func.string_agg(_feature(rows, layer, wanted.reference), ",").filter(shown),
            func.array_agg(rows.c.id).filter(shown),
            func.count() > wanted.limit,
            func.max(rows.c.cursor).filter(rows.c.n == wanted.limit),
        ).select_from(rows.join(properties, true()))
    ).one()
    whole = wanted.after is None and not more
    return Page(
        features=texts or "",
        ids=ids or [],
        matched=len(ids or []) if whole else _matched(db, layer, source, wanted),
        next=sorting.token(last) if more else None,
    )


def item(db: Connection, source: FromClause, layer: Layer, id_: int, reference: Reference) -> Item:
    """One feature. Raises NotFound when the view has none."""
    properties = _properties(source, names(layer, source))
    version = source.c.version if "version" in source.c else null()
    found = db.execute(
        select(_feature(source, layer, reference), version)
        .select_from(source.join(properties, true()))
        .where(source.c.id == id_)
    ).one_or_none()
    if found is None:
        raise NotFound(
            text.Text(f"{layer.title.zh}中没有 {id_}。", f"{layer.title.en} have no {id_}.")
        )
    return Item(id_, *found)


def sees(db: Connection, source: FromClause, id_: int) -> bool:
    """Whether the view has the feature."""
    return db.scalar(select(source.c.id).where(source.c.id == id_)) is not None


def table(
    db: Connection, source: FromClause, layer: Layer, wanted: Wanted
) -> tuple[list[str], list[tuple[Any, ...]], str | None]:
    """Names, rows and the token of the next page: a page as columns, its geometry as WKT."""
    rows = _chosen(source, layer, wanted).subquery("chosen")
    columns = [rows.c.id, *(rows.c[name] for name in names(layer, source))]
    if layer.geometry:
        shape = located(rows.c.geometry, wanted.reference)
        columns.append(func.ST_AsText(shape, wanted.reference.digits).label("wkt"))
    found = db.execute(select(*columns, sorting.cursor(rows, wanted.order))).all()
    more = len(found) > wanted.limit
    shown = found[: wanted.limit]
    return (
        [column.name for column in columns],
        [tuple(row)[:-1] for row in shown],
        sorting.token(shown[-1][-1]) if more else None,
    )


def attributes(layer: Layer, actor: Actor) -> tuple[str, ...]:
    """The attributes of `layer` that the actor may see, in the order of their declaration."""
    return tuple(names(layer, view(layer, actor)))


def names(layer: Layer, source: FromClause) -> list[str]:
    return [name for name in layer.fields if name in source.c]


def _chosen(source: FromClause, layer: Layer, wanted: Wanted) -> Select[Any]:
    shape = [source.c.geometry] if layer.geometry else []
    stand = [source.c[name] for name in _STANDING if name in source.c]
    named = (source.c[name] for name in names(layer, source))
    columns = [source.c.id, *stand, *shape, *named]
    chosen = select(*columns).where(*conditions(layer, source, wanted.selection))
    if wanted.after is not None:
        values = sorting.place(wanted.after, wanted.order)
        chosen = chosen.where(sorting.after(source, wanted.order, values))
    return chosen.order_by(*sorting.ordering(source, wanted.order)).limit(wanted.limit + 1)


def _numbered(chosen: Select[Any], wanted: Wanted) -> FromClause:
    rows = chosen.subquery("chosen")
    return select(
        *rows.c,
        func.row_number().over().label("n"),
        sorting.cursor(rows, wanted.order).label("cursor"),
    ).subquery("rows")


def _properties(rows: FromClause, names: list[str]) -> FromClause:
    """The attributes of each of `rows`, as a row of their own that has a name."""
    return select(*(rows.c[name] for name in names)).correlate(rows).lateral("properties")


def _feature(rows: FromClause, layer: Layer, reference: Reference) -> ColumnElement[str]:
    shape = _geojson(rows.c.geometry, reference) if layer.geometry else literal("null")
    return func.concat(
        '{"type":"Feature","id":',
        rows.c.id,
        *(
            part
            for name in _STANDING
            if name in rows.c
            for part in (f',"{name}":', cast(func.to_json(rows.c[name]), Text))
        ),
        ',"geometry":',
        shape,
        ',"properties":',
        cast(func.row_to_json(literal_column("properties")), Text),
        "}",
    )


def _geojson(column: ColumnElement[Any], reference: Reference) -> ColumnElement[str]:
    return func.coalesce(func.ST_AsGeoJSON(located(column, reference), reference.digits, 0), "null")


def located(column: ColumnElement[Any], reference: Reference) -> ColumnElement[Any]:
    """A stored geometry in another reference system, in the axis order that it is defined by."""
    shape = column if reference.srid == SRID else func.ST_Transform(column, reference.srid)
    return func.ST_FlipCoordinates(shape) if reference.flipped else shape


def _matched(db: Connection, layer: Layer, source: FromClause, wanted: Wanted) -> int | None:
    met = conditions(layer, source, wanted.selection)
    some = select(literal(1)).select_from(source).where(*met).limit(COUNTED + 1)
    found = db.scalar(select(func.count()).select_from(some.subquery()))
    return None if found is None or found > COUNTED else found
