"""The narrow way in for those without an account: functions that add an internal row and no more.

The anonymous role has no right to any table; it may call these. What a sender may not say is
written by the function itself, and what a row refers to must be public.
"""

from collections.abc import Iterator

from gis_service.store.columns import SCHEMA
from gis_service.store.schema.roles import ANONYMOUS, STAFF
from gis_service.store.schema.views import OPEN
from gis_service.store.tables import ATTACHMENTS
from layers import CATALOGUE
from layers.core.attachment import Form
from layers.core.layer import Layer, Visibility
from layers.core.submission import Submission

NOBODY = ""
"""Sender of a stranger's picture: no account is called so."""


def statements() -> Iterator[str]:
    yield _pictures_today()
    for layer, submission in _layers():
        yield _submit(layer, submission)
        yield _told(layer, submission)
        yield _reopen(layer, submission)


def grants() -> Iterator[str]:
    yield from _callable("pictures_today()")
    for layer, _ in _layers():
        for call in (
            f"submit_{layer.name}(jsonb, geometry, text, bytea, bytea)",
            f"told_{layer.name}(text)",
            f"reopen_{layer.name}(text, text)",
        ):
            yield from _callable(call)


def _callable(call: str) -> Iterator[str]:
    yield f"REVOKE ALL ON FUNCTION {OPEN}.{call} FROM PUBLIC"
    yield f"GRANT EXECUTE ON FUNCTION {OPEN}.{call} TO {ANONYMOUS}, {STAFF}"


def _layers() -> Iterator[tuple[Layer, Submission]]:
    for layer in CATALOGUE.values():
        if layer.submission is not None:
            yield layer, layer.submission


def _function(call: str, returns: str, body: str) -> str:
    return f"""
    CREATE OR REPLACE FUNCTION {OPEN}.{call} RETURNS {returns}
    LANGUAGE sql SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
    {body}
    $$"""


def _submit(layer: Layer, submission: Submission) -> str:
    """Its id, or null when it refers to something that is not public.

    The picture and its thumbnail are kept with the row or not at all. Nobody is its sender: only
    who sees the row sees it.
    """
    defaults = {
        name: _literal(info.get_default()) for name, info in layer.attributes.model_fields.items()
    }
    written = {
        **defaults,
        **{name: f"coalesce(given.{name}, {defaults[name]})" for name in submission.gives},
        submission.picture: "CASE WHEN $4 IS NOT NULL THEN encode(sha256($4), 'hex') END",
        submission.at: "now()",
        submission.code: "$3",
    }
    public = [
        f"(given.{name} IS NULL OR EXISTS "
        f"(SELECT FROM {OPEN}.{ref.layer} WHERE {ref.key} = given.{name}))"
        for name, ref in layer.refs.items()
    ]
    return _function(
        f"submit_{layer.name}(jsonb, geometry, text, bytea, bytea)",
        "bigint",
        f"""
        WITH given AS (
            SELECT * FROM jsonb_populate_record(NULL::{layer.name}, $1) given
            WHERE {" AND ".join(public)}
        ), kept AS (
            INSERT INTO {ATTACHMENTS.name}
                (sha256, form, media_type, content, thumbnail, sent_by)
            SELECT encode(sha256($4), 'hex'), '{Form.PICTURE.value}', 'image/jpeg', $4, $5,
                '{NOBODY}'
            FROM given WHERE $4 IS NOT NULL
            ON CONFLICT DO NOTHING
        )
        INSERT INTO {layer.name} (geometry, visibility, {", ".join(written)})
        SELECT $2, '{Visibility.DRAFT.value}', {", ".join(written.values())}
        FROM given
        RETURNING id""",
    )


def _pictures_today() -> str:
    """How many pictures nobody in particular has sent within a day."""
    return _function(
        "pictures_today()",
        "bigint",
        f"""
        SELECT count(*) FROM {ATTACHMENTS.name}
        WHERE sent_by = '{NOBODY}' AND sent_at > now() - interval '1 day'""",
    )


def _told(layer: Layer, submission: Submission) -> str:
    told = ", ".join(("visibility", submission.at, *submission.told))
    return _function(
        f"told_{layer.name}(text)",
        "jsonb",
        f"""
        SELECT to_jsonb(told) FROM (
            SELECT {told} FROM {layer.name} WHERE {_coded(submission)}
        ) told""",
    )


def _reopen(layer: Layer, submission: Submission) -> str:
    """Whether there was something closed to open again."""
    again = submission.reopening
    return _function(
        f"reopen_{layer.name}(text, text)",
        "boolean",
        f"""
        WITH reopened AS (
            UPDATE {layer.name}
            SET {again.status} = '{again.open}', {again.at} = now(), {again.reason} = $2
            WHERE {_coded(submission)} AND {again.status} = '{again.closed}'
            RETURNING id
        )
        SELECT EXISTS (SELECT FROM reopened)""",
    )


def _coded(submission: Submission) -> str:
    return f"{submission.code} = encode(sha256(convert_to($1, 'UTF8')), 'hex')"


def _literal(default: object) -> str:
    return "NULL" if default is None else f"'{default}'"
