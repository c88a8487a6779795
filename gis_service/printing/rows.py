"""Rows of a layer as someone may see them, as a sheet reads them: a few, at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection

from gis_service.errors import BadParameter
from gis_service.store import streaming
from gis_service.store.selection import Selection
from layers.core.access import Actor
from layers.core.layer import Layer
from layers.core.text import Text

MOST = 5_000


@dataclass(frozen=True, slots=True)
class Row:
    """`about` has the id and the attributes that the actor may see."""

    about: Mapping[str, Any]
    shape: BaseGeometry | None

    def __getitem__(self, name: str) -> Any:
        return self.about.get(name)


def rows(db: Connection, layer: Layer, actor: Actor, selection: Selection) -> list[Row]:
    """By id. Raises BadParameter for more than a sheet can tell of."""
    names = streaming.names(layer, actor)
    found: list[Row] = []
    for batch in streaming.batches(db, layer, actor, selection):
        if len(found) + len(batch) > MOST:
            said = Text(f"超过 {MOST:,} 条,无法打印。", f"More than {MOST:,} to print.")
            raise BadParameter("id", said)
        for values in batch:
            about = dict(zip(names, values, strict=False))
            wkb = values[len(names)] if layer.geometry else None
            found.append(Row(about, None if wkb is None else shapely.from_wkb(bytes(wkb))))
    return found
