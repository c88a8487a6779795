import pytest
from sqlalchemy import Connection

from gis_service.errors import BadParameter
from gis_service.informing.listing import communities
from gis_service.informing.models import CommunityRow
from gis_service.store.community_list import SORTS
from gis_service.store.community_search import Choice
from layers.core.search import search_key
from tests.informing.conftest import NOW


def listed(db: Connection, sort: str = "name", **choice: object) -> list[CommunityRow]:
    return communities(db, Choice(**choice), NOW, sort=sort, limit=500, after="").rows  # type: ignore[arg-type]


@pytest.mark.parametrize("sort", [*SORTS, *(f"-{key}" for key in SORTS)])
def test_pages_hold_every_community_once_in_any_order(db: Connection, sort: str) -> None:
    seen: list[int] = []
    after: str | None = ""
    while after is not None:
        page = communities(db, Choice(), NOW, sort=sort, limit=7, after=after)
        seen += [row.id for row in page.rows]
        after = page.next
    assert sorted(seen) == sorted(row.id for row in listed(db))


@pytest.mark.parametrize("sort", ["progress", "gap_cny", "households", "closures_today"])
def test_sorting_up_and_down(db: Connection, sort: str) -> None:
    up = [value for row in listed(db, sort) if (value := getattr(row, sort)) is not None]
    down = [value for row in listed(db, f"-{sort}") if (value := getattr(row, sort)) is not None]
    assert up == sorted(up)
    assert down == sorted(up, reverse=True)


def test_names_are_in_the_order_of_pinyin(db: Connection) -> None:
    keys = [search_key(row.name).split() for row in listed(db)]
    # Where a name is read in two ways, dictionaries differ in where it stands.
    spelt = [key[1][0] for key in keys if len(key) == 3]
    assert spelt == sorted(spelt)


def test_a_community_is_found_by_initials_pinyin_and_place(db: Connection) -> None:
    wanted = listed(db)[0]
    characters, pinyin, initials, *_ = search_key(wanted.name).split()
    for typed in (characters, pinyin, initials, pinyin.upper(), f"上高 {initials}"):
        if "上高" in typed and not wanted.division.startswith("360923"):
            continue
        assert wanted.id in {row.id for row in listed(db, q=typed)}, typed


@pytest.mark.parametrize("typed", ["%", "_", "\\", "'", '";--', "%%"])
def test_wildcards_and_quotes_are_letters_like_others(db: Connection, typed: str) -> None:
    assert listed(db, q=typed) == []


def test_a_box_holds_what_lies_in_it(db: Connection) -> None:
    wanted = next(row for row in listed(db) if row.bbox)
    assert wanted.bbox
    assert wanted.id in {row.id for row in listed(db, bbox=wanted.bbox)}
    assert listed(db, bbox=(80.0, 40.0, 81.0, 41.0)) == []


@pytest.mark.parametrize("sort", ["", "id; DROP TABLE", "remark", "--name"])
def test_an_unknown_order_is_refused_by_name(db: Connection, sort: str) -> None:
    with pytest.raises(BadParameter) as error:
        communities(db, Choice(), NOW, sort=sort, limit=1, after="")
    assert error.value.problems[0].field == "sort"


@pytest.mark.parametrize("after", ["-1", "x", "9" * 20, "１"])
def test_an_unknown_token_is_refused_by_name(db: Connection, after: str) -> None:
    with pytest.raises(BadParameter) as error:
        communities(db, Choice(), NOW, sort="name", limit=1, after=after)
    assert error.value.problems[0].field == "after"
