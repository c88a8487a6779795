"""Finding the feature that a row belongs to by where the row lies, when the file does not name it.

A building whose file knows no community belongs to the one it stands in, if there is just one.
"""

from collections.abc import Iterator, Sequence

from shapely.geometry.base import BaseGeometry
from sqlalchemy import Connection

from gis_service.files.table import Shapes
from gis_service.importing.attributes import Values
from gis_service.importing.report import Row
from gis_service.store import standing
from layers import CATALOGUE
from layers.core.layer import Inside, Layer
from layers.core.rules import Problem
from layers.core.text import Text


def locate(
    db: Connection, layer: Layer, found: Sequence[Values], shapes: Shapes, rows: Sequence[Row]
) -> None:
    """Fills in the attributes that the layer's relations name and the file leaves out."""
    for relation in layer.relations:
        unset = [*_unset(relation, found, shapes)]
        if not unset:
            continue
        ground = CATALOGUE[relation.layer]
        inside = standing.containing(db, ground, [s for _, s in unset], relation.slack_m)
        for (index, _), ids in zip(unset, inside, strict=True):
            if len(ids) == 1:
                found[index][relation.by] = ids[0]
                rows[index].notes.append(
                    Text(
                        f"按位置归入{ground.title.zh} {ids[0]}。",
                        f"Placed by location in {ground.title.en.lower()} {ids[0]}.",
                    )
                )
            elif layer.attributes.model_fields[relation.by].is_required():
                found[index][relation.by] = None
                rows[index].problems.append(_unplaced(relation, ground, len(ids)))


def _unset(
    relation: Inside, found: Sequence[Values], shapes: Shapes
) -> Iterator[tuple[int, BaseGeometry]]:
    for index, (row, shape) in enumerate(zip(found, shapes, strict=True)):
        if relation.by not in row and shape is not None and shape.is_valid and not shape.is_empty:
            yield index, shape


def _unplaced(relation: Inside, ground: Layer, count: int) -> Problem:
    if count:
        message = Text(
            f"所在位置有 {count} 个{ground.title.zh},无法确定。",
            f"{count} {ground.title.en.lower()} lie at its place: which is meant?",
        )
    else:
        message = Text(
            f"所在位置没有{ground.title.zh}。", f"No {ground.title.en.lower()} lie at its place."
        )
    return Problem(f"{relation.by}.unplaced", message, relation.by)
