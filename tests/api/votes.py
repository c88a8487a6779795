"""What tests of votes share: a community with rooms, and a vote that runs."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import httpx

from gis_service.store.database import Database
from gis_service.store.features import add_many
from layers import CATALOGUE
from layers.core.layer import Visibility
from tests.days import today
from tests.examples import feature_of

TODAY = today()
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class House:
    """A community, its vote, and its households by room."""

    community: int
    decision: int
    rooms: dict[str, int]

    def path(self, action: str) -> str:
        return f"/api/decisions/{self.decision}/{action}"


def house(
    database: Database,
    buildings: dict[str, int],
    *,
    area_m2: str = "50.00",
    owner_keys: dict[str, str] | None = None,
    visibility: Visibility = Visibility.DRAFT,
    **decision: Any,
) -> House:
    """`buildings` are numbers of rooms by name of building; rooms are `name-1`, `name-2` …"""
    with database.owner.begin() as db:

        def add(layer: str, **values: Any) -> int:
            keys: dict[str, dict[str, Any]] = {
                "divisions": {"id": 1, "code": "36"},
                "communities": {"id": community},
            }
            feature = feature_of(CATALOGUE[layer], keys, **values)
            [id_] = add_many(db, CATALOGUE[layer], [feature], visibility)
            return id_

        community = 0
        community = add("communities", code=f"V-{next(_numbers):04}")
        rooms: dict[str, int] = {}
        heads = set()
        for name, size in buildings.items():
            building = add("buildings", number=name, community=community)
            for number in range(1, size + 1):
                room = f"{name}-{number}"
                key = (owner_keys or {}).get(room, "")
                rooms[room] = add(
                    "households",
                    room=room,
                    building=building,
                    area_m2=area_m2,
                    owner_key=key,
                )
                heads.add(key or room)
        whole: dict[str, Any] = {
            "owners_total": len(heads),
            "area_total_m2": Decimal(area_m2) * len(rooms),
        }
        nothing: dict[str, Any] = dict.fromkeys(("owners_took_part", "owners_in_favour"), 0)
        no_area: dict[str, Any] = dict.fromkeys(("area_took_part_m2", "area_in_favour_m2"), "0")
        dates = {"starts": TODAY - timedelta(10), "ends": TODAY}
        vote = add(
            "decisions", **{**whole, **nothing, **no_area, **dates, "evidence": "", **decision}
        )
    return House(community, vote, rooms)


def paper(room: str, answer: str = "favour", **more: Any) -> dict[str, Any]:
    return {"room": room, "answer": answer, **more}


def entered(client: httpx.Client, one: House, *papers: dict[str, Any]) -> dict[str, Any]:
    answer = client.post(one.path("ballots"), json={"ballots": papers})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def scanned(client: httpx.Client) -> str:
    """The hash of a sheet of paper that was sent."""
    sent = client.post("/api/attachments", files={"file": ("a.pdf", PDF)})
    assert sent.status_code == 201, sent.text
    return str(sent.json()["sha256"])


def tally(client: httpx.Client, one: House) -> dict[str, Any]:
    answer = client.get(one.path("tally"))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def two_buildings(database: Database) -> House:
    """Of six and of three rooms, 50 m² each; published."""
    return house(database, {"甲": 6, "乙": 3}, visibility=Visibility.PUBLISHED)


def closed(client: httpx.Client, one: House) -> dict[str, Any]:
    answer = client.post(one.path("close"))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())
