"""Votes in the database: counted exactly, taken while a vote is open, and sealed afterwards.

A ballot locks its vote against being closed, and closing counts what has been committed: no
ballot is lost between the two, and none comes after. A head is an owner: rooms under one owner key
are one head, who agrees when every ballot of theirs does.
"""

from collections.abc import Iterator
from datetime import date

from gis_service.store.columns import SCHEMA
from gis_service.store.schema.roles import ANONYMOUS, STAFF
from gis_service.store.schema.views import OPEN
from layers.core.layer import Layer
from layers.ledgers import ballots, decisions
from layers.standards import in_force
from layers.standards.values import VALUES

_FEWEST = in_force(VALUES, "tally-minimum", date.max).value
_FREE = ("visibility", "version", "updated_at", "valid_until", "result", "reversal_reason")
"""What may change of a closed vote; the last two together, once."""


def statements() -> Iterator[str]:
    yield _votes_of()
    yield _count_votes()
    yield _building_votes()
    yield _open_tally()
    yield _admit_ballot()
    yield _seal_decision()
    yield _trigger(ballots.LAYER, "admitted", "BEFORE INSERT", "admit_ballot()")
    yield _trigger(decisions.LAYER, "sealed", "BEFORE UPDATE OR DELETE", "seal_decision()")


def grants() -> Iterator[str]:
    for function in ("votes_of", "count_votes", "building_votes"):
        yield f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{function}(bigint) TO {STAFF}"
    yield f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {OPEN} FROM PUBLIC"
    yield f"GRANT EXECUTE ON FUNCTION {OPEN}.building_votes(bigint) TO {ANONYMOUS}, {STAFF}"


def _trigger(layer: Layer, name: str, event: str, call: str) -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {layer.name}_{name} {event} ON {SCHEMA}.{layer.name} "
        f"FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.{call}"
    )


def _function(
    name: str, returns: str, body: str, language: str = "sql", schema: str = SCHEMA
) -> str:
    return f"""
    CREATE OR REPLACE FUNCTION {schema}.{name} RETURNS {returns}
    LANGUAGE {language} SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
    {body}
    $$"""


def _votes_of() -> str:
    """Each room of a vote's community with its head, and with its last ballot if it has one that
    was not withdrawn."""
    return _function(
        "votes_of(vote bigint)",
        """TABLE (household bigint, building bigint, head text, area_m2 numeric, answer text,
                  channel text, cast_at timestamptz)""",
        """
        SELECT h.id, h.building,
               CASE h.owner_key WHEN '' THEN '#' || h.id ELSE '=' || h.owner_key END,
               h.area_m2, CASE WHEN NOT b.withdrawn THEN b.answer END, b.channel, b.cast_at
        FROM decisions d
        JOIN households h ON h.community = d.community
        LEFT JOIN LATERAL (
            SELECT answer, channel, cast_at, withdrawn FROM ballots
            WHERE decision = d.id AND household = h.id ORDER BY correction DESC LIMIT 1
        ) b ON true
        WHERE d.id = $1""",
    )


def _count_votes() -> str:
    """The totals, and a hash over the sorted ballots that were counted."""
    return _function(
        "count_votes(vote bigint)",
        """TABLE (owners_took_part bigint, area_took_part_m2 numeric, owners_in_favour bigint,
                  area_in_favour_m2 numeric, ballots bigint, ballots_sha256 text)""",
        """
        WITH votes AS (SELECT * FROM votes_of($1) WHERE answer IS NOT NULL),
        heads AS (SELECT bool_and(answer = 'favour') AS agrees FROM votes GROUP BY head)
        SELECT (SELECT count(*) FROM heads),
               coalesce(sum(area_m2), 0),
               (SELECT count(*) FROM heads WHERE agrees),
               coalesce(sum(area_m2) FILTER (WHERE answer = 'favour'), 0),
               count(*),
               encode(sha256(convert_to(coalesce(string_agg(
                   concat_ws('|', household, head, area_m2, answer, channel,
                             to_char(cast_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
                   E'\\n' ORDER BY household), ''), 'UTF8')), 'hex')
        FROM votes""",
    )


_BY_BUILDING = """TABLE (building bigint, number text, households bigint, owners bigint,
    area_m2 numeric, owners_took_part bigint, area_took_part_m2 numeric, owners_in_favour bigint,
    area_in_favour_m2 numeric)"""


def _building_votes() -> str:
    """An owner with rooms in two buildings is a head of each."""
    return _function(
        "building_votes(vote bigint)",
        _BY_BUILDING,
        """
        WITH heads AS (
            SELECT building, head, count(*) AS rooms, sum(area_m2) AS area,
                   count(answer) AS ballots,
                   coalesce(sum(area_m2) FILTER (WHERE answer IS NOT NULL), 0) AS took_part,
                   coalesce(sum(area_m2) FILTER (WHERE answer = 'favour'), 0) AS in_favour,
                   coalesce(bool_and(answer = 'favour') FILTER (WHERE answer IS NOT NULL), false)
                       AS agrees
            FROM votes_of($1) GROUP BY building, head
        )
        SELECT h.building, coalesce(b.number, ''), sum(h.rooms)::bigint, count(*), sum(h.area),
               count(*) FILTER (WHERE h.ballots > 0), sum(h.took_part),
               count(*) FILTER (WHERE h.agrees), sum(h.in_favour)
        FROM heads h LEFT JOIN buildings b ON b.id = h.building
        GROUP BY h.building, b.number ORDER BY b.number, h.building""",
    )


def _open_tally() -> str:
    """What the public may know: of a published vote, once closed, and of buildings so large that no
    household can be told. Where the hidden ones together are too few, the next one is hidden with
    them, or the difference to the whole would tell."""
    return _function(
        "building_votes(vote bigint)",
        _BY_BUILDING,
        f"""
        SELECT building, number, households, owners, area_m2, owners_took_part,
               area_took_part_m2, owners_in_favour, area_in_favour_m2
        FROM (
            SELECT v.*, sum(v.households) OVER (ORDER BY v.households, v.building) - v.households
                       AS smaller
            FROM {SCHEMA}.building_votes($1) v
        ) ranked
        WHERE households >= {_FEWEST} AND NOT (smaller > 0 AND smaller < {_FEWEST})
          AND EXISTS (
              SELECT FROM decisions
              WHERE id = $1 AND visibility = 'published' AND result <> 'open'
          )
        ORDER BY number, building""",
        schema=OPEN,
    )


def _admit_ballot() -> str:
    return _function(
        "admit_ballot()",
        "trigger",
        """
    DECLARE
        vote record;
        before record;
    BEGIN
        SELECT result, community INTO vote FROM decisions WHERE id = NEW.decision FOR SHARE;
        IF vote.result <> 'open' THEN
            RAISE EXCEPTION 'Vote % is closed', NEW.decision USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (
            SELECT FROM households WHERE id = NEW.household AND community <> vote.community
        ) THEN
            RAISE EXCEPTION 'Household % has no vote there', NEW.household
                USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.withdrawn AND NEW.reason = '' THEN
            RAISE EXCEPTION 'A ballot is withdrawn with a reason'
                USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.correction > 0 THEN
            SELECT channel, withdrawn INTO before FROM ballots
            WHERE decision = NEW.decision AND household = NEW.household
              AND correction = NEW.correction - 1;
            IF before.channel IS DISTINCT FROM 'paper'
               OR NOT before.withdrawn AND (NEW.channel <> 'paper' OR NEW.reason = '') THEN
                RAISE EXCEPTION 'Only a paper ballot is corrected, and with a reason'
                    USING ERRCODE = 'check_violation';
            END IF;
        ELSIF NEW.withdrawn THEN
            RAISE EXCEPTION 'There is no ballot to withdraw' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END""",
        "plpgsql",
    )


def _seal_decision() -> str:
    free = ", ".join(f"'{name}'" for name in _FREE)
    return _function(
        "seal_decision()",
        "trigger",
        f"""
    DECLARE
        counted record;
    BEGIN
        IF OLD.result = 'open' THEN
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            IF NEW.result <> 'open'
               AND EXISTS (SELECT FROM ballots WHERE decision = OLD.id) THEN
                SELECT * INTO counted FROM count_votes(OLD.id);
                IF (NEW.owners_took_part, NEW.area_took_part_m2, NEW.owners_in_favour,
                    NEW.area_in_favour_m2, NEW.ballots_sha256)
                   IS DISTINCT FROM
                   (counted.owners_took_part, counted.area_took_part_m2,
                    counted.owners_in_favour, counted.area_in_favour_m2, counted.ballots_sha256)
                THEN
                    RAISE EXCEPTION 'The totals of vote % are not those of its ballots', OLD.id
                        USING ERRCODE = 'restrict_violation';
                END IF;
            END IF;
            RETURN NEW;
        END IF;
        IF TG_OP = 'DELETE'
           OR to_jsonb(NEW) - ARRAY[{free}] <> to_jsonb(OLD) - ARRAY[{free}]
           OR (NEW.result, NEW.reversal_reason) IS DISTINCT FROM (OLD.result, OLD.reversal_reason)
              AND NOT (OLD.result <> 'reversed' AND NEW.result = 'reversed'
                       AND NEW.reversal_reason <> '')
        THEN
            RAISE EXCEPTION 'Vote % is closed', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END""",
        "plpgsql",
    )
