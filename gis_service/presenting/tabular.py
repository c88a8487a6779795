"""A plan as a table of values: CSV for spreadsheets of any kind, GeoPackage for a GIS."""

from collections.abc import Iterator
from pathlib import Path

import shapely

from gis_service.files.outgoing import Batch, Outgoing
from gis_service.files.write import write
from gis_service.presenting.columns import Column, columns, measures
from gis_service.presenting.plan import Plan
from layers.core.geometry import Kind
from layers.core.text import Language

_ROWS = 2_000


def write_csv(path: Path, plan: Plan, language: Language) -> None:
    """Titled for people, in their language."""
    write(path, _outgoing(plan, language, titled=True))


def write_geopackage(path: Path, plan: Plan, language: Language) -> None:
    """One layer, `plan`, whose columns are named by codes."""
    write(path, _outgoing(plan, language, titled=False))


def _outgoing(plan: Plan, language: Language, *, titled: bool) -> Outgoing:
    every = [*columns(plan), *measures()]
    return Outgoing(
        name="plan",
        titles=tuple(each.title[language] if titled else each.code for each in every),
        types=tuple(each.type for each in every),
        kind=None if titled else Kind.MULTIPOLYGON,
        batches=_batches(plan, every, language, shaped=not titled),
    )


def _batches(
    plan: Plan, every: list[Column], language: Language, *, shaped: bool
) -> Iterator[Batch]:
    for start in range(0, len(plan.lines), _ROWS):
        yield [
            [
                *(each.value(line, language) for each in every),
                *([None if line.shape is None else shapely.to_wkb(line.shape)] if shaped else []),
            ]
            for line in plan.lines[start : start + _ROWS]
        ]
