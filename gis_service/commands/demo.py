"""`onemap demo`: from nothing to a working map with made communities in it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from gis_service.commands import options, serving, tls
from gis_service.commands.database import database
from gis_service.commands.progress import Progress
from gis_service.commands.web import building

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from gis_service.settings import Settings
    from gis_service.store.database import Database

Scale = Annotated[
    Literal["town", "province", "nation"] | None,
    typer.Option(help="About 60, 8,000 or 300,000 communities.", show_default="town"),
]


def demo(
    host: options.Host = None,
    port: options.Port = None,
    data_dir: options.DataDir = None,
    scale: Scale = None,
    tls_: options.Tls = False,
    tls_certificate: options.TlsCertificate = None,
    tls_key: options.TlsKey = None,
) -> None:
    """Set up everything, load made data once, and serve the map until Ctrl-C."""
    from gis_service.migrations import migrate

    settings = options.settings(host=host, port=port, data_dir=data_dir)
    say = Progress()
    certificate = tls.chosen(settings, tls_, tls_certificate, tls_key, say)
    with (
        serving.port(settings) as taken,
        building(settings, say) as built,
        database(settings, say, join=False) as opened,
    ):
        migrate(opened.owner)
        say("Database: up to date")
        _fill(opened.owner, scale, say)
        _staff(opened, settings, say)
        built()
        serving.answer(settings, opened, taken, say.ready, certificate)


def _fill(engine: "Engine", scale: str | None, say: Callable[[str], None]) -> None:
    """Loads into an empty database only: what people have entered since is never replaced."""
    from gis_service.demo import NotEmpty, load, loaded_scale

    found = loaded_scale(engine)
    if found and scale not in (None, found):
        say(f"Demo: keeping the {found} that is loaded; for {scale} choose another --data-dir")
    elif not found:
        try:
            load(engine, scale or "town", say)
        except NotEmpty:
            say("Demo: keeping the data that are there")


def _staff(opened: "Database", settings: "Settings", say: Callable[[str], None]) -> None:
    """Accounts belong to made data alone: real data get nobody whom nobody has appointed."""
    from gis_service.demo import loaded_scale
    from gis_service.demo.staff import FILE, make_accounts

    if loaded_scale(opened.owner) and make_accounts(opened, settings.data_dir):
        say(f"Demo: accounts and their passwords are in {settings.data_dir / FILE}")
