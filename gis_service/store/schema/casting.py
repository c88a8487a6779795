"""What people without an account may write, and nothing else: a ballot, a survey answer, a comment.

Each is one function in schema `open` that the anonymous role may call; it reads no table, and its
answer says only what became of this one code. Codes come as the SHA-256 of what was typed.
"""

from collections.abc import Iterator

from gis_service.store.columns import SCHEMA
from gis_service.store.schema.roles import ANONYMOUS
from gis_service.store.schema.views import OPEN

_TODAY = "(now() AT TIME ZONE 'Asia/Shanghai')::date"


def statements() -> Iterator[str]:
    yield _cast_ballot()
    yield _answer_survey()
    yield _make_comment()
    yield _about_code()


def grants() -> Iterator[str]:
    yield f"GRANT EXECUTE ON FUNCTION {OPEN}.cast_ballot(bytea, text) TO {ANONYMOUS}"
    yield f"GRANT EXECUTE ON FUNCTION {OPEN}.answer_survey(bytea, boolean, text) TO {ANONYMOUS}"
    yield f"GRANT EXECUTE ON FUNCTION {OPEN}.make_comment(bigint, text, text, text) TO {ANONYMOUS}"
    yield f"GRANT EXECUTE ON FUNCTION {OPEN}.about_code(bytea) TO {ANONYMOUS}"


def _function(signature: str, body: str) -> str:
    return f"""
    CREATE OR REPLACE FUNCTION {OPEN}.{signature} RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
    {body}
    $$"""


def _cast_ballot() -> str:
    """The vote is locked against being closed by the ballot's own trigger, which looks again."""
    return _function(
        "cast_ballot(code bytea, answer text)",
        f"""
    DECLARE
        slip record;
        vote record;
        before record;
    BEGIN
        SELECT decision, household, used INTO slip FROM codes
        WHERE hash = $1 AND decision IS NOT NULL FOR UPDATE;
        IF NOT FOUND THEN
            RETURN 'unknown';
        ELSIF slip.used THEN
            RETURN 'used';
        END IF;
        SELECT result, starts, ends INTO vote FROM decisions WHERE id = slip.decision FOR SHARE;
        IF {_TODAY} < vote.starts THEN
            RETURN 'early';
        ELSIF vote.result <> 'open' OR {_TODAY} > vote.ends THEN
            RETURN 'over';
        END IF;
        SELECT correction, withdrawn INTO before FROM ballots
        WHERE decision = slip.decision AND household = slip.household
        ORDER BY correction DESC LIMIT 1;
        INSERT INTO ballots
            (decision, household, answer, channel, cast_at, correction, withdrawn, reason)
        VALUES (slip.decision, slip.household, $2, 'online', now(),
                CASE WHEN before.withdrawn THEN before.correction + 1 ELSE 0 END, false, '')
        ON CONFLICT DO NOTHING;
        IF NOT FOUND THEN
            RETURN 'given';
        END IF;
        UPDATE codes SET used = true WHERE hash = $1;
        RETURN 'taken';
    END""",
    )


def _answer_survey() -> str:
    """The answer does not say whose it is; the code is only marked as used."""
    return _function(
        "answer_survey(code bytea, satisfied boolean, remark text)",
        f"""
    DECLARE
        slip record;
    BEGIN
        SELECT community, ends, used INTO slip FROM codes
        WHERE hash = $1 AND community IS NOT NULL FOR UPDATE;
        IF NOT FOUND THEN
            RETURN 'unknown';
        ELSIF slip.used THEN
            RETURN 'used';
        ELSIF {_TODAY} > slip.ends THEN
            RETURN 'over';
        END IF;
        INSERT INTO surveys (community, channel, "on", satisfied, household_code, remark, answer)
        VALUES (slip.community, 'form', {_TODAY}, $2, '', $3, '');
        UPDATE codes SET used = true WHERE hash = $1;
        RETURN 'taken';
    END""",
    )


def _make_comment() -> str:
    """Internal until somebody has read it; only on what is posted now."""
    return _function(
        "make_comment(posting bigint, said text, called text, reached text)",
        f"""
    DECLARE
        post record;
    BEGIN
        SELECT starts, ends INTO post FROM publicity
        WHERE id = $1 AND visibility = 'published';
        IF NOT FOUND THEN
            RETURN 'unknown';
        ELSIF {_TODAY} < post.starts THEN
            RETURN 'early';
        ELSIF {_TODAY} > post.ends THEN
            RETURN 'over';
        END IF;
        INSERT INTO comments
            (publicity, text, made_at, outcome, answer, answered_on, hidden_reason, name, contact,
             visibility)
        VALUES ($1, $2, now(), NULL, '', NULL, '', $3, $4, 'draft');
        RETURN 'taken';
    END""",
    )


def _about_code() -> str:
    """What a code is for, to whoever holds it: nothing of the household that it was printed for."""
    return f"""
    CREATE OR REPLACE FUNCTION {OPEN}.about_code(code bytea)
    RETURNS TABLE (decision bigint, title text, community bigint, place text, starts date,
                   ends date, used boolean)
    LANGUAGE sql SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
        SELECT d.id, d.title, c.id, c.name, d.starts, coalesce(d.ends, s.ends), s.used
        FROM codes s
        LEFT JOIN decisions d ON d.id = s.decision
        JOIN communities c ON c.id = coalesce(d.community, s.community)
        WHERE s.hash = $1
    $$"""
