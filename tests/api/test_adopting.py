"""Adopting: the annual plan is written through the gate, and nobody gets past it."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from gis_service.store.database import Database
from layers.core.access import Role
from layers.stages import Stage
from tests.accounts import SignedIn
from tests.api.renewals import Renewal
from tests.api.scenarios import PATH, YEAR, adopt, planner_of, question, read, ready, save, unready
from tests.api.writers import items


@pytest.fixture(scope="module")
def planner(signed_in: SignedIn, officer: httpx.Client) -> httpx.Client:
    return planner_of(signed_in)


def plan_of(one: Renewal) -> tuple[str, int | None]:
    told = one.officer.get(items("communities", one.id)).json()["properties"]
    return told["stage"], told["plan_year"]


def stages(database: Database, one: Renewal) -> list[str]:
    with database.owner.connect() as db:
        rows = text("SELECT stage FROM onemap.stage_changes WHERE community = :id ORDER BY id")
        return [*db.scalars(rows, {"id": one.id})]


def test_whom_the_gate_lets_in_is_planned_and_the_others_are_named_with_every_reason(
    planner: httpx.Client, officer: httpx.Client, client: httpx.Client
) -> None:
    able, early = ready(officer, "P-0001"), Renewal(officer, "P-0002")
    early.add("works", category="roof", progress=0)
    early.add("owner_organisations")
    early.passes(Stage.SURVEYED)
    nobody = unready(officer, "P-0003")
    kept = save(planner, "三个", question(able, early, nobody, only_eligible=False))

    told = adopt(planner, kept["id"])
    assert [each["id"] for each in told["planned"]] == [able.id]
    assert plan_of(able) == ("planned", YEAR)
    assert told["by"].startswith("planner")
    reasons = {each["id"]: each["reasons"] for each in told["refused"]}
    assert [each["code"] for each in reasons[early.id]] == ["stage.unreachable"]
    assert "摸底" in reasons[early.id][0]["message"]
    [ahead] = [each for each in nobody.gates()["gates"] if each["to"] == "planned"]
    assert [each["code"] for each in reasons[nobody.id]] == [e["code"] for e in ahead["missing"]]
    assert len(ahead["missing"]) > 1
    assert {each["article"] for each in reasons[nobody.id]} == {"N(四)"}
    assert plan_of(early)[0] == "surveyed"
    assert plan_of(nobody) == ("consulting", 2026)

    card = client.get(f"/api/communities/{able.id}/card").json()
    assert card["community"]["stage"] == "planned"
    assert card["community"]["plan_year"] == YEAR


def test_adopted_it_stays_as_it_is_and_says_when_by_whom_and_what_was_refused(
    planner: httpx.Client, officer: httpx.Client, signed_in: SignedIn, database: Database
) -> None:
    able, nobody = ready(officer, "P-0011"), unready(officer, "P-0012")
    kept = save(planner, "定了", question(able, nobody, only_eligible=False))
    first = adopt(planner, kept["id"])
    nobody.add("owner_organisations")

    other = planner_of(signed_in)
    again = adopt(other, kept["id"])
    assert again == first
    assert plan_of(nobody)[0] == "consulting"
    assert stages(database, able).count("planned") == 1

    told = read(other, kept["id"])
    assert told["adopted"] | {"at": first["at"]} == {
        "at": first["at"],
        "by": first["by"],
        "planned": 1,
        "already": 0,
        "refused": 1,
    }
    assert told["may_edit"] is told["may_adopt"] is False
    assert planner.put(f"{PATH}/{kept['id']}", json={"name": "改名"}).status_code == 409
    assert planner.delete(f"{PATH}/{kept['id']}").status_code == 409
    for statement in ("UPDATE onemap.scenarios SET name = ''", "DELETE FROM onemap.scenarios"):
        with pytest.raises(DBAPIError), database.staff.begin() as db:
            db.execute(text(f"{statement} WHERE id = :id"), {"id": kept["id"]})
    with pytest.raises(DBAPIError), database.staff.begin() as db:
        db.execute(text("UPDATE onemap.scenario_rows SET score = 1"))
    # Whom the gate now lets in is planned by another scenario.
    next_ = save(planner, "补上", question(able, nobody))
    told = adopt(planner, next_["id"])
    assert [each["id"] for each in told["planned"]] == [nobody.id]
    assert [each["id"] for each in told["already"]] == [able.id]


def test_a_rehearsal_tells_the_same_and_changes_nothing(
    planner: httpx.Client, officer: httpx.Client, database: Database
) -> None:
    able, nobody = ready(officer, "P-0021"), unready(officer, "P-0022")
    kept = save(planner, "预演", question(able, nobody, only_eligible=False))
    said = adopt(planner, kept["id"], dry_run=True)
    assert [each["id"] for each in said["planned"]] == [able.id]
    assert said["at"] is None
    assert plan_of(able) == ("consulting", 2026)
    assert "planned" not in stages(database, able)
    assert read(planner, kept["id"])["adopted"] is None
    done = adopt(planner, kept["id"])
    assert [each["reasons"] for each in done["refused"]] == [
        each["reasons"] for each in said["refused"]
    ]


def test_where_the_gate_lets_nobody_in_nothing_is_adopted(
    planner: httpx.Client, officer: httpx.Client
) -> None:
    nobody = unready(officer, "P-0031")
    kept = save(planner, "无一可列", question(nobody, only_eligible=False))
    answer = planner.post(f"{PATH}/{kept['id']}/adopt")
    assert answer.status_code == 409
    assert {each["citation"] for each in answer.json()["problems"]} == {"N(四)"}
    assert read(planner, kept["id"])["adopted"] is None


def test_what_is_in_another_years_plan_is_refused(
    planner: httpx.Client, officer: httpx.Client
) -> None:
    one, other = ready(officer, "P-0041"), ready(officer, "P-0042")
    early = save(planner, "今年", question(one, year=2026))
    late = save(planner, "明年", question(one, other))
    assert len(adopt(planner, early["id"])["planned"]) == 1
    told = adopt(planner, late["id"])
    assert [each["id"] for each in told["planned"]] == [other.id]
    assert [each["reasons"][0]["code"] for each in told["refused"]] == ["plan_year.other"]
    assert plan_of(one) == ("planned", 2026)


def test_of_two_who_adopt_the_same_at_once_one_does_and_both_hear_it(
    planner: httpx.Client, officer: httpx.Client, signed_in: SignedIn, database: Database
) -> None:
    communities = [ready(officer, f"P-005{at}") for at in range(3)]
    kept = save(planner, "同时", question(*communities))
    two, together = [planner_of(signed_in) for _ in range(2)], Barrier(2)

    def go(each: httpx.Client) -> httpx.Response:
        together.wait()
        return each.post(f"{PATH}/{kept['id']}/adopt")

    with ThreadPoolExecutor(2) as pool:
        answers = [*pool.map(go, two)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    for one in communities:
        assert stages(database, one).count("planned") == 1


def test_two_scenarios_adopted_at_once_plan_each_community_once(
    officer: httpx.Client, signed_in: SignedIn, database: Database
) -> None:
    communities = [ready(officer, f"P-006{at}") for at in range(4)]
    two, together = [planner_of(signed_in) for _ in range(2)], Barrier(2)
    kept = [
        save(two[0], "前三", question(*communities[:3])),
        save(two[1], "后三", question(*reversed(communities[1:]))),
    ]

    def go(at: int) -> httpx.Response:
        together.wait()
        return two[at].post(f"{PATH}/{kept[at]['id']}/adopt")

    with ThreadPoolExecutor(2) as pool:
        answers = [*pool.map(go, range(2))]
    assert [answer.status_code for answer in answers] == [200, 200]
    told = [answer.json() for answer in answers]
    planned = Counter(each["id"] for one in told for each in one["planned"])
    already = Counter(each["id"] for one in told for each in one["already"])
    assert planned == {one.id: 1 for one in communities}
    assert already == {one.id: 1 for one in communities[1:3]}
    for one in communities:
        assert stages(database, one).count("planned") == 1
        assert plan_of(one) == ("planned", YEAR)


@pytest.mark.parametrize(
    ("role", "status"), [(Role.AUDITOR, 403), (Role.STREET_OFFICER, 403), (Role.ADMIN, 200)]
)
def test_who_does_not_plan_adopts_nothing(
    planner: httpx.Client, officer: httpx.Client, signed_in: SignedIn, role: Role, status: int
) -> None:
    kept = save(planner, "谁能采纳", question(ready(officer, f"P-007-{status}-{role[:2]}")))
    other = signed_in(role, areas=("36",))
    assert other.post(f"{PATH}/{kept['id']}/adopt").status_code == status
