from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from gis_service.store.database import Database
from tests.files.made import frame
from tests.importing.made import (
    COUNTY,
    county,
)


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    """A transaction that is undone, with one county in it."""
    with database.staff.connect() as connection:
        county(connection, COUNTY)
        yield connection
        connection.rollback()


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def made(*args: Any, **kwargs: Any) -> Path:
        path = tmp_path / "made.gpkg"
        frame(*args, **kwargs).to_file(path)
        return path

    return made
