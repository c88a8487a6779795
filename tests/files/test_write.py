"""Writing: what is written reads back as it was, formulas sleep, and no half file ever stands."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gis_service.files.errors import FileRefused
from gis_service.files.outgoing import Batch, Outgoing
from gis_service.files.read import read
from gis_service.files.reading import Reading
from gis_service.files.write import write
from layers.core.geometry import Kind
from tests.files.made import boxes

SUFFIXES = [".geojson", ".gpkg", ".fgb", ".shp", ".zip", ".csv", ".xlsx"]
LEDGER_SUFFIXES = [".geojson", ".gpkg", ".fgb", ".csv", ".xlsx"]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", '=HYPERLINK("http://x")']


def outgoing(
    rows: Batch, titles: tuple[str, ...], types: tuple[type, ...], kind: Kind | None = None
) -> Outgoing:
    return Outgoing("made", titles, types, kind, iter([rows]))


def words(*values: str) -> Outgoing:
    return outgoing([[value] for value in values], ("word",), (str,))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_shapes_and_names_read_back(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"made{suffix}"
    rows = [["阳光花园", box.wkb] for box in boxes()]
    write(path, outgoing(rows, ("name",), (str,), Kind.POLYGON))
    table = read(path, Reading())
    assert list(table.columns["name"]) == ["阳光花园"] * 3
    assert table.shaping is not None
    assert table.shaping.declared is not None
    found, expected = shapely.normalize(table.shaping.shapes), shapely.normalize(boxes())
    assert shapely.equals_exact(found, expected, 1e-9).all()


@pytest.mark.parametrize("suffix", LEDGER_SUFFIXES)
def test_a_ledger_reads_back_without_shapes(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"made{suffix}"
    at = datetime(2026, 11, 24, 8, tzinfo=UTC)
    row: list[Any] = ["一", 7, 0.5, Decimal("1200.50"), True, date(2026, 5, 1), at]
    types = (str, int, float, Decimal, bool, date, datetime)
    write(path, outgoing([[None] * 7, row], tuple("abcdefg"), types))
    table = read(path, Reading(shapes=False))
    assert table.rows == 2
    assert table.columns["a"][1] == "一"
    assert Decimal(str(table.columns["d"][1])) == Decimal("1200.5")


def test_formulas_sleep_in_csv_and_wake_as_the_same_text(tmp_path: Path) -> None:
    path = tmp_path / "made.csv"
    write(path, words(*FORMULAS))
    lines = path.read_text("utf-8-sig").splitlines()[1:]
    assert all(line.lstrip('"').startswith("'") for line in lines)
    assert list(read(path, Reading(shapes=False)).columns["word"]) == FORMULAS


def test_formulas_are_text_in_xlsx(tmp_path: Path) -> None:
    path = tmp_path / "made.xlsx"
    write(path, words(*FORMULAS))
    book = openpyxl.load_workbook(path)
    cells = [cell for (cell,) in book.worksheets[0].iter_rows(min_row=2)]
    book.close()
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells] == FORMULAS


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_from_csv(tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "made.csv"
    write(path, words("first", *texts))
    assert list(read(path, Reading(shapes=False)).columns["word"]) == ["first", *texts]


def failing() -> Iterator[Batch]:
    yield [["一", boxes()[0].wkb]]
    raise ConnectionError("gone")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_failure_leaves_the_old_file_and_nothing_beside(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"made{suffix}"
    path.write_text("the old one")
    with pytest.raises(ConnectionError):
        write(path, Outgoing("made", ("name",), (str,), Kind.POLYGON, failing()))
    assert path.read_text() == "the old one"
    assert [*tmp_path.iterdir()] == [path]


def test_a_ledger_does_not_fit_in_a_shapefile(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"\.csv"):
        write(tmp_path / "made.shp", words("一"))


def test_mixed_shapes_do_not_fit_in_a_shapefile(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"\.gpkg"):
        write(tmp_path / "made.shp", outgoing([], ("a",), (str,), Kind.POINT_OR_POLYGON))


def test_text_is_not_cut_in_silence(tmp_path: Path) -> None:
    rows = [["字" * 100, boxes()[0].wkb]]
    with pytest.raises(FileRefused, match="254"):
        write(tmp_path / "made.shp", outgoing(rows, ("a",), (str,), Kind.POLYGON))


def test_long_names_are_told_apart_in_a_dbf(tmp_path: Path) -> None:
    path = tmp_path / "made.shp"
    titles = ("willingness", "willingness_on", "willingness_source")
    write(path, outgoing([["a", "b", "c", boxes()[0].wkb]], titles, (str, str, str), Kind.POLYGON))
    assert list(read(path, Reading()).columns) == ["willingnes", "willingn_1", "willingn_2"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="No folder"):
        write(tmp_path / "none" / "made.csv", words("一"))


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".csv", ".xlsx"])
def test_no_rows_are_a_file_too(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"made{suffix}"
    write(path, outgoing([], ("a",), (str,), Kind.POLYGON))
    assert path.stat().st_size
