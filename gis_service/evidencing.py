"""Evidencing: the rows of the ledgers, as the evidence that the gates read."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Connection

from gis_service.store.evidence import Found, collected
from layers.core.access import Actor, Place, Role, may_read_private
from layers.core.layer import Attributes
from layers.gates.evidence import Evidence, Posting, Recorded
from layers.ledgers.acceptances import LAYER as ACCEPTANCES
from layers.ledgers.acceptances import Acceptance
from layers.ledgers.decisions import Decision
from layers.ledgers.inspections import Inspection
from layers.ledgers.owner_organisations import OwnerOrganisation
from layers.ledgers.surveys import SurveyChannel
from layers.ledgers.works import Work
from layers.stages import Stage

Row = TypeVar("Row", bound=Attributes)
Rows = Mapping[str, Sequence[Found]]


def evidence(
    db: Connection,
    actor: Actor,
    communities: Collection[int],
    today: date,
    *,
    lapses: bool = False,
    checks: bool = True,
) -> dict[int, Evidence]:
    """The evidence on each community that the actor knows of; with `lapses`, only that which
    could have lapsed; without `checks`, all but those, of which the acceptance alone asks."""
    rows: dict[int, dict[str, list[Found]]] = defaultdict(lambda: defaultdict(list))
    for found in collected(db, actor, communities, lapses=lapses, checks=checks):
        rows[found.community][found.layer].append(found)
    return {id_: _of(each, actor, today) for id_, each in rows.items() if "communities" in each}


def _of(rows: Rows, actor: Actor, today: date) -> Evidence:
    [community] = rows["communities"]
    division = community.about["division"]
    stage = next(iter(rows["stage_changes"]), None)
    inside = may_read_private(actor, ACCEPTANCES, Place(division))
    channels = {
        SurveyChannel(row.about["channel"]): int(row.about["answers"]) for row in rows["surveys"]
    }
    return Evidence(
        today=today,
        division=division,
        stage=None if stage is None else Stage(stage.about["stage"]),
        since=None if stage is None else datetime.fromisoformat(stage.about["at"]),
        organisations=_recorded(rows["owner_organisations"], OwnerOrganisation),
        decisions=_recorded(rows["decisions"], Decision),
        postings=tuple(_posting(row) for row in rows["publicity"]),
        works=_recorded(rows["works"], Work),
        inspections=_recorded(rows["inspections"], Inspection),
        acceptances=_recorded(rows["acceptances"], Acceptance),
        answers=sum(channels.values()) if channels else community.about.get("survey_answers", 0),
        channels=None if actor.role is Role.PUBLIC else channels,
        sees_households=inside,
    )


def _recorded(rows: Sequence[Found], model: type[Row]) -> tuple[Recorded[Row], ...]:
    return tuple(Recorded(row.id, model.model_validate(row.about)) for row in rows)


def _posting(row: Found) -> Posting:
    days = {edge: date.fromisoformat(row.about[edge]) for edge in ("starts", "ends")}
    return Posting(**{**row.about, **days}, id=row.id)
