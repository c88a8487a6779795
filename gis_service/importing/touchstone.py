"""The divisions that a file's data must lie in, as the database knows them."""

from sqlalchemy import Connection

from gis_service.files import crs
from gis_service.store import boundaries


def touchstone(db: Connection, within: str = "") -> crs.Divisions:
    """Those with the code `within`, or below it."""

    def near(box: crs.Box) -> list[crs.Division]:
        return [crs.Division(*row) for row in boundaries.finest(db, box, within)]

    return near
