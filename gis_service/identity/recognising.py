"""Who asks, by the secret that a request carries."""

from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import Engine

from gis_service.errors import NotSignedIn
from gis_service.identity import secrets
from gis_service.store import sessions, tokens
from gis_service.store.accounts import Account
from layers.core.text import Text


class By(Enum):
    """What they are recognised by."""

    COOKIE = auto()
    TOKEN = auto()


@dataclass(frozen=True, slots=True)
class Known:
    """An account that asks, and by what it is known."""

    account: Account
    by: By


class BadToken(NotSignedIn):
    """The bearer token is forged, ended or revoked; RFC 6750 says how to say so."""

    challenge = 'Bearer realm="onemap", error="invalid_token"'


def by_session(engine: Engine, secret: str) -> Known | None:
    """None when the session has ended: its owner then is the public until they sign in again."""
    with engine.begin() as db:
        account = sessions.account(db, secrets.digest(secret))
    return None if account is None else Known(account, By.COOKIE)


def by_token(engine: Engine, secret: str) -> Known:
    """Raises BadToken: a machine must not take the public's answer for its own."""
    with engine.begin() as db:
        account = tokens.account(db, secrets.digest(secret))
    if account is None:
        raise BadToken(Text("令牌无效或已过期。", "The token is not valid, or no longer."))
    return Known(account, By.TOKEN)
