"""Files of evidence hang on their rows, and the public, who reads the row, does not read them."""

from typing import Any

import httpx
import pytest

from layers import CATALOGUE
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.test_attachments import PDF, address, sent
from tests.api.writers import body, codes, created, items
from tests.files.test_pictures import with_place

FILES = (
    ("acceptances", "evidence_file"),
    ("decisions", "evidence_file"),
    ("inspections", "photo"),
    ("owner_organisations", "formed_file"),
    ("owner_organisations", "decided_file"),
)


@pytest.mark.parametrize(("layer", "name"), FILES)
def test_evidence_is_a_file_that_the_public_does_not_read(layer: str, name: str) -> None:
    assert name in CATALOGUE[layer].attached
    assert name not in CATALOGUE[layer].public_fields


def test_who_keeps_the_ledger_reads_its_files_and_nobody_else(
    client: httpx.Client, officer: httpx.Client, signed_in: SignedIn, ids: dict[str, Any]
) -> None:
    record = sent(officer, PDF)
    id_, _ = created(
        officer,
        "owner_organisations",
        body("owner_organisations", community=ids["communities"], formed_file=record)
        | {"visibility": "published"},
    )
    row = client.get(items("owner_organisations", id_)).json()["properties"]
    assert row["formed_evidence"]
    assert "formed_file" not in row
    assert client.get(address(record)).status_code == 404
    for role, status in ((Role.PLANNER, 200), (Role.AUDITOR, 404)):
        assert signed_in(role, areas=("36",)).get(address(record)).status_code == status
    assert signed_in(Role.PLANNER).get(address(record)).status_code == 404


def test_a_photo_of_a_check_is_no_paper(officer: httpx.Client, ids: dict[str, Any]) -> None:
    wrong = body("inspections", work=ids["works"], photo=sent(officer, PDF))
    answer = officer.post(items("inspections"), json=wrong)
    assert answer.status_code == 422
    assert codes(answer) == {"photo.unknown"}
    right = body("inspections", work=ids["works"], photo=sent(officer, with_place()))
    assert officer.post(items("inspections"), json=right).status_code == 201
