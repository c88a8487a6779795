"""From a file to features that keep every rule, and a report of every row."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from sqlalchemy import Connection

from gis_service import editing
from gis_service.files import crs
from gis_service.files.read import read
from gis_service.files.table import Shapes, Shaping, Table
from gis_service.importing import attributes, duplicates
from gis_service.importing.admitting import admit
from gis_service.importing.locating import locate
from gis_service.importing.mapping import mapped
from gis_service.importing.naming import resolve
from gis_service.importing.options import Options
from gis_service.importing.report import Position, Report, Row
from gis_service.importing.shapes import mend
from gis_service.importing.steps import Step, Tell, silent
from gis_service.importing.touchstone import touchstone
from gis_service.importing.trying import refuse_unfit
from layers import divisions
from layers.core.access import Actor
from layers.core.layer import Layer, Visibility
from layers.core.rules import CHINA, Feature, Problem
from layers.core.text import Text

_CHINA = crs.Division("", "中国", shapely.box(*CHINA))


@dataclass(frozen=True, slots=True)
class Prepared:
    """The features of the accepted rows, in order, the report, and who may write them."""

    actor: Actor
    features: tuple[Feature, ...]
    visibility: Visibility
    report: Report


def prepare(
    db: Connection,
    actor: Actor,
    layer: Layer,
    source: Path,
    options: Options,
    tell: Tell = silent,
) -> Prepared:
    """Reads and checks a file; writes nothing. `tell` is called with each step as it begins.

    Raises FileRefused when the file as a whole cannot be taken, Undecided when a person must say
    more, BadParameter for a wrong option, NotPermitted and NotWritable.
    """
    editing.allow(actor, layer)
    tell(Step.READING)
    table = read(source, options.reading(layer))
    columns = mapped(layer, table.columns, options.attributes, options.constants)
    rows = [Row(table.first_row + index) for index in range(table.rows)]
    tell(Step.PLACING)
    position, shapes = _placed(db, layer, table, options, rows)
    tell(Step.CHECKING)
    found = attributes.values(layer, table, columns, options.constants)
    resolve(db, layer, found, rows)
    locate(db, layer, found, shapes, rows)
    checked = [
        (layer.fit(Feature(shape, valid)), row)
        for shape, values, row in zip(shapes, found, rows, strict=True)
        if (valid := attributes.validated(layer, values, row)) is not None
    ]
    broken = editing.problems_of(db, layer, [feature for feature, _ in checked])
    for (_, row), problems in zip(checked, broken, strict=True):
        row.problems += problems
    tell(Step.COMPARING)
    visibility = admit(db, actor, layer, checked, options.visibility)
    duplicates.refuse_taken_keys(db, layer, checked)
    if not options.keep_duplicates:
        duplicates.refuse_same_shapes(db, layer, checked)
    if visibility is Visibility.PUBLISHED:
        refuse_unfit(db, actor, layer, checked)
    return Prepared(
        actor=actor,
        features=tuple(feature for feature, row in checked if not row.problems),
        visibility=visibility,
        report=Report(
            source=source.name,
            format=table.format.name,
            layer=layer.name,
            encoding=table.encoding.name,
            encoding_how=table.encoding.how,
            position=position,
            columns=columns,
            rows=tuple(rows),
            remarks=table.remarks,
        ),
    )


def _placed(
    db: Connection, layer: Layer, table: Table, options: Options, rows: list[Row]
) -> tuple[Position | None, Shapes]:
    """The shapes of all rows in CGCS2000, mended, with what was found written into the rows."""
    shaping = table.shaping
    if layer.geometry is None or shaping is None or shapely.is_missing(shaping.shapes).all():
        return None, np.full(table.rows, None, dtype=object)
    ground = _country if layer is divisions.LAYER else touchstone(db, options.within)
    placed = crs.place(shaping, options.crs, options.swap_axes, ground)
    _note(shaping, placed, rows)
    mend(placed.shapes, layer.geometry, rows)
    return (
        Position(
            crs=placed.candidate.name,
            swapped_axes=placed.candidate.swapped,
            how=placed.how,
            places=placed.places,
            warnings=placed.warnings,
        ),
        placed.shapes,
    )


def _country(_: crs.Box) -> list[crs.Division]:
    """What the divisions themselves must lie in."""
    return [_CHINA]


def _note(shaping: Shaping, placed: crs.Placed, rows: list[Row]) -> None:
    for index, repair in shaping.repaired.items():
        rows[index].repairs.append(repair)
    for index, problem in shaping.broken.items():
        rows[index].problems.append(problem)
    for row in (rows[outside] for outside in np.flatnonzero(placed.outside)):
        row.problems.append(
            Problem(
                "geometry.outside",
                Text("不在任何行政区划内。", "It lies outside every division."),
                "geometry",
            )
        )
