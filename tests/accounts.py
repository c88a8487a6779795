"""Accounts to test with, and clients that are signed in."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count

import httpx
import pytest

from gis_service.identity.keeping import Draft, Keeper, create_user
from gis_service.store.accounts import Account
from gis_service.store.database import Database
from layers.core.access import OPERATOR, Role

PASSWORD = "correct horse battery staple"
_numbers = count(1)

SignedIn = Callable[..., httpx.Client]


def add_account(
    database: Database,
    role: Role,
    *,
    name: str | None = None,
    areas: tuple[str, ...] = (),
    sites: tuple[int, ...] = (),
    subject: str | None = None,
) -> Account:
    """An account of the operator's making, whose password is `PASSWORD`."""
    draft = Draft(
        name=name or f"{role.value}-{next(_numbers)}",
        role=role,
        areas=areas,
        sites=sites,
        password=PASSWORD,
        subject=subject,
    )
    with database.identity.begin() as accounts, database.transaction(OPERATOR) as features:
        account, _ = create_user(Keeper(OPERATOR, accounts, features), draft)
    return account


@pytest.fixture(scope="module")
def signed_in(database: Database, server: str) -> Iterator[SignedIn]:
    """Makes clients that are signed in to a new account: `signed_in(Role.PLANNER, areas=…)`."""
    with ExitStack() as stack:

        def make(
            role: Role, *, areas: tuple[str, ...] = (), sites: tuple[int, ...] = ()
        ) -> httpx.Client:
            account = add_account(database, role, areas=areas, sites=sites)
            client = stack.enter_context(httpx.Client(base_url=server, trust_env=False, timeout=30))
            answer = client.post(
                "/api/session", json={"username": account.name, "password": PASSWORD}
            )
            assert answer.status_code == 200, answer.text
            client.headers["Origin"] = server
            return client

        yield make
