"""The database that a command works on: an outside one, or the embedded."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gis_service.commands.failed import Failed, WrongUse

if TYPE_CHECKING:
    from gis_service.settings import Settings
    from gis_service.store.database import Database, Urls


@contextmanager
def database(
    settings: "Settings", say: Callable[[str], None], *, join: bool = True
) -> Iterator["Database"]:
    """The database of `settings`, running and reachable, for as long as the `with` lasts.

    The embedded one may be run by another process, a server say, if `join`.
    """
    from gis_service.store.database import Database

    with _urls(settings, say, join=join) as urls:
        opened = Database(urls)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def _urls(settings: "Settings", say: Callable[[str], None], *, join: bool) -> Iterator["Urls"]:
    from gis_service import embedded
    from gis_service.store.database import Urls

    if settings.database_url is not None:
        yield _outside(settings.database_url)
        return
    with embedded.running(settings.data_dir, join=join, say=say) as cluster:
        yield Urls(
            owner=cluster.url("onemap_owner"),
            staff=cluster.url("onemap_staff"),
            gate=cluster.url("onemap_gate"),
            anonymous=cluster.url("onemap_anonymous"),
            identity=cluster.url("onemap_identity"),
        )


def _outside(url: str) -> "Urls":
    """Tried at once: an address that is wrong or answers nothing is told before any work."""
    import psycopg
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    from gis_service.store.database import Urls

    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise WrongUse(
            "ONEMAP_DATABASE_URL is not a URL like postgresql://user@host/name"
        ) from None
    if parsed.get_backend_name() not in ("postgresql", "postgres"):
        raise WrongUse(f"ONEMAP_DATABASE_URL: {parsed.drivername} is not PostgreSQL")
    plain = parsed.set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        psycopg.connect(plain, connect_timeout=10).close()
    except psycopg.Error as error:
        where = parsed.render_as_string(hide_password=True)
        raise Failed(f"No database at {where}: {_first_line(error)}") from None
    return Urls.switching(plain)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]
