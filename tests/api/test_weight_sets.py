"""Weight sets: who may save, read, change and use them."""

from typing import Any

import httpx
import pytest

from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import OPERATOR, Role
from layers.core.layer import Visibility
from layers.planning.weights import SETS
from tests.accounts import SignedIn
from tests.examples import feature_of

Json = dict[str, Any]
PATH = "/api/planning/weights"
OWN = {"name": "老人优先", "weights": {"elderly": 3, "safety": 1}}


@pytest.fixture(scope="module")
def areas(database: Database) -> None:
    """A province, two of its cities, and a county of one of them."""
    layer = CATALOGUE["divisions"]
    rows = [feature_of(layer, {}, code=code) for code in ("36", "3601", "360102", "3609")]
    with database.transaction(OPERATOR) as db:
        features.add_many(db, layer, rows, Visibility.PUBLISHED)


@pytest.fixture(scope="module")
def planner(signed_in: SignedIn, areas: None) -> httpx.Client:
    return signed_in(Role.PLANNER, areas=("3601",))


@pytest.fixture(scope="module")
def saved(planner: httpx.Client) -> Json:
    answer = planner.post(PATH, json=OWN)
    assert answer.status_code == 201, answer.text
    told: Json = answer.json()
    assert answer.headers["Location"].endswith(f"{PATH}/{told['id']}")
    return told


def names(client: httpx.Client) -> list[str]:
    answer = client.get(PATH)
    assert answer.status_code == 200, answer.text
    return [each["name"] for each in answer.json()]


def test_a_saved_set_has_author_and_date_beside_those_of_the_platform(
    planner: httpx.Client, saved: Json
) -> None:
    assert names(planner) == [*SETS, "老人优先"]
    assert saved["weights"] == OWN["weights"]
    assert saved["author"].startswith("planner")
    assert saved["made_at"]
    assert saved["may_edit"] is True


@pytest.mark.parametrize(
    ("role", "area", "reads"),
    [
        (Role.PLANNER, "36", True),
        (Role.PLANNER, "360102", True),
        (Role.PLANNER, "3609", False),
        (Role.AUDITOR, "3601", True),
        (Role.ADMIN, "", True),
    ],
)
def test_those_read_it_whose_areas_meet_its_own(
    signed_in: SignedIn, saved: Json, role: Role, area: str, reads: bool
) -> None:
    reader = signed_in(role, areas=(area,))
    assert ("老人优先" in names(reader)) is reads
    assert reader.get(f"{PATH}/{saved['id']}").status_code == (200 if reads else 404)


@pytest.mark.parametrize("role", [Role.STREET_OFFICER, Role.SUPERVISOR, Role.SITE_MANAGER])
def test_who_does_not_plan_reads_none(signed_in: SignedIn, saved: Json, role: Role) -> None:
    other = signed_in(role, areas=("3601",))
    assert other.get(PATH).status_code == 403
    assert other.get(f"{PATH}/{saved['id']}").status_code == 403
    assert other.post(PATH, json=OWN).status_code == 403


def test_the_public_reads_none(client: httpx.Client) -> None:
    assert client.get(PATH).status_code == 401


@pytest.mark.parametrize(
    ("role", "area", "status"),
    [
        (Role.PLANNER, "3601", 403),
        (Role.AUDITOR, "36", 403),
        (Role.ADMIN, "360102", 403),
        (Role.ADMIN, "36", 200),
    ],
)
def test_its_author_and_an_administrator_of_its_area_may_change_it(
    signed_in: SignedIn, planner: httpx.Client, saved: Json, role: Role, area: str, status: int
) -> None:
    path = f"{PATH}/{saved['id']}"
    assert planner.put(path, json=OWN).status_code == 200
    other = signed_in(role, areas=(area,))
    assert other.put(path, json=OWN).status_code == status
    assert other.get(path).json()["author"] == saved["author"]


def test_a_ranking_uses_it_by_its_name(
    planner: httpx.Client, signed_in: SignedIn, saved: Json
) -> None:
    own = [{"id": "x", "measures": {"elderly": 0.5}}, {"id": "y", "measures": {"elderly": 0.1}}]
    body = {"candidates": own, "set": saved["name"]}
    told = planner.post("/api/planning/rank", json=body).json()
    assert told["weights"]["elderly"] == 0.75
    for path in ("rank", "select"):
        asked = {"set": saved["name"], "year": 2027}
        assert planner.post(f"/api/planning/{path}", json=asked).status_code == 200
        stranger = signed_in(Role.PLANNER, areas=("3609",))
        refused = stranger.post(f"/api/planning/{path}", json=asked)
        assert refused.status_code == 422
        assert [each["field"] for each in refused.json()["problems"]] == ["set"]


@pytest.mark.parametrize(
    ("draft", "codes"),
    [
        ({"name": "a", "weights": {"beauty": 1, "age": 1}}, {"criterion.unknown"}),
        ({"name": "a", "weights": {"age": 0}}, {"weights.zero"}),
        ({"name": "bureau", "weights": {"age": 1}}, {"name.taken"}),
        ({"name": "老人优先", "weights": {"age": 1}}, {"name.taken"}),
        ({"name": " ", "weights": {"age": 1}}, {"parameter.string_too_short"}),
        ({"name": "a", "weights": {"age": -1}}, {"parameter.greater_than_equal"}),
    ],
)
@pytest.mark.usefixtures("saved")
def test_what_means_nothing_is_refused_in_both_languages(
    planner: httpx.Client, draft: Json, codes: set[str]
) -> None:
    said = []
    for language in ("zh", "en"):
        answer = planner.post(PATH, json=draft, headers={"Accept-Language": language})
        assert answer.status_code == 422, answer.text
        problems = answer.json()["problems"]
        assert {each["code"] for each in problems} == codes
        said.append(problems[0]["message"])
    assert said[0] != said[1]


def test_a_set_can_be_thrown_away(planner: httpx.Client) -> None:
    id_ = planner.post(PATH, json={"name": "一次", "weights": {"age": 1}}).json()["id"]
    assert planner.delete(f"{PATH}/{id_}").status_code == 204
    assert planner.get(f"{PATH}/{id_}").status_code == 404
