"""Layers into files: only what one may see, and the same again when it is read back."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pyogrio
import pytest
import shapely
from sqlalchemy import Connection

from gis_service import exporting, importing
from gis_service.errors import BadParameter
from gis_service.importing import Options
from gis_service.store.cql import Filter
from gis_service.store.database import Database
from gis_service.store.selection import Selection
from layers import CATALOGUE
from layers.core.access import OPERATOR, PUBLIC
from layers.core.layer import Visibility
from tests.examples import add_examples

COMMUNITIES, HOUSEHOLDS = CATALOGUE["communities"], CATALOGUE["households"]
SUFFIXES = [".geojson", ".gpkg", ".fgb", ".shp", ".zip", ".csv", ".xlsx"]


@pytest.fixture(scope="module")
def filled(database: Database) -> Database:
    with database.owner.begin() as connection:
        add_examples(connection)
    return database


@pytest.fixture
def db(filled: Database) -> Iterator[Connection]:
    with filled.transaction(OPERATOR) as connection:
        yield connection


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file)]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", ["buildings", "warning_perimeters"])
def test_what_is_exported_imports_as_the_same(
    name: str, suffix: str, db: Connection, tmp_path: Path
) -> None:
    layer, path = CATALOGUE[name], tmp_path / f"made{suffix}"
    assert exporting.export(db, OPERATOR, layer, path) == 1
    options = Options(keep_duplicates=True)
    [again] = importing.prepare(db, OPERATOR, layer, path, options).features
    exporting.export(db, OPERATOR, layer, tmp_path / "expected.csv")
    [expected] = importing.prepare(db, OPERATOR, layer, tmp_path / "expected.csv", options).features
    assert again.attributes == expected.attributes
    assert again.geometry is not None
    assert again.geometry.equals_exact(expected.geometry, 1e-9, normalize=True)


def test_the_public_gets_public_fields_of_public_rows(filled: Database, tmp_path: Path) -> None:
    path = tmp_path / "made.csv"
    with filled.transaction(PUBLIC) as db:
        exporting.export(db, PUBLIC, COMMUNITIES, path)
    [row] = rows(path)
    assert row["name"] == COMMUNITIES.example["name"]
    assert set(row) & {"remark", "visibility", "version"} == set()


def test_drafts_are_for_staff_alone(database: Database, filled: Database, tmp_path: Path) -> None:
    path = tmp_path / "made.csv"
    with filled.staff.connect() as db:
        prepared = importing.prepare(
            db,
            OPERATOR,
            COMMUNITIES,
            _list(tmp_path),
            Options(visibility=Visibility.DRAFT),
        )
        importing.apply(db, COMMUNITIES, prepared)
        assert exporting.export(db, OPERATOR, COMMUNITIES, path) == 2
        assert exporting.export(db, PUBLIC, COMMUNITIES, path) == 1
        db.rollback()


def _list(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("code,name,division\n360923-draft,内部,36\n")
    return path


def test_titles_and_labels_in_a_language(db: Connection, tmp_path: Path) -> None:
    path = tmp_path / "made.xlsx"
    exporting.export(db, OPERATOR, CATALOGUE["buildings"], path, language="zh")
    book = openpyxl.load_workbook(path)
    header, values = book.worksheets[0].iter_rows(values_only=True)
    book.close()
    row = dict(zip(header, values, strict=True))
    assert row["用途"] == "住宅"
    assert row["层数"] == 6


def test_a_ledger_is_exported_without_shapes(db: Connection, tmp_path: Path) -> None:
    path = tmp_path / "made.gpkg"
    exporting.export(db, OPERATOR, HOUSEHOLDS, path)
    assert pyogrio.read_info(path)["geometry_type"] is None


AT_HOME, ELSEWHERE = shapely.box(114, 28, 115, 29), shapely.box(120, 28, 121, 29)


@pytest.mark.parametrize(
    ("ground", "filter_", "count"),
    [
        (AT_HOME, None, 1),
        (ELSEWHERE, None, 0),
        (None, "built_year < 1990", 1),
        (None, "built_year > 1990", 0),
        (AT_HOME, "name LIKE '人民%'", 1),
    ],
)
def test_a_part_can_be_asked_for(
    ground: Any, filter_: str | None, count: int, db: Connection, tmp_path: Path
) -> None:
    part = Selection(ground=ground, filter=Filter(filter_) if filter_ else None)
    assert exporting.export(db, OPERATOR, COMMUNITIES, tmp_path / "made.gpkg", part) == count


def test_private_fields_cannot_be_asked_for_by_the_public(filled: Database, tmp_path: Path) -> None:
    part = Selection(filter=Filter("remark LIKE '%'"))
    with filled.transaction(PUBLIC) as db, pytest.raises(BadParameter):
        exporting.export(db, PUBLIC, COMMUNITIES, tmp_path / "made.csv", part)
    assert [*tmp_path.iterdir()] == []
