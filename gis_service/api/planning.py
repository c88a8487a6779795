"""Planning over HTTP: a ranking that explains itself, and the best choice within the money.

Signed-in staff only, for anyone may try cases of their own and they cost time to compute. Few are
computed at once, and none of them holds a connection to the database meanwhile.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, cast

from anyio import CapacityLimiter
from fastapi import APIRouter, Depends
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from gis_service import ranking, selecting
from gis_service.advancing import today
from gis_service.api import rankings, selections
from gis_service.api.plan_files import RESPONSES, Format, handed, only_of_the_database
from gis_service.api.rankings import DRAWS, MOST_SCORES, RankBody, RankingTold, Weighing
from gis_service.api.requests import SignedIn, Tongue, database
from gis_service.api.selections import SelectBody, SelectionTold
from gis_service.errors import Invalid
from gis_service.planning import weighing
from gis_service.presenting import plan as presenting
from gis_service.presenting import reading
from gis_service.presenting.forms import FORMS, Suffix
from gis_service.presenting.plan import Ground
from gis_service.printing import outcome
from gis_service.printing.press import Press
from gis_service.ranking import Asked, Judged
from gis_service.settings import Settings
from layers.core.access import Actor
from layers.core.rules import Problem
from layers.core.text import Text
from layers.planning.weights import BUREAU, SETS

router = APIRouter(prefix="/planning", tags=["Planning"])


@dataclass(frozen=True, slots=True)
class Desk:
    """Someone who plans: who they are, and a way to the database for as long as it is read."""

    request: Request
    actor: Actor

    def transaction(self) -> AbstractContextManager[Connection]:
        return database(self.request).transaction(self.actor)

    def weights(self, body: Weighing) -> Mapping[str, float]:
        """Raises Invalid for the name of no set."""
        if body.weights is not None:
            return body.weights
        name = body.set or BUREAU.name
        if name in SETS:
            return SETS[name].weights
        with self.transaction() as db:
            return weighing.weights_named(db, self.actor, name)

    def judged(self, body: Weighing) -> tuple[list[Judged], datetime | None]:
        """Those that the body asks for, and of when the data are."""
        with self.transaction() as db:
            day = today(datetime.now(UTC))
            found = ranking.judged(db, self.actor, year_of(body), day, body.chosen)
            return found, ranking.data_date(db, self.actor)

    def ground(self, body: Weighing, found: Sequence[Judged], suffix: Suffix) -> Ground:
        """What a file of them needs to know beside them."""
        with self.transaction() as db:
            return reading.ground(
                db,
                self.actor,
                cast(Settings, self.request.app.state.settings),
                found,
                year=year_of(body),
                chosen=body.chosen,
                shaped=FORMS[suffix].shaped,
            )

    @property
    def press(self) -> Press:
        return cast(Press, self.request.app.state.press)


async def desk(request: Request, who: SignedIn) -> AsyncIterator[Desk]:
    async with cast(CapacityLimiter, request.app.state.planning_turns):
        yield Desk(request, who.account.actor)


Planning = Annotated[Desk, Depends(desk, scope="function")]


@router.post("/rank", response_model=RankingTold, responses=RESPONSES)
def post_rank(body: RankBody, desk: Planning, language: Tongue, f: Format = "json") -> Response:
    """Communities from the best, with what each criterion contributes and how firm the order is."""
    only_of_the_database(f, body.candidates)
    if body.candidates is None:
        found, data_date = desk.judged(body)
    else:
        found, data_date = [each.value() for each in body.candidates], None
    asked = Asked(
        desk.weights(body),
        draws=_draws(body.draws, len(found)),
        top=body.top,
        concentration=body.concentration,
        seed=body.seed,
    )
    ranked = ranking.rank(found, asked)
    if f != "json":
        ground = desk.ground(body, found, f)
        plan = presenting.ranked(ranked, year_of(body), ground, body.limit, data_date)
        return handed(plan, f, language, desk.press)
    answer = rankings.told(ranked, language, year_of(body), body.limit, data_date)
    # Written once: the framework would look at each of a hundred thousand numbers again.
    return Response(answer.model_dump_json(), media_type="application/json")


@router.post("/select", response_model=SelectionTold, responses=RESPONSES)
def post_select(
    body: SelectBody, desk: Planning, language: Tongue, f: Format = "json"
) -> SelectionTold | Response:
    """The best choice within the budget and every constraint, or those that contradict."""
    only_of_the_database(f, body.candidates)
    if body.candidates is not None:
        own = body.own_candidates()
        effort = selecting.effort_for(len(own), body.gap, body.seconds)
        chosen = selecting.select(body.task(own), effort, body.wanted)
        return selections.told(chosen, len(own), [], language)
    found, data_date = desk.judged(body)
    question = body.question(desk.weights(body))
    answer = selecting.answer(found, question, body.wanted)
    if f != "json":
        ground = desk.ground(body, found, f)
        choice = outcome.told(
            answer,
            question.task(answer.candidates),
            year=year_of(body),
            counties=ground.counties,
            data_date=data_date,
        )
        return handed(presenting.chosen(answer.ranking, choice, ground), f, language, desk.press)
    told = selections.told(answer.selection, len(answer.candidates), answer.out, language)
    weights = rankings.by_code(answer.ranking.weights)
    return told.model_copy(update={"weights": weights, "data_date": data_date})


def year_of(body: Weighing) -> int:
    """The next, unless another is asked for."""
    return body.year or today(datetime.now(UTC)).year + 1


def _draws(asked: int | None, count: int) -> int:
    most = MOST_SCORES // max(count, 1)
    if asked is None:
        return min(DRAWS, most)
    if asked > most:
        said = Text(
            f"{count:,} 个小区最多抽样 {most:,} 次。",
            f"At most {most:,} draws for {count:,} communities.",
        )
        raise Invalid([Problem("draws.over", said, "draws")])
    return asked
