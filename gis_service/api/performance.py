"""Performance of divisions over HTTP: for staff, as JSON and as a spreadsheet."""

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Literal, Self

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel
from starlette.responses import Response

from gis_service import assessing
from gis_service.api.requests import Asking, Reading, Tongue, only_known
from gis_service.assessing import Assessed, Assessment
from gis_service.files.outgoing import Outgoing
from gis_service.files.write_cells import write_xlsx
from gis_service.informing.overview import box
from gis_service.store.periods import LOCAL
from layers.core.text import Language, Text
from layers.divisions import Level
from layers.performance import INDICATORS, Grade, Grain, Measured, grade_of

router = APIRouter(prefix="/performance", tags=["Performance"], dependencies=[Depends(only_known)])

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BASIS = Text(
    "等级依据江西省2022年绩效评价办法(二手来源);其指标表未见,指标取自通知,权重相等,为平台默认值。",
    "Grades by the Jiangxi method of 2022 (secondary source). Its indicators were not seen: these "
    "are the notice's own, and that they weigh the same is a default of the platform.",
)
_ALL = Text("合计", "Total")


class Indicator(BaseModel):
    """`share` and `points` are null where there are no data, or fewer answers than may be told. A
    `sampled` one is a share of answers, and has an interval."""

    code: str
    title: str
    note: str
    article: str
    sampled: bool
    share: float | None
    of: int
    interval: tuple[float, float] | None
    points: float | None

    @classmethod
    def told(cls, measured: Measured, language: Language) -> Self:
        indicator = measured.indicator
        return cls(
            code=indicator.code,
            title=indicator.title[language],
            note=indicator.note[language],
            article=indicator.article,
            sampled=indicator.sampled,
            share=measured.share,
            of=measured.of,
            interval=measured.interval,
            points=measured.points,
        )


class PerformanceRow(BaseModel):
    """The score lies between `low` and `high`, by what the missing data may be; there is no grade
    where that leaves it open. `response` is the share of households asked that answered, null
    where that was not noted; `left_out` counts answers of communities that have fewer than five.

    `key` is a division's code, or a community's id; `id` is that of a feature on the map.
    """

    key: str | None
    id: int | None
    name: str
    center: tuple[float, float] | None
    bbox: tuple[float, float, float, float] | None
    communities: int
    low: float
    high: float
    grade: Grade | None
    grade_title: str | None
    grade_at_least: Grade
    response: float | None
    left_out: int
    indicators: list[Indicator]

    @classmethod
    def told(cls, each: Assessed, language: Language) -> Self:
        found, place = each.performance, each.place
        lies = place is not None and place["x"] is not None
        return cls(
            key=each.key,
            id=place["id"] if place else None,
            name=((place and place["name"]) or each.key) if each.key else _ALL[language],
            center=(place["x"], place["y"]) if place and lies else None,
            bbox=box(place) if place else None,
            communities=each.communities,
            low=round(found.low, 2),
            high=round(found.high, 2),
            grade=found.grade,
            grade_title=found.grade.label[language] if found.grade else None,
            grade_at_least=grade_of(found.low),
            response=found.response,
            left_out=found.left_out,
            indicators=[Indicator.told(one, language) for one in found.measured],
        )


class Above(BaseModel):
    """A division that the report lies in."""

    code: str
    name: str
    level: Level


class PerformanceReport(BaseModel):
    """`basis` says whose the grades and the indicators are. `above` are the divisions that lead
    here, within the reader's scope, and `grains` what the rows may be. `breaks` are, by indicator,
    the greatest share of each class of rows but the last."""

    as_of: date
    basis: str
    division: str
    above: list[Above]
    grain: Grain
    grains: list[Grain]
    years: list[int]
    breaks: dict[str, list[float]]
    rows: list[PerformanceRow]
    total: PerformanceRow

    @classmethod
    def told(cls, found: Assessment, today: date, language: Language) -> Self:
        return cls(
            as_of=today,
            basis=_BASIS[language],
            division=found.division,
            above=[Above(**each) for each in found.above],
            grain=found.grain,
            grains=[*found.grains],
            years=[*found.years],
            breaks={code: [*bounds] for code, bounds in found.breaks.items()},
            rows=[PerformanceRow.told(each, language) for each in found.rows],
            total=PerformanceRow.told(found.total, language),
        )


@router.get("", response_model=PerformanceReport, responses={200: {"content": {_XLSX: {}}}})
def get_performance(
    db: Reading,
    asking: Asking,
    language: Tongue,
    division: Annotated[
        str | None, Query(pattern=r"^\d{0,12}$", description="Within it; else in my own area.")
    ] = None,
    grain: Annotated[
        Grain | None, Query(description="What the rows are; else one level below.")
    ] = None,
    year: Annotated[
        int | None, Query(ge=1900, le=2100, description="Communities in the plan of that year.")
    ] = None,
    f: Annotated[Literal["json", "xlsx"], Query(description="As JSON or a spreadsheet.")] = "json",
) -> Any:
    """The parts of a division, the worst first, and all of them together."""
    today = datetime.now(UTC).astimezone(LOCAL).date()
    found = assessing.assess(db, asking, division, today, grain, year)
    report = PerformanceReport.told(found, today, language)
    if f == "json":
        return report
    name = "-".join(
        str(part)
        for part in ("performance", report.division or "all", report.grain, year, today)
        if part
    )
    headers = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
    return Response(_sheet([*report.rows, report.total], language), 200, headers, _XLSX)


_COLUMNS = (
    Text("代码", "Code"),
    Text("名称", "Name"),
    Text("小区数", "Communities"),
    Text("得分下限", "Score from"),
    Text("得分上限", "Score to"),
    Text("等级", "Grade"),
    Text("答卷率", "Response rate"),
    Text("未计入的答卷", "Answers left out"),
)


def _sheet(report: list[PerformanceRow], language: Language) -> bytes:
    """One row a division; an indicator without data is an empty cell."""
    titles = [
        *(title[language] for title in _COLUMNS),
        *(f"{each.title[language]} {each.article}" for each in INDICATORS),
        _BASIS[language],
    ]
    rows = [
        [
            each.key or "",
            each.name,
            each.communities,
            each.low,
            each.high,
            each.grade_title or "",
            each.response,
            each.left_out,
            *(one.share for one in each.indicators),
            None,
        ]
        for each in report
    ]
    types = (str, str, int, float, float, str, float, int, *(float for _ in INDICATORS), str)
    with TemporaryDirectory() as directory:
        path = Path(directory) / "sheet.xlsx"
        write_xlsx(path, Outgoing("performance", tuple(titles), types, None, iter([rows])))
        return path.read_bytes()
