"""A sheet of a workbook: text is written as text, so that a name never is a formula."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from gis_service.files.errors import FileRefused
from layers.core.text import Text

_MOST_ROWS = 1_048_575
_WIDTH = 14
_WIDE = 24


class Sheet:
    """Rows and columns count from 0. `rows` is how many there will be under the head."""

    def __init__(self, book: Workbook, title: str, rows: int = 0) -> None:
        if rows > _MOST_ROWS:
            raise FileRefused(
                "export.too_large",
                Text("超过 XLSX 的行数上限;可用 .gpkg 或 .csv。", "More than the rows of an XLSX."),
            )
        self._sheet = book.add_worksheet(title)
        self._sheet.set_column(0, 60, _WIDTH)
        self._last = rows
        self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._plain = book.add_format({})
        self._input = book.add_format({"bg_color": "#fff3c4", "border": 1})

    def head(self, titles: Sequence[str]) -> None:
        self.row(0, titles, bold=True)
        self._sheet.freeze_panes(1, 2)
        self._sheet.set_column(1, 1, _WIDE)
        self._sheet.autofilter(0, 0, max(self._last, 1), len(titles) - 1)

    def row(self, at: int, values: Iterable[Any], first: int = 0, *, bold: bool = False) -> None:
        look = self._bold if bold else self._plain
        for column, value in enumerate(values, first):
            if isinstance(value, bool):
                self._sheet.write_boolean(at, column, value, look)
            elif isinstance(value, int | float | Decimal):
                self._sheet.write_number(at, column, float(value), look)
            elif value is not None:
                self._sheet.write_string(at, column, str(value), look)

    def rows(self, rows: Iterable[Sequence[Any]]) -> None:
        self._sheet.set_column(0, 0, _WIDE)
        for at, row in enumerate(rows):
            self.row(at, row)

    def input(self, at: int, column: int, value: float) -> None:
        """A number that readers are asked to change."""
        self._sheet.write_number(at, column, value, self._input)

    def formula(self, at: int, column: int, formula: str, value: float) -> None:
        self._sheet.write_formula(at, column, formula, self._plain, value)

    def cell(self, at: int, column: int) -> str:
        found: str = xl_rowcol_to_cell(at, column)
        return found
