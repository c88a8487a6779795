"""Ballots of 200 households: one after the other, from many connections at once, in one request.

After every round the service is asked how many it counted: none may be lost, and none counted
twice, though in the crowded way each ballot is sent by two officers.
"""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from http.client import HTTPConnection
from typing import Any

from sqlalchemy import func, select

from benchmarks.measuring import Way, loaded, measured, report, served
from benchmarks.measuring.processors import Watch
from gis_service.identity import keeping
from gis_service.identity.keeping import Draft, Keeper
from gis_service.store.database import Database
from gis_service.store.tables import TABLES
from layers.core.access import EVERYWHERE, OPERATOR, Role

BALLOTS, CONNECTIONS = 200, 20
ACCOUNT = {"username": "counting", "password": "a password of the benchmark"}


@dataclass
class Counting:
    """An officer at one service, and the vote of the round."""

    port: int
    community: int
    rooms: list[dict[str, Any]]
    cookie: str = ""
    vote: int = 0

    def sign_in(self) -> None:
        connection = self.connected()
        connection.request("POST", "/api/session", json.dumps(ACCOUNT), self.headers())
        answer = connection.getresponse()
        answer.read()
        self.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]

    def connected(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=60)

    def headers(self) -> dict[str, str]:
        origin = f"http://127.0.0.1:{self.port}"
        sent = {"Origin": origin, "Content-Type": "application/json"}
        return {**sent, "Cookie": self.cookie} if self.cookie else sent

    def ask(self, connection: HTTPConnection, method: str, path: str, body: Any = None) -> Any:
        sent = None if body is None else json.dumps(body)
        connection.request(method, path, sent, self.headers())
        answer = connection.getresponse()
        told = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{answer.status} {path}: {told[:200]!r}")
        return json.loads(told)

    def begin(self) -> None:
        """A vote without ballots."""
        about = {
            "community": self.community,
            "title": "改造方案",
            "matter": "ordinary",
            "starts": str(date.today()),
            "ends": str(date.today() + timedelta(9)),
            "owners_total": len(self.rooms),
            "area_total_m2": "30000.00",
        }
        made = {"type": "Feature", "geometry": None, "properties": about}
        path = "/api/collections/decisions/items"
        self.vote = self.ask(self.connected(), "POST", path, made)["id"]

    def enter(self, rooms: list[dict[str, Any]], at_once: int) -> int:
        """Over one connection, so many in a request. Answers how many the service took."""
        connection = self.connected()
        taken = 0
        for first in range(0, len(rooms), at_once):
            some = rooms[first : first + at_once]
            ballots = [{**room, "answer": "favour"} for room in some]
            path = f"/api/decisions/{self.vote}/ballots"
            taken += self.ask(connection, "POST", path, {"ballots": ballots})["entered"]
        connection.close()
        return taken

    def one_by_one(self) -> None:
        self.check(self.enter(self.rooms, 1))

    def together(self) -> None:
        self.check(self.enter(self.rooms, len(self.rooms)))

    def crowded(self, *, twice: bool) -> None:
        hands = CONNECTIONS // 2 if twice else CONNECTIONS
        parts = [self.rooms[hand::hands] for hand in range(hands)] * (2 if twice else 1)
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            self.check(sum(pool.map(lambda part: self.enter(part, 1), parts)))

    def check(self, taken: int) -> None:
        tally = self.ask(self.connected(), "GET", f"/api/decisions/{self.vote}/tally")
        counted = tally["ballots"], tally["took_part"]["owners"]
        if (taken, *counted) != (BALLOTS,) * 3:
            raise RuntimeError(f"{taken} taken and {counted} counted of {BALLOTS}")


def main() -> None:
    with loaded("town") as (database, postgis), served(database) as service:
        community, rooms = _rooms(database)
        with database.identity.begin() as accounts, database.transaction(OPERATOR) as features:
            draft = Draft(
                ACCOUNT["username"],
                Role.STREET_OFFICER,
                areas=(EVERYWHERE,),
                password=ACCOUNT["password"],
            )
            keeping.create_user(Keeper(OPERATOR, accounts, features), draft)
        counting = Counting(service.connection.port, community, rooms)
        counting.sign_in()
        ways = [
            Way("one connection", counting.one_by_one, BALLOTS, counting.begin),
            Way(
                f"{CONNECTIONS} connections",
                partial(counting.crowded, twice=False),
                BALLOTS,
                counting.begin,
            ),
            Way(
                f"{CONNECTIONS} connections, each sent twice",
                partial(counting.crowded, twice=True),
                BALLOTS,
                counting.begin,
            ),
            Way("one request", counting.together, BALLOTS, counting.begin),
        ]
        watch = Watch({"client": os.getpid(), "service": service.pid, "PostGIS": postgis})
        report(f"Ballots of {BALLOTS} households", "ballot", {"": measured(ways, watch, rounds=5)})


def _rooms(database: Database) -> tuple[int, list[dict[str, Any]]]:
    """200 rooms of a community that has so many."""
    table = TABLES["households"]
    with database.owner.connect() as db:
        large = select(table.c.community).group_by(table.c.community)
        community = db.scalar(large.having(func.count() >= BALLOTS).limit(1))
        assert community is not None
        some = select(table.c.room, table.c.building).where(table.c.community == community)
        rows = db.execute(some.order_by(table.c.id).limit(BALLOTS)).mappings()
        return community, [dict(row) for row in rows]


if __name__ == "__main__":
    main()
