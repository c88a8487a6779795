"""A plan as a workbook that goes on computing: change a weight, and scores and ranks follow.

Each formula is written with the value that it has, so that previews show it which compute nothing.
"""

from pathlib import Path

import numpy as np
import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from gis_service.presenting.columns import columns, known, measures
from gis_service.presenting.plan import Line, Plan
from gis_service.presenting.sheet import Sheet
from gis_service.presenting.summary import summary
from layers.core.text import Language, Text
from layers.planning.criteria import CRITERIA
from layers.planning.scoring import MIDDLE

RECOMPUTED = 20_000
"""So many rows are ranked by formulas; a program takes too long over more, and gets values."""

_RANKING, _WEIGHTS = Text("排序", "Ranking"), Text("权重", "Weights")
_MEASURES, _ABOUT = Text("指标值", "Measures"), Text("说明", "About")
_WEIGHT_ROWS: tuple[Text, ...] = (
    Text("指标", "Criterion"),
    Text("权重(可改)", "Weight (yours to change)"),
    Text("占比", "Share"),
    Text("0 分的值", "Worth 0"),
    Text("满分的值", "Worth all"),
    Text("单位", "Unit"),
    Text("数据来源", "Source"),
    Text("依据", "Asked for by"),
)
_WEIGHT, _SHARE = 1, 2
_UTILITY = Text("{title}(0–1)", "{title} (0–1)")


def write_workbook(path: Path, plan: Plan, language: Language) -> None:
    """Raises FileRefused for more rows than a sheet holds."""
    with xlsxwriter.Workbook(path, {"strings_to_urls": False}) as book:
        ranking = Sheet(book, _RANKING[language], len(plan.lines))
        _rank(ranking, plan, language)
        _weigh(Sheet(book, _WEIGHTS[language]), plan, language)
        _measure(Sheet(book, _MEASURES[language]), plan, language)
        Sheet(book, _ABOUT[language]).rows(summary(plan, language))


def _rank(sheet: Sheet, plan: Plan, language: Language) -> None:
    """Utilities stand behind the columns that people read; what is unknown is empty there."""
    shown = columns(plan)
    codes = [each.code for each in shown]
    utilities = [_UTILITY.format(title=each.title)[language] for each in CRITERIA]
    sheet.head([*(each.title[language] for each in shown), *utilities])
    first = len(shown)
    for number, line in enumerate(plan.lines, 1):
        sheet.row(number, [each.value(line, language) for each in shown])
        sheet.row(number, [known(each) for each in line.utilities], first)
        if len(plan.lines) <= RECOMPUTED:
            _compute(sheet, plan, codes, number, line, language)


def _compute(
    sheet: Sheet, plan: Plan, codes: list[str], number: int, line: Line, language: Language
) -> None:
    """The score as the service finds it: what is unknown counts as the middle of its scale."""
    first, score = len(codes), codes.index("score")
    own = f"{sheet.cell(number, first)}:{sheet.cell(number, first + len(CRITERIA) - 1)}"
    shares = f"'{_WEIGHTS[language]}'!{xl_range_abs(_SHARE, 1, _SHARE, len(CRITERIA))}"
    sure, open_ = f"SUMPRODUCT({own},{shares})", f'SUMPRODUCT(--({own}=""),{shares})'
    scores = xl_range_abs(1, score, len(plan.lines), score)
    sheet.formula(number, score, f"={sure}+{MIDDLE}*{open_}", line.score)
    sheet.formula(number, codes.index("score_low"), f"={sure}", line.low)
    sheet.formula(number, codes.index("score_high"), f"={sure}+{open_}", line.high)
    rank = f"=RANK({sheet.cell(number, score)},{scores})"
    sheet.formula(number, codes.index("rank"), rank, line.rank)


def _weigh(sheet: Sheet, plan: Plan, language: Language) -> None:
    """Across, as the utilities of a community lie: a sum of products wants both alike."""
    weights = np.asarray(plan.ranking.weights).tolist()
    values = xl_range_abs(_WEIGHT, 1, _WEIGHT, len(CRITERIA))
    for at, title in enumerate(_WEIGHT_ROWS):
        sheet.row(at, [title[language]], bold=True)
    for column, (each, weight) in enumerate(zip(CRITERIA, weights, strict=True), 1):
        about = (
            each.title[language],
            None,
            None,
            each.worst,
            each.best,
            each.unit.label[language],
            each.source[language],
            each.article or "",
        )
        for at, value in enumerate(about):
            sheet.row(at, [value], column, bold=at == 0)
        sheet.input(_WEIGHT, column, round(weight, 6))
        own = sheet.cell(_WEIGHT, column)
        sheet.formula(_SHARE, column, f"={own}/SUM({values})", weight)


def _measure(sheet: Sheet, plan: Plan, language: Language) -> None:
    every = [*measures()][: len(CRITERIA)]
    sheet.head([Text("小区", "Community")[language], *(each.title[language] for each in every)])
    for number, line in enumerate(plan.lines, 1):
        values = (each.value(line, language) for each in every)
        sheet.row(number, [line.judged.name, *values])
