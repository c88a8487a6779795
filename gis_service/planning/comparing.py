"""Comparing: scenarios side by side, community by community and in sum."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from gis_service.planning.saving import found
from gis_service.store import planned
from gis_service.store import scenarios as stored
from gis_service.store.planned import Community
from gis_service.store.scenarios import Scenario
from layers.core.access import Actor
from layers.planning.scenarios import IN, Overlap, Row, chosen, overlaps

MOST = 4
"""As many as one can still look at side by side."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Of the communities in a scenario. `cost` is fen; households that are unknown count none."""

    count: int
    cost: int
    score: float
    households: int

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Sum":
        inside = [row for row in rows if row.standing in IN]
        return cls(
            len(inside),
            sum(row.cost or 0 for row in inside),
            sum(row.score for row in inside),
            sum(row.households or 0 for row in inside),
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A community in several scenarios; absent from those in which it was not looked at."""

    id: int
    community: Community
    rows: Mapping[int, Row]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`lines` are those that the reader may see, `hidden` is how many others there are. Sums are
    of all, by scenario, and by scenario and county."""

    scenarios: Sequence[Scenario]
    lines: Sequence[Line]
    hidden: int
    sums: Mapping[int, Sum]
    by_county: Mapping[str, Mapping[int, Sum]]
    overlaps: Sequence[Overlap]


def compare(db: Connection, actor: Actor, ids: Collection[int]) -> Comparison:
    """In the order of the ids. Raises NotPermitted or NotFound."""
    asked = [*dict.fromkeys(ids)]
    scenarios = [found(db, actor, id_) for id_ in asked]
    by_scenario: dict[int, list[Row]] = {id_: [] for id_ in asked}
    by_community: dict[int, dict[int, Row]] = defaultdict(dict)
    for id_, row in stored.side_by_side(db, asked):
        by_scenario[id_].append(row)
        by_community[row.community][id_] = row
    seen = planned.communities(db, actor, by_community.keys())
    lines = [Line(id_, seen[id_], rows) for id_, rows in by_community.items() if id_ in seen]
    return Comparison(
        scenarios=scenarios,
        lines=sorted(lines, key=_first_agreed),
        hidden=len(by_community) - len(lines),
        sums={id_: Sum.of(rows) for id_, rows in by_scenario.items()},
        by_county=_by_county(by_scenario),
        overlaps=overlaps({id_: chosen(rows) for id_, rows in by_scenario.items()}),
    )


def _first_agreed(line: Line) -> tuple[int, float, int]:
    """In most scenarios first, then by the best score."""
    rows = line.rows.values()
    inside = sum(row.standing in IN for row in rows)
    return -inside, -max(row.score for row in rows), line.id


def _by_county(by_scenario: Mapping[int, Sequence[Row]]) -> Mapping[str, Mapping[int, Sum]]:
    counties = sorted({row.county for rows in by_scenario.values() for row in rows})
    return {
        county: {
            id_: Sum.of(row for row in rows if row.county == county)
            for id_, rows in by_scenario.items()
        }
        for county in counties
    }
