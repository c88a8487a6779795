"""The order of the three checks holds whichever way a check comes in."""

from typing import Any

import httpx
import pytest

from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.writers import GEOJSON, PATCH, body, codes, items


@pytest.fixture(scope="module")
def officer(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    return signed_in(Role.STREET_OFFICER, areas=("36",))


@pytest.fixture
def work(officer: httpx.Client, ids: dict[str, Any]) -> int:
    """A works item without a check."""
    sent = body("works", community=ids["communities"])
    return int(officer.post(items("works"), json=sent, headers=GEOJSON).json()["id"])


def check(officer: httpx.Client, work: int, kind: str, **more: Any) -> httpx.Response:
    sent = body("inspections", work=work, kind=kind, **more)
    return officer.post(items("inspections"), json=sent, headers=GEOJSON)


def test_the_next_step_is_refused_until_the_three_checks_have_passed(
    officer: httpx.Client, work: int
) -> None:
    early = check(officer, work, "handover")
    assert early.status_code == 422
    assert codes(early) == {"kind.order"}
    for kind in ("self", "handover"):
        assert check(officer, work, kind).status_code == 201
    refused = check(officer, work, "self", step="管道安装")
    assert refused.status_code == 422
    assert codes(refused) == {"step.unfinished"}
    assert refused.json()["problems"][0]["citation"] == "N(八)"
    assert check(officer, work, "professional").status_code == 201
    assert check(officer, work, "self", step="管道安装").status_code == 201


def test_another_works_item_does_not_wait(officer: httpx.Client, work: int) -> None:
    assert check(officer, work, "self").status_code == 201
    other = officer.get(items("works", work)).json()["properties"]
    sent = body("works", community=other["community"])
    second = officer.post(items("works"), json=sent, headers=GEOJSON).json()["id"]
    assert check(officer, second, "self").status_code == 201


def test_a_check_is_corrected_without_being_held_against_itself(
    officer: httpx.Client, work: int
) -> None:
    made = check(officer, work, "self")
    assert check(officer, work, "handover").status_code == 201
    path, tag = items("inspections", made.json()["id"]), made.headers["ETag"]
    noted = officer.patch(
        path, json={"properties": {"findings": "合格"}}, headers={**PATCH, "If-Match": tag}
    )
    assert noted.status_code == 200, noted.text
    turned = officer.patch(
        path,
        json={"properties": {"kind": "professional"}},
        headers={**PATCH, "If-Match": noted.headers["ETag"]},
    )
    assert turned.status_code == 422
    assert codes(turned) == {"kind.order"}
