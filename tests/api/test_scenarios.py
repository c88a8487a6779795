"""Scenarios: saved with all they were made from, run again, compared, read where areas meet."""

import httpx
import pytest

from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import OPERATOR, Role
from layers.core.layer import Visibility
from tests.accounts import SignedIn
from tests.api.renewals import Renewal
from tests.api.scenarios import PATH, YEAR, Json, planner_of, question, read, ready, save, unready
from tests.examples import feature_of


@pytest.fixture(scope="module")
def planner(signed_in: SignedIn, officer: httpx.Client) -> httpx.Client:
    return planner_of(signed_in)


@pytest.fixture(scope="module")
def two(officer: httpx.Client) -> tuple[Renewal, Renewal]:
    return ready(officer, "S-0001"), ready(officer, "S-0002", willingness=0.2)


@pytest.fixture(scope="module")
def saved(planner: httpx.Client, two: tuple[Renewal, Renewal]) -> Json:
    return save(planner, "先难后易", question(*two))


def test_it_is_kept_with_author_weights_data_date_and_result(
    planner: httpx.Client, saved: Json, two: tuple[Renewal, Renewal]
) -> None:
    told = read(planner, saved["id"])
    assert told["name"] == "先难后易"
    assert told["author"].startswith("planner")
    assert (told["year"], told["weight_set"], told["status"]) == (YEAR, "equal", "optimal")
    assert told["weights"]["age"] == pytest.approx(0.1)
    assert told["data_date"]
    assert len(told["digest"]) == 64
    assert {each["id"] for each in told["communities"]} == {one.id for one in two}
    assert {each["standing"] for each in told["communities"]} == {"locked_in"}
    costs = [float(each["cost_cny"]) for each in told["communities"]]
    assert float(told["cost_cny"]) == pytest.approx(sum(costs))
    assert told["objective"] == pytest.approx(sum(each["score"] for each in told["communities"]))
    assert told["question"]["constraints"]["lock_in"] == [str(one.id) for one in two]


def test_run_again_it_is_the_same(planner: httpx.Client, saved: Json) -> None:
    told = planner.post(f"{PATH}/{saved['id']}/rerun").json()
    assert told["same"] is True
    assert told["digest_now"] == saved["digest"]
    assert told["objective"] == pytest.approx(saved["objective"])


def test_run_again_it_tells_what_has_changed_and_who_came_and_went(
    planner: httpx.Client, officer: httpx.Client
) -> None:
    poor, rich = (
        ready(officer, "S-0011", willingness=0.3),
        ready(officer, "S-0012", willingness=0.6),
    )
    asked = {"constraints": {"max_count": 1}, "weights": {"willingness": 1}, "set": None}
    kept = save(planner, "只选一个", question(poor, rich, **asked))
    assert [each["id"] for each in read(planner, kept["id"])["communities"]] == [rich.id]

    poor.change("communities", poor.id, willingness=0.9)
    told = planner.post(f"{PATH}/{kept['id']}/rerun").json()
    assert told["same"] is told["same_inputs"] is told["same_choice"] is False
    assert [(each["id"], each["inputs"]) for each in told["changed"]] == [
        (poor.id, ["willingness"])
    ]
    assert [each["id"] for each in told["entered"]] == [poor.id]
    assert [each["id"] for each in told["left"]] == [rich.id]
    # What was saved stays as it was.
    assert [each["id"] for each in read(planner, kept["id"])["communities"]] == [rich.id]


def test_a_weight_set_that_is_changed_later_changes_no_scenario(
    planner: httpx.Client, two: tuple[Renewal, Renewal]
) -> None:
    draft = {"name": "试用", "weights": {"willingness": 1}}
    id_ = planner.post("/api/planning/weights", json=draft).json()["id"]
    kept = save(planner, "用试用权重", question(*two, set="试用"))
    changed = {"name": "试用", "weights": {"age": 1}}
    assert planner.put(f"/api/planning/weights/{id_}", json=changed).status_code == 200
    told = planner.post(f"{PATH}/{kept['id']}/rerun").json()
    assert told["same"] is True
    assert read(planner, kept["id"])["weight_set"] == "试用"


def test_side_by_side_each_community_tells_how_it_stands_in_each(
    planner: httpx.Client, officer: httpx.Client, two: tuple[Renewal, Renewal]
) -> None:
    one, other = two
    outside = unready(officer, "S-0021")
    both = save(planner, "两个", question(one, other))
    alone = save(
        planner,
        "一个",
        question(
            one,
            other,
            outside,
            constraints={"lock_in": [one.id], "lock_out": [other.id]},
        ),
    )
    any_ = save(planner, "含未达条件的", question(outside, only_eligible=False))
    ids = [each["id"] for each in (both, alone, any_)]
    told = planner.get(f"{PATH}/compare", params={"ids": ",".join(map(str, ids))}).json()
    assert [each["id"] for each in told["scenarios"]] == ids
    sides = {
        line["id"]: [side and side["standing"] for side in line["sides"]] for line in told["lines"]
    }
    assert sides == {
        one.id: ["locked_in", "locked_in", None],
        other.id: ["locked_in", "locked_out", None],
        outside.id: [None, "not_eligible", "locked_in"],
    }
    assert [each["count"] for each in told["sums"]] == [2, 1, 1]
    assert [float(each["cost_cny"]) for each in told["sums"]] == [
        float(each["cost_cny"]) for each in (both, alone, any_)
    ]
    [county] = told["counties"]
    assert county["sums"] == told["sums"]
    first = told["overlaps"][0]
    assert (first["both"], first["only_first"], first["only_second"]) == (1, 1, 0)
    assert first["share"] == 0.5
    assert told["hidden"] == 0


@pytest.mark.parametrize("asked", ["1", "1,2,3,4,5", "1,1", "x", ""])
def test_two_to_four_are_compared(planner: httpx.Client, asked: str) -> None:
    assert planner.get(f"{PATH}/compare", params={"ids": asked}).status_code == 400


def test_what_contradicts_or_chooses_nobody_is_not_saved(
    planner: httpx.Client, two: tuple[Renewal, Renewal]
) -> None:
    for more, code in (
        ({"budget_cny": "1.00"}, "conflict.budget"),
        ({"constraints": {}, "budget_cny": "1.00"}, "choice.empty"),
    ):
        body = {"name": "不成", "question": question(*two, **more)}
        answer = planner.post(PATH, json=body)
        assert answer.status_code == 422, answer.text
        assert code in {each["code"] for each in answer.json()["problems"]}


def test_candidates_of_ones_own_make_no_scenario(planner: httpx.Client) -> None:
    own = [{"id": "a", "cost_cny": "1.00", "score": 1}]
    answer = planner.post(PATH, json={"name": "自带", "question": {"candidates": own}})
    assert [each["code"] for each in answer.json()["problems"]] == ["parameter.candidates_own"]


@pytest.fixture(scope="module")
def counties(database: Database, officer: httpx.Client) -> None:
    layer = CATALOGUE["divisions"]
    with database.transaction(OPERATOR) as db:
        rows = [feature_of(layer, {}, code=code) for code in ("3601", "37")]
        features.add_many(db, layer, rows, Visibility.PUBLISHED)


@pytest.mark.parametrize(
    ("role", "area", "reads", "edits"),
    [
        (Role.PLANNER, "36", 200, 403),
        (Role.PLANNER, "3601", 200, 403),
        (Role.PLANNER, "37", 404, 404),
        (Role.AUDITOR, "36", 200, 403),
        (Role.ADMIN, "", 200, 200),
        (Role.STREET_OFFICER, "36", 403, 403),
    ],
)
@pytest.mark.usefixtures("counties")
def test_those_read_it_whose_areas_meet_its_own_and_few_change_it(
    signed_in: SignedIn, saved: Json, role: Role, area: str, reads: int, edits: int
) -> None:
    reader = signed_in(role, areas=(area,))
    path = f"{PATH}/{saved['id']}"
    assert reader.get(path).status_code == reads
    listed = reader.get(PATH)
    assert (listed.status_code == 200 and saved["id"] in [e["id"] for e in listed.json()]) is (
        reads == 200
    )
    assert reader.put(path, json={"name": saved["name"]}).status_code == edits
    if edits != 200:
        assert reader.delete(path).status_code == edits


@pytest.mark.usefixtures("counties")
def test_who_sees_less_than_its_author_neither_runs_nor_adopts_it(
    signed_in: SignedIn, saved: Json
) -> None:
    reader = planner_of(signed_in, "3601")
    for verb in ("rerun", "adopt"):
        assert reader.post(f"{PATH}/{saved['id']}/{verb}").status_code == 403


@pytest.mark.usefixtures("counties")
def test_a_community_that_the_reader_may_not_see_is_counted_and_not_named(
    signed_in: SignedIn, planner: httpx.Client, officer: httpx.Client
) -> None:
    hidden = ready(officer, "S-0031")
    withdrawn = {"visibility": "draft", "properties": {}}
    path = f"/api/collections/communities/items/{hidden.id}"
    tag = officer.get(path).headers["ETag"]
    assert officer.patch(path, json=withdrawn, headers={"If-Match": tag}).status_code == 200
    kept = save(planner, "内部小区", question(hidden))
    told = read(planner_of(signed_in, "3601"), kept["id"])
    assert told["communities"] == []
    assert told["hidden"] == 1
    assert [each["id"] for each in read(planner, kept["id"])["communities"]] == [hidden.id]


def test_the_public_reads_none(client: httpx.Client, saved: Json) -> None:
    assert client.get(PATH).status_code == 401
    assert client.get(f"{PATH}/{saved['id']}").status_code == 401
