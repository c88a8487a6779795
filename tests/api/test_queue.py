"""The queue over HTTP: to each what they may do in their own area, the oldest deadline first."""

from datetime import date
from itertools import pairwise
from typing import Any

import httpx
import pytest

from gis_service.store.database import Database
from layers.core.access import Role
from layers.core.layer import Visibility
from tests.accounts import SignedIn
from tests.api.writers import PATCH, items
from tests.identity.grounds import HERE, THERE, Street, lay, lay_divisions

Task = dict[str, Any]


@pytest.fixture(scope="module")
def streets(database: Database) -> tuple[Street, Street]:
    """Two streets, each with a community in which everything is left undone."""
    with database.owner.begin() as db:
        lay_divisions(db)
        return lay(db, HERE, Visibility.PUBLISHED), lay(db, THERE, Visibility.PUBLISHED)


@pytest.fixture(scope="module")
def here(streets: tuple[Street, Street]) -> Street:
    return streets[0]


@pytest.fixture(scope="module")
def officer(signed_in: SignedIn, here: Street) -> httpx.Client:
    return signed_in(Role.STREET_OFFICER, areas=(HERE,))


@pytest.fixture(scope="module")
def planner(signed_in: SignedIn, here: Street) -> httpx.Client:
    return signed_in(Role.PLANNER, areas=("36",))


def queue(client: httpx.Client, **asked: Any) -> dict[str, Any]:
    answer = client.get("/api/queue", params=asked)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def tasks(client: httpx.Client, **asked: Any) -> list[Task]:
    return list(queue(client, **asked)["tasks"])


def change(client: httpx.Client, layer: str, id_: int, to: dict[str, Any], **more: Any) -> None:
    headers = {**PATCH, "If-Match": client.get(items(layer, id_)).headers["ETag"]}
    answer = client.patch(items(layer, id_), json={"properties": to, **more}, headers=headers)
    assert answer.status_code == 200, answer.text


def communities(found: list[Task]) -> set[int]:
    return {task["community"] for task in found}


def test_an_officer_sees_their_own_area_alone(
    officer: httpx.Client, planner: httpx.Client, streets: tuple[Street, Street]
) -> None:
    here, there = (street.ids["communities"] for street in streets)
    assert communities(tasks(officer)) == {here}
    assert communities(tasks(planner)) == {here, there}
    assert communities(tasks(planner, division=THERE)) == {there}
    assert communities(tasks(planner, community=here)) == {here}
    assert tasks(officer, community=there) == []


def test_beyond_their_area_nobody_may_ask(officer: httpx.Client) -> None:
    assert officer.get("/api/queue", params={"division": THERE}).status_code == 403
    assert officer.get("/api/queue", params={"division": "36"}).status_code == 403


def test_the_public_has_no_queue(client: httpx.Client) -> None:
    assert client.get("/api/queue").status_code == 401


def test_the_oldest_deadline_comes_first_and_what_has_none_last(planner: httpx.Client) -> None:
    dues = [date.fromisoformat(each["due"] or "9999-12-31") for each in tasks(planner)]
    assert len(set(dues)) > 1
    assert all(one <= next_ for one, next_ in pairwise(dues))


def test_a_task_says_what_to_do_by_when_where_and_by_which_article(
    officer: httpx.Client, here: Street
) -> None:
    [task] = tasks(officer, kind="reception")
    assert task["name"] == "人民新村"
    assert task["title"] == "接待事项待答复:单元门前积水"
    assert task["due"] == "2026-11-17"
    assert (
        task["overdue"] == (date.fromisoformat(queue(officer)["today"]) - date(2026, 11, 17)).days
    )
    assert (task["layer"], task["field"], task["row"]) == (
        "reception_items",
        "reply",
        here.ids["reception_items"],
    )
    assert (task["part"], task["article"]) == ("reception", "N(七)")
    officer.headers["Accept-Language"] = "en"
    [task] = tasks(officer, kind="reception")
    del officer.headers["Accept-Language"]
    assert task["title"] == "Reception, to answer: 单元门前积水"


def test_kinds_are_counted_whichever_is_asked_for(officer: httpx.Client) -> None:
    whole, part = queue(officer), queue(officer, kind="report", limit=1)
    counts = {each["kind"]: each["count"] for each in whole["kinds"]}
    assert sum(counts.values()) == whole["matched"] == len(whole["tasks"])
    assert {"roster", "vote_close", "reception", "report"} <= counts.keys()
    assert part["kinds"] == whole["kinds"]
    assert part["matched"] == counts["report"]
    assert queue(officer, limit=1)["tasks"] == whole["tasks"][:1]


def test_a_report_that_was_looked_at_and_hidden_waits_for_its_reply_alone(
    officer: httpx.Client, here: Street
) -> None:
    change(officer, "reports", here.ids["reports"], {}, visibility="draft")
    assert [each["kind"] for each in tasks(officer, kind="report_new")] == ["report_new"]
    change(officer, "reports", here.ids["reports"], {"hidden_reason": "涉及他人姓名"})
    assert tasks(officer, kind="report_new") == []
    assert len(tasks(officer, kind="report")) == 1


def test_what_is_done_is_told_no_more(officer: httpx.Client, here: Street) -> None:
    done = {"reply": "已疏通。", "replied_on": "2026-11-24"}
    change(officer, "reception_items", here.ids["reception_items"], done)
    assert tasks(officer, kind="reception") == []


def test_each_is_told_of_what_they_may_do(signed_in: SignedIn, here: Street) -> None:
    """A site manager keeps rosters and perimeters of their sites; others' work is not theirs."""
    manager = signed_in(Role.SITE_MANAGER, sites=(here.site,))
    assert {"roster"} <= {each["kind"] for each in tasks(manager)} <= {"roster", "perimeter"}
    assert communities(tasks(manager)) == {here.ids["communities"]}
    for role, scope in (
        (Role.SUPERVISOR, {"sites": (here.site,)}),
        (Role.AUDITOR, {"areas": ("36",)}),
    ):
        assert tasks(signed_in(role, **scope)) == []


@pytest.mark.parametrize("asked", [{"division": "x"}, {"kind": "no"}, {"limit": 0}, {"what": 1}])
def test_a_question_that_means_nothing_is_refused(
    officer: httpx.Client, asked: dict[str, Any]
) -> None:
    assert officer.get("/api/queue", params=asked).status_code == 400


def test_a_community_of_ones_own_area_is_found_by_its_name(
    officer: httpx.Client, planner: httpx.Client, here: Street
) -> None:
    own = here.ids["communities"]
    for q in ("新村", "renmin", "RMXC", ""):
        found = officer.get("/api/queue/communities", params={"q": q}).json()
        assert [each["id"] for each in found] == [own]
    assert officer.get("/api/queue/communities", params={"q": "%"}).json() == []
    assert len(planner.get("/api/queue/communities").json()) == 2
    assert len(planner.get("/api/queue/communities", params={"limit": 1}).json()) == 1


def test_the_public_finds_no_community_here(client: httpx.Client) -> None:
    assert client.get("/api/queue/communities").status_code == 401
