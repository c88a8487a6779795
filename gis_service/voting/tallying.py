"""How a vote stands: to those who keep it while it runs, to the public once it is closed."""

from dataclasses import dataclass

from sqlalchemy import Connection

from gis_service.errors import NotFound
from gis_service.store import scopes, votes
from gis_service.store.votes import BuildingVotes, Counted
from gis_service.voting.finding import shown
from layers.core.access import Actor, Role, may_read_internal
from layers.core.text import Text
from layers.ledgers.decisions import LAYER, Decision, DecisionResult
from layers.ledgers.works import gravity_of
from layers.voting import Gravity

_RUNNING = Text("表决尚未结束,结果未公布。", "The vote is open; its totals are not public yet.")


@dataclass(frozen=True, slots=True)
class Tally:
    """`vote` bears the totals: of the ballots so far while it is open, the sealed ones afterwards.

    `plan` is what the community's works make of the matter, for the officer to confirm; the public
    is not told, and hears of `buildings` only where no household could be recognised.
    """

    id: int
    vote: Decision
    ballots: int | None
    plan: Gravity | None
    buildings: list[BuildingVotes]


def tally(db: Connection, actor: Actor, id_: int) -> Tally:
    """Raises NotFound, for the public also while the vote is open."""
    vote = shown(db, actor, id_)
    is_open = vote.result is DecisionResult.OPEN
    if not _inside(db, actor, id_):
        if is_open:
            raise NotFound(_RUNNING)
        return Tally(id_, vote, None, None, votes.by_building(db, id_, public=True))
    counted = votes.count(db, id_)
    return Tally(
        id_,
        with_totals(vote, counted) if is_open and counted.ballots else vote,
        counted.ballots,
        gravity_of(votes.matters(db, vote.community)),
        votes.by_building(db, id_, public=False),
    )


def _inside(db: Connection, actor: Actor, id_: int) -> bool:
    if actor.role is Role.PUBLIC:
        return False
    return may_read_internal(actor, LAYER, scopes.place_of(db, LAYER, id_))


def with_totals(vote: Decision, counted: Counted) -> Decision:
    """The vote with the totals of its ballots, not yet validated."""
    return vote.model_copy(
        update={
            "owners_took_part": counted.took_part.owners,
            "area_took_part_m2": counted.took_part.area_m2,
            "owners_in_favour": counted.in_favour.owners,
            "area_in_favour_m2": counted.in_favour.area_m2,
        }
    )
