"""Rule values as anyone may read them: every version, its source, and which one holds."""

from typing import Any

import httpx
import pytest

from layers.standards.values import VALUES


def versions(client: httpx.Client, **query: str) -> list[dict[str, Any]]:
    answer = client.get("/api/standards", params=query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


def test_every_version_is_told_with_its_source(client: httpx.Client) -> None:
    told = versions(client)
    assert [(each["code"], each["version"]) for each in told] == [
        (value.code, value.version) for value in VALUES
    ]
    assert all(each["source"] and each["clause"] and each["status_title"]["zh"] for each in told)


@pytest.mark.parametrize(
    ("day", "holds"), [("2026-04-30", "GB/T 3608-2008"), ("2026-05-01", "GB 3608-2025")]
)
def test_one_version_holds_on_a_day(client: httpx.Client, day: str, holds: str) -> None:
    of_rule = [each for each in versions(client, on=day) if each["code"] == "fall-radius"]
    assert [each["version"] for each in of_rule if each["in_force"]] == [holds]


def test_before_a_rule_nothing_holds(client: httpx.Client) -> None:
    assert not any(each["in_force"] for each in versions(client, on="1990-01-01"))


def test_a_share_is_told_exactly(client: httpx.Client) -> None:
    [quorum] = [each for each in versions(client) if each["code"] == "quorum"]
    assert quorum["exact"] == "2/3"


@pytest.mark.parametrize("query", [{"on": "yesterday"}, {"division": "36x"}, {"when": "now"}])
def test_what_is_no_question_is_refused(client: httpx.Client, query: dict[str, str]) -> None:
    answer = client.get("/api/standards", params=query)
    assert answer.status_code == 400
    assert answer.json()["problems"][0]["field"] == next(iter(query))


def test_roles_are_told_with_what_they_write(client: httpx.Client) -> None:
    told = {each["role"]: each for each in client.get("/api/roles").json()}
    assert "public" not in told
    assert "ballots" in told["street_officer"]["writes"]
    assert "ballots" not in told["planner"]["writes"]
    assert [role for role in told if told[role]["administers"]] == ["admin"]
