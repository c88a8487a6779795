from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection

from gis_service import demo
from gis_service.store.database import Database
from layers.core.access import PUBLIC

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Ten in the morning in China, on the day that the demo is made for."""


@pytest.fixture(scope="module")
def told(database: Database) -> Database:
    """The demo's towns."""
    demo.load(database.owner, "town", lambda line: None, today=NOW.date())
    return database


@pytest.fixture
def db(told: Database) -> Iterator[Connection]:
    """A transaction of the public's."""
    with told.transaction(PUBLIC) as connection:
        yield connection
