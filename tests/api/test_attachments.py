"""Evidence is sent, named by a row, and seen by whoever sees that row."""

from typing import Any

import httpx
import pytest

from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.writers import PATCH, body, codes, created, items
from tests.files.test_pictures import made, opened, with_place

NAME = "warning_perimeters"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@pytest.fixture(scope="module")
def manager(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))


def send(client: httpx.Client, content: bytes, name: str = "a.jpg") -> httpx.Response:
    return client.post("/api/attachments", files={"file": (name, content)})


def sent(client: httpx.Client, content: bytes) -> str:
    answer = send(client, content)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["sha256"])


def address(sha256: str) -> str:
    return f"/api/attachments/{sha256}"


def test_a_photo_is_seen_by_the_public_once_its_row_is(
    client: httpx.Client, manager: httpx.Client, signed_in: SignedIn, ids: dict[str, Any]
) -> None:
    photo = sent(manager, with_place())
    other = signed_in(Role.SITE_MANAGER)
    assert manager.get(address(photo)).status_code == 200
    assert client.get(address(photo)).status_code == 404
    assert other.get(address(photo)).status_code == 404

    draft = body(NAME, site=ids["sites"], sign_photo=photo, status="lifted")
    id_, tag = created(manager, NAME, {**draft, "visibility": "draft"})
    assert client.get(address(photo)).status_code == 404
    assert other.get(address(photo)).status_code == 404

    shown = manager.patch(
        items(NAME, id_), json={"visibility": "published"}, headers={**PATCH, "If-Match": tag}
    )
    assert shown.status_code == 200, shown.text
    assert client.get(items(NAME, id_)).json()["properties"]["sign_photo"] == photo
    seen = client.get(address(photo))
    assert seen.headers["content-type"] == "image/jpeg"
    assert opened(seen.content).size == (30, 60)
    assert other.get(address(photo)).status_code == 200

    hidden = manager.patch(
        items(NAME, id_), json={"visibility": "draft"}, headers={**PATCH, "If-Match": "*"}
    )
    assert hidden.status_code == 200
    assert client.get(address(photo)).status_code == 404


def test_browsers_are_told_to_run_nothing_of_it(manager: httpx.Client) -> None:
    answer = manager.get(address(sent(manager, PDF)))
    assert answer.content == PDF
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "public" not in answer.headers["cache-control"]


def test_a_small_one_is_enough_for_a_list(manager: httpx.Client) -> None:
    photo = sent(manager, made(size=(1000, 500)))
    assert opened(manager.get(address(photo)).content).size == (1000, 500)
    small = manager.get(address(photo), params={"size": "small"})
    assert opened(small.content).size == (320, 160)


def test_the_same_file_is_kept_once(manager: httpx.Client) -> None:
    assert sent(manager, made(size=(61, 30))) == sent(manager, made(size=(61, 30)))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
        ("a.jpg", b"<html><script>1</script></html>"),
        ("a.jpg", b"GIF89a" + b"\0" * 100),
        ("a.pdf", b"MZ\x90\0"),
        ("a.pdf", b"<script>1</script>" + PDF),
        ("a.pdf", PDF[:-6]),
        ("a.jpg", b""),
    ],
)
def test_other_content_is_refused_whatever_it_is_called(
    manager: httpx.Client, name: str, content: bytes
) -> None:
    answer = send(manager, content, name)
    assert answer.status_code == 422
    assert codes(answer) == {"file.content"}


def test_what_is_too_large_is_not_read(manager: httpx.Client) -> None:
    assert send(manager, b"\xff\xd8\xff" + b"\0" * 21_000_000).status_code == 413


def test_a_row_names_only_what_was_sent_and_fits(
    manager: httpx.Client, ids: dict[str, Any]
) -> None:
    for wrong in ("0" * 64, sent(manager, PDF)):
        answer = manager.post(
            items(NAME), json=body(NAME, site=ids["sites"], sign_photo=wrong, status="lifted")
        )
        assert answer.status_code == 422
        assert codes(answer) == {"sign_photo.unknown"}


def test_it_is_for_those_who_write(client: httpx.Client, signed_in: SignedIn) -> None:
    assert send(client, made()).status_code == 401
    assert send(signed_in(Role.AUDITOR, areas=("36",)), made()).status_code == 403


def test_the_public_role_sees_no_other_file(
    database: Database, manager: httpx.Client, ids: dict[str, Any]
) -> None:
    sent(manager, made(size=(62, 30)))
    with database.anonymous.begin() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM open.attachments").scalar() == 0
