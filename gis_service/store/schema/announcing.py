"""Public changes, written down and announced, whoever makes them.

Each statement that touches published rows leaves one row in `changes`, of published states alone:
what was or is a draft leaves no trace. The notification bears nothing; who listens reads
`open.changes`. A community's figures change with its ledgers, and count as a change of it.
"""

from collections.abc import Iterator

from gis_service.store.columns import SCHEMA
from gis_service.store.schema.views import OPEN
from gis_service.store.tables import DERIVED
from layers import CATALOGUE
from layers.core.layer import Layer, Writing

CHANNEL = "onemap_changes"
KEPT_FOR_S = 86_400
_MOST_NAMED = 1000

_STATES: dict[str, tuple[str, ...]] = {
    "INSERT": ("new_rows",),
    "UPDATE": ("old_rows", "new_rows"),
    "DELETE": ("old_rows",),
}
_TRANSITIONS = {"old_rows": "OLD TABLE AS old_rows", "new_rows": "NEW TABLE AS new_rows"}


def statements() -> Iterator[str]:
    yield f"""
        CREATE VIEW {OPEN}.changes AS
        SELECT id, xact, at, layer, features, west, south, east, north FROM {SCHEMA}.changes"""
    yield _note()
    for event, states in _STATES.items():
        yield _function(f"announce_shapes_{event.lower()}", _published(states, "geometry"))
        yield _function(f"announce_rows_{event.lower()}", _published(states, "NULL::geometry"))
    for layer in CATALOGUE.values():
        if layer.public:
            yield from _triggers(layer)
    for name in DERIVED:
        yield _function(f"announce_{name}_derived", _refigured(name))
        yield _trigger(f"{name}_derived", "UPDATE", f"announce_{name}_derived", name)


def _note() -> str:
    """Old rows go as new ones come; those that another transaction takes away are left to it."""
    return f"""
    CREATE OR REPLACE FUNCTION {SCHEMA}.note_change(layer text, ids bigint[], extent box2d)
    RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
        DELETE FROM changes WHERE id IN (
            SELECT id FROM changes WHERE at < now() - interval '{KEPT_FOR_S} seconds'
            ORDER BY at LIMIT 100 FOR UPDATE SKIP LOCKED
        );
        INSERT INTO changes (layer, features, west, south, east, north)
        VALUES (
            layer, CASE WHEN cardinality(ids) <= {_MOST_NAMED} THEN ids END,
            ST_XMin(extent), ST_YMin(extent), ST_XMax(extent), ST_YMax(extent)
        );
        SELECT pg_notify('{CHANNEL}', '');
    $$"""


def _published(states: tuple[str, ...], geometry: str) -> str:
    return " UNION ALL ".join(
        f"SELECT id, {geometry} AS geometry FROM {state} WHERE visibility = 'published'"
        for state in states
    )


def _refigured(name: str) -> str:
    geometry = "t.geometry" if CATALOGUE[name].geometry else "NULL::geometry"
    return f"""
        SELECT t.id, {geometry} AS geometry
        FROM new_rows n JOIN old_rows o USING (id) JOIN {SCHEMA}.{name} t USING (id)
        WHERE n IS DISTINCT FROM o AND t.visibility = 'published'"""


def _function(name: str, touched: str) -> str:
    return f"""
    CREATE OR REPLACE FUNCTION {SCHEMA}.{name}() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
    DECLARE
        ids bigint[];
        extent box2d;
    BEGIN
        SELECT array_agg(DISTINCT id), ST_Extent(geometry) INTO ids, extent FROM ({touched}) AS t;
        IF ids IS NOT NULL THEN
            PERFORM note_change(TG_ARGV[0], ids, extent);
        END IF;
        RETURN NULL;
    END $$"""


def _triggers(layer: Layer) -> Iterator[str]:
    kind = "shapes" if layer.geometry else "rows"
    for event in _STATES if layer.writing is Writing.CRUD else ("INSERT",):
        yield _trigger(layer.name, event, f"announce_{kind}_{event.lower()}", layer.name)


def _trigger(table: str, event: str, function: str, layer: str) -> str:
    transitions = " ".join(_TRANSITIONS[state] for state in _STATES[event])
    return (
        f"CREATE OR REPLACE TRIGGER {table}_announced_{event.lower()} AFTER {event} "
        f"ON {SCHEMA}.{table} REFERENCING {transitions} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {SCHEMA}.{function}('{layer}')"
    )
