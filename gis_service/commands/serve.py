"""`onemap serve`: the service on a database that is brought up to date first."""

from gis_service.commands import options, serving
from gis_service.commands.database import database
from gis_service.commands.progress import Progress
from gis_service.commands.web import building


def serve(
    host: options.Host = None, port: options.Port = None, data_dir: options.DataDir = None
) -> None:
    """Serve API, tiles and map until Ctrl-C."""
    from gis_service.migrations import migrate

    settings = options.settings(host=host, port=port, data_dir=data_dir)
    say = Progress()
    with (
        serving.port(settings) as taken,
        building(settings, say) as built,
        database(settings, say, join=False) as opened,
    ):
        migrate(opened.owner)
        built()
        serving.answer(settings, opened, taken, say.ready)
