"""Scenarios over HTTP: a choice saved, run again, compared, and adopted through the gate."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated, cast

from anyio import CapacityLimiter
from fastapi import APIRouter, Depends, Path, Query, Response
from fastapi.concurrency import contextmanager_in_threadpool
from starlette.requests import Request

from gis_service import selecting
from gis_service.api import scenario_answers as told
from gis_service.api.links import base
from gis_service.api.planning import Desk, Planning, year_of
from gis_service.api.requests import Reading, SignedIn, Tongue, database
from gis_service.api.scenario_bodies import Rename, ScenarioDraft, ScenarioQuestion
from gis_service.api.scenario_models import (
    Adoption,
    ComparisonTold,
    RerunTold,
    ScenarioTold,
    WholeScenario,
)
from gis_service.errors import BadParameter
from gis_service.planning import adopting, comparing, permitting, rerunning, saving
from gis_service.planning.adopting import Session
from layers.core.text import Text

router = APIRouter(prefix="/planning/scenarios", tags=["Planning"])

Id = Annotated[int, Path(alias="id", ge=1, lt=1 << 63)]


async def session(request: Request, known: SignedIn) -> AsyncIterator[Session]:
    """Two transactions, of which the gate's ends first."""
    actor = known.account.actor
    turns = cast(CapacityLimiter, request.app.state.turns)
    async with (
        turns,
        contextmanager_in_threadpool(database(request).transaction(actor)) as db,
        contextmanager_in_threadpool(database(request).advancing(actor)) as gate,
    ):
        yield Session(actor, db, gate, datetime.now(UTC))


Adopting = Annotated[Session, Depends(session, scope="function")]


@router.get("")
def get_scenarios(db: Reading, known: SignedIn) -> list[ScenarioTold]:
    """Those of areas that meet mine, the newest first."""
    actor = known.account.actor
    return told.scenarios(db, actor, saving.saved(db, actor))


@router.post("", status_code=201)
def post_scenario(
    request: Request, response: Response, desk: Planning, body: ScenarioDraft
) -> ScenarioTold:
    """Make a choice, and save it with all that it was made from."""
    permitting.allow_planning(desk.actor)
    question = body.question
    found, data_date = desk.judged(question)
    answer = selecting.answer(found, question.question(desk.weights(question)))
    draft = saving.Draft(
        name=body.name,
        remark=body.remark,
        year=year_of(question),
        question=question.kept(),
        weight_set=question.set,
        data_date=data_date,
    )
    with desk.transaction() as db:
        saved = saving.save(db, desk.actor, draft, answer, question.locks)
        response.headers["Location"] = f"{base(request)}/planning/scenarios/{saved.id}"
        return told.scenario(db, desk.actor, saved)


@router.get("/compare")
def get_comparison(
    db: Reading,
    known: SignedIn,
    ids: Annotated[str, Query(pattern=r"^[1-9]\d{0,17}(,[1-9]\d{0,17})*$", max_length=100)],
) -> ComparisonTold:
    """Two to four side by side: every community that is in any of them, the sums, the overlaps."""
    asked = [*dict.fromkeys(int(each) for each in ids.split(","))]
    if not 2 <= len(asked) <= comparing.MOST:
        many = Text("比较 2 至 4 个方案。", "Compare two to four scenarios.")
        raise BadParameter("ids", many)
    actor = known.account.actor
    return told.comparison(db, actor, comparing.compare(db, actor, asked))


@router.get("/{id}")
def get_scenario(db: Reading, known: SignedIn, id_: Id, language: Tongue) -> WholeScenario:
    """One, with its question, its communities, and what came of adopting it."""
    actor = known.account.actor
    return told.whole(db, actor, saving.found(db, actor, id_), language)


@router.put("/{id}")
def put_scenario(db: Reading, known: SignedIn, id_: Id, body: Rename) -> ScenarioTold:
    """Call it otherwise. What was chosen stays; an adopted scenario stays altogether."""
    actor = known.account.actor
    return told.scenario(db, actor, saving.rename(db, actor, id_, body.name, body.remark))


@router.delete("/{id}", status_code=204)
def delete_scenario(db: Reading, known: SignedIn, id_: Id) -> None:
    """Throw it away, unless it has been adopted."""
    saving.remove(db, known.account.actor, id_)


@router.post("/{id}/rerun")
def rerun_scenario(desk: Planning, id_: Id) -> RerunTold:
    """The same question of the communities as they are now: the same, or what has changed."""
    with desk.transaction() as db:
        scenario = saving.found(db, desk.actor, id_)
    question = ScenarioQuestion.again(scenario)
    author = Desk(desk.request, rerunning.seeing(desk.actor, scenario))
    found, data_date = author.judged(question)
    answer = selecting.answer(found, question.question(scenario.weights))
    with desk.transaction() as db:
        again = rerunning.rerun(db, scenario, answer, question.locks)
        return told.rerun(db, desk.actor, scenario, again, data_date)


@router.post("/{id}/adopt")
def adopt_scenario(
    session: Adopting,
    id_: Id,
    language: Tongue,
    dry_run: Annotated[
        bool, Query(description="Tell what would come of it, and do nothing.")
    ] = False,
) -> Adoption:
    """Write the annual plan through the gate, community by community; the refused are named."""
    if dry_run:
        outcome = adopting.rehearse(session, id_).as_json()
        return told.adoption(session.db, session.actor, outcome, language)
    adopted = adopting.adopt(session, id_)
    outcome = dict(adopted.outcome or {})
    return told.adoption(session.db, session.actor, outcome, language, adopted)
