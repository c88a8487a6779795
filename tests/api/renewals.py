"""A community on its way from stage to stage, as its officer leads it over HTTP."""

from datetime import timedelta
from typing import Any

import httpx

from layers.stages import Stage
from tests.api.writers import GEOJSON, PATCH, body, codes, items
from tests.days import today

PROVINCE = "36"
VOTE = "屋面与管线改造"
TODAY = today()


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


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

    def comes_to(self, stage: Stage) -> None:
        """Supplies what the gates up to the approval ask for, and passes them."""
        path = [Stage.SURVEYED, Stage.RESERVE, Stage.CONSULTING, Stage.PLANNED, Stage.PUBLICISED]
        self.add("owner_organisations")
        self.add("works", category="roof", progress=0)
        self.add("publicity", starts=ago(10), ends=ago(1))
        self.add("decisions", title=VOTE, valid_until=None, result="passed")
        for to in (*path, Stage.APPROVED, Stage.UNDER_WORKS):
            self.passes(to)
            if to is stage:
                return
