"""Communities on their way into a plan, and scenarios of them."""

from typing import Any

import httpx

from layers.core.access import Role
from layers.stages import Stage
from tests.accounts import SignedIn
from tests.api.renewals import Renewal

Json = dict[str, Any]
PATH = "/api/planning/scenarios"
YEAR = 2027


def ready(officer: httpx.Client, code: str, **about: Any) -> Renewal:
    """A community whose gate into the plan is open."""
    one = Renewal(officer, code)
    if about:
        one.change("communities", one.id, **about)
    one.comes_to(Stage.CONSULTING)
    return one


def unready(officer: httpx.Client, code: str) -> Renewal:
    """One with works, and nobody to decide about them."""
    one = Renewal(officer, code)
    one.add("works", category="roof", progress=0)
    one.passes(Stage.SURVEYED, Stage.RESERVE, Stage.CONSULTING)
    return one


def question(*communities: Renewal, **more: Any) -> Json:
    """A choice that locks in exactly these."""
    ids = [one.id for one in communities]
    listed = ", ".join(map(str, ids))
    return {
        "year": YEAR,
        "set": "equal",
        "filter": f"id IN ({listed})",
        "constraints": {"lock_in": ids},
        **more,
    }


def save(planner: httpx.Client, name: str, asked: Json) -> Json:
    answer = planner.post(PATH, json={"name": name, "question": asked})
    assert answer.status_code == 201, answer.text
    told: Json = answer.json()
    return told


def read(reader: httpx.Client, id_: int) -> Json:
    answer = reader.get(f"{PATH}/{id_}")
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


def adopt(planner: httpx.Client, id_: int, **query: Any) -> Json:
    answer = planner.post(f"{PATH}/{id_}/adopt", params=query)
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


def planner_of(signed_in: SignedIn, area: str = "36") -> httpx.Client:
    return signed_in(Role.PLANNER, areas=(area,))
