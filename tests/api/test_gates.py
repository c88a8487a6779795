"""A community goes its whole way over HTTP, and no gate opens before its evidence is there."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from gis_service.store.database import Database
from layers.core.access import Role
from layers.stages import Stage
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, PATCH, body, codes, items

PROVINCE = "36"
TODAY = date.today()


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


@pytest.fixture(scope="module")
def officer(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    return signed_in(Role.STREET_OFFICER, areas=(PROVINCE,))


class Renewal:
    """A community of a street, and what its officer enters."""

    def __init__(self, officer: httpx.Client, code: str) -> None:
        self.officer = officer
        self.id = 0
        self.id = self.add("communities", code=code, name="测试新村", division=PROVINCE)

    def add(self, layer: str, **properties: Any) -> int:
        owner = {"community": self.id} if self.id else {}
        if layer in ("comments", "inspections"):
            owner = {}
        sent = {**body(layer, **owner, **properties), "visibility": "published"}
        answer = self.officer.post(items(layer), json=sent, headers=GEOJSON)
        assert answer.status_code == 201, answer.text
        return int(answer.json()["id"])

    def change(self, layer: str, id_: int, **properties: Any) -> None:
        headers = {**PATCH, "If-Match": self.officer.get(items(layer, id_)).headers["ETag"]}
        sent = {"properties": properties}
        answer = self.officer.patch(items(layer, id_), json=sent, headers=headers)
        assert answer.status_code == 200, answer.text

    def advance(self, to: Stage, reason: str = "") -> httpx.Response:
        path = f"/api/communities/{self.id}/advance"
        return self.officer.post(path, json={"to": to, "reason": reason})

    def refused(self, to: Stage) -> set[str]:
        answer = self.advance(to)
        assert answer.status_code == 409, answer.text
        return codes(answer)

    def passes(self, *stages: Stage) -> None:
        for to in stages:
            answer = self.advance(to)
            assert answer.status_code == 200, answer.text
            assert answer.json()["stage"] == to

    def gates(self, client: httpx.Client | None = None) -> dict[str, Any]:
        answer = (client or self.officer).get(f"/api/communities/{self.id}/gates")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


def test_the_whole_way(officer: httpx.Client, client: httpx.Client, database: Database) -> None:
    one = Renewal(officer, "T-0001")
    assert one.gates()["stage"] is None
    one.passes(Stage.SURVEYED, Stage.RESERVE, Stage.CONSULTING)

    assert {"organisation.none", "management.mode"} <= one.refused(Stage.PLANNED)
    organisation = one.add("owner_organisations")
    one.passes(Stage.PLANNED)

    assert one.refused(Stage.PUBLICISED) == {"works.none", "publicity.none"}
    work = one.add("works", category="roof", progress=0)
    pipes = one.add("works", category="water", progress=0)
    posted = one.add("publicity", starts=ago(10), ends=ago(1))
    one.passes(Stage.PUBLICISED)

    comment = one.add("comments", publicity=posted, outcome=None, answer="", answered_on=None)
    assert one.refused(Stage.APPROVED) == {"comments.unanswered", "decision.none"}
    one.change("comments", comment, outcome="adopted", answer="采纳。", answered_on=ago(0))
    vote = one.add("decisions", valid_until=None, result="open")
    assert one.refused(Stage.APPROVED) == {"decision.open"}
    one.change("decisions", vote, result="passed")
    one.passes(Stage.APPROVED)

    one.change("decisions", vote, result="reversed")
    assert one.refused(Stage.UNDER_WORKS) == {"decision.reversed"}
    assert [each["code"] for each in one.gates(client)["lapses"]] == ["decision.reversed"]
    one.change("decisions", vote, result="passed", valid_until=ago(1))
    assert one.refused(Stage.UNDER_WORKS) == {"decision.expired"}
    one.change("decisions", vote, valid_until=None)
    one.passes(Stage.UNDER_WORKS)

    assert one.refused(Stage.SUSPENDED) == {"reason.missing"}
    assert one.advance(Stage.SUSPENDED, "暴雨").status_code == 200
    one.passes(Stage.UNDER_WORKS)

    assert {"works.unfinished", "checks.none", "acceptance.common"} <= one.refused(Stage.ACCEPTED)
    for each in (work, pipes):
        one.change("works", each, progress=1)
        for kind in ("self", "handover", "professional"):
            one.add("inspections", work=each, kind=kind)
    one.add("acceptances", work=work, part="common")
    household = one.add("households", building=None)
    one.add("acceptances", work=pipes, part="exclusive", household=household)
    assert one.refused(Stage.ACCEPTED) == {"survey.visit", "survey.form"}
    for channel in ("visit", "form"):
        one.add("surveys", channel=channel)
    one.passes(Stage.ACCEPTED)

    assert one.refused(Stage.SATISFACTION_SURVEYED) == {"survey.few"}
    for _ in range(3):
        one.add("surveys")
    one.passes(Stage.SATISFACTION_SURVEYED)
    one.change("owner_organisations", organisation, dissolved_on=ago(1))
    refused = one.refused(Stage.MANAGED)
    assert "organisation.dissolved" in refused
    one.add("owner_organisations")
    one.passes(Stage.MANAGED)
    assert one.gates()["gates"] == []
    rows = client.get(f"/api/collections/stage_changes/items?community={one.id}&limit=50").json()
    told = [row["properties"]["stage"] for row in rows["features"]]
    assert told[-1] == "managed"
    assert told.count("under_works") == 2
