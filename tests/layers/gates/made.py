"""Evidence on a community that lacks nothing, to take something away from."""

from datetime import date, timedelta
from typing import Any, TypeVar

from layers import CATALOGUE
from layers.core.layer import Attributes
from layers.gates import gate
from layers.gates.evidence import Evidence, Posting, Recorded
from layers.ledgers.acceptances import Acceptance
from layers.ledgers.decisions import Decision
from layers.ledgers.inspections import CHECKS, Inspection
from layers.ledgers.owner_organisations import OwnerOrganisation
from layers.ledgers.surveys import SurveyChannel
from layers.ledgers.works import Work
from layers.stages import Stage

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
ROOF, PIPES = 1, 2

Row = TypeVar("Row", bound=Attributes)


def recorded(model: type[Row], id_: int = 1, **changes: Any) -> Recorded[Row]:
    """The example of the layer that has these attributes, changed."""
    [example] = [each.example for each in CATALOGUE.values() if each.attributes is model]
    row = {**example, **changes}
    if "community" in model.model_fields:
        row["community"] = 1
    return Recorded(id_, model.model_validate(row))


def organisation(**changes: Any) -> Recorded[OwnerOrganisation]:
    return recorded(OwnerOrganisation, **changes)


def decision(**changes: Any) -> Recorded[Decision]:
    return recorded(Decision, **{"result": "passed", **changes})


def posting(**changes: Any) -> Posting:
    told = {
        "id": 1,
        "title": "改造方案公示",
        "place": "东门公告栏",
        "starts": TODAY - 8 * DAY,
        "ends": TODAY - DAY,
        "comments": 3,
    }
    return Posting(**{**told, **changes})


def work(id_: int, category: str, **changes: Any) -> Recorded[Work]:
    titles = {"roof": "屋面防水", "water": "供水管网"}
    told = {"category": category, "title": titles.get(category, category), "progress": 1}
    return recorded(Work, id_, **{**told, **changes})


def checks(work_id: int, step: str = "施工") -> tuple[Recorded[Inspection], ...]:
    return tuple(
        recorded(Inspection, 10 * work_id + order, work=work_id, kind=kind, step=step)
        for order, kind in enumerate(CHECKS)
    )


def acceptance(id_: int, **changes: Any) -> Recorded[Acceptance]:
    return recorded(Acceptance, id_, **changes)


def complete(**changes: Any) -> Evidence:
    told: dict[str, Any] = {
        "today": TODAY,
        "stage": Stage.CONSULTING,
        "organisations": (organisation(),),
        "decisions": (decision(),),
        "postings": (posting(),),
        "works": (work(ROOF, "roof"), work(PIPES, "water")),
        "inspections": (*checks(ROOF), *checks(PIPES)),
        "acceptances": (
            acceptance(1, work=ROOF, part="common"),
            acceptance(2, work=PIPES, part="exclusive", household=7),
        ),
        "answers": 30,
        "channels": {SurveyChannel.VISIT: 10, SurveyChannel.FORM: 20},
    }
    return Evidence(**{**told, **changes})


def missing(to: Stage, evidence: Evidence, reason: str = "") -> list[str]:
    return [item.code for item in gate(evidence, to, reason).missing]
