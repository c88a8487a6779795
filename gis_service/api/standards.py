"""Every rule value with its source, and which version of it is in force on a day."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from gis_service.informing.legend import bilingual
from gis_service.informing.model import Model
from gis_service.informing.models import Bilingual
from gis_service.store.periods import LOCAL
from layers.standards import RuleValue, Status, in_force
from layers.standards.values import VALUES

router = APIRouter(tags=["Standards"])


class StepTold(Model):
    above: float
    value: float


class RuleVersion(Model):
    """One version of a rule value. `steps` stand in place of `value` where it follows a measure."""

    code: str
    version: str
    title: Bilingual
    unit: str = Field(description='"1" is a number without a unit, "share" is 0 to 1.')
    value: float | None
    exact: str | None = Field(description="The value as it is written; shares as fractions.")
    steps: list[StepTold]
    source: str
    clause: str
    effective_from: date
    status: Status
    status_title: Bilingual
    needs_review: bool
    area: str = Field(description='Prefix of the division codes it is for, "" is everywhere.')
    in_force: bool


@router.get("/standards")
def get_standards(
    on: Annotated[date | None, Query(description="The day; today by default.")] = None,
    division: Annotated[str, Query(pattern=r"^\d{0,9}$", description="Prefix of a code.")] = "",
) -> list[RuleVersion]:
    """The versions of every rule value, oldest first; those that hold on the day are marked."""
    day = on or datetime.now(LOCAL).date()
    return [_told(value, _holding(value.code, day, division)) for value in VALUES]


def _holding(code: str, day: date, division: str) -> RuleValue | None:
    try:
        return in_force(VALUES, code, day, division)
    except LookupError:
        return None


def _told(value: RuleValue, holding: RuleValue | None) -> RuleVersion:
    return RuleVersion(
        code=value.code,
        version=value.version,
        title=bilingual(value.title),
        unit=value.unit,
        value=None if value.value is None else float(value.value),
        exact=None if value.value is None else str(value.value),
        steps=[StepTold(above=step.above, value=step.value) for step in value.steps],
        source=value.source,
        clause=value.clause,
        effective_from=value.effective_from,
        status=value.status,
        status_title=bilingual(value.status.label),
        needs_review=value.needs_review,
        area=value.area,
        in_force=value is holding,
    )
