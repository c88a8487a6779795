"""`onemap doctor`: what is installed, where things lie, and what is amiss."""

import platform
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from gis_service.commands import options, serving, web
from gis_service.commands.database import database
from gis_service.commands.failed import Failed, sentence

if TYPE_CHECKING:
    from gis_service.settings import Settings
    from gis_service.store.database import Database


class Amiss(str):
    """A finding that keeps the service from working."""

    __slots__ = ()


def doctor(
    host: options.Host = None, port: options.Port = None, data_dir: options.DataDir = None
) -> None:
    """Say what is installed, where the data lie and in what state they are."""
    settings = options.settings(host=host, port=port, data_dir=data_dir)
    amiss = []
    for name, finding in _findings(settings):
        typer.echo(f"{name:10}  {finding}")
        if isinstance(finding, Amiss):
            amiss.append(name)
    if amiss:
        raise Failed(f"not well: {', '.join(amiss)}")


def _findings(settings: "Settings") -> Iterator[tuple[str, str]]:
    import pyogrio
    import pyproj

    yield "Python", f"{platform.python_version()}, {platform.platform()}"
    yield "libraries", f"GDAL {pyogrio.__gdal_version_string__}, PROJ {pyproj.proj_version_str}"
    data_dir = settings.data_dir.absolute()
    disk = next(path for path in (data_dir, *data_dir.parents) if path.exists())
    yield "data", f"{data_dir}, {shutil.disk_usage(disk).free >> 20} MB free"
    yield from _database(settings)
    yield "web map", "needs building" if web.stale() else "built"
    yield "port", _port(settings)


def _database(settings: "Settings") -> Iterator[tuple[str, str]]:
    from gis_service import embedded

    if settings.database_url is None:
        place = embedded.existing(settings.data_dir)
        if place is None:
            yield "database", "none yet; demo, serve and migrate make one"
            return
        yield "cluster", f"{place.directory}, made by PostgreSQL {place.major}"
        yield "socket", str(place.sockets)
    try:
        with database(settings, lambda line: None) as opened:
            yield from _answers(opened)
    except Exception as error:  # what is amiss is what the doctor is asked for
        yield "database", Amiss(f"does not answer: {sentence(error)}")


def _answers(opened: "Database") -> Iterator[tuple[str, str]]:
    from gis_service import migrations
    from gis_service.store.versions import versions

    with opened.owner.connect() as connection:
        found = versions(connection)
        yield "database", ", ".join(f"{name} {value}" for name, value in found.items())
        revision = migrations.current(connection)
    if revision == migrations.head():
        yield "migration", f"{revision}, up to date"
    else:
        yield "migration", Amiss(f"{revision or 'none'}, behind: run `onemap migrate`")


def _port(settings: "Settings") -> str:
    try:
        with serving.port(settings):
            return f"{settings.host}:{settings.port} is free"
    except Failed as failure:
        return str(failure)
