"""Closing a vote: its ballots are counted and its result is sealed, with who, when and on what
evidence. A vote that was counted elsewhere keeps the totals that were entered for it."""

from datetime import datetime

from sqlalchemy import Connection

from gis_service.errors import Conflict, Invalid
from gis_service.store import features as stored
from gis_service.store import votes
from gis_service.store.features import Held
from gis_service.store.periods import LOCAL
from gis_service.voting.finding import held
from gis_service.voting.tallying import with_totals
from layers.core.access import Actor
from layers.core.rules import Feature
from layers.core.text import Text
from layers.ledgers.decisions import LAYER, Decision, DecisionResult, result_of

_CLOSED = Text("表决已结束。", "The vote is closed already.")
_OPEN = Text("表决尚未结束,无结果可撤销。", "The vote is open: there is nothing to reverse.")
_REVERSED = Text("表决结果已撤销。", "The vote has been reversed already.")


def close(db: Connection, actor: Actor, id_: int, now: datetime) -> Decision:
    """Counts and seals a vote whose last day has come, or in which everyone took part.

    Raises NotSignedIn, NotPermitted, NotFound, Conflict, or Invalid where the totals cannot be.
    """
    row, vote = held(db, actor, id_)
    if vote.result is not DecisionResult.OPEN:
        raise Conflict(_CLOSED)
    # Only now, when nobody else can add one: what is counted is all there will be.
    counted = votes.count(db, id_)
    if counted.ballots:
        vote = with_totals(vote, counted)
    if now.astimezone(LOCAL).date() < vote.ends and vote.owners_took_part < vote.owners_total:
        raise Conflict(
            Text(
                f"表决至 {vote.ends},到期或全体业主投票后方可结束。",
                f"The vote runs until {vote.ends}; it is closed then, or when every owner voted.",
            )
        )
    sealed = vote.model_copy(
        update={
            "result": result_of(vote.outcome(vote.matter.gravity)),
            "closed_at": now,
            "closed_by": actor.name,
            "ballots_sha256": counted.sha256 if counted.ballots else None,
        }
    )
    return _written(db, row, sealed)


def reverse(db: Connection, actor: Actor, id_: int, reason: str) -> Decision:
    """Takes back a result and leaves its totals, with a reason that the public reads.

    Raises what `close` does.
    """
    row, vote = held(db, actor, id_)
    if vote.result is DecisionResult.OPEN:
        raise Conflict(_OPEN)
    if vote.result is DecisionResult.REVERSED:
        raise Conflict(_REVERSED)
    update = {"result": DecisionResult.REVERSED, "reversal_reason": reason.strip()}
    return _written(db, row, vote.model_copy(update=update))


def _written(db: Connection, row: Held, vote: Decision) -> Decision:
    feature = Feature(None, vote)
    if problems := [*LAYER.problems(feature)]:
        raise Invalid(problems)
    stored.update(db, LAYER, row, feature, row.visibility)
    return vote
