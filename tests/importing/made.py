"""What the tests of importing are made with: places, files, and short words for a dry run."""

from pathlib import Path
from typing import Any

import shapely
from sqlalchemy import Connection, func, select

from gis_service import importing
from gis_service.importing import Options, Report
from gis_service.store import features
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import OPERATOR
from layers.core.layer import Layer, Visibility
from layers.core.rules import Feature

BUILDINGS, COMMUNITIES = CATALOGUE["buildings"], CATALOGUE["communities"]
ENTRANCES, FUNDING = CATALOGUE["entrances"], CATALOGUE["funding"]

COUNTY = shapely.box(114.7, 28.0, 115.1, 28.4)
ESTATE = shapely.box(114.9195, 28.2295, 114.9225, 28.2315)


def add(db: Connection, layer: Layer, shape: Any, **attributes: Any) -> int:
    feature = layer.fit(Feature(shape, layer.attributes.model_validate(attributes)))
    [id_] = features.add_many(db, layer, [feature], Visibility.PUBLISHED)
    return id_


def county(db: Connection, shape: Any, code: str = "360923", name: str = "上高县") -> None:
    add(db, CATALOGUE["divisions"], shape, code=code, name=name, level="county", system="test")


def community(db: Connection, shape: Any = ESTATE, code: str = "360923-1") -> int:
    return add(db, COMMUNITIES, shape, code=code, name="人民新村", division="360923")


def csv(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "made.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


def report(db: Connection, path: Path, layer: str = "buildings", **options: Any) -> Report:
    return importing.prepare(db, OPERATOR, CATALOGUE[layer], path, Options(**options)).report


def codes(found: Report) -> list[list[str]]:
    return [[problem.code for problem in row.problems] for row in found.rows]


def stored(db: Connection, layer: str = "buildings") -> int:
    return db.scalar(select(func.count()).select_from(TABLES[layer])) or 0
