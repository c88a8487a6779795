"""Issuing one-time codes for a vote or a survey: told once, to be printed, and kept as hashes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from gis_service import editing, one_time
from gis_service.errors import BadParameter, NotFound
from gis_service.store import accesses, codes, reading, scopes
from gis_service.store.codes import Door
from gis_service.store.views import view
from gis_service.voting.finding import taking_ballots
from layers import communities
from layers.core.access import Actor
from layers.core.layer import Visibility
from layers.core.text import Text
from layers.ledgers import households, surveys


@dataclass(frozen=True, slots=True)
class Slip:
    """One household's notice: its door and its code."""

    door: Door
    code: str


def for_vote(db: Connection, actor: Actor, decision: int) -> list[Slip]:
    """Codes for the households that have not voted; earlier ones of theirs are void.

    Raises NotSignedIn, NotPermitted, NotFound, or Conflict once the vote is closed.
    """
    vote = taking_ballots(db, actor, decision)
    slips = _slips(db, actor, vote.community, codes.voted(db, decision))
    codes.issue_for_vote(db, decision, _hashed(slips))
    return slips


def for_survey(db: Connection, actor: Actor, community: int, ends: date, today: date) -> list[Slip]:
    """Codes for the households that have not answered the running survey.

    Raises NotSignedIn, NotPermitted, NotFound, or BadParameter for a day that is past.
    """
    editing.allow(actor, surveys.LAYER)
    editing.allow(actor, households.LAYER)
    if not reading.sees(db, view(communities.LAYER, actor), community):
        raise NotFound(Text(f"没有小区 {community}。", f"There is no community {community}."))
    place = scopes.place_of(db, communities.LAYER, community)
    editing.allow_at(actor, surveys.LAYER, place, Visibility.DRAFT)
    if ends < today:
        raise BadParameter("ends", Text("截止日期已过。", "That day is past."))
    slips = _slips(db, actor, community, codes.answered(db, community, today))
    codes.issue_for_survey(db, community, ends, _hashed(slips))
    return slips


def _slips(db: Connection, actor: Actor, community: int, done: Collection[int]) -> list[Slip]:
    doors = [door for door in codes.doors(db, community) if door.household not in done]
    accesses.note(db, actor, households.LAYER, [door.household for door in doors])
    return [Slip(door, one_time.new()) for door in doors]


def _hashed(slips: Collection[Slip]) -> list[tuple[int, bytes]]:
    return [(slip.door.household, one_time.digest(slip.code)) for slip in slips]
