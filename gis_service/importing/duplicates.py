"""Rows that stand twice in the file, or are in the database already."""

from collections.abc import Hashable, Sequence

import shapely
from sqlalchemy import Connection

from gis_service.importing.report import Row
from gis_service.store import features as stored
from gis_service.store import standing
from layers.core.layer import Layer, Ref, Unique
from layers.core.rules import Feature, Problem
from layers.core.text import Text

Checked = Sequence[tuple[Feature, Row]]


def refuse_taken_keys(db: Connection, layer: Layer, checked: Checked) -> None:
    """Values that must stand once in the layer, and do not."""
    for name, info in layer.attributes.model_fields.items():
        if Unique not in info.metadata:
            continue
        values = [getattr(feature.attributes, name) for feature, _ in checked]
        known = stored.known(db, Ref(layer.name, name), set(values))
        title = layer.about(name).title
        for value, (_, row) in zip(values, checked, strict=True):
            if value in known:
                row.problems.append(
                    Problem(
                        f"{name}.taken",
                        Text(f"{title.zh} {value} 已存在。", f"{title.en} {value} exists already."),
                        name,
                    )
                )
        _refuse_repeated((name,), [(value,) for value in values], checked)
    if layer.unique_together:
        keys = [
            tuple(getattr(feature.attributes, name) for name in layer.unique_together)
            for feature, _ in checked
        ]
        _refuse_repeated(layer.unique_together, keys, checked)


def refuse_same_shapes(db: Connection, layer: Layer, checked: Checked) -> None:
    """Areas that cover the very same ground twice; points and lines only if all else is the same
    too, as two things may well stand at one point."""
    shaped = [pair for pair in checked if pair[0].geometry is not None]
    shapes = [feature.geometry for feature, _ in shaped if feature.geometry is not None]
    if layer.geometry is None or not shapes:
        return
    keys: list[Hashable] = list(shapely.to_wkb(shapely.normalize(shapes)))
    if not layer.geometry.has_area:
        attributes = [feature.attributes.model_dump_json() for feature, _ in shaped]
        keys = list(zip(keys, attributes, strict=True))
    _refuse_repeated(("geometry",), keys, shaped)
    for index, id_ in standing.equal(db, layer, shapes).items():
        row = shaped[index][1]
        message = Text(
            f"库中已有相同图形:编号 {id_}。", f"The same shape is there already: id {id_}."
        )
        if layer.geometry.has_area:
            row.problems.append(Problem("geometry.duplicate", message, "geometry"))
        else:
            row.notes.append(message)


def _refuse_repeated(names: tuple[str, ...], keys: Sequence[Hashable], checked: Checked) -> None:
    seen: dict[Hashable, Row] = {}
    for key, (_, row) in zip(keys, checked, strict=True):
        first = seen.setdefault(key, row)
        if first is not row:
            row.problems.append(
                Problem(
                    f"{'_'.join(names)}.repeated",
                    Text(f"与第 {first.number} 行重复。", f"The same as row {first.number}."),
                    names[0],
                )
            )
