"""The street desk's queue: all that needs somebody in a street, a county, a city, a province.

The statements are the same few whatever the area; the rest is rows becoming evidence and every rule
asked of every community. `python -m benchmarks.queue town` asks among 60 communities.
"""

import os
import sys
from collections import Counter
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Connection

from benchmarks.measuring import Cost, Way, loaded, measured, report
from benchmarks.measuring.processors import Watch
from gis_service.attending import queue
from gis_service.store import own_communities
from gis_service.store.evidence import collected
from gis_service.store.pending import pending
from layers.core.access import OPERATOR, Actor, Role

NOW = datetime.now(UTC)
COUNTY = "360923"
TIMES = 3


def main() -> None:
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    scale = words[0] if words else "province"
    groups: dict[str, list[Cost]] = {}
    with loaded(scale) as (database, postgis), database.transaction(OPERATOR) as db:
        county = own_communities.all_of(db, _officer(COUNTY))
        [(street, _)] = Counter(each.division for each in county).most_common(1)
        watch = Watch({"client": os.getpid(), "PostGIS": postgis})
        for area in dict.fromkeys((street, COUNTY, COUNTY[:4], COUNTY[:2])):
            officer = _officer(area)
            count = len(own_communities.all_of(db, officer))
            ways = [
                Way("limit: every row, SQL alone", partial(_read, db, officer), TIMES),
                Way("the queue", partial(_ask, db, officer), TIMES),
            ]
            groups[f"{area}, {count:,} communities"] = measured(ways, watch, rounds=3)
    report(f"The queue of an area ({scale})", "queue", groups)


def _officer(area: str) -> Actor:
    return Actor(Role.STREET_OFFICER, areas=frozenset({area}))


def _read(db: Connection, actor: Actor) -> None:
    """What the statements cost, with the evidence on every community."""
    for _ in range(TIMES):
        known = [each.id for each in own_communities.all_of(db, actor)]
        for rows in (pending(db, actor, NOW), collected(db, actor, known)):
            for _row in rows:
                pass


def _ask(db: Connection, actor: Actor) -> None:
    for _ in range(TIMES):
        queue(db, actor, NOW)


if __name__ == "__main__":
    main()
