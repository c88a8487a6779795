"""A ranking, step by step: read from PostGIS, judged by the gate, scored in Python; and beside it
the same sum made in PostGIS, which neither judges nor tells how firm the order is.

Of 8,000 communities, a province's, and of 300,000, which are copies of them.
"""

import os
from datetime import date
from functools import partial

from sqlalchemy import Connection, text

from benchmarks.measuring import Cost, Way, loaded, measured, report
from benchmarks.measuring.opened import open_all
from benchmarks.measuring.processors import Watch
from gis_service import ranking
from gis_service.ranking import Asked, Judged
from gis_service.store import measures
from layers.core.access import OPERATOR
from layers.planning.criteria import CRITERIA, Criterion
from layers.planning.weights import BUREAU, vector

YEAR, TODAY = 2027, date(2026, 11, 24)
COPIES = 38
_OWN = {
    "age": f"{YEAR} - built_year",
    "safety": "safety_findings",
    "facilities": "missing_facilities",
    "elderly": "elderly_share",
    "reports": "NULL::float",
}


def in_postgis() -> str:
    """The weighted sum, unknown in the middle, and the order: without the ledger of reports."""
    weights = vector(BUREAU.weights)
    terms = [
        f"{weight} * coalesce({_utility(each)}, 0.5)"
        for each, weight in zip(CRITERIA, weights, strict=True)
    ]
    return f"SELECT id, {' + '.join(terms)} AS score FROM onemap.communities ORDER BY score DESC"


def _utility(each: Criterion) -> str:
    value = _OWN.get(each.code, each.code)
    scaled = f"({value} - {each.worst}) / ({each.best} - {each.worst})::float"
    # Without a value there is none: LEAST and GREATEST pass over what is unknown.
    return f"CASE WHEN {value} IS NOT NULL THEN greatest(0, least(1, {scaled})) END"


def main() -> None:
    groups: dict[str, list[Cost]] = {}
    with loaded("province") as (database, postgis):
        watch = Watch({"Python": os.getpid(), "PostGIS": postgis})
        for times in (1, COPIES):
            open_all(database, times)
            with database.owner.connect() as owner, database.transaction(OPERATOR) as db:
                found = ranking.judged(db, OPERATOR, YEAR, TODAY)
                costs = measured([*_ways(db, owner, found)], watch, rounds=3)
            groups[f"{len(found):,} communities"] = costs
    report("Ranking", "ranking", groups)


def _ways(db: Connection, owner: Connection, found: list[Judged]) -> list[Way]:
    asked = Asked(BUREAU.weights)
    return [
        Way("read and judged", partial(ranking.judged, db, OPERATOR, YEAR, TODAY)),
        Way("read alone", partial(measures.measured, db, OPERATOR, YEAR)),
        Way("scored and ordered in Python", partial(ranking.rank, found, asked)),
        Way("summed and ordered in PostGIS", lambda: owner.execute(text(in_postgis())).all()),
    ]


if __name__ == "__main__":
    main()
