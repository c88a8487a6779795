"""A resident's photo comes with a report or not at all; who sees the report sees it."""

import json
from hashlib import sha256
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from gis_service import submitting
from gis_service.api.submissions import MOST_PICTURE_BYTES
from gis_service.files import pictures
from gis_service.store.database import Database
from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.writers import PATCH, codes, items
from tests.files.test_pictures import bomb, made, opened, with_place

SUBMISSIONS = "/api/collections/reports/submissions"


@pytest.fixture(autouse=True)
def fresh(database: Database) -> None:
    """Nobody has to wait for what another test did."""
    with database.owner.begin() as db:
        db.execute(text("DELETE FROM identity.throttles"))


def report(
    client: httpx.Client, content: bytes, community: int, said: str = "楼道堆物", **more: Any
) -> httpx.Response:
    given = {"category": "safety", "text": said, "community": community, **more}
    feature = {"type": "Feature", "geometry": None, "properties": given}
    return client.post(
        SUBMISSIONS, data={"feature": json.dumps(feature)}, files={"file": ("a.jpg", content)}
    )


def found(officer: httpx.Client, said: str) -> dict[str, Any]:
    [row] = officer.get(items("reports"), params={"text": said}).json()["features"]
    one: dict[str, Any] = row
    return one


def change(officer: httpx.Client, id_: int, **sent: Any) -> httpx.Response:
    return officer.patch(items("reports", id_), json=sent, headers={**PATCH, "If-Match": "*"})


def address(hash_: str) -> str:
    return f"/api/attachments/{hash_}"


def kept(database: Database) -> int:
    with database.owner.connect() as db:
        return int(db.scalar(text("SELECT count(*) FROM onemap.attachments")) or 0)


def test_a_photo_is_internal_until_its_report_is_published(
    client: httpx.Client, officer: httpx.Client, signed_in: SignedIn, ids: dict[str, Any]
) -> None:
    assert report(client, with_place(), ids["communities"], "三单元漏水").status_code == 201
    row = found(officer, "三单元漏水")
    photo = row["properties"]["photo"]
    assert photo == sha256(pictures.clean(with_place()).content).hexdigest()
    elsewhere = signed_in(Role.STREET_OFFICER)
    assert officer.get(address(photo)).status_code == 200
    for stranger in (client, elsewhere):
        assert stranger.get(address(photo)).status_code == 404
        assert stranger.get(address(photo), params={"size": "small"}).status_code == 404

    assert change(officer, row["id"], visibility="published").status_code == 200
    assert client.get(items("reports", row["id"])).json()["properties"]["photo"] == photo
    assert client.get(address(photo)).headers["content-type"] == "image/jpeg"
    assert change(officer, row["id"], visibility="draft").status_code == 200
    assert client.get(address(photo)).status_code == 404


def test_only_its_pixels_are_kept(
    client: httpx.Client, officer: httpx.Client, ids: dict[str, Any]
) -> None:
    report(client, with_place(), ids["communities"], "只留像素")
    content = officer.get(address(found(officer, "只留像素")["properties"]["photo"])).content
    assert opened(content).size == (30, 60)
    assert not opened(content).getexif()
    assert b"my flat" not in content


def test_an_officer_publishes_the_report_and_keeps_back_a_photo_that_shows_faces(
    client: httpx.Client, officer: httpx.Client, ids: dict[str, Any]
) -> None:
    report(client, made(size=(71, 30)), ids["communities"], "照片有人脸")
    row = found(officer, "照片有人脸")
    photo = row["properties"]["photo"]
    moved = {"photo": None, "kept_photo": photo}
    assert change(officer, row["id"], visibility="published", properties=moved).status_code == 200
    shown = client.get(items("reports", row["id"])).json()["properties"]
    assert shown["photo"] is None
    assert "kept_photo" not in shown
    assert client.get(address(photo)).status_code == 404
    assert officer.get(address(photo)).status_code == 200


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7\n%%EOF\n", b"<svg/>", b"PK\x03\x04" + b"\0" * 100, made("GIF"), bomb(), b""],
    ids=["pdf", "svg", "zip", "gif", "bomb", "empty"],
)
def test_what_is_no_picture_is_refused_and_nothing_of_it_is_kept(
    client: httpx.Client, officer: httpx.Client, ids: dict[str, Any], content: bytes
) -> None:
    answer = report(client, content, ids["communities"], "不是照片")
    assert answer.status_code == 422
    assert codes(answer) <= {"file.content", "file.too_large"}
    assert officer.get(items("reports"), params={"text": "不是照片"}).json()["features"] == []


@pytest.mark.parametrize(
    ("fields", "status", "field"),
    [
        ({}, 422, "feature"),
        ({"feature": "{"}, 400, None),
        ({"feature": '{"type": "Feature"}', "photo": "0" * 64}, 422, "photo"),
    ],
)
def test_a_form_without_a_feature_is_told_what_it_lacks(
    client: httpx.Client, fields: dict[str, str], status: int, field: str | None
) -> None:
    answer = client.post(SUBMISSIONS, data=fields, files={"file": ("a.jpg", made())})
    assert answer.status_code == status
    if field is not None:
        assert [problem["field"] for problem in answer.json()["problems"]] == [field]


def test_what_is_too_large_is_not_read(client: httpx.Client, ids: dict[str, Any]) -> None:
    large = b"\xff\xd8\xff" + b"\0" * (MOST_PICTURE_BYTES + 100_000)
    assert report(client, large, ids["communities"]).status_code == 413


def test_without_its_report_no_photo_is_kept(
    client: httpx.Client, database: Database, ids: dict[str, Any]
) -> None:
    before = kept(database)
    photo, here = made(size=(72, 30)), ids["communities"]
    assert report(client, photo, 987_654_321).status_code == 422
    assert report(client, photo, here, status="closed").status_code == 422
    assert report(client, photo, here, category="nonsense").status_code == 422
    assert kept(database) == before


def test_the_same_photo_is_kept_once_and_hangs_on_both(
    client: httpx.Client, officer: httpx.Client, database: Database, ids: dict[str, Any]
) -> None:
    content = made(size=(73, 30))
    report(client, content, ids["communities"], "第一次")
    before = kept(database)
    report(client, content, ids["communities"], "第二次")
    assert kept(database) == before
    first, second = found(officer, "第一次"), found(officer, "第二次")
    assert first["properties"]["photo"] == second["properties"]["photo"]


def test_a_stranger_names_no_photo_of_anybody_else(
    client: httpx.Client, officer: httpx.Client, ids: dict[str, Any]
) -> None:
    sent = officer.post("/api/attachments", files={"file": ("a.jpg", made(size=(74, 30)))})
    for name in ("photo", "kept_photo"):
        given = {"category": "noise", "text": "x", "community": ids["communities"]}
        given[name] = sent.json()["sha256"]
        body = {"type": "Feature", "geometry": None, "properties": given}
        answer = client.post(SUBMISSIONS, json=body)
        assert codes(answer) == {f"{name}.unasked"}


def test_photos_of_strangers_do_not_fill_the_disk(
    client: httpx.Client, ids: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submitting, "MOST_PICTURES_A_DAY", 0)
    assert report(client, made(), ids["communities"]).status_code == 429
    given = {"category": "noise", "text": "没有照片", "community": ids["communities"]}
    body = {"type": "Feature", "geometry": None, "properties": given}
    assert client.post(SUBMISSIONS, json=body).status_code == 201


def test_what_was_sent_in_private_is_never_shown(
    client: httpx.Client, officer: httpx.Client, database: Database, ids: dict[str, Any]
) -> None:
    sent = report(client, made(size=(75, 30)), ids["communities"], "邻居纠纷", private=True)
    assert sent.status_code == 201
    row = found(officer, "邻居纠纷")
    refused = change(officer, row["id"], visibility="published")
    assert refused.status_code == 422
    assert codes(refused) == {"private.withheld"}
    reply = {"status": "closed", "reply": "已上门调解。"}
    assert change(officer, row["id"], properties=reply).status_code == 200
    told = client.post(f"{SUBMISSIONS}/status", json={"code": sent.json()["code"]}).json()
    assert told["facts"]["reply"] == "已上门调解。"
    # Whatever is written by whatever way: the public's view itself leaves it out.
    with database.owner.begin() as db:
        publish = text("UPDATE onemap.reports SET visibility = 'published' WHERE id = :id")
        db.execute(publish, {"id": row["id"]})
    assert client.get(items("reports", row["id"])).status_code == 404
    assert client.get(address(row["properties"]["photo"])).status_code == 404


def test_the_wish_to_be_private_is_not_taken_back_by_others(
    client: httpx.Client, officer: httpx.Client, ids: dict[str, Any]
) -> None:
    report(client, made(size=(76, 30)), ids["communities"], "楼上漏水", private=True)
    row = found(officer, "楼上漏水")
    for name, value in (("private", False), ("text", "一切都好。")):
        assert change(officer, row["id"], properties={name: value}).status_code == 409


def test_the_database_gives_the_public_no_other_way_to_a_file(database: Database) -> None:
    insert = "INSERT INTO onemap.attachments (sha256) VALUES ('')"
    for asked in ("SELECT content FROM onemap.attachments", insert):
        with pytest.raises(DBAPIError, match="permission denied"), database.anonymous.begin() as db:
            db.execute(text(asked))
