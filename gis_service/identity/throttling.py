"""Signing in is tried ever more slowly: per account, and per address for those who try many.

A try is counted before its password is looked at, so that many at once gain nothing, and is
forgotten when it was right.
"""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from sqlalchemy import Engine

from gis_service.errors import TooMany
from gis_service.store import throttles
from layers.core.text import Text

FREE_TRIES, FREE_TRIES_OF_ADDRESS = 5, 30
"""An office shares one address; a person does not mistype thirty times."""
LONGEST_S = 900


def pause(tries: int, free: int) -> timedelta:
    """After so many tries in vain: nothing, then 1, 2, 4 … seconds."""
    beyond = tries - free
    return timedelta(seconds=min(LONGEST_S, 2 ** min(beyond - 1, 20)) if beyond > 0 else 0)


def admit(engine: Engine, name: str, address: str) -> None:
    """Counts a try. Raises TooMany while the account or the address has to wait."""
    account, origin = _keys(name, address)
    with engine.begin() as db:
        throttles.lock(db, (account, origin))
        left = ceil(throttles.wait(db, (account, origin)).total_seconds())
        if left > 0:
            raise TooMany(
                Text(f"请在 {left} 秒后再试。", f"Try again in {left} seconds."), wait_s=left
            )
        throttles.count(db, account, lambda tries: pause(tries, FREE_TRIES))
        throttles.count(db, origin, lambda tries: pause(tries, FREE_TRIES_OF_ADDRESS))


def forgive(engine: Engine, name: str, address: str) -> None:
    """The try was right: the account starts afresh, the address has one try less to its name."""
    account, origin = _keys(name, address)
    with engine.begin() as db:
        throttles.forget(db, account)
        throttles.refund(db, origin)


def _keys(name: str, address: str) -> tuple[str, str]:
    return f"account:{name}", f"address:{_origin(address)}"


def _origin(address: str) -> str:
    """One customer's line: an IPv4 address, or the /64 that one gets in IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False) if isinstance(found, IPv6Address) else found)
