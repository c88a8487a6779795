"""What passers-by say of a closure, through the functions that the public may call."""

from typing import Any, cast

from sqlalchemy import Connection, text

from layers.ledgers.sightings import Seen


def say(db: Connection, perimeter: int, seen: Seen, address: str) -> str:
    """One of taken, unknown, over, full."""
    values = {"perimeter": perimeter, "seen": seen.value, "address": address}
    statement = text("SELECT open.say_sighting(:perimeter, :seen, :address)")
    return cast(str, db.scalar(statement, values))


def counts(db: Connection, perimeter: int) -> dict[str, Any]:
    """How many found it there or gone since yesterday, and since its manager last looked."""
    statement = text("SELECT open.count_sightings(:perimeter)")
    return cast(dict[str, Any], db.scalar(statement, {"perimeter": perimeter}))
