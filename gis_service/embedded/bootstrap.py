"""What a superuser has to make before the service, which is none, can make the rest.

Every step looks first: an interrupted start is completed by the next one.
"""

from psycopg import sql
from psycopg.connection import Connection

DATABASE = "onemap"
OWNER = "onemap_owner"
ROLES = (OWNER, "onemap_staff", "onemap_gate", "onemap_anonymous", "onemap_identity")


def make_roles(superuser: Connection) -> None:
    """Roles that may sign in and nothing more; what each may touch is for the migrations."""
    known = superuser.execute("SELECT rolname FROM pg_roles").fetchall()
    for role in ROLES:
        if (role,) not in known:
            superuser.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))


def make_database(superuser: Connection, name: str, template: str = "template1") -> None:
    """A database of the owner; `superuser` is not in a transaction."""
    if superuser.execute("SELECT FROM pg_database WHERE datname = %s", [name]).rowcount == 0:
        superuser.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
                *map(sql.Identifier, (name, OWNER, template))
            )
        )


def make_extension(superuser: Connection) -> None:
    """PostGIS may be installed by a superuser only. `superuser` is in the database itself."""
    superuser.execute("CREATE EXTENSION IF NOT EXISTS postgis")
