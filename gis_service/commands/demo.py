"""`onemap demo`: from nothing to a working map with made communities in it."""

from enum import StrEnum
from typing import Annotated

import typer

from gis_service.commands import options, serving
from gis_service.commands.database import database
from gis_service.commands.progress import Progress
from gis_service.commands.web import building


class Scale(StrEnum):
    """About 60, 8,000 or 300,000 communities."""

    TOWN = "town"
    PROVINCE = "province"
    NATION = "nation"


def demo(
    host: options.Host = None,
    port: options.Port = None,
    data_dir: options.DataDir = None,
    scale: Annotated[
        Scale, typer.Option(help="About 60 / 8,000 / 300,000 communities.")
    ] = Scale.TOWN,
) -> None:
    """Set up everything, load made data once, and serve the map until Ctrl-C."""
    from gis_service.demo import load
    from gis_service.migrations import migrate

    settings = options.settings(host=host, port=port, data_dir=data_dir)
    say = Progress()
    with (
        serving.port(settings) as taken,
        building(settings, say) as built,
        database(settings, say, join=False) as opened,
    ):
        say("Database: up to date")
        migrate(opened.owner)
        load(opened, scale, say)
        built()
        serving.answer(settings, opened, taken, say)
