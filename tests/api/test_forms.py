"""A layer's schema tells a form what it needs: what to fill in, what to attach, who reads it."""

from typing import Any

import httpx


def properties(client: httpx.Client, layer: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = schema(client, layer)["properties"]
    return found


def schema(client: httpx.Client, layer: str) -> dict[str, Any]:
    answer = client.get(f"/api/collections/{layer}/schema")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_what_has_no_default_has_to_be_filled_in(officer: httpx.Client) -> None:
    works = properties(officer, "works")
    assert works["matter"]["default"] == "ordinary"
    assert works["progress"]["default"] == 0
    assert "default" not in works["title"]
    assert "default" not in works["starts"], "what may be null begins empty"


def test_amounts_begin_as_numbers(officer: httpx.Client) -> None:
    assert float(properties(officer, "decisions")["area_took_part_m2"]["default"]) == 0


def test_a_file_says_of_which_form_it_may_be(officer: httpx.Client) -> None:
    assert properties(officer, "inspections")["photo"]["x-onemap-attachment"] == ["picture"]
    record = properties(officer, "owner_organisations")["formed_file"]
    assert record["x-onemap-attachment"] == ["picture", "paper"]


def test_what_the_public_never_reads_is_marked(officer: httpx.Client) -> None:
    supervisors = properties(officer, "supervisors")
    assert supervisors["name"]["x-onemap-private"] is True
    assert "x-onemap-private" not in supervisors["term_starts"]


def test_a_layer_says_what_people_call_its_rows_by(officer: httpx.Client) -> None:
    assert schema(officer, "households")["x-onemap-name"] == "room"
    assert "x-onemap-name" not in schema(officer, "funding")


def test_a_list_takes_no_default_for_a_condition(officer: httpx.Client) -> None:
    told = officer.get("/api/collections/works/queryables").json()["properties"]
    assert not any("default" in each for each in told.values())
