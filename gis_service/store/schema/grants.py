"""Who may do what in the database: below every check above it stand these grants."""

from collections.abc import Iterator

from gis_service.store.account_tables import ACCESSES, IDENTITY
from gis_service.store.code_table import CODES
from gis_service.store.columns import SCHEMA
from gis_service.store.imports import IMPORTS
from gis_service.store.queue import QUEUE
from gis_service.store.scenario_tables import ROWS, SCENARIOS, WEIGHT_SETS
from gis_service.store.schema import casting, sightings, submissions, votes
from gis_service.store.schema.roles import ANONYMOUS, GATE, KEEPER, STAFF
from gis_service.store.schema.views import OPEN
from gis_service.store.tables import ANSWERS, ATTACHMENTS
from layers import CATALOGUE
from layers.core.layer import Writing

STAFF_MAY: dict[Writing, str] = {
    Writing.CRUD: "SELECT, INSERT, UPDATE, DELETE",
    Writing.APPEND: "SELECT, INSERT",
    Writing.GATE: "SELECT",
    Writing.PUBLIC: "SELECT",
}


def statements() -> Iterator[str]:
    yield f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM {STAFF}, {GATE}, {ANONYMOUS}"
    yield f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA {OPEN} TO {ANONYMOUS}, {STAFF}, {GATE}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {OPEN} TO {ANONYMOUS}, {STAFF}, {GATE}"
    yield f"GRANT USAGE ON SCHEMA {SCHEMA} TO {STAFF}, {GATE}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {STAFF}, {GATE}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {ANSWERS} TO {STAFF}"
    yield f"GRANT INSERT, UPDATE, DELETE ON {IMPORTS} TO {STAFF}"
    yield f"GRANT INSERT ON {ATTACHMENTS} TO {STAFF}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {SCHEMA} TO {STAFF}, {GATE}"
    for layer in CATALOGUE.values():
        yield f"GRANT {STAFF_MAY[layer.writing]} ON {SCHEMA}.{layer.name} TO {STAFF}"
        if layer.writing is Writing.GATE:
            yield f"GRANT INSERT ON {SCHEMA}.{layer.name} TO {GATE}"
    yield f"GRANT INSERT, UPDATE, DELETE ON {CODES} TO {STAFF}"
    yield f"GRANT INSERT, UPDATE, DELETE ON {WEIGHT_SETS}, {SCENARIOS} TO {STAFF}"
    yield f"GRANT INSERT ON {ROWS} TO {STAFF}"
    yield from votes.grants()
    yield from submissions.grants()
    yield from casting.grants()
    yield from sightings.grants()
    yield from _queue()
    yield from _accounts()


def _queue() -> Iterator[str]:
    yield f"REVOKE ALL ON SCHEMA {QUEUE} FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA {QUEUE} TO {STAFF}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {QUEUE} TO {STAFF}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {QUEUE} TO {STAFF}"


def _accounts() -> Iterator[str]:
    """Staff note whom they read of, and learn nothing there."""
    yield f"REVOKE ALL ON SCHEMA {IDENTITY} FROM PUBLIC"
    yield (
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {IDENTITY} FROM {STAFF}, {GATE}, {ANONYMOUS}, {KEEPER}"
    )
    yield f"GRANT USAGE ON SCHEMA {IDENTITY} TO {KEEPER}, {STAFF}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {IDENTITY} TO {KEEPER}"
    yield f"REVOKE INSERT, UPDATE, DELETE ON {ACCESSES} FROM {KEEPER}"
    yield f"GRANT INSERT ON {ACCESSES} TO {STAFF}"
