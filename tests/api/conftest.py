"""What the tests of the API stand on: an example of every layer, published."""

from typing import Any

import pytest

from gis_service.store.database import Database
from tests.examples import add_examples


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, Any]:
    """The id of the example of each layer."""
    with database.owner.begin() as db:
        return add_examples(db)
