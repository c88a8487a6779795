"""Migrated databases for tests: a template once a session, a copy of it for each module."""

from collections.abc import Iterator
from itertools import count

import pytest

from gis_service.embedded import Cluster
from gis_service.migrations import migrate
from gis_service.store.database import Database, Urls

_TEMPLATE = "onemap_template"
_numbers = count(1)


@pytest.fixture(scope="session")
def migrated(cluster: Cluster) -> str:
    """Name of a database with tables and no rows, that nobody is in."""
    cluster.create_database(_TEMPLATE)
    owner = opened(cluster, _TEMPLATE)
    migrate(owner.owner)
    owner.close()
    return _TEMPLATE


@pytest.fixture(scope="module")
def database(cluster: Cluster, migrated: str) -> Iterator[Database]:
    """A migrated database of this module's own, without rows."""
    name = f"onemap_{next(_numbers)}"
    cluster.create_database(name, template=migrated)
    copy = opened(cluster, name)
    yield copy
    copy.close()
    cluster.drop_database(name)


def opened(cluster: Cluster, name: str) -> Database:
    return Database(
        Urls(
            owner=cluster.url("onemap_owner", name),
            staff=cluster.url("onemap_staff", name),
            gate=cluster.url("onemap_gate", name),
            anonymous=cluster.url("onemap_anonymous", name),
            identity=cluster.url("onemap_identity", name),
        )
    )
