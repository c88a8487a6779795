"""Checking what the database holds: the demo's communities, found by one query."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, event, text

from gis_service import checking, demo
from gis_service.checking import Ask
from gis_service.errors import NotFound
from gis_service.store.database import Database
from layers.core.access import OPERATOR
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.finding import Result
from layers.safety.scene import Perimeter

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def told(database: Database) -> Database:
    """The demo's towns."""
    demo.load(database.owner, "town", lambda line: None, today=NOW.date())
    return database


@pytest.fixture
def db(told: Database) -> Iterator[Connection]:
    with told.transaction(OPERATOR) as connection:
        yield connection


def active(db: Connection) -> list[int]:
    return list(
        db.scalars(text("SELECT DISTINCT community FROM onemap.sites WHERE status = 'active'"))
    )


def test_every_site_of_the_demo_is_checked_in_full(db: Connection) -> None:
    seen: set[SafetyCheck] = set()
    for community in active(db):
        findings = checking.check_community(db, OPERATOR, community, Ask(NOW))
        seen |= {finding.check for finding in findings}
        drop_zones = [f for f in findings if f.check is SafetyCheck.DROP_ZONE]
        assert drop_zones
        # The demo's perimeters are made by the rule.
        assert {finding.result for finding in drop_zones} == {Result.COMPLIANT}
    assert seen == set(SafetyCheck)


def test_one_query_collects_everything(db: Connection) -> None:
    statements: list[str] = []
    community = active(db)[0]

    def note(_: object, __: object, statement: str, *more: object) -> None:
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        checking.check_community(db, OPERATOR, community, Ask(NOW))
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    assert len(statements) == 1


def test_a_perimeter_is_proposed_from_a_stored_work_area_and_covers_it(db: Connection) -> None:
    rows = db.execute(
        text("""
            SELECT w.id, s.community, s.id AS site FROM onemap.work_areas w
            JOIN onemap.sites s ON s.id = w.site WHERE w.working_height_m > 2 ORDER BY w.id LIMIT 20
        """)
    ).all()
    for row in rows:
        work = checking.work_area(db, OPERATOR, row.id)
        near = checking.buildings_near(db, OPERATOR, work.shape)
        proposal = checking.propose(work, 0.0, NOW, near)
        assert proposal.radius_m >= 3
        drawn = Perimeter(proposal.perimeter, site=row.site, work=work)
        findings = checking.check_community(db, OPERATOR, row.community, Ask(NOW, drawn))
        results = {f.result for f in findings if f.check is SafetyCheck.DROP_ZONE}
        assert results == {Result.COMPLIANT}


def test_a_perimeter_being_changed_is_not_held_against_itself(db: Connection) -> None:
    row = db.execute(
        text("""
            SELECT p.id, p.site, s.community FROM onemap.warning_perimeters p
            JOIN onemap.sites s ON s.id = p.site WHERE p.status = 'active' ORDER BY p.id LIMIT 1
        """)
    ).one()
    work = checking.work_area(
        db,
        OPERATOR,
        db.scalar(
            text("SELECT work_area FROM onemap.warning_perimeters WHERE id = :id"), {"id": row.id}
        )
        or 0,
    )
    other_site = Perimeter(work.shape.buffer(1e-5), id=row.id, site=-1, work=work)
    findings = checking.check_community(db, OPERATOR, row.community, Ask(NOW, other_site))
    clashes = {f.result for f in findings if f.check is SafetyCheck.CLASH}
    assert clashes == {Result.COMPLIANT}
    stranger = Perimeter(work.shape.buffer(1e-5), site=-1)
    findings = checking.check_community(db, OPERATOR, row.community, Ask(NOW, stranger))
    clashes = {f.result for f in findings if f.check is SafetyCheck.CLASH}
    assert Result.COMPLIANT not in clashes


def test_findings_lie_where_the_community_does(db: Connection) -> None:
    for community in active(db)[:5]:
        for finding in checking.check_community(db, OPERATOR, community, Ask(NOW)):
            if finding.geometry is not None and not finding.geometry.is_empty:
                west, south, east, north = finding.geometry.bounds
                assert 113 < west <= east < 119
                assert 24 < south <= north < 31


def test_a_community_that_is_not_there(db: Connection) -> None:
    with pytest.raises(NotFound):
        checking.check_community(db, OPERATOR, 1 << 40, Ask(NOW))
