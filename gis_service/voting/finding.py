"""The vote that someone asks about, and whether it is theirs to keep."""

from sqlalchemy import Connection

from gis_service import editing
from gis_service.errors import Conflict, NotFound
from gis_service.store import features as stored
from gis_service.store import scopes, votes
from gis_service.store.features import Held
from gis_service.store.views import view
from layers.core.access import Actor
from layers.core.layer import Visibility
from layers.core.text import Text
from layers.ledgers import ballots
from layers.ledgers.decisions import LAYER, Decision, DecisionResult

_CLOSED = Text("表决已结束,不能再更改。", "The vote is closed and cannot be changed any more.")


def shown(db: Connection, actor: Actor, id_: int) -> Decision:
    """The vote as the actor may see it. Raises NotFound."""
    vote = votes.vote(db, view(LAYER, actor), id_)
    if vote is None:
        raise NotFound(Text(f"没有表决 {id_}。", f"There is no vote {id_}."))
    return vote


def kept(db: Connection, actor: Actor, id_: int) -> Decision:
    """A vote whose ballots the actor keeps. Raises NotSignedIn, NotPermitted or NotFound."""
    editing.allow(actor, ballots.LAYER)
    vote = shown(db, actor, id_)
    editing.allow_at(actor, ballots.LAYER, scopes.place_of(db, LAYER, id_), Visibility.DRAFT)
    return vote


def taking_ballots(db: Connection, actor: Actor, id_: int) -> Decision:
    """As `kept`, and open.

    It is not locked, so that many may enter at once; each ballot locks it against being closed.
    Raises what `kept` does, or Conflict for one that is closed.
    """
    vote = kept(db, actor, id_)
    if vote.result is not DecisionResult.OPEN:
        raise Conflict(_CLOSED)
    return vote


def held(db: Connection, actor: Actor, id_: int) -> tuple[Held, Decision]:
    """A vote that the actor may write, and that takes no ballot until the transaction ends. Only
    those who keep the ballots count them.

    Raises NotSignedIn, NotPermitted or NotFound.
    """
    editing.allow(actor, LAYER)
    editing.allow(actor, ballots.LAYER)
    shown(db, actor, id_)
    found = stored.hold(db, LAYER, id_)
    if found is None:
        raise NotFound(Text(f"没有表决 {id_}。", f"There is no vote {id_}."))
    editing.allow_at(actor, LAYER, scopes.place_of(db, LAYER, id_), found.visibility)
    return found, Decision.model_validate(found.properties)
