"""Planning as outside clients call it, by the contract."""

from typing import Any

import httpx
import pytest

from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import OPERATOR, Role
from layers.core.layer import Visibility
from tests.accounts import SignedIn
from tests.examples import feature_of

Json = dict[str, Any]
CANDIDATES = [
    {"id": "a", "cost_cny": "60.00", "score": 0.9, "county": "360923", "households": 100},
    {"id": "b", "cost_cny": "50.00", "score": 0.7, "county": "360923", "households": 300},
    {"id": "c", "cost_cny": "50.00", "score": 0.7, "county": "360102", "households": 100},
]


@pytest.fixture(scope="module")
def community(database: Database) -> int:
    """One of the examples, alone in its division: no organisation, no works."""
    division = feature_of(CATALOGUE["divisions"], {})
    keys = {"divisions": division.attributes.model_dump()}
    example = feature_of(CATALOGUE["communities"], keys)
    with database.transaction(OPERATOR) as db:
        features.add_many(db, CATALOGUE["divisions"], [division], Visibility.PUBLISHED)
        [id_] = features.add_many(db, CATALOGUE["communities"], [example], Visibility.PUBLISHED)
    return id_


@pytest.fixture(scope="module")
def planner(signed_in: SignedIn, community: int) -> httpx.Client:
    return signed_in(Role.PLANNER, areas=("36",))


def ask(client: httpx.Client, path: str, body: Json, **headers: str) -> Json:
    answer = client.post(f"/api/planning/{path}", json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


def test_the_optimum_beats_the_sorted_list(planner: httpx.Client) -> None:
    told = ask(planner, "select", {"candidates": CANDIDATES, "budget_cny": "100.00"})
    assert told["status"] == "optimal"
    assert told["gap"] == 0
    assert told["chosen"] == ["b", "c"]
    assert told["objective"] == pytest.approx(1.4)
    assert told["cost_cny"] == "100.00"
    assert told["greedy"]["chosen"] == ["a"]
    assert told["greedy"]["optimum_better_by"] == pytest.approx(1.4 / 0.9 - 1)
    assert told["conflicts"] == []


def test_households_may_count(planner: httpx.Client) -> None:
    body = {"candidates": CANDIDATES, "budget_cny": "60.00", "objective": "score_households"}
    assert ask(planner, "select", body)["chosen"] == ["b"]


@pytest.mark.parametrize(
    ("constraints", "conflicts"),
    [
        ({"county_min": {"360923": 2}}, ["budget", "county_min:360923"]),
        ({"lock_in": ["a"], "lock_out": ["a"]}, ["lock_in:a", "lock_out:a"]),
        ({"county_min": {"360102": 2}}, ["county_min:360102"]),
        ({"lock_in": ["a"], "bundles": [["a", "b"]]}, ["budget", "lock_in:a", "bundle:a+b"]),
    ],
)
def test_constraints_that_contradict_are_named(
    planner: httpx.Client, constraints: Json, conflicts: list[str]
) -> None:
    body = {"candidates": CANDIDATES, "budget_cny": "100.00", "constraints": constraints}
    told = ask(planner, "select", body, **{"Accept-Language": "en"})
    assert told["status"] == "infeasible"
    assert told["chosen"] == []
    assert told["conflicts"] == conflicts
    assert all(each["message"] for each in told["explained"])


def test_private_capital_pays_for_what_earns_money_alone(planner: httpx.Client) -> None:
    sources = {"private_capital": "60.00", "central_grant": "50.00"}
    body = {"candidates": CANDIDATES, "constraints": {"budget_by_source_cny": sources}}
    assert ask(planner, "select", body)["chosen"] in (["b"], ["c"])
    earning = [CANDIDATES[0] | {"profitable_cny": "60.00"}, *CANDIDATES[1:]]
    told = ask(planner, "select", body | {"candidates": earning})
    assert "a" in told["chosen"]
    assert len(told["chosen"]) == 2


def test_a_bonus_draws_neighbours_together(planner: httpx.Client) -> None:
    near, far = [114.92, 28.23], [114.99, 28.29]
    placed = [
        each | {"place": place} for each, place in zip(CANDIDATES, (near, far, near), strict=True)
    ]
    body = {"candidates": placed, "budget_cny": "110.00", "constraints": {"max_count": 2}}
    assert set(ask(planner, "select", body)["chosen"]) in ({"a", "b"}, {"a", "c"})
    told = ask(planner, "select", body | {"neighbour_bonus": 0.05})
    assert set(told["chosen"]) == {"a", "c"}
    assert told["objective"] == pytest.approx(1.65)


def test_a_curve_tells_who_comes_and_who_goes(planner: httpx.Client) -> None:
    budgets = ["50.00", "60.00", "100.00"]
    told = ask(planner, "select", {"candidates": CANDIDATES, "budgets_cny": budgets})
    first, second, third = told["curve"]
    assert second["chosen"] == second["entered"] == ["a"]
    assert second["left"] == first["chosen"]
    assert third["left"] == ["a"]
    assert told["warning"]


def test_an_alternative_differs_and_is_nearly_as_good(planner: httpx.Client) -> None:
    body = {"candidates": CANDIDATES, "budget_cny": "50.00", "alternatives": 1}
    told = ask(planner, "select", body)
    [other] = told["alternatives"]
    assert {*told["chosen"], *other["chosen"]} == {"b", "c"}
    assert other["objective"] == pytest.approx(told["objective"])


def test_to_nobody_there_is_no_alternative(planner: httpx.Client) -> None:
    told = ask(planner, "select", {"year": 2027, "filter": "false", "alternatives": 3})
    assert (told["status"], told["chosen"], told["alternatives"]) == ("optimal", [], [])


def test_a_lock_of_no_candidate_is_refused_by_its_field(planner: httpx.Client) -> None:
    body = {"candidates": CANDIDATES, "constraints": {"lock_in": ["z"]}}
    answer = planner.post("/api/planning/select", json=body)
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["field"] == "constraints.lock_in"


def test_a_lock_of_one_outside_the_gate_is_refused_with_all_that_is_missing(
    planner: httpx.Client, community: int
) -> None:
    body = {"year": 2027, "constraints": {"lock_in": [str(community)]}}
    answer = planner.post("/api/planning/select", json=body)
    assert answer.status_code == 422
    problems = answer.json()["problems"]
    [row] = [r for r in ask(planner, "rank", {"year": 2027})["rows"] if r["id"] == str(community)]
    assert {each["code"] for each in problems} == {each["code"] for each in row["missing"]}
    assert {each["citation"] for each in problems} == {"N(四)"}
    assert {each["field"] for each in problems} == {"constraints.lock_in"}
    assert all(row["name"] in each["message"] for each in problems)


def test_a_lock_of_one_that_may_enter_tells_that_its_cost_is_not_known(
    planner: httpx.Client, community: int
) -> None:
    body = {
        "year": 2027,
        "only_eligible": False,
        "constraints": {"lock_in": [str(community)]},
    }
    answer = planner.post("/api/planning/select", json=body)
    assert [each["code"] for each in answer.json()["problems"]] == ["candidate.cost_unknown"]


def test_communities_are_ranked_and_explained(planner: httpx.Client, community: int) -> None:
    body = {"year": 2027, "weights": {"willingness": 3, "safety": 1}, "draws": 200}
    told = ask(planner, "rank", body)
    assert told["weights"]["willingness"] == 0.75
    [row] = [row for row in told["rows"] if row["id"] == str(community)]
    assert row["contributions"]["willingness"] == pytest.approx(0.75 * 0.91)
    assert sum(row["contributions"].values()) == pytest.approx(row["score"])
    assert "safety" in row["unknown"]
    low, high = row["range"]
    assert high - low == pytest.approx(0.25)
    assert row["measures"]["safety"] is None
    assert sum(share for _, share in row["rank_acceptability"]) == pytest.approx(1)
    assert told["data_date"]


def test_who_is_not_eligible_hears_why_with_the_article(
    planner: httpx.Client, community: int
) -> None:
    [row] = [r for r in ask(planner, "rank", {"year": 2027})["rows"] if r["id"] == str(community)]
    assert row["eligible"] is (row["missing"] == [])
    for item in row["missing"]:
        assert item["article"] == "N(四)"
        assert item["message"]


def test_of_one_that_is_not_public_its_own_rows_tell_stage_and_cost(
    planner: httpx.Client, database: Database, community: int
) -> None:
    """The kept figures add up public rows alone."""
    keys = {"divisions": feature_of(CATALOGUE["divisions"], {}).attributes.model_dump()}
    layer, changes, works = (CATALOGUE[n] for n in ("communities", "stage_changes", "works"))
    ids = []
    with database.transaction(OPERATOR) as db:
        for number in ("011", "012"):
            one = feature_of(layer, keys, code=f"360923100-{number}")
            [id_] = features.add_many(db, layer, [one], Visibility.DRAFT)
            own = feature_of(works, {"communities": {"id": id_}}, budget_cny="7000000.00")
            features.add_many(db, works, [own], Visibility.DRAFT)
            ids.append(id_)
    with database.advancing(OPERATOR) as db:
        done = feature_of(changes, {"communities": {"id": ids[0]}}, stage="managed")
        features.add_many(db, changes, [done], Visibility.DRAFT)
    told = {row["id"]: row for row in ask(planner, "rank", {"year": 2027})["rows"]}
    assert str(ids[0]) not in told
    assert told[str(ids[1])]["cost_cny"] == "7000000.00"


def test_one_plans_for_ones_own_area(
    signed_in: SignedIn, database: Database, community: int
) -> None:
    with database.transaction(OPERATOR) as db:
        layer = CATALOGUE["divisions"]
        city = feature_of(layer, {}, code="3601")
        features.add_many(db, layer, [city], Visibility.PUBLISHED)
    for area, plans in (("36", True), ("3601", False)):
        planner = signed_in(Role.PLANNER, areas=(area,))
        found = [row["id"] for row in ask(planner, "rank", {"year": 2027})["rows"]]
        assert (str(community) in found) is plans


def test_a_filter_chooses_the_communities(planner: httpx.Client) -> None:
    assert ask(planner, "rank", {"year": 2027, "filter": "households > 100000"})["rows"] == []
    answer = planner.post("/api/planning/rank", json={"filter": "nonsense ==="})
    assert answer.status_code == 400


def test_a_drawn_area_chooses_those_that_it_meets(planner: httpx.Client, community: int) -> None:
    def within(west: float, east: float) -> list[str]:
        ring = [[west, 28], [east, 28], [east, 29], [west, 29], [west, 28]]
        area = {"type": "Polygon", "coordinates": [ring]}
        drawn = {"op": "s_intersects", "args": [{"property": "geometry"}, area]}
        counted = {"op": "like", "args": [{"property": "division"}, "36%"]}
        body = {"year": 2027, "filter": {"op": "and", "args": [counted, drawn]}}
        return [row["id"] for row in ask(planner, "rank", body)["rows"]]

    assert str(community) in within(114, 116)
    assert within(110, 111) == []


def test_a_case_of_ones_own_is_ranked_without_storing_anything(planner: httpx.Client) -> None:
    own = [
        {"id": "x", "measures": {"willingness": 0.9, "age": 40}},
        {"id": "y", "measures": {"willingness": 0.4}},
    ]
    told = ask(planner, "rank", {"candidates": own, "set": "equal"})
    assert [row["id"] for row in told["rows"]] == ["x", "y"]
    assert told["rows"][0]["eligible"] is None


@pytest.mark.parametrize(
    "body",
    [
        {"weights": {"willingness": -1}},
        {"weights": {"beauty": 1}},
        {"weights": {"willingness": 0}},
        {"set": "no such set"},
        {"set": "equal", "weights": {"age": 1}},
        {"draws": 10**9},
    ],
)
def test_what_means_nothing_is_refused(planner: httpx.Client, body: Json) -> None:
    answer = planner.post("/api/planning/rank", json=body)
    assert answer.status_code == 422, answer.text
    assert answer.json()["problems"]


def test_the_public_may_not_compute(client: httpx.Client) -> None:
    for path in ("rank", "select"):
        assert client.post(f"/api/planning/{path}", json={}).status_code == 401
