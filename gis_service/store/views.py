"""A layer as someone may see it: the only way to read one.

Rows and columns that the actor may not see are not in a view, so that no list, tile, export or
card can leak them. The public reads the generated views of schema `open`, under a database role
that can read nothing else. Staff read the tables with the kept figures beside them: of what lies
in their scope every row, of the rest what is public; private attributes only in their scope, and
only where they keep the layer.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    MetaData,
    Subquery,
    Table,
    case,
    false,
    select,
)

from gis_service.errors import NotFound, NotSignedIn
from gis_service.store import scopes
from gis_service.store.past import state
from gis_service.store.schema.views import OPEN, public_columns
from gis_service.store.tables import DERIVED, TABLES
from layers import CATALOGUE
from layers.core.access import GRANTS, Actor, Role, keeps
from layers.core.layer import Layer, Visibility
from layers.core.text import Text

_OPEN_METADATA = MetaData(schema=OPEN)


def layer_named(name: str, actor: Actor) -> Layer:
    """The layer, if there is one that the actor may know of. Raises NotFound."""
    layer = CATALOGUE.get(name)
    if layer is None or not (layer.public or actor.role is not Role.PUBLIC):
        raise NotFound(Text(f"没有名为“{name}”的图层。", f"There is no layer named '{name}'."))
    return layer


def layers_for(actor: Actor) -> list[Layer]:
    """The layers that the actor may know of, in drawing order."""
    return [layer for layer in CATALOGUE.values() if layer.public or actor.role is not Role.PUBLIC]


def view(layer: Layer, actor: Actor) -> FromClause:
    """`layer` with the rows and columns that the actor may see.

    Its columns: `id`, `geometry` and `geom_3857` (for a map layer), the attributes, the kept
    figures, `search_key` (where the layer has one), `updated_at`; for staff also `visibility` and
    `version`.
    """
    if actor.role is Role.PUBLIC:
        return _public_view(layer.name)
    return _staff_view(layer.name, actor)


@cache
def _public_view(name: str) -> Table:
    typed = {column.name: column.type for column in _typed_columns(name)}
    columns = public_columns(CATALOGUE[name])
    return Table(name, _OPEN_METADATA, *(Column(column, typed[column]) for column in columns))


@lru_cache(maxsize=4096)
def _staff_view(name: str, actor: Actor) -> Subquery:
    layer, path, derived = CATALOGUE[name], scopes.owned(name), DERIVED.get(name)
    source, table, figures = path.source, path.table, []
    if derived is not None:
        source = source.outerjoin(derived, derived.c.id == table.c.id)
        figures = [column for column in derived.c if column.name != "id"]
    within = scopes.within(layer, actor, path)
    shown = select(*_columns(layer, actor, table, within), *figures).select_from(source)
    return shown.where(_visible(layer, actor, table, within)).subquery(name)


def past_view(layer: Layer, actor: Actor, moment: datetime) -> FromClause:
    """`layer` as it was at a moment, with the rows and columns that the actor may see.

    The kept figures were not written down, so that it has none. Raises NotSignedIn.
    """
    if actor.role is Role.PUBLIC:
        raise NotSignedIn(Text("请先登录再查看历史。", "Sign in to read what was."))
    path = scopes.with_owners(layer, state(layer, moment))
    within = scopes.within(layer, actor, path)
    shown = select(*_columns(layer, actor, path.table, within)).select_from(path.source)
    return shown.where(_visible(layer, actor, path.table, within)).subquery(layer.name)


def _columns(
    layer: Layer, actor: Actor, table: FromClause, within: ColumnElement[bool]
) -> Iterator[ColumnElement[Any]]:
    private = layer.attributes.model_fields.keys() - layer.public_fields
    for column in table.c:
        if column.name not in private:
            yield column
        elif keeps(actor.role, layer):
            seen = column if actor.everywhere else case((within, column))
            yield seen.label(column.name)


def _visible(
    layer: Layer, actor: Actor, table: FromClause, within: ColumnElement[bool]
) -> ColumnElement[bool]:
    public = table.c.visibility == Visibility.PUBLISHED.value if layer.public else false()
    if layer.withheld is not None:
        public = public & ~table.c[layer.withheld]
    return within | public if GRANTS[actor.role].reads_internal else public


def _typed_columns(name: str) -> list[Column[object]]:
    derived = DERIVED.get(name)
    return [*(derived.c if derived is not None else ()), *TABLES[name].c]
