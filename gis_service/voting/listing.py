"""Listing who votes: room by room for those who enter ballots, and what all owners come to."""

from sqlalchemy import Connection

from gis_service import editing
from gis_service.errors import NotFound
from gis_service.store import accesses, electorates, reading, scopes
from gis_service.store.electorates import Voter
from gis_service.store.views import view
from gis_service.voting.finding import kept
from layers import communities
from layers.core.access import Actor
from layers.core.layer import Visibility
from layers.core.text import Text
from layers.ledgers import households
from layers.voting import Share


def voters(db: Connection, actor: Actor, decision: int) -> list[Voter]:
    """Every room of the vote's community and its ballot; noted as a reading of personal data.

    Raises NotSignedIn, NotPermitted or NotFound.
    """
    kept(db, actor, decision)
    found = electorates.voters(db, decision)
    accesses.note(db, actor, households.LAYER, [voter.household for voter in found])
    return found


def electorate(db: Connection, actor: Actor, community: int) -> Share:
    """How many owners the ledger of households knows in a community, and their floor area.

    Raises NotSignedIn, NotPermitted or NotFound.
    """
    editing.allow(actor, households.LAYER)
    if not reading.sees(db, view(communities.LAYER, actor), community):
        raise NotFound(Text(f"没有小区 {community}。", f"There is no community {community}."))
    place = scopes.place_of(db, communities.LAYER, community)
    editing.allow_at(actor, households.LAYER, place, Visibility.DRAFT)
    return electorates.whole(db, community)
