"""Sighting: a passer-by says that a closure is still there, or gone. Nothing else happens by it."""

from sqlalchemy import Connection

from gis_service.errors import Conflict, NotFound
from gis_service.identity.throttling import line_of
from gis_service.informing.models import Sightings
from gis_service.store import sightings as stored
from layers.core.text import Text
from layers.ledgers.sightings import Seen


def say(db: Connection, perimeter: int, seen: Seen, address: str) -> Sightings:
    """Takes a word, the same once a day from one address, and answers the counts.

    Raises NotFound, or Conflict where nothing is closed now or a day has brought words enough.
    """
    outcome = stored.say(db, perimeter, seen, line_of(address))
    if outcome == "unknown":
        raise NotFound(Text(f"没有围挡 {perimeter}。", f"There is no closure {perimeter}."))
    if outcome == "over":
        raise Conflict(Text("这里现在没有围挡。", "Nothing is closed off here now."))
    if outcome == "full":
        raise Conflict(Text("今天已收到足够多的反馈。", "Enough people have said so today."))
    return Sightings(**stored.counts(db, perimeter))
