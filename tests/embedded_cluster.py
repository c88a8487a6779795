"""The PostGIS of a test run: one private cluster a session, gone with its directory afterwards.

A test asks for `cluster` and makes the databases it needs in it.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from gis_service import embedded


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A fresh data directory that the database user, too, can enter (pytest's own it cannot)."""
    with TemporaryDirectory(prefix="onemap-test-") as directory:
        Path(directory).chmod(0o755)
        yield Path(directory)


@pytest.fixture(scope="session")
def cluster() -> Iterator[embedded.Cluster]:
    with TemporaryDirectory(prefix="onemap-tests-") as directory:
        Path(directory).chmod(0o755)
        with embedded.running(Path(directory), durable=False) as running:
            yield running
