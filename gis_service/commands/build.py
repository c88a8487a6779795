"""`onemap build`: builds the web map ahead of time, for images and read-only checkouts."""

from gis_service.commands import options, web
from gis_service.commands.progress import Progress


def build(data_dir: options.DataDir = None) -> None:
    """Build the web map if its sources have changed."""
    with web.building(options.settings(data_dir=data_dir), Progress()) as built:
        built()
