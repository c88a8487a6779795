"""Reading CSV and XLSX: a header row, then rows of cells, with or without coordinates."""

import csv
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from gis_service.files import archives, coordinates, encodings
from gis_service.files.choosing import one_of
from gis_service.files.encodings import Encoding
from gis_service.files.errors import FileRefused
from gis_service.files.formats import CSV, XLSX, Format
from gis_service.files.limits import LIMITS, check
from gis_service.files.reading import Reading
from gis_service.files.table import Table
from layers.core.text import Text

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = ",;\t|"
_DEFUSED = re.compile(r"^'(?='*[=+\-@\t\r])")
"""The mark that exports put before text which a spreadsheet would run as a formula."""


def read_csv(path: Path, reading: Reading) -> Table:
    data = path.read_bytes()
    encoding = _csv_encoding(data, reading.encoding)
    text = "".join(encodings.decode([data], encoding.name) or [])
    header = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    csv.field_size_limit(LIMITS.cell_characters)
    try:
        rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)]
    except csv.Error as error:
        raise _refused(f"不是有效的 CSV:{error}", f"Not valid CSV: {error}") from error
    rows = [[_DEFUSED.sub("", cell) for cell in row] for row in rows]
    return _table(rows, CSV, encoding, reading)


def read_xlsx(path: Path, reading: Reading) -> Table:
    archives.opened(path).close()
    try:
        with warnings.catch_warnings():
            # openpyxl warns of every feature of Excel that it leaves out; none holds data.
            warnings.simplefilter("ignore", UserWarning)
            book = load_workbook(path, read_only=True, data_only=True)
            sheets = {s.title: _rows(s.iter_rows(values_only=True)) for s in book.worksheets}
            book.close()
    except FileRefused:
        raise
    except Exception as error:  # A parser of hostile XML may raise anything.
        raise _refused("XLSX 文件已损坏。", f"The XLSX file is damaged: {error}") from error
    filled = [title for title, rows in sheets.items() if rows]
    return _table(sheets[one_of(filled, reading.source_layer)], XLSX, encodings.STANDARD, reading)


def _csv_encoding(data: bytes, asked: str | None) -> Encoding:
    for bom, codec in _BOMS.items():
        if data.startswith(bom):
            if encodings.decode([data], codec) is None:
                raise _refused("文字编码与 BOM 不符。", "The text is not in its BOM's encoding.")
            return Encoding(codec, Text("由 BOM 声明", "declared by a byte order mark"))
    return encodings.prove([data], stated=asked)


def _rows(cells: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    """Rows to the last one with a value in it; spreadsheets often go on empty for thousands."""
    rows = [*islice(cells, LIMITS.rows + 2)]
    while rows and not any(_filled(cell) for cell in rows[-1]):
        rows.pop()
    return rows


def _table(
    rows: Sequence[Sequence[Any]], format: Format, encoding: Encoding, reading: Reading
) -> Table:
    header, *body = rows or [[]]
    while body and not any(map(_filled, body[-1])):
        body.pop()
    if not any(map(_filled, header)) or not body:
        raise FileRefused(
            "file.empty", Text("没有表头或没有数据行。", "There is no header or no row of data.")
        )
    check(Text("行数", "Rows"), len(body), LIMITS.rows)
    width = max(len(header), *map(len, body))
    check(Text("列数", "Columns"), width, LIMITS.columns)
    titles = [*_titles(header, width)]
    if twice := {title for title in titles if titles.count(title) > 1}:
        raise FileRefused(
            "file.column",
            Text(f"表头重复:{'、'.join(twice)}。", f"Column titles twice: {', '.join(twice)}."),
        )
    padded = ([*row, *[None] * (width - len(row))] for row in body)
    columns: coordinates.Columns = {
        title: values
        for title, values in zip(titles, zip(*padded, strict=True), strict=True)
        if title in header or any(map(_filled, values))
    }
    shaping = None
    if reading.shapes:
        columns, shaping = coordinates.shaping(columns, reading)
    return Table(format, columns, len(body), encoding, shaping, first_row=2)


def _titles(header: Sequence[Any], width: int) -> Iterator[str]:
    for index in range(width):
        title = header[index] if index < len(header) else None
        yield str(title).strip() if _filled(title) else get_column_letter(index + 1)


def _filled(cell: Any) -> bool:
    return cell is not None and cell != ""


def _refused(zh: str, en: str) -> FileRefused:
    return FileRefused("file.content", Text(zh, en))
