"""Makes every community of the demo a candidate, so that as many are ranked as there are."""

from sqlalchemy import text

from gis_service.store.database import Database


def open_all(database: Database) -> None:
    """Stages are told by a ledger; here their sums are changed and the ledger is let be."""
    with database.owner.begin() as owner:
        owner.execute(text("UPDATE onemap.communities_derived SET stage = 'reserve'"))
    with database.owner.connect().execution_options(isolation_level="AUTOCOMMIT") as owner:
        owner.execute(text("VACUUM ANALYZE onemap.communities_derived"))
