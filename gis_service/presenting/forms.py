"""The forms that a plan is handed on in, by the suffix of their files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from gis_service.files.errors import FileRefused
from gis_service.presenting.paper import on_paper
from gis_service.presenting.plan import Plan
from gis_service.presenting.tabular import write_csv, write_geopackage
from gis_service.presenting.workbook import write_workbook
from gis_service.printing.briefing import briefing
from gis_service.printing.press import Press
from gis_service.printing.ranking import ranking
from layers.core.text import Language, Text

DRAWN = 20_000
"""A browser draws no more with pleasure, and a sheet of paper shows less."""

Suffix = Literal["xlsx", "csv", "gpkg", "html", "pdf"]


@dataclass(frozen=True, slots=True)
class Form:
    """`shaped` says whether it draws what it tells, and needs the ground of it; `most` is how
    many communities fit, None as many as there are."""

    media_type: str
    make: Callable[[Path, Plan, Language, Press], None]
    shaped: bool = False
    most: int | None = None

    def write(self, path: Path, plan: Plan, language: Language, press: Press) -> None:
        """Raises FileRefused or BadParameter for more than the file holds, Unavailable for a
        briefing without fonts."""
        if self.most is not None and len(plan.lines) > self.most:
            said = Text(
                f"超过 {self.most:,} 个小区;请先圈定或筛选,或用 .gpkg。",
                f"More than {self.most:,} communities: choose an area first, or take .gpkg.",
            )
            raise FileRefused("export.too_large", said)
        self.make(path, plan, language, press)


def _workbook(path: Path, plan: Plan, language: Language, _: Press) -> None:
    write_workbook(path, plan, language)


def _csv(path: Path, plan: Plan, language: Language, _: Press) -> None:
    write_csv(path, plan, language)


def _geopackage(path: Path, plan: Plan, language: Language, _: Press) -> None:
    write_geopackage(path, plan, language)


def _page(path: Path, plan: Plan, _: Language, __: Press) -> None:
    # Folium takes a second to load, and few ask for it.
    from web_map.plan_page import page

    path.write_text(page(plan), encoding="utf-8")


def _briefing(path: Path, plan: Plan, language: Language, press: Press) -> None:
    print_ = briefing if plan.choice else ranking
    told = replace(plan.choice or on_paper(plan), data_source=" · ".join(plan.ground.notes))
    path.write_bytes(print_(press, told, plan.ground.borders, language, datetime.now(UTC)))


FORMS: dict[Suffix, Form] = {
    "xlsx": Form("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _workbook),
    "csv": Form("text/csv; charset=utf-8", _csv),
    "gpkg": Form("application/geopackage+sqlite3", _geopackage, shaped=True),
    "html": Form("text/html; charset=utf-8", _page, shaped=True, most=DRAWN),
    "pdf": Form("application/pdf", _briefing, shaped=True, most=DRAWN),
}


def form_of(path: Path) -> Form:
    """By the file's suffix. Raises FileRefused for another."""
    suffix = path.suffix.lower().removeprefix(".")
    for known, form in FORMS.items():
        if known == suffix:
            return form
    every = " ".join(f".{known}" for known in FORMS)
    said = Text(f"不认识后缀“{path.suffix}”。可用:{every}", f"Unknown suffix; known: {every}")
    raise FileRefused("file.suffix", said)
