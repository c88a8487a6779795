"""Signing in and out. A session is begun anew each time: no secret that was there before counts."""

from sqlalchemy import Connection, Engine

from gis_service.errors import NotSignedIn
from gis_service.identity import passwords, secrets, throttling
from gis_service.store import accounts, sessions
from gis_service.store.accounts import Account
from layers.core.text import Text

_WRONG = Text("用户名或密码不正确。", "The name or the password is wrong.")
"""For an unknown name, a wrong password and a closed account alike."""


def sign_in(engine: Engine, name: str, password: str, address: str) -> tuple[Account, str]:
    """The account and the secret of its new session.

    Raises NotSignedIn, or TooMany after too many tries in vain.
    """
    name = name.strip().lower()
    throttling.admit(engine, name, address)
    with engine.connect() as db:
        account = accounts.named(db, name)
        hash_ = accounts.password_of(db, account.id) if account else None
    # Slow on purpose, so that no transaction waits for it.
    if not passwords.fits(password, hash_) or account is None or not account.active:
        raise NotSignedIn(_WRONG)
    throttling.forgive(engine, name, address)
    with engine.begin() as db:
        return account, begin(db, account)


def begin(db: Connection, account: Account) -> str:
    """The secret of a new session of an account that has proven who it is."""
    secret = secrets.new()
    sessions.begin(db, account.id, secrets.digest(secret))
    return secret


def sign_out(db: Connection, secret: str) -> None:
    sessions.end(db, secrets.digest(secret))


def sign_out_everywhere(db: Connection, account: int) -> None:
    """Ends the account's sessions on every device; its tokens go on."""
    sessions.end_all(db, account)
