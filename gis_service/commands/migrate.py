"""`onemap migrate`: brings the database's tables and views up to date."""

from gis_service.commands import options
from gis_service.commands.database import database
from gis_service.commands.progress import Progress


def migrate(data_dir: options.DataDir = None) -> None:
    """Bring the database up to date with this version of the program."""
    from gis_service.migrations import migrate as bring_up_to_date

    say = Progress()
    with database(options.settings(data_dir=data_dir), say) as opened:
        bring_up_to_date(opened.owner)
    say("Database: up to date")
