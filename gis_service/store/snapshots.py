"""Telling whether the database has changed at all."""

from sqlalchemy import Connection, func, select


def snapshot(db: Connection) -> str:
    """Names what is visible now. As long as the name is the same, so is every answer."""
    return str(db.scalar(select(func.pg_current_snapshot())))
