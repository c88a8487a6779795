"""A cluster of a benchmark's own, as durable as an operator's, with a demo in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from gis_service import demo, embedded
from gis_service.migrations import migrate
from gis_service.store.database import Database, Urls


@contextmanager
def empty() -> Iterator[tuple[Database, int]]:
    """A migrated database without rows, and the number of PostGIS's process."""
    with TemporaryDirectory(prefix="onemap-bench-") as directory:
        Path(directory).chmod(0o755)  # the database's user must enter it
        with embedded.running(Path(directory)) as cluster:
            database = Database(
                Urls(
                    owner=cluster.url("onemap_owner"),
                    staff=cluster.url("onemap_staff"),
                    gate=cluster.url("onemap_gate"),
                    anonymous=cluster.url("onemap_anonymous"),
                    identity=cluster.url("onemap_identity"),
                )
            )
            migrate(database.owner)
            pid = int((cluster.sockets.parent / "data" / "postmaster.pid").read_text().split()[0])
            yield database, pid
            database.close()


@contextmanager
def loaded(scale: str) -> Iterator[tuple[Database, int]]:
    """The same with the demo of `scale`."""
    with empty() as (database, pid):
        demo.load(database.owner, scale, lambda line: None)
        yield database, pid
