"""What the public page asks of a province: sums, lists, a search, a card.

Sums and lists are kept while nothing changes, so that each is measured twice: over HTTP as most
visitors find it, and found anew in this process, as the first does after a change.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Connection

from benchmarks.measuring import Cost, Served, Way, loaded, measured, report, served
from benchmarks.measuring.processors import Watch
from gis_service.informing.card import card
from gis_service.informing.legend import themes
from gis_service.informing.listing import communities
from gis_service.informing.overview import overview
from gis_service.store.community_search import Choice
from layers.core.access import PUBLIC

NOW = datetime.now(UTC)
TIMES = 10

Question = Callable[[Connection], object]


def listed(sort: str, choice: Choice) -> Question:
    return lambda db: communities(db, choice, NOW, sort=sort, limit=50, after="")


QUESTIONS: dict[str, tuple[str, Question]] = {
    "overview": ("/api/overview", lambda db: overview(db, Choice(), NOW)),
    "overview of a county": (
        "/api/overview?within=360923",
        lambda db: overview(db, Choice(division="360923"), NOW),
    ),
    "list by name": ("/api/communities", listed("name", Choice())),
    "list by gap": ("/api/communities?sort=-gap_cny", listed("-gap_cny", Choice())),
    "search by one letter": ("/api/communities?q=r", listed("name", Choice(q="r"))),
    "search by initials": ("/api/communities?q=rmx", listed("name", Choice(q="rmx"))),
    "search by place": (
        "/api/communities?q=%E5%8D%97%E6%98%8C",
        listed("name", Choice(q="南昌")),
    ),
    "style with its legend": ("/style.json", themes),
    "card": ("/api/communities/5000/card", lambda db: card(db, 5000, NOW)),
}


def main() -> None:
    groups: dict[str, list[Cost]] = {}
    with (
        loaded("province") as (database, postgis),
        served(database) as service,
        database.transaction(PUBLIC) as db,
    ):
        watch = Watch({"client": os.getpid(), "service": service.pid, "PostGIS": postgis})
        for name, (path, question) in QUESTIONS.items():
            ways = [
                Way("over HTTP", partial(_fetch, service, path), TIMES, service.fresh),
                Way("found anew", partial(_ask, db, question), TIMES),
            ]
            groups[name] = measured(ways, watch, rounds=3)
    report("The public page, 8,000 communities", "answer", groups)


def _fetch(service: Served, path: str) -> None:
    for _ in range(TIMES):
        service.get(path)


def _ask(db: Connection, question: Question) -> None:
    for _ in range(TIMES):
        question(db)


if __name__ == "__main__":
    main()
