"""What the tests of the API stand on: an example of every layer, published, and its street."""

from typing import Any

import httpx
import pytest

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.examples import add_examples


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, Any]:
    """The id of the example of each layer."""
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture(scope="module")
def officer(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    """Of a street office, in whose area every example lies."""
    return signed_in(Role.STREET_OFFICER, areas=("36",))
