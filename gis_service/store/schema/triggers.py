"""Triggers: a version for every change, a history of all of them, and rows that never change."""

from collections.abc import Iterator

from gis_service.store.account_tables import ACCESSES, IDENTITY
from gis_service.store.columns import SCHEMA
from gis_service.store.scenario_tables import ROWS, SCENARIOS
from layers import CATALOGUE
from layers.core.layer import Writing

_FUNCTIONS = (
    f"""
    CREATE OR REPLACE FUNCTION {SCHEMA}.count_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        NEW.version := OLD.version + 1;
        NEW.created_at := OLD.created_at;
        NEW.updated_at := clock_timestamp();
        RETURN NEW;
    END $$""",
    # SECURITY DEFINER: who changes a feature may not touch its history by any other way.
    f"""
    CREATE OR REPLACE FUNCTION {SCHEMA}.remember() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = {SCHEMA}, public, pg_temp AS $$
    DECLARE
        unkept text[] := ARRAY['geometry', 'geom_3857', 'search_key'];
        old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - unkept END;
        new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - unkept END;
        shape geometry;
        loaded geometry;
    BEGIN
        IF TG_ARGV[0] = 'shape' THEN
            IF TG_OP = 'DELETE' THEN shape := OLD.geometry; ELSE shape := NEW.geometry; END IF;
        END IF;
        -- Bulk loads leave no row for each feature: it is written before the first change.
        IF TG_OP <> 'INSERT' AND NOT EXISTS (
            SELECT FROM history
            WHERE layer = TG_TABLE_NAME AND feature = OLD.id
        ) THEN
            IF TG_ARGV[0] = 'shape' THEN loaded := OLD.geometry; END IF;
            INSERT INTO history
                (layer, feature, version, operation, at, actor, after, geometry)
            VALUES (
                TG_TABLE_NAME, OLD.id, OLD.version, 'load', OLD.updated_at, 'load', old_row, loaded
            );
        END IF;
        INSERT INTO history (layer, feature, version, operation, actor, before, after, geometry)
        VALUES (
            TG_TABLE_NAME,
            (coalesce(new_row, old_row) ->> 'id')::bigint,
            (coalesce(new_row, old_row) ->> 'version')::integer,
            lower(TG_OP),
            coalesce(nullif(current_setting('onemap.actor', true), ''), session_user),
            old_row, new_row, shape
        );
        RETURN NULL;
    END $$""",
    f"""
    CREATE OR REPLACE FUNCTION {SCHEMA}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'Rows of % are never changed', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END $$""",
)


_KEPT = f"""
    CREATE OR REPLACE FUNCTION {SCHEMA}.keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        name text;
    BEGIN
        FOREACH name IN ARRAY TG_ARGV LOOP
            IF to_jsonb(NEW) -> name IS DISTINCT FROM to_jsonb(OLD) -> name THEN
                RAISE EXCEPTION '% of % % is kept', name, TG_TABLE_NAME, OLD.id
                    USING ERRCODE = 'restrict_violation';
            END IF;
        END LOOP;
        RETURN NEW;
    END $$"""
"""What somebody said, and about what, is theirs: it is shown or not, and answered."""


def statements() -> Iterator[str]:
    yield from _FUNCTIONS
    yield _KEPT
    yield _trigger("history", "fixed", "BEFORE UPDATE OR DELETE", "refuse_change()")
    yield _trigger(
        ACCESSES.name, "fixed", "BEFORE UPDATE OR DELETE", "refuse_change()", schema=IDENTITY
    )
    yield _trigger(ROWS.name, "fixed", "BEFORE UPDATE", "refuse_change()")
    adopted = "WHEN (OLD.adopted_at IS NOT NULL)"
    yield _trigger(SCENARIOS.name, "fixed", "BEFORE UPDATE OR DELETE", "refuse_change()", adopted)
    for layer in CATALOGUE.values():
        shape = "'shape'" if layer.geometry else ""
        yield _trigger(
            layer.name, "history", "AFTER INSERT OR UPDATE OR DELETE", f"remember({shape})"
        )
        if layer.writing is Writing.CRUD:
            yield _trigger(layer.name, "version", "BEFORE UPDATE", "count_version()")
        else:
            yield _trigger(layer.name, "fixed", "BEFORE UPDATE OR DELETE", "refuse_change()")
        if layer.kept:
            names = ", ".join(f"'{name}'" for name in layer.kept)
            yield _trigger(layer.name, "kept", "BEFORE UPDATE", f"keep_words({names})")


def _trigger(
    table: str, name: str, event: str, call: str, when: str = "", schema: str = SCHEMA
) -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {table}_{name} {event} ON {schema}.{table} "
        f"FOR EACH ROW {when} EXECUTE FUNCTION {SCHEMA}.{call}"
    )
