"""How the report of an import is shown: tables for people, JSON for programs."""

import json
from collections.abc import Sequence
from itertools import islice

from rich import box
from rich.console import Console
from rich.table import Table

from gis_service.errors import GisError
from gis_service.importing import telling
from gis_service.importing.report import Report, Result
from layers import CATALOGUE
from layers.core.text import Text

_FINDINGS_SHOWN, _ROW_NUMBERS_SHOWN = 30, 8


def show(report: Report, *, applied: bool) -> None:
    # No markup: titles and values come from the file.
    console = Console(highlight=False, markup=False)
    layer = CATALOGUE[report.layer]
    console.print(
        f"{_clean(report.source)} ({report.format}) → {_both(layer.title)}",
        f"{len(report.rows):,} 行 rows",
        sep=" · ",
        style="bold",
    )
    console.print(_verdicts(report))
    console.print(_columns(report))
    if any(row.problems or row.repairs or row.notes for row in report.rows):
        console.print(_findings(report))
    counts = report.counted()
    console.print(*(f"{_both(r.label)} {counts[r]:,}" for r in Result), sep=" · ")
    written = f"已写入 written: {report.written:,}"
    console.print(written if applied else "试运行,未写入 dry run, nothing written", style="bold")


def as_json(report: Report) -> str:
    return json.dumps(telling.told(report), ensure_ascii=False, indent=1)


def refusal_as_json(error: GisError) -> str:
    return json.dumps(telling.refusal(error), ensure_ascii=False, indent=1)


def _verdicts(report: Report) -> Table:
    table = _table("", "", "")
    table.add_row("编码 Encoding", report.encoding, _both(report.encoding_how))
    for remark in report.remarks:
        table.add_row("注意 Note", "GDAL", _clean(remark))
    if (position := report.position) is not None:
        table.add_row("坐标系 CRS", position.crs, _both(position.how))
        table.add_row("落在 Lies in", _clean("、".join(position.places)) or "-", "")
        for warning in position.warnings:
            table.add_row("注意 Note", "", _both(warning))
    return table


def _columns(report: Report) -> Table:
    table = _table("列 Column", "属性 Attribute", "")
    layer = CATALOGUE[report.layer]
    for column in report.columns:
        name = column.attribute
        title = f"{layer.about(name).zh} {name}" if name else "-"
        table.add_row(_clean(column.column), title, _both(column.why))
    return table


def _findings(report: Report) -> Table:
    """What was found, with an example; the same of many rows together."""
    found: dict[tuple[Result, str], tuple[Text, list[int]]] = {}
    for row in report.rows:
        notes = [(Result.REPAIRED, text.en, text) for text in row.repairs]
        notes += [(Result.ACCEPTED, text.en, text) for text in row.notes]
        notes += [(Result.REFUSED, problem.code, problem.message) for problem in row.problems]
        for result, kind, text in notes:
            found.setdefault((result, kind), (text, []))[1].append(row.number)
    table = _table("", "说明 Finding", "行数 Rows", "行号 Numbers")
    for (result, _), (text, numbers) in islice(found.items(), _FINDINGS_SHOWN):
        table.add_row(_both(result.label), _both(text), f"{len(numbers):,}", _some(numbers))
    if len(found) > _FINDINGS_SHOWN:
        table.add_row("…", f"{len(found) - _FINDINGS_SHOWN} 项未列出 more, see --json", "", "")
    return table


def _some(numbers: Sequence[int]) -> str:
    shown = " ".join(map(str, numbers[:_ROW_NUMBERS_SHOWN]))
    return f"{shown} …" if len(numbers) > _ROW_NUMBERS_SHOWN else shown


def _table(*headings: str) -> Table:
    table = Table(box=box.SIMPLE, show_header=any(headings), pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _both(text: Text) -> str:
    return _clean(f"{text.zh} {text.en}")


def _clean(text: str) -> str:
    """Without control characters, which a terminal would obey."""
    return "".join(c if c.isprintable() else "�" for c in text)
