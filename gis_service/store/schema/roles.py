"""The database roles. The embedded PostGIS has them from the start; an outside one gets them."""

from collections.abc import Iterator

STAFF, GATE, ANONYMOUS = "onemap_staff", "onemap_gate", "onemap_anonymous"
KEEPER = "onemap_identity"
"""Keeps accounts, and touches nothing else."""


def statements() -> Iterator[str]:
    """Makes each role that is missing, and lets the current user take it on."""
    for role in (STAFF, GATE, ANONYMOUS, KEEPER):
        yield f"""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
                    CREATE ROLE {role} NOLOGIN;
                    GRANT {role} TO CURRENT_USER;
                END IF;
            END $$"""
