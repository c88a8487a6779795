"""A community goes its whole way over HTTP, and no gate opens before its evidence is there."""

import httpx

from layers.stages import Stage
from tests.api.renewals import VOTE, Renewal, ago
from tests.api.writers import PATCH, items


def test_the_whole_way(officer: httpx.Client, client: httpx.Client) -> None:
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

    one.change("decisions", vote, valid_until=ago(1))
    assert one.refused(Stage.UNDER_WORKS) == {"decision.expired"}
    one.change("decisions", vote, result="reversed", reversal_reason="计票有误")
    assert one.refused(Stage.UNDER_WORKS) == {"decision.reversed"}
    assert [each["code"] for each in one.gates(client)["lapses"]] == ["decision.reversed"]
    one.add("decisions", result="passed")
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


def test_a_refusal_names_every_missing_item_its_article_and_where_to_supply_it(
    officer: httpx.Client, server: str
) -> None:
    one = Renewal(officer, "T-0002")
    one.comes_to(Stage.SURVEYED)
    one.passes(Stage.RESERVE, Stage.CONSULTING)
    path = f"{items('owner_organisations')}?community={one.id}"
    [row] = officer.get(path).json()["features"]
    one.change("owner_organisations", row["id"], formed_evidence="", management_mode=None)
    [plan, stop] = one.gates()["gates"]
    assert (plan["to"], plan["open"], plan["may_advance"]) == ("planned", False, True)
    assert (stop["to"], stop["needs_reason"]) == ("cancelled", True)
    told = {item["code"]: item for item in plan["missing"]}
    assert told.keys() == {"organisation.evidence", "management.mode"}
    mode = told["management.mode"]
    assert mode["article"] == "N(四)"
    assert mode["message"] == "后续管理模式尚未确定。"
    assert (mode["layer"], mode["field"]) == ("owner_organisations", "management_mode")
    assert mode["supply"] == f"{server}/api/collections/owner_organisations/items/{mode['row']}"
    assert officer.get(mode["supply"]).status_code == 200

    answer = officer.post(
        f"/api/communities/{one.id}/advance",
        json={"to": "planned"},
        headers={"Accept-Language": "en"},
    )
    assert answer.status_code == 409
    told = {problem["code"]: problem for problem in answer.json()["problems"]}
    assert told["management.mode"]["citation"] == "N(四)"
    assert told["management.mode"]["field"] == "owner_organisations.management_mode"
    assert told["management.mode"]["message"] == "The later management mode has not been decided."


def test_the_public_is_told_of_public_evidence_alone(
    officer: httpx.Client, client: httpx.Client
) -> None:
    one = Renewal(officer, "T-0003")
    one.comes_to(Stage.PUBLICISED)
    inside = one.gates()
    assert inside["basis"] == "internal"
    assert inside["gates"][0]["missing"] == []
    [vote] = officer.get(f"{items('decisions')}?community={one.id}").json()["features"]
    path = items("decisions", vote["id"])
    headers = {**PATCH, "If-Match": officer.get(path).headers["ETag"]}
    change = {"visibility": "draft"}
    assert officer.patch(path, json=change, headers=headers).status_code == 200
    outside = one.gates(client)
    assert outside["basis"] == "public"
    assert not outside["gates"][0]["may_advance"]
    assert [item["code"] for item in outside["gates"][0]["missing"]] == ["decision.none"]
    assert VOTE not in client.get(f"/api/communities/{one.id}/gates").text
    assert VOTE in officer.get(f"/api/communities/{one.id}/gates").text


def test_no_stage_is_left_out_and_none_is_entered_twice(officer: httpx.Client) -> None:
    one = Renewal(officer, "T-0004")
    one.comes_to(Stage.RESERVE)
    for to in (Stage.RESERVE, Stage.SURVEYED, Stage.PLANNED, Stage.UNDER_WORKS, Stage.MANAGED):
        assert one.refused(to) == {"stage.unreachable"}
    assert one.gates()["stage"] == "reserve"


def test_the_reason_of_a_suspension_is_public(officer: httpx.Client, client: httpx.Client) -> None:
    one = Renewal(officer, "T-0005")
    one.comes_to(Stage.UNDER_WORKS)
    reason = "地下管线与图纸不符,重新勘探。"
    assert one.advance(Stage.SUSPENDED, reason).status_code == 200
    card = client.get(f"/api/communities/{one.id}/card").json()
    assert card["stage_reason"] == reason
    assert card["community"]["phase"] == "paused"


def test_a_community_that_is_not_there_has_no_gates(
    officer: httpx.Client, client: httpx.Client
) -> None:
    for asker in (officer, client):
        assert asker.get("/api/communities/999999/gates").status_code == 404
    for unknown in (999_999, (1 << 63) - 1):
        path = f"/api/communities/{unknown}/advance"
        assert officer.post(path, json={"to": "surveyed"}).status_code in (403, 404)
    assert officer.post(path, json={"to": "nowhere"}).status_code == 422
