"""The day from which evidence of a gate that was passed stands no more, in SQL.

`layers/gates/lapses.py` says what a lapse is, of one day; this says on which day it begins, so that
a list or a tile need only hold it against today and nothing has to be added up anew at midnight.
A test tries both on the same evidence. One difference: an organisation entered as formed on a day
to come counts here at once.
"""

from datetime import date
from fractions import Fraction

from gis_service.store.stages import past
from layers.ledgers.decisions import DecisionResult
from layers.ledgers.works import Matter
from layers.stages import Stage
from layers.standards import in_force
from layers.standards.values import VALUES
from layers.voting import Gravity

MAJOR = ", ".join(f"'{matter.value}'" for matter in Matter if matter.gravity is Gravity.MAJOR)

_ORGANISATION = """
    SELECT CASE WHEN bool_and(dissolved_on IS NOT NULL) THEN max(dissolved_on) END AS day
    FROM owner_organisations WHERE community = c.id AND visibility = 'published'"""


def lateral() -> str:
    """Joins `l`, whose `day` is that of community `c` at stage `s`, with works `w` that may be
    `major`."""
    return f"""
        CROSS JOIN LATERAL (
            SELECT least(
                CASE WHEN s.stage IN ({past(Stage.PLANNED)}) THEN ({_ORGANISATION}) END,
                CASE WHEN s.stage IN ({past(Stage.APPROVED)}) THEN ({_vote()}) END
            ) AS day
        ) l"""


def _vote() -> str:
    """A vote that was carried out runs out no more, but it can still be reversed. One that was
    reversed never stood: not from the day on which it began."""
    return f"""
    SELECT CASE
        WHEN NOT coalesce(bool_or(agreed), false)
            THEN min(starts) FILTER (WHERE result = '{DecisionResult.REVERSED.value}')
        WHEN s.stage NOT IN ({past(Stage.ACCEPTED)})
             AND bool_and(valid_until IS NOT NULL) FILTER (WHERE agreed)
            THEN max(valid_until) FILTER (WHERE agreed) + 1
        END AS day
    FROM (
        SELECT result, valid_until, starts,
               result = '{DecisionResult.PASSED.value}' AND {_agreed()} AS agreed
        FROM decisions WHERE community = c.id AND visibility = 'published'
    ) vote"""


def _agreed() -> str:
    """Art. 278 on heads and on area, for the graver of what the vote was called and the works."""
    quorum, major, ordinary = (
        _share(code) for code in ("quorum", "major-matter", "ordinary-matter")
    )
    tests = [
        f"({took} > 0 AND {took} * {quorum.denominator} >= {whole} * {quorum.numerator}"
        f" AND CASE WHEN w.major OR matter IN ({MAJOR})"
        f" THEN {favour} * {major.denominator} >= {took} * {major.numerator}"
        f" ELSE {favour} * {ordinary.denominator} > {took} * {ordinary.numerator} END)"
        for whole, took, favour in (
            ("owners_total", "owners_took_part", "owners_in_favour"),
            ("area_total_m2", "area_took_part_m2", "area_in_favour_m2"),
        )
    ]
    return " AND ".join(tests)


def _share(code: str) -> Fraction:
    value = in_force(VALUES, code, date.max).value
    assert isinstance(value, Fraction)
    return value
