"""What stands around the tables: roles and grants, public views, triggers, kept figures.

All of it is derived from the catalogue and made anew whenever it differs from what the database
has, so that only tables need migrations.
"""

from hashlib import sha256

from sqlalchemy import Connection, text

from gis_service.store.schema import (
    announcing,
    casting,
    figures,
    grants,
    roles,
    sightings,
    submissions,
    triggers,
    views,
    votes,
)


def statements() -> list[str]:
    """Every statement, in order. Each may be run again at any time."""
    return [
        *views.statements(),
        *triggers.statements(),
        *figures.statements(),
        *announcing.statements(),
        *votes.statements(),
        *submissions.statements(),
        *casting.statements(),
        *sightings.statements(),
        *grants.statements(),
    ]


def drop(connection: Connection) -> None:
    """Takes away what depends on the tables, so that a migration may change them."""
    connection.execute(text(f"DROP SCHEMA IF EXISTS {views.OPEN} CASCADE"))


def ensure(connection: Connection) -> None:
    """Makes the schema's surroundings what the catalogue says."""
    wanted = statements()
    mark = sha256("\n".join(wanted).encode()).hexdigest()
    found = connection.scalar(
        text("SELECT obj_description(to_regnamespace(:name), 'pg_namespace')"),
        {"name": views.OPEN},
    )
    if found == mark:
        return
    drop(connection)
    for statement in wanted:
        # Without parameters the driver leaves a percent sign in a function's body alone.
        connection.exec_driver_sql(statement, execution_options={"no_parameters": True})
    connection.exec_driver_sql(f"COMMENT ON SCHEMA {views.OPEN} IS '{mark}'")


__all__ = ["drop", "ensure", "figures", "roles", "statements"]
