"""Reading spreadsheets: encodings, coordinates in columns, and what people leave in cells."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from gis_service.files.errors import FileRefused, Undecided
from gis_service.files.read import read
from gis_service.files.reading import Reading
from gis_service.files.table import Table

PLAIN = Reading()
LEDGER = Reading(shapes=False)


def csv(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "made.csv"
    path.write_bytes(text.encode(encoding))
    return path


def xlsx(tmp_path: Path, **sheets: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "made.xlsx"
    book.save(path)
    return path


def wkt(table: Table) -> list[str | None]:
    assert table.shaping is not None
    return [shape.wkt if shape is not None else None for shape in table.shaping.shapes]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_chinese_csv_is_read_in_any_usual_encoding(encoding: str, tmp_path: Path) -> None:
    table = read(csv(tmp_path, "小区名称,户数\n阳光花园,204\n人民新村,\n", encoding), LEDGER)
    assert table.columns == {"小区名称": ("阳光花园", "人民新村"), "户数": ("204", "")}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(separator: str, tmp_path: Path) -> None:
    assert list(read(csv(tmp_path, f"a{separator}b\n1{separator}2\n"), LEDGER).columns) == [
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    "header", ["lon,lat", "Longitude,Latitude", "经度,纬度", "X,Y", "lng,lat", "easting,northing"]
)
def test_coordinate_columns_become_points_and_declare_no_crs(header: str, tmp_path: Path) -> None:
    table = read(csv(tmp_path, f"n,{header}\n1,114.9,28.2\n2,,\n"), PLAIN)
    assert wkt(table) == ["POINT (114.9 28.2)", None]
    assert list(table.columns) == ["n"]
    assert table.shaping is not None
    assert table.shaping.declared is None


def test_coordinate_columns_under_other_names_can_be_told(tmp_path: Path) -> None:
    path = csv(tmp_path, "东,北\n590000,3124000\n")
    assert wkt(read(path, Reading(x="东", y="北"))) == ["POINT (590000 3124000)"]


def test_a_column_that_is_told_but_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="no column"):
        read(csv(tmp_path, "a,b\n1,2\n"), Reading(x="东", y="b"))


def test_wkt_declares_its_crs_and_open_rings_are_closed(tmp_path: Path) -> None:
    text = 'n,geometry\n1,"SRID=4490;POLYGON((1 2,3 4,5 2))"\n2,\n3,"SRID=4490;nonsense"\n'
    table = read(csv(tmp_path, text), PLAIN)
    assert wkt(table) == ["POLYGON ((1 2, 3 4, 5 2, 1 2))", None, None]
    assert table.shaping is not None
    assert table.shaping.declared is not None
    assert table.shaping.declared.crs.to_epsg() == 4490
    assert list(table.shaping.repaired) == [0]
    assert list(table.shaping.broken) == [2]


def test_coordinates_that_are_no_numbers_are_a_problem_of_their_row(tmp_path: Path) -> None:
    table = read(csv(tmp_path, "lon,lat\n114.9,28.2\n东经,北纬\n"), PLAIN)
    assert table.shaping is not None
    assert list(table.shaping.broken) == [1]


def test_for_a_ledger_coordinates_are_columns_like_others(tmp_path: Path) -> None:
    assert list(read(csv(tmp_path, "x,y\n1,2\n"), LEDGER).columns) == ["x", "y"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a,b\n", "no row of data"),
        ("\n\n", "no header"),
        ("a,a\n1,2\n", "twice"),
        ('a,b\n"1,2\n', "Not valid CSV"),
    ],
)
def test_csv_that_cannot_be_a_table_is_refused(text: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=why):
        read(csv(tmp_path, text), LEDGER)


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    assert read(csv(tmp_path, "a\n1\n"), LEDGER).first_row == 2


def test_short_and_long_rows_are_evened_out(tmp_path: Path) -> None:
    table = read(csv(tmp_path, "a,b\n1\n1,2,3\n"), LEDGER)
    assert table.columns == {"a": ("1", "1"), "b": (None, "2"), "C": (None, "3")}


def test_xlsx_values_keep_their_types(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path, 表=[["名称", "户数", "日期"], ["一", 204, datetime(2026, 5, 1)], [None] * 3]
    )
    table = read(path, LEDGER)
    assert table.rows == 1
    assert table.columns == {"名称": ("一",), "户数": (204,), "日期": (datetime(2026, 5, 1),)}


def test_empty_sheets_do_not_count_and_several_full_ones_are_asked_for(tmp_path: Path) -> None:
    assert read(xlsx(tmp_path, 一=[["a"], [1]], 二=[]), LEDGER).rows == 1
    path = xlsx(tmp_path, 一=[["a"], [1]], 二=[["b"], [2], [3]])
    with pytest.raises(Undecided):
        read(path, LEDGER)
    assert read(path, Reading(source_layer="二", shapes=False)).rows == 2


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "fake.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "b")
    with pytest.raises(FileRefused, match="damaged"):
        read(path, LEDGER)
