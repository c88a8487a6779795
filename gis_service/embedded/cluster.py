"""The running cluster: how to reach it, and the `with` that makes it run."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import psycopg
from psycopg import sql

from gis_service.embedded.account import database_account
from gis_service.embedded.binaries import provide
from gis_service.embedded.bootstrap import (
    DATABASE,
    make_database,
    make_extension,
    make_roles,
)
from gis_service.embedded.holding import holding
from gis_service.embedded.initdb import SUPERUSER, initdb
from gis_service.embedded.place import PORT, existing, place_in, prepared
from gis_service.embedded.postmaster import read_postmaster
from gis_service.embedded.server import serving
from gis_service.embedded.stale import clear_stale
from gis_service.embedded.unavailable import Unavailable
from gis_service.embedded.unpacking import shelf

JOIN_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running private PostGIS. Its roles and its database `onemap` are there."""

    sockets: Path

    def url(self, user: str, database: str = DATABASE) -> str:
        """For SQLAlchemy. No password: who may enter the socket's directory may be any role."""
        query = urlencode({"host": self.sockets, "port": PORT})
        return f"postgresql+psycopg://{user}@/{database}?{query}"

    def create_database(self, name: str, template: str | None = None) -> None:
        """A further database with PostGIS, or a copy of one that nobody is in."""
        with self.superuser() as connection:
            make_database(connection, name, template or "template1")
        if template is None:
            with self.superuser(name) as connection:
                make_extension(connection)

    def drop_database(self, name: str) -> None:
        """Ends the sessions that are in it."""
        with self.superuser() as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    def superuser(self, database: str = "postgres") -> psycopg.Connection:
        """A session that may do everything, each statement on its own."""
        return psycopg.connect(
            host=str(self.sockets),
            port=PORT,
            user=SUPERUSER,
            dbname=database,
            autocommit=True,
        )


@contextmanager
def running(
    data_dir: Path,
    *,
    durable: bool = True,
    join: bool = False,
    say: Callable[[str], None] = lambda line: None,
) -> Iterator[Cluster]:
    """The private PostGIS of `data_dir`, made if need be, stopped at the end.

    With `join`, the one that another process on this data directory already runs will do. Raises
    `Unavailable`.
    """
    data_dir = prepared(data_dir)
    with holding(data_dir) as ours:
        if ours:
            found = existing(data_dir)
            binaries = provide(found.major if found else None, shelf(data_dir), say)
            account = database_account()
            place = place_in(data_dir, account)
            clear_stale(place, say)
            if place.major is None:
                initdb(place, binaries, account, durable=durable, say=say)
            with serving(place, binaries, account, durable=durable, say=say):
                yield _furnished(Cluster(place.sockets))
        elif join:
            yield _joined(data_dir)
        else:
            raise Unavailable(
                f"Another onemap runs on {data_dir}: stop it or choose another with --data-dir."
            )


def _furnished(cluster: Cluster) -> Cluster:
    with cluster.superuser() as connection:
        make_roles(connection)
    cluster.create_database(DATABASE)
    return cluster


def _joined(data_dir: Path) -> Cluster:
    """Waits while the other process is still starting; gives up when it is not a server."""
    place = place_in(data_dir, database_account())
    deadline = time.monotonic() + JOIN_SECONDS
    while time.monotonic() < deadline:
        found = read_postmaster(place.data)
        if found and found.ready:
            return Cluster(place.sockets)
        time.sleep(0.1)
    raise Unavailable(f"Another onemap holds {data_dir}, and its database does not answer.")
