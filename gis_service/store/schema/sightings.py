"""What passers-by say of a closure: one function that takes a word, and one that counts them.

The anonymous role may call these and touch no table. A voice is an address hashed with the key of
the day; keys are deleted once their day is over, and nobody goes back from a voice to an address.
"""

from collections.abc import Iterator

from gis_service.store.columns import SCHEMA
from gis_service.store.schema.roles import ANONYMOUS, GATE, STAFF
from gis_service.store.schema.views import OPEN
from gis_service.store.sighting_keys import SIGHTING_KEYS
from layers.core.layer import Visibility
from layers.ledgers.sightings import LAYER, Seen
from layers.warning_perimeters import CLOSING
from layers.warning_perimeters import LAYER as PERIMETERS

MOST_A_DAY = 200
"""Words on one perimeter in one day: more say nothing more."""

_KEYS = SIGHTING_KEYS.name
_TODAY = "(now() AT TIME ZONE 'Asia/Shanghai')::date"
_SINCE = f"(({_TODAY} - 1)::timestamp AT TIME ZONE 'Asia/Shanghai')"
"""The midnight with which yesterday began."""


def statements() -> Iterator[str]:
    yield _say()
    yield _count()


def grants() -> Iterator[str]:
    """Nobody but the function itself reads a key."""
    yield f"REVOKE ALL ON {SIGHTING_KEYS} FROM {STAFF}, {GATE}"
    yield f"GRANT EXECUTE ON FUNCTION {OPEN}.say_sighting(bigint, text, text) TO {ANONYMOUS}"
    yield f"GRANT EXECUTE ON FUNCTION {OPEN}.count_sightings(bigint) TO {ANONYMOUS}, {STAFF}"


def _say() -> str:
    """What became of it, in a word. The same from one address on one day is taken once."""
    closing = ", ".join(f"'{status.value}'" for status in CLOSING)
    return f"""
    CREATE OR REPLACE FUNCTION {OPEN}.say_sighting(perimeter bigint, seen text, address text)
    RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
    DECLARE
        closure record;
        day_key text;
        said integer;
    BEGIN
        SELECT status IN ({closing}) AND starts <= now() AS closed INTO closure
        FROM {OPEN}.{PERIMETERS.name} WHERE id = $1;
        IF NOT FOUND THEN
            RETURN 'unknown';
        ELSIF NOT closure.closed THEN
            RETURN 'over';
        END IF;
        -- A transaction begun before midnight may still need the key of yesterday.
        DELETE FROM {_KEYS} WHERE day < {_TODAY} - 1;
        INSERT INTO {_KEYS} (day) VALUES ({_TODAY}) ON CONFLICT DO NOTHING;
        SELECT key INTO STRICT day_key FROM {_KEYS} WHERE day = {_TODAY};
        SELECT count(*) INTO said FROM {LAYER.name} s
        WHERE s.perimeter = $1 AND s.seen_at >= {_TODAY}::timestamp AT TIME ZONE 'Asia/Shanghai';
        IF said >= {MOST_A_DAY} THEN
            RETURN 'full';
        END IF;
        INSERT INTO {LAYER.name} (perimeter, seen, seen_at, voice, visibility)
        VALUES (
            $1, $2, now(), encode(sha256(convert_to(day_key || ' ' || $3, 'UTF8')), 'hex'),
            '{Visibility.DRAFT.value}'
        ) ON CONFLICT DO NOTHING;
        RETURN 'taken';
    END $$"""


def _count() -> str:
    """Voices since yesterday by the last word of each, and since its manager last looked."""
    return f"""
    CREATE OR REPLACE FUNCTION {OPEN}.count_sightings(perimeter bigint)
    RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
        SELECT jsonb_build_object(
            'still_there', count(*) FILTER (WHERE seen = '{Seen.STILL_THERE.value}'),
            'gone', count(*) FILTER (WHERE seen = '{Seen.GONE.value}')
        )
        FROM (
            SELECT DISTINCT ON (s.voice) s.seen
            FROM {LAYER.name} s JOIN {OPEN}.{PERIMETERS.name} p ON p.id = s.perimeter
            WHERE s.perimeter = $1 AND s.seen_at >= {_SINCE}
                AND s.seen_at > coalesce(p.confirmed_at, '-infinity')
            ORDER BY s.voice, s.seen_at DESC, s.id DESC
        ) latest
    $$"""
