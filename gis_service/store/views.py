"""A layer as someone may see it: the only way to read one.

Rows and columns that the actor may not see are not in a view, so that no list, tile, export or
card can leak them. The public reads the generated views of schema `open`, under a database role
that can read nothing else; staff read the tables with the kept figures beside them.
"""

from functools import cache

from sqlalchemy import Column, FromClause, MetaData, Subquery, Table, select

from gis_service.errors import NotFound
from gis_service.store.schema.views import OPEN, public_columns
from gis_service.store.tables import DERIVED, TABLES
from layers import CATALOGUE
from layers.core.access import Actor, Role
from layers.core.layer import Layer
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
    return _public_view(layer.name) if actor.role is Role.PUBLIC else _staff_view(layer.name)


@cache
def _public_view(name: str) -> Table:
    typed = {column.name: column.type for column in _typed_columns(name)}
    columns = public_columns(CATALOGUE[name])
    return Table(name, _OPEN_METADATA, *(Column(column, typed[column]) for column in columns))


@cache
def _staff_view(name: str) -> Subquery:
    table, derived = TABLES[name], DERIVED.get(name)
    figures = [] if derived is None else [c for c in derived.c if c.name != "id"]
    source = table if derived is None else table.outerjoin(derived, derived.c.id == table.c.id)
    return select(*table.c, *figures).select_from(source).subquery(name)


def _typed_columns(name: str) -> list[Column[object]]:
    derived = DERIVED.get(name)
    return [*(derived.c if derived is not None else ()), *TABLES[name].c]
