"""Sheets: what hangs on the wall is the publicity, and a letter is printed once or never."""

from hashlib import sha256
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from gis_service.store.database import Database
from gis_service.store.features import add_many
from layers import CATALOGUE
from layers.core.access import Role
from layers.core.layer import Visibility
from tests.accounts import SignedIn
from tests.api.votes import House, closed, entered, house, paper
from tests.examples import feature_of
from tests.printing.sheets import A3, A4, pages, paper_mm, qr_codes, words

PDF = {"Accept": "application/pdf"}
HOSTILE = '#panic("x") *粗* $x$ @a <b> \\ [ ] { } " \u202e反 \u0007' + "x" * 120


def notice_path(community: int, publicity: int) -> str:
    return f"/api/communities/{community}/publicity/{publicity}/notice.pdf"


@pytest.fixture
def posted(ids: dict[str, Any]) -> str:
    return notice_path(ids["communities"], ids["publicity"])


@pytest.fixture
def voting(database: Database, ids: dict[str, Any]) -> House:
    return house(database, {"甲": 3}, visibility=Visibility.PUBLISHED)


def add(database: Database, layer: str, visibility: Visibility, **values: Any) -> int:
    keys = {"communities": {"id": values.get("community")}}
    with database.owner.begin() as db:
        [id_] = add_many(
            db, CATALOGUE[layer], [feature_of(CATALOGUE[layer], keys, **values)], visibility
        )
    return id_


def test_a_notice_is_a3_and_says_what_is_publicised_where_and_when(
    client: httpx.Client, posted: str, ids: dict[str, Any]
) -> None:
    answer = client.get(posted)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "application/pdf"
    assert paper_mm(answer.content) == {A3}
    said = words(answer.content)
    example = CATALOGUE["publicity"].example
    assert example["snapshot"] in said
    assert example["place"] in said
    assert "2026年5月1日至2026年5月8日" in said
    assert sha256(str(example["snapshot"]).encode()).hexdigest() in said
    assert "雨污分流" in said
    assert "86.0万元" in said
    assert "0795-2500000" in said
    assert "不得开工" in said


def test_its_qr_code_leads_to_the_community_on_the_map(
    client: httpx.Client, posted: str, ids: dict[str, Any]
) -> None:
    community, publicity = ids["communities"], ids["publicity"]
    home = str(client.base_url).rstrip("/")
    assert qr_codes(client.get(posted).content) == {
        f"{home}/?community={community}#publicity-{publicity}"
    }


def test_a_notice_is_in_chinese_whatever_the_browser_speaks_and_in_english_when_asked(
    client: httpx.Client, posted: str
) -> None:
    english = client.get(posted, headers={"Accept-Language": "en"})
    assert "公示内容" in words(english.content)
    asked = words(client.get(posted, params={"lang": "en"}).content)
    assert "Whatispublicised" in asked
    assert "公示内容" not in asked
    assert client.get(posted, params={"lang": "fr"}).status_code == 400


def test_the_same_notice_is_the_same_file(client: httpx.Client, posted: str) -> None:
    first = client.get(posted)
    again = client.get(posted, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_the_public_gets_no_notice_of_what_is_not_published_nor_of_another_community(
    client: httpx.Client, officer: httpx.Client, database: Database, ids: dict[str, Any]
) -> None:
    community = ids["communities"]
    draft = add(database, "publicity", Visibility.DRAFT, community=community)
    assert client.get(notice_path(community, draft)).status_code == 404
    assert officer.get(notice_path(community, draft)).status_code == 200
    assert client.get(notice_path(community + 10_000, ids["publicity"])).status_code == 404
    assert client.get(notice_path(community, draft + 10_000)).status_code == 404


def test_a_sheet_for_a_wall_tells_what_is_public_whoever_prints_it(
    officer: httpx.Client, database: Database, posted: str, ids: dict[str, Any]
) -> None:
    where = {"community": ids["communities"]}
    add(database, "works", Visibility.DRAFT, title="内部讨论的电梯", **where)
    add(database, "works", Visibility.PUBLISHED, title="公开的路灯", **where)
    said = words(officer.get(posted).content)
    assert "公开的路灯" in said
    assert "内部讨论的电梯" not in said


def test_what_people_wrote_is_text_on_a_sheet_and_never_markup(
    client: httpx.Client, database: Database, ids: dict[str, Any]
) -> None:
    community = ids["communities"]
    publicity = add(
        database,
        "publicity",
        Visibility.PUBLISHED,
        community=community,
        snapshot=HOSTILE,
        title='#include "/etc/passwd" *题*',
    )
    answer = client.get(notice_path(community, publicity))
    assert answer.status_code == 200
    said = words(answer.content)
    assert '#panic("x")*粗*$x$@a<b>\\[]{}"反' + "x" * 120 in said
    assert '#include"/etc/passwd"*题*' in said


def test_a_long_text_makes_more_sheets_and_loses_nothing(
    client: httpx.Client, database: Database, ids: dict[str, Any]
) -> None:
    community = ids["communities"]
    items = [f"第{number}条,改造内容如下。" for number in range(320)]
    publicity = add(
        database,
        "publicity",
        Visibility.PUBLISHED,
        community=community,
        snapshot="\n".join(items),
    )
    answer = client.get(notice_path(community, publicity))
    said = words(answer.content)
    assert all(item in said for item in items)
    assert len(pages(answer.content)) > 1
    assert paper_mm(answer.content) == {A3}


def test_codes_are_letters_where_a_pdf_is_asked_for(
    officer: httpx.Client, client: httpx.Client, voting: House
) -> None:
    answer = officer.post(voting.path("codes"), headers=PDF)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert paper_mm(answer.content) == {A4}
    letters = pages(answer.content)
    assert len(letters) == 2
    assert all(room in "".join(letters) for room in voting.rooms)
    home = str(client.base_url).rstrip("/")
    codes = {said.removeprefix(f"{home}/#code=") for said in qr_codes(answer.content)}
    assert len(codes) == 3
    for code in codes:
        assert code in "".join(letters)
        about = client.post("/api/codes/about", json={"code": code}).json()
        assert (about["decision"], about["used"]) == (voting.decision, False)


def test_a_letter_says_what_is_decided_how_it_is_counted_and_what_stays_private(
    officer: httpx.Client, voting: House
) -> None:
    said = words(officer.post(voting.path("codes"), headers=PDF).content)
    assert "三分之二以上且人数占比三分之二以上" in said
    assert "面积过半数且参与表决人数过半数" in said
    assert "不公布任何一户的选择" in said


def test_a_letter_about_a_major_matter_asks_for_three_quarters(
    officer: httpx.Client, database: Database, ids: dict[str, Any]
) -> None:
    major = house(database, {"乙": 1}, visibility=Visibility.PUBLISHED, matter="rebuild")
    said = words(officer.post(major.path("codes"), headers=PDF).content)
    assert "面积四分之三以上且参与表决人数四分之三以上" in said


def test_letters_that_could_not_be_printed_issued_no_code(
    officer: httpx.Client, voting: House, monkeypatch: pytest.MonkeyPatch, database: Database
) -> None:
    monkeypatch.setattr("gis_service.printing.press.LONGEST", 10)
    assert officer.post(voting.path("codes"), headers=PDF).status_code == 400
    with database.owner.connect() as db:
        issued = db.scalar(
            text("SELECT count(*) FROM onemap.codes WHERE decision = :id"), {"id": voting.decision}
        )
    assert issued == 0


def test_only_those_who_keep_the_ballots_print_letters(
    client: httpx.Client, signed_in: SignedIn, voting: House
) -> None:
    assert client.post(voting.path("codes"), headers=PDF).status_code == 401
    planner = signed_in(Role.PLANNER, areas=("36",))
    assert planner.post(voting.path("codes"), headers=PDF).status_code == 403


def test_no_log_knows_a_code(
    officer: httpx.Client, voting: House, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = officer.post(voting.path("codes"), headers=PDF)
    codes = {said.partition("#code=")[2] for said in qr_codes(answer.content)}
    written = "".join(capfd.readouterr())
    assert not any(code in written for code in codes)


def test_letters_of_a_survey_say_until_when(officer: httpx.Client, voting: House) -> None:
    answer = officer.post(
        f"/api/communities/{voting.community}/survey-codes",
        json={"ends": "2126-01-31"},
        headers=PDF,
    )
    assert answer.status_code == 200, answer.text
    assert "满意度调查" in words(answer.content)
    assert "2126年1月31日" in words(answer.content)
    assert len(qr_codes(answer.content)) == 3


def test_paper_ballots_are_a_list_to_sign_and_a_slip_for_each_room(
    officer: httpx.Client, database: Database, ids: dict[str, Any]
) -> None:
    one = house(database, {"甲": 5, "乙": 1}, visibility=Visibility.PUBLISHED)
    answer = officer.get(one.path("ballots.pdf"))
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert paper_mm(answer.content) == {A4}
    sheets = pages(answer.content)
    assert [("签收表" in page, page.count("一户一票")) for page in sheets] == [
        (True, 0),
        (False, 1),
        (True, 0),
        (False, 4),
        (False, 1),
    ]
    assert not any("同意" in page for page in sheets if "签收表" in page)


def test_who_has_voted_gets_no_paper_ballot(officer: httpx.Client, voting: House) -> None:
    entered(officer, voting, paper("甲-2"))
    sheets = pages(officer.get(voting.path("ballots.pdf")).content)
    assert "已表决" in sheets[0]
    assert "甲-2" in sheets[0]
    assert "甲-2" not in sheets[1]
    assert sheets[1].count("一户一票") == 2


def test_paper_ballots_are_for_those_who_keep_them_while_the_vote_is_open(
    client: httpx.Client, officer: httpx.Client, signed_in: SignedIn, voting: House
) -> None:
    path = voting.path("ballots.pdf")
    assert client.get(path).status_code == 401
    assert signed_in(Role.PLANNER, areas=("36",)).get(path).status_code == 403
    entered(officer, voting, paper("甲-1"))
    closed(officer, voting)
    assert officer.get(path).status_code == 409


def test_acceptance_is_the_streets_for_common_parts_and_the_households_for_its_own(
    officer: httpx.Client, database: Database, voting: House
) -> None:
    """屋面、外墙等公共区域由街道牵头验收;外窗、上下水等专有部分请住户参与分户验收。"""
    where = {"community": voting.community}
    add(database, "works", Visibility.PUBLISHED, title="屋面防水", category="roof", **where)
    add(database, "works", Visibility.PUBLISHED, title="外窗更换", category="windows", **where)
    answer = officer.get(f"/api/communities/{voting.community}/acceptance-forms.pdf")
    assert answer.status_code == 200, answer.text
    common, *homes = pages(answer.content)
    assert "公共区域验收单" in common
    assert "屋面防水" in common
    assert "外窗更换" not in common
    assert [page.count("分户验收单") for page in homes] == [2, 1]
    assert all("外窗更换" in page and "屋面防水" not in page for page in homes)
    assert all(room in "".join(homes) for room in voting.rooms)


def test_forms_of_acceptance_are_for_those_who_keep_the_households(
    client: httpx.Client, signed_in: SignedIn, officer: httpx.Client, voting: House
) -> None:
    path = f"/api/communities/{voting.community}/acceptance-forms.pdf"
    assert client.get(path).status_code == 401
    assert signed_in(Role.AUDITOR, areas=("36",)).get(path).status_code == 403
    assert officer.get("/api/communities/999999/acceptance-forms.pdf").status_code == 404
