"""Signing in is tried ever more slowly: per account, and per address for those who try many; and
so is whatever else may be tried without an account, per address.

A try is counted before its password is looked at, so that many at once gain nothing, and is
forgotten when it was right.
"""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from sqlalchemy import Connection, Engine

from gis_service.errors import TooMany
from gis_service.identity.secrets import digest
from gis_service.store import throttles
from layers.core.text import Text

FREE_TRIES, FREE_TRIES_OF_ADDRESS = 5, 30
"""An office shares one address; a person does not mistype thirty times."""
LONGEST_S = 900


def pause(tries: int, free: int) -> timedelta:
    """After so many tries in vain: nothing, then 1, 2, 4 … seconds."""
    beyond = tries - free
    return timedelta(seconds=min(LONGEST_S, 2 ** min(beyond - 1, 20)) if beyond > 0 else 0)


def slow_down(engine: Engine, what: str, address: str, free: int) -> None:
    """Counts one more doing of what anyone may do. Raises TooMany where it was done too often.

    The address is kept as a hash, and for a day.
    """
    key = _doing(what, address)
    with engine.begin() as db:
        throttles.lock(db, (key,))
        _demand_turn(db, (key,))
        throttles.count(db, key, lambda tries: pause(tries, free))


def admit(engine: Engine, name: str, address: str) -> None:
    """Counts a try. Raises TooMany while the account or the address has to wait."""
    account, origin = _keys(name, address)
    with engine.begin() as db:
        throttles.lock(db, (account, origin))
        _demand_turn(db, (account, origin))
        throttles.count(db, account, lambda tries: pause(tries, FREE_TRIES))
        throttles.count(db, origin, lambda tries: pause(tries, FREE_TRIES_OF_ADDRESS))


def _demand_turn(db: Connection, keys: tuple[str, ...]) -> None:
    left = ceil(throttles.wait(db, keys).total_seconds())
    if left > 0:
        raise TooMany(Text(f"请在 {left} 秒后再试。", f"Try again in {left} seconds."), wait_s=left)


def let_off(engine: Engine, what: str, address: str) -> None:
    """The last doing of it by `slow_down` was right, and does not count."""
    with engine.begin() as db:
        throttles.refund(db, _doing(what, address))


def forgive(engine: Engine, name: str, address: str) -> None:
    """The try was right: the account starts afresh, the address has one try less to its name."""
    account, origin = _keys(name, address)
    with engine.begin() as db:
        throttles.forget(db, account)
        throttles.refund(db, origin)


def _doing(what: str, address: str) -> str:
    return f"{what}:{digest(line_of(address)).hex()}"


def _keys(name: str, address: str) -> tuple[str, str]:
    return f"account:{name}", f"address:{line_of(address)}"


def line_of(address: str) -> str:
    """One customer's line: an IPv4 address, or the /64 that one gets in IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False) if isinstance(found, IPv6Address) else found)
