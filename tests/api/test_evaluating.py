"""The bare arithmetic of art. 278 over HTTP, by the contract."""

from typing import Any

import httpx
import pytest

BODY = {
    "matter": "ordinary",
    "owners_total": 3,
    "area_total_m2": "300.00",
    "took_part": {"owners": 2, "area_m2": "200.00"},
    "in_favour": {"owners": 2, "area_m2": "200.00"},
}


def asked(client: httpx.Client, **changes: Any) -> httpx.Response:
    return client.post("/api/decisions/evaluate", json={**BODY, **changes})


def test_anyone_may_ask_and_amounts_are_texts(client: httpx.Client) -> None:
    answer = asked(client)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    nothing = {"owners": 0, "area_m2": "0.00"}
    assert told["quorum"] is True
    assert told["passed"] is True
    assert told["missing"] == {"took_part": nothing, "in_favour": nothing}
    assert "278" in told["article"]


def test_a_hundredth_of_a_square_metre_short_is_no_quorum(client: httpx.Client) -> None:
    short = {"owners": 2, "area_m2": "199.99"}
    told = asked(client, took_part=short, in_favour=short).json()
    assert (told["quorum"], told["passed"]) == (False, False)
    assert told["missing"]["took_part"] == {"owners": 0, "area_m2": "0.01"}


def test_both_kinds_of_matter_are_answered(client: httpx.Client) -> None:
    vote = {
        "owners_total": 100,
        "area_total_m2": "1000.00",
        "took_part": {"owners": 100, "area_m2": "1000.00"},
        "in_favour": {"owners": 75, "area_m2": "749.99"},
    }
    assert asked(client, **vote, matter="ordinary").json()["passed"] is True
    assert asked(client, **vote, matter="major").json()["passed"] is False


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"owners_total": 0}, "owners_total"),
        ({"owners_total": -1}, "owners_total"),
        ({"owners_total": 10**9}, "owners_total"),
        ({"area_total_m2": "0"}, "area_total_m2"),
        ({"area_total_m2": "NaN"}, "area_total_m2"),
        ({"area_total_m2": "300.001"}, "area_total_m2"),
        ({"matter": "grave"}, "matter"),
        ({"took_part": {"owners": 4, "area_m2": "200.00"}}, "took_part.owners"),
        ({"took_part": {"owners": 2, "area_m2": "300.01"}}, "took_part.area_m2"),
        ({"in_favour": {"owners": 3, "area_m2": "200.00"}}, "in_favour.owners"),
        ({"in_favour": {"owners": 2, "area_m2": "-0.01"}}, "in_favour.area_m2"),
        ({"took_part": {"owners": 2}}, "took_part.area_m2"),
        ({"more": 1}, "more"),
    ],
)
def test_what_cannot_be_is_422_and_names_the_field(
    client: httpx.Client, changes: dict[str, Any], field: str
) -> None:
    answer = asked(client, **changes)
    assert answer.status_code == 422, answer.text
    assert field in {problem["field"] for problem in answer.json()["problems"]}
