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
from gis_service.assessing import Assessed
from gis_service.files.outgoing import Outgoing
from gis_service.files.write_cells import write_xlsx
from gis_service.store.periods import LOCAL
from layers.core.text import Language, Text
from layers.performance import INDICATORS, Measured

router = APIRouter(prefix="/performance", tags=["Performance"], dependencies=[Depends(only_known)])

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BASIS = Text(
    "等级依据江西省2022年绩效评价办法(二手来源);其指标表未见,指标取自通知,权重相等,为平台默认值。",
    "Grades by the Jiangxi method of 2022 (secondary source). Its indicators were not seen: these "
    "are the notice's own, and that they weigh the same is a default of the platform.",
)
_ALL = Text("合计", "Total")


class Indicator(BaseModel):
    """`share` and `points` are null where there are no data, or fewer answers than may be told."""

    code: str
    title: str
    note: str
    article: str
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
            share=measured.share,
            of=measured.of,
            interval=measured.interval,
            points=measured.points,
        )


class Division(BaseModel):
    """The score lies between `low` and `high`, by what the missing data may be; there is no grade
    where that leaves it open."""

    code: str | None
    name: str
    communities: int
    low: float
    high: float
    grade: str | None
    grade_title: str | None
    indicators: list[Indicator]

    @classmethod
    def told(cls, each: Assessed, language: Language) -> Self:
        found = each.performance
        return cls(
            code=each.code,
            name=each.name if each.code else _ALL[language],
            communities=each.communities,
            low=round(found.low, 2),
            high=round(found.high, 2),
            grade=found.grade,
            grade_title=found.grade.label[language] if found.grade else None,
            indicators=[Indicator.told(one, language) for one in found.measured],
        )


class Report(BaseModel):
    """`basis` says whose the grades and the indicators are."""

    as_of: date
    basis: str
    divisions: list[Division]
    total: Division


@router.get("", response_model=Report, responses={200: {"content": {_XLSX: {}}}})
def get_performance(
    db: Reading,
    asking: Asking,
    language: Tongue,
    division: Annotated[
        str | None, Query(pattern=r"^\d{0,12}$", description="Within it; else in my own area.")
    ] = None,
    f: Annotated[Literal["json", "xlsx"], Query(description="As JSON or a spreadsheet.")] = "json",
) -> Any:
    """The divisions one level below, the worst first, and all of them together."""
    today = datetime.now(UTC).astimezone(LOCAL).date()
    *divisions, total = (
        Division.told(each, language) for each in assessing.assess(db, asking, division, today)
    )
    if f == "json":
        return Report(as_of=today, basis=_BASIS[language], divisions=divisions, total=total)
    name = f"performance-{division or 'own'}-{today}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(_sheet([*divisions, total], language), 200, headers, _XLSX)


_COLUMNS = (
    Text("区划代码", "Division"),
    Text("区划", "Name"),
    Text("小区数", "Communities"),
    Text("得分下限", "Score from"),
    Text("得分上限", "Score to"),
    Text("等级", "Grade"),
)


def _sheet(divisions: list[Division], language: Language) -> bytes:
    """One row a division; an indicator without data is an empty cell."""
    titles = [
        *(title[language] for title in _COLUMNS),
        *(f"{each.title[language]} {each.article}" for each in INDICATORS),
        _BASIS[language],
    ]
    rows = [
        [
            each.code or "",
            each.name,
            each.communities,
            each.low,
            each.high,
            each.grade_title or "",
            *(one.share for one in each.indicators),
            None,
        ]
        for each in divisions
    ]
    types = (str, str, int, float, float, str, *(float for _ in INDICATORS), str)
    with TemporaryDirectory() as directory:
        path = Path(directory) / "sheet.xlsx"
        write_xlsx(path, Outgoing("performance", tuple(titles), types, None, iter([rows])))
        return path.read_bytes()
