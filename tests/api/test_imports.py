"""A file is sent, tried, reported row by row, and written as whoever sent it."""

import json
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from gis_service.jobs import requesting
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.writers import body, codes, created, items

NAME = "material_storage"


@pytest.fixture(scope="module")
def stranger(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    admin = signed_in(Role.ADMIN, areas=("",))
    created(admin, "divisions", body("divisions", east=5, code="11", name="北京市"))
    return signed_in(Role.STREET_OFFICER, areas=("11",))


@pytest.fixture(scope="module")
def rows(ids: dict[str, Any]) -> list[Any]:
    """Two that can be taken, and one whose site there is not."""
    sound = [body(NAME, east=east, site=ids["sites"]) for east in (0.00001, 0.00002)]
    return [*sound, body(NAME, east=0.00003, site=999_999)]


def content(features: list[Any]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def send(client: httpx.Client, features: list[Any], **fields: Any) -> httpx.Response:
    return client.post(
        "/api/imports",
        data={"layer": NAME, **fields},
        files={"file": ("堆场.geojson", content(features))},
    )


def ended(client: httpx.Client, answer: httpx.Response) -> dict[str, Any]:
    """The job, once it has ended."""
    assert answer.status_code == 202, answer.text
    for _ in range(600):
        job: dict[str, Any] = client.get(answer.headers["Location"]).json()
        if job["state"] not in ("queued", "running"):
            return job
        time.sleep(0.05)
    raise AssertionError(job)


def count(client: httpx.Client) -> int:
    return int(client.get(items(NAME), params={"limit": 1}).json()["numberMatched"])


def kept(service_dir: Path) -> list[Path]:
    return [*(service_dir / "uploads").iterdir()]


def test_a_dry_run_reports_every_row_and_writes_none(
    officer: httpx.Client, rows: list[Any]
) -> None:
    before = count(officer)
    job = ended(officer, send(officer, rows))
    assert (job["state"], job["written"], job["may_apply"]) == ("done", 0, True)
    assert job["progress"] == 1
    report = job["report"]
    assert report["source"] == "堆场.geojson"
    assert report["counts"] == {"accepted": 2, "repaired": 0, "refused": 1}
    assert [row["result"] for row in report["rows"]] == ["accepted", "accepted", "refused"]
    assert report["rows"][2]["problems"][0]["message"].keys() == {"zh", "en"}
    assert count(officer) == before


def test_what_a_dry_run_found_is_applied(
    officer: httpx.Client, rows: list[Any], service_dir: Path
) -> None:
    before, files = count(officer), len(kept(service_dir))
    dry = ended(officer, send(officer, rows))
    path = f"/api/imports/{dry['id']}/apply"
    assert ended(officer, officer.post(path))["written"] == 0
    assert count(officer) == before
    job = ended(officer, officer.post(path, params={"skip_refused": True}))
    assert job["written"] == 2
    assert count(officer) == before + 2
    assert len(kept(service_dir)) == files
    assert officer.post(path).status_code == 409
    assert officer.delete(f"/api/jobs/{dry['id']}").status_code == 409


def test_options_are_those_of_the_command(officer: httpx.Client, ids: dict[str, Any]) -> None:
    row = body(NAME, east=0.0001, site=ids["sites"])
    row["properties"]["堆场叫法"] = row["properties"].pop("name")
    job = ended(officer, send(officer, [row], map="name=堆场叫法", visibility="draft"))
    assert job["report"]["counts"]["accepted"] == 1
    refused = send(officer, [row], map="name")
    assert refused.status_code == 400
    refused = send(officer, [row], colour="red")
    assert refused.status_code == 422
    assert codes(refused) == {"parameter.extra_forbidden"}


def test_a_file_that_cannot_be_taken_says_why(officer: httpx.Client) -> None:
    answer = officer.post(
        "/api/imports", params={"layer": NAME}, files={"file": ("a.xlsx", b"not a workbook")}
    )
    job = ended(officer, answer)
    assert job["state"] == "failed"
    assert job["refusal"]["problems"][0]["code"] == "file.content"
    assert not job["may_apply"]


def test_rows_outside_of_the_scope_are_refused(stranger: httpx.Client, rows: list[Any]) -> None:
    job = ended(stranger, send(stranger, rows[:2], apply=True, skip_refused=True))
    assert job["written"] == 0
    assert [row["problems"][0]["code"] for row in job["report"]["rows"]] == ["scope", "scope"]


def test_who_may_not_write_the_layer_sends_nothing(
    client: httpx.Client, signed_in: SignedIn, rows: list[Any], service_dir: Path
) -> None:
    files = len(kept(service_dir))
    auditor = signed_in(Role.AUDITOR, areas=("36",))
    assert send(client, rows).status_code == 401
    assert send(auditor, rows).status_code == 403
    assert send(auditor, rows, layer="stage_changes").status_code == 405
    assert send(auditor, rows, layer="nothing").status_code == 404
    assert len(kept(service_dir)) == files


def test_a_job_is_its_makers_and_an_administrators(
    client: httpx.Client,
    officer: httpx.Client,
    stranger: httpx.Client,
    signed_in: SignedIn,
    rows: list[Any],
) -> None:
    job = ended(officer, send(officer, rows))
    path = f"/api/jobs/{job['id']}"
    assert client.get(path).status_code == 401
    assert stranger.get(path).status_code == 404
    assert stranger.delete(path).status_code == 404
    assert stranger.post(f"/api/imports/{job['id']}/apply").status_code == 404
    assert signed_in(Role.ADMIN, areas=("36",)).get(path).status_code == 404
    assert signed_in(Role.ADMIN, areas=("",)).get(path).status_code == 200
    assert job["id"] in {each["id"] for each in officer.get("/api/imports").json()}
    assert stranger.get("/api/imports").json() == [] or job["id"] not in {
        each["id"] for each in stranger.get("/api/imports").json()
    }
    officer.delete(path)


def test_a_job_called_off_loses_its_file(
    officer: httpx.Client, rows: list[Any], service_dir: Path
) -> None:
    files = len(kept(service_dir))
    job = ended(officer, send(officer, rows))
    assert len(kept(service_dir)) == files + 1
    assert kept(service_dir)[0].stat().st_mode & 0o077 == 0
    assert officer.delete(f"/api/jobs/{job['id']}").status_code == 204
    assert len(kept(service_dir)) == files
    assert officer.get(f"/api/jobs/{job['id']}").json()["state"] == "cancelled"
    assert officer.post(f"/api/imports/{job['id']}/apply").status_code == 409


def test_few_of_one_person_wait_at_once(signed_in: SignedIn, rows: list[Any]) -> None:
    one = signed_in(Role.STREET_OFFICER, areas=("36",))
    for _ in range(requesting.MOST_FILES):
        ended(one, send(one, rows))
    refused = send(one, rows)
    assert refused.status_code == 429
    assert "Retry-After" in refused.headers


def test_a_file_may_be_larger_than_any_other_body(
    officer: httpx.Client, ids: dict[str, Any]
) -> None:
    row = body(NAME, east=0.0002, site=ids["sites"])
    padded = content([row]) + b" " * 11_000_000
    sent = {"file": ("large.geojson", padded)}
    job = ended(officer, officer.post("/api/imports", data={"layer": NAME}, files=sent))
    assert job["report"]["counts"]["accepted"] == 1
    officer.delete(f"/api/jobs/{job['id']}")
    assert officer.post("/api/safety/check", content=padded).status_code == 413


@pytest.mark.parametrize(
    ("kind", "sent", "status"),
    [
        ("application/json", b"{}", 415),
        ("multipart/form-data", b"", 400),
        ("multipart/form-data; boundary=x", b"junk", 400),
        ("multipart/form-data; boundary=x", b"--x--\r\n", 422),
    ],
)
def test_what_is_no_upload_is_refused(
    officer: httpx.Client, kind: str, sent: bytes, status: int
) -> None:
    answer = officer.post("/api/imports", content=sent, headers={"Content-Type": kind})
    assert answer.status_code == status, answer.text
