"""Bearer tokens: how programs ask in the name of an account."""

from datetime import timedelta

from sqlalchemy import Connection

from gis_service.errors import Invalid, NotFound
from gis_service.identity import secrets
from gis_service.store import tokens
from gis_service.store.tokens import Token
from layers.core.rules import Problem
from layers.core.text import Text

PREFIX = "onemap_"
"""So that scanners know a token that somebody has published by mistake."""
LONGEST_DAYS, MOST = 366, 20


def issue(db: Connection, account: int, name: str, days: int) -> tuple[Token, str]:
    """The token and its secret, which is told this once. It may what its owner may."""
    if len(tokens.listed(db, account)) >= MOST:
        raise Invalid(
            [
                Problem(
                    "tokens.many",
                    Text(f"每个账户最多 {MOST} 个令牌。", f"At most {MOST} tokens an account."),
                )
            ]
        )
    secret = PREFIX + secrets.new()
    return tokens.add(db, account, name, secrets.digest(secret), timedelta(days=days)), secret


def revoke(db: Connection, account: int, id_: int) -> None:
    """Raises NotFound when the account has no such token."""
    if not tokens.revoke(db, account, id_):
        raise NotFound(Text(f"没有令牌 {id_}。", f"There is no token {id_}."))
