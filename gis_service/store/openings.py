"""Sign-ins begun at an OpenID provider: each is come back from once, and soon."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, func

from gis_service.store.account_tables import OPENINGS

LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the answer must fit, and where the person wanted to go."""

    nonce: str
    verifier: str
    next: str


def add(db: Connection, hash_: bytes, opening: Opening) -> None:
    db.execute(OPENINGS.delete().where(OPENINGS.c.began_at < func.now() - LASTS))
    db.execute(
        OPENINGS.insert(),
        {
            "hash": hash_,
            "nonce": opening.nonce,
            "verifier": opening.verifier,
            "next": opening.next,
        },
    )


def take(db: Connection, hash_: bytes) -> Opening | None:
    """The opening, gone from now on."""
    fresh = (OPENINGS.c.hash == hash_) & (OPENINGS.c.began_at > func.now() - LASTS)
    row = db.execute(
        OPENINGS.delete()
        .where(fresh)
        .returning(OPENINGS.c.nonce, OPENINGS.c.verifier, OPENINGS.c.next)
    ).one_or_none()
    return None if row is None else Opening(*row)
