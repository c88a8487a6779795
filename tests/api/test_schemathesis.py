"""What the OpenAPI document says is true: schemathesis calls its operations, for a bounded time."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from gis_service.identity import machines
from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import add_account
from tests.examples import add_examples

SECONDS = 45.0
"""Operations are taken in an order of their own each day; what is not reached comes another day."""
EXAMPLES = 4
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
# A stream never ends; signing in is throttled; the others may end the account that calls.
LEFT_OUT = ("/events", "/session", "/tokens", "/accounts/{")
KNOWN = {"collectionId": "communities", "featureId": "1"}


@pytest.fixture(scope="module")
def token(database: Database) -> str:
    """Of an administrator, with one public example in every layer."""
    with database.owner.begin() as db:
        add_examples(db)
    account = add_account(database, Role.ADMIN, areas=("",))
    with database.identity.begin() as db:
        _, secret = machines.issue(db, account.id, "schemathesis", 1)
    return secret


def test_the_service_is_as_it_is_documented(server: str, token: str) -> None:
    session = requests.Session()
    session.trust_env = False
    session.headers["Authorization"] = f"Bearer {token}"
    address = f"{server}/api"
    told = session.get(f"{address}/openapi.json").json()
    schema = schemathesis.openapi.from_dict(told)
    found: Iterator[Any] = schema.get_all_operations()
    operations = [each.ok() for each in found]
    operations = [each for each in operations if not each.path.startswith(LEFT_OUT)]
    random.Random(time.strftime("%Y-%j")).shuffle(operations)
    statuses: Counter[int] = Counter()
    ends = time.monotonic() + SECONDS
    reached = 0
    wrong: list[str] = []
    for operation in operations:
        if time.monotonic() > ends:
            break
        reached += 1
        for mode in GenerationMode:
            try:
                _try(operation, mode, session, address, statuses)
            except FailureGroup as found:
                wrong.append(f"{operation.label}: {found} {[*map(str, found.exceptions)]}")
    print(f"{reached} of {len(operations)} operations, answers by status: {dict(statuses)}")  # noqa: T201
    assert wrong == []
    assert reached > 20
    assert statuses[200] > 20


def _try(
    operation: Any,
    mode: GenerationMode,
    session: requests.Session,
    address: str,
    statuses: Counter[int],
) -> None:
    known = {name: KNOWN[name] for name in KNOWN if f"{{{name}}}" in operation.path}
    headers = {"If-Match": "*"} if operation.method in ("put", "patch", "delete") else None
    strategy = operation.as_strategy(mode, path_parameters=known or None, headers=headers)

    @settings(
        max_examples=EXAMPLES,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def call(case: Any) -> None:
        answer = case.call(base_url=address, session=session)
        statuses[answer.status_code] += 1
        case.validate_response(answer, checks=CHECKS)

    # Of some operations nothing can be wrong.
    with suppress(Unsatisfiable):
        call()
