"""Writing CSV and XLSX. Text that a spreadsheet would run as a formula is made harmless."""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import shapely
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from gis_service.files.coordinates import GEOMETRY
from gis_service.files.errors import FileRefused
from gis_service.files.outgoing import Outgoing
from layers.core.geometry import SRID
from layers.core.text import Text

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_XLSX_ROWS, _XLSX_CHARACTERS = 1_048_576, 32_767


def write_csv(path: Path, outgoing: Outgoing) -> None:
    """UTF-8 with a byte order mark, without which Excel takes Chinese for mojibake."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_header(outgoing))
        for row in _rows(outgoing):
            writer.writerow([_csv_cell(value) for value in row])


def write_xlsx(path: Path, outgoing: Outgoing) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(outgoing.name[:31])
    sheet.freeze_panes = "A2"
    sheet.append([_xlsx_cell(sheet, title, Font(bold=True)) for title in _header(outgoing)])
    try:
        for number, row in enumerate(_rows(outgoing), start=2):
            if number > _XLSX_ROWS:
                raise _too_large()
            sheet.append([_xlsx_cell(sheet, value) for value in row])
    finally:
        sheet.close()
    book.save(path)


def _header(outgoing: Outgoing) -> list[str]:
    return [*outgoing.titles, *([GEOMETRY] if outgoing.kind else [])]


def _rows(outgoing: Outgoing) -> Iterator[Sequence[Any]]:
    for batch in outgoing.batches:
        for row in batch:
            yield [*row[:-1], _ewkt(row[-1])] if outgoing.kind else row


def _ewkt(wkb: bytes | None) -> str | None:
    """WKT behind its CRS, so that a reader need not guess."""
    if wkb is None:
        return None
    return f"SRID={SRID};{shapely.to_wkt(shapely.from_wkb(wkb), rounding_precision=9)}"


def _csv_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return value.isoformat() if hasattr(value, "isoformat") else value


def _xlsx_cell(sheet: WriteOnlyWorksheet, value: Any, font: Font | None = None) -> Cell:
    """A cell of the value's own type; text is marked as text, so that it never is a formula."""
    if isinstance(value, datetime):
        value = value.isoformat()  # Excel knows no time zones.
    elif isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
        if len(value) > _XLSX_CHARACTERS:
            raise _too_large()
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    if font:
        cell.font = font
    return cell


def _too_large() -> FileRefused:
    return FileRefused(
        "export.too_large",
        Text(
            "超过 XLSX 的行数或单元格上限;可用 .gpkg 或 .csv。",
            "More than the rows of an XLSX, or the text of its cells, can hold; "
            "take .gpkg or .csv.",
        ),
    )
