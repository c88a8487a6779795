"""What residents say without an account: by a code, once; or about what is posted."""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from gis_service.store.database import Database
from layers.core.access import PUBLIC, Role
from layers.core.layer import Visibility
from tests.accounts import SignedIn
from tests.api.test_writers_at_once import at_once
from tests.api.votes import TODAY, House, entered, house, paper, tally
from tests.api.writers import GEOJSON, PATCH, body, codes, items


@pytest.fixture(autouse=True)
def fresh(database: Database) -> Iterator[None]:
    """Every test comes from the same address."""
    yield
    with database.owner.begin() as db:
        db.execute(text("DELETE FROM identity.throttles"))


@pytest.fixture
def one(database: Database, ids: dict[str, Any]) -> House:
    return house(database, {"甲": 6}, visibility=Visibility.PUBLISHED)


def notices(officer: httpx.Client, path: str, **sent: Any) -> dict[str, str]:
    """Codes by room."""
    answer = officer.post(path, json=sent or None)
    assert answer.status_code == 200, answer.text
    return {each["room"]: each["code"] for each in answer.json()["notices"]}


def cast(client: httpx.Client, code: str, answer: str = "favour") -> httpx.Response:
    return client.post("/api/ballots/cast", json={"code": code, "answer": answer})


def survey(client: httpx.Client, code: str, satisfied: bool = True) -> httpx.Response:
    return client.post("/api/surveys/answer", json={"code": code, "satisfied": satisfied})


def test_a_resident_votes_once_with_the_code_of_the_notice(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    by_room = notices(officer, one.path("codes"))
    assert by_room.keys() == one.rooms.keys()
    typed = by_room["甲-1"].lower().replace("-", " ")
    about = client.post("/api/codes/about", json={"code": typed}).json()
    assert (about["decision"], about["used"]) == (one.decision, False)
    assert cast(client, typed).status_code == 200
    again = cast(client, typed, "against")
    assert again.status_code == 409
    assert codes(again) == {"code.used"}
    told = tally(officer, one)
    assert (told["ballots"], told["in_favour"]["owners"]) == (1, 1)


def test_who_voted_on_paper_cannot_vote_online_nor_the_other_way_round(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    by_room = notices(officer, one.path("codes"))
    entered(officer, one, paper("甲-1", "against"))
    assert codes(cast(client, by_room["甲-1"])) == {"code.given"}
    assert cast(client, by_room["甲-2"]).status_code == 200
    typed = entered(officer, one, paper("甲-2", "against", reason="他要改"))
    assert typed["refused"][0]["code"] == "ballot.differs"
    assert tally(officer, one)["in_favour"]["owners"] == 1


def test_a_code_ends_with_its_vote(
    officer: httpx.Client, client: httpx.Client, database: Database, one: House
) -> None:
    by_room = notices(officer, one.path("codes"))
    assert officer.post(one.path("ballots"), json={"ballots": [paper("甲-1")]}).status_code == 200
    assert officer.post(one.path("close")).status_code == 200
    assert codes(cast(client, by_room["甲-2"])) == {"code.over"}
    assert officer.post(one.path("codes")).status_code == 409
    late = house(database, {"甲": 1}, ends=TODAY - timedelta(1))
    assert codes(cast(client, notices(officer, late.path("codes"))["甲-1"])) == {"code.over"}
    soon = house(database, {"甲": 1}, starts=TODAY + timedelta(1), ends=TODAY + timedelta(9))
    assert codes(cast(client, notices(officer, soon.path("codes"))["甲-1"])) == {"code.early"}


def test_a_new_notice_voids_the_old_one_and_none_is_printed_for_who_voted(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    old = notices(officer, one.path("codes"))
    assert cast(client, old["甲-1"]).status_code == 200
    new = notices(officer, one.path("codes"))
    assert "甲-1" not in new
    assert cast(client, old["甲-2"]).status_code == 404
    assert cast(client, new["甲-2"]).status_code == 200


def test_a_code_is_kept_as_a_hash_and_issued_by_who_keeps_the_votes(
    officer: httpx.Client,
    client: httpx.Client,
    signed_in: SignedIn,
    database: Database,
    one: House,
) -> None:
    code = notices(officer, one.path("codes"))["甲-1"]
    with database.owner.connect() as db:
        rows = db.scalars(text("SELECT c::text FROM onemap.codes c")).all()
    assert rows
    assert not [row for row in rows if code in row or code.replace("-", "") in row]
    assert client.post(one.path("codes")).status_code == 401
    assert signed_in(Role.AUDITOR, areas=("36",)).post(one.path("codes")).status_code == 403


def test_codes_are_not_guessed(client: httpx.Client, one: House) -> None:
    statuses = [cast(client, f"AAAA-BBBB-{n:04}").status_code for n in range(2000, 2030)]
    assert set(statuses) == {404, 429}
    assert statuses.index(429) == 21


def test_the_anonymous_role_reads_neither_codes_nor_votes(database: Database, one: House) -> None:
    for asked in (
        "SELECT * FROM onemap.codes",
        "SELECT * FROM onemap.ballots",
        "SELECT * FROM onemap.votes_of(1)",
        "SELECT * FROM onemap.building_votes(1)",
        "INSERT INTO onemap.ballots DEFAULT VALUES",
    ):
        with pytest.raises(ProgrammingError), database.transaction(PUBLIC) as db:
            db.execute(text(asked))


def test_one_code_at_once_from_many_counts_once(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    code = notices(officer, one.path("codes"))["甲-1"]
    answers = at_once(10, lambda _: cast(client, code))
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 9]
    assert tally(officer, one)["ballots"] == 1


def test_a_survey_by_code_is_answered_once_and_does_not_say_by_whom(
    officer: httpx.Client, client: httpx.Client, database: Database, one: House
) -> None:
    path = f"/api/communities/{one.community}/survey-codes"
    by_room = notices(officer, path, ends=TODAY.isoformat())
    assert survey(client, by_room["甲-1"]).status_code == 200
    assert codes(survey(client, by_room["甲-1"], False)) == {"code.used"}
    assert cast(client, by_room["甲-2"]).status_code == 404
    assert survey(client, by_room["甲-2"], False).status_code == 200
    with database.owner.connect() as db:
        found = db.execute(
            text("SELECT satisfied, household_code FROM onemap.surveys WHERE community = :id"),
            {"id": one.community},
        ).all()
    assert sorted(tuple(row) for row in found) == [(False, ""), (True, "")]
    past = officer.post(path, json={"ends": (TODAY - timedelta(1)).isoformat()})
    assert past.status_code == 400


def posted(officer: httpx.Client, one: House, **dates: Any) -> int:
    sent = body(
        "publicity",
        community=one.community,
        starts=dates.get("starts", TODAY).isoformat(),
        ends=dates.get("ends", TODAY).isoformat(),
    )
    answer = officer.post(items("publicity"), json=sent, headers=GEOJSON)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


def comment(client: httpx.Client, posting: int, said: str = "希望增加停车位。") -> httpx.Response:
    sent = {"text": said, "name": "李某", "contact": "13800000000"}
    return client.post(f"/api/publicity/{posting}/comments", json=sent)


def test_a_comment_shows_once_it_was_read_and_with_its_answer(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    """广泛征求小区全体居民的意见,充分吸收群众合理化建议并不断修改完善。"""
    posting = posted(officer, one)
    assert comment(client, posting).status_code == 201
    listed = f"{items('comments')}?publicity={posting}"
    assert client.get(listed).json()["features"] == []
    [waiting] = officer.get(listed).json()["features"]
    assert waiting["properties"]["contact"] == "13800000000"
    path = items("comments", waiting["id"])

    def change(**sent: Any) -> httpx.Response:
        tag = officer.get(path).headers["ETag"]
        return officer.patch(path, json=sent, headers={**PATCH, "If-Match": tag})

    bare = change(properties={"outcome": "not_adopted"})
    assert bare.status_code == 422
    assert codes(bare) == {"answer.missing", "answered_on.missing"}
    answered = {"outcome": "not_adopted", "answer": "间距不足。", "answered_on": TODAY.isoformat()}
    assert change(properties=answered, visibility="published").status_code == 200
    [shown] = client.get(listed).json()["features"]
    assert shown["properties"]["outcome"] == "not_adopted"
    assert shown["properties"]["answer"] == "间距不足。"
    assert not {"name", "contact"} & set(shown["properties"])


def test_what_somebody_said_is_not_rewritten(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    posting = posted(officer, one)
    comment(client, posting)
    [waiting] = officer.get(f"{items('comments')}?publicity={posting}").json()["features"]
    path = items("comments", waiting["id"])
    answer = officer.patch(
        path,
        json={"properties": {"text": "一切都好。"}},
        headers={**PATCH, "If-Match": officer.get(path).headers["ETag"]},
    )
    assert answer.status_code == 409


def test_comments_are_taken_while_it_is_posted(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    over = posted(officer, one, starts=TODAY - timedelta(9), ends=TODAY - timedelta(1))
    assert codes(comment(client, over)) == {"code.over"}
    soon = posted(officer, one, starts=TODAY + timedelta(1), ends=TODAY + timedelta(9))
    assert codes(comment(client, soon)) == {"code.early"}
    assert comment(client, 999_999).status_code == 404
    assert comment(client, 1 << 70).status_code == 400


def test_comments_are_bounded_and_not_poured_in(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    posting = posted(officer, one)
    assert comment(client, posting, "x" * 2001).status_code == 422
    assert comment(client, posting, "a\0b").status_code == 422
    statuses = [comment(client, posting).status_code for _ in range(12)]
    assert set(statuses) == {201, 429}


def test_the_hash_of_what_is_posted_is_the_services_own(
    officer: httpx.Client, client: httpx.Client, one: House
) -> None:
    posting = posted(officer, one)
    row = client.get(items("publicity", posting)).json()["properties"]
    assert row["snapshot_sha256"] == sha256(row["snapshot"].encode()).hexdigest()
    wrong = body("publicity", community=one.community, snapshot_sha256="0" * 64)
    answer = officer.post(items("publicity"), json=wrong, headers=GEOJSON)
    assert answer.status_code == 422
    assert codes(answer) == {"snapshot_sha256.wrong"}
