"""The shared map: only public facts, nothing that runs but our own, nothing fetched."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection

from gis_service.errors import BadParameter, NotFound
from gis_service.informing import picture
from gis_service.settings import Settings
from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import PUBLIC
from layers.core.layer import Visibility
from tests.examples import add_examples, feature_of
from web_map import inlining
from web_map.folium_export import page

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOSTILE = "`${alert(1)}</script><img src=x onerror=alert(2)>"


@pytest.fixture(scope="module")
def filled(database: Database) -> Database:
    """An example of everything, and a draft and a hostile community beside it."""
    layer = CATALOGUE["communities"]
    with database.owner.begin() as connection:
        add_examples(connection)
        keys = {"divisions": {"code": "36"}}
        for code, visibility in (("hostile", Visibility.PUBLISHED), ("draft", Visibility.DRAFT)):
            name = HOSTILE if code == "hostile" else "未公开的小区"
            feature = feature_of(layer, keys, east=0.01, code=code, name=name)
            features.add_many(connection, layer, [feature], visibility)
    return database


@pytest.fixture
def db(filled: Database) -> Iterator[Connection]:
    with filled.transaction(PUBLIC) as connection:
        yield connection


def readable(picture: picture.Picture) -> str:
    """The page, with the letters that its scripts hold as escapes."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), page(picture))


def settings() -> Settings:
    return Settings(map_approval="赣S(2026)001号", data_source="住房和城乡建设局")


def test_a_map_of_an_area_tells_what_is_public(db: Connection) -> None:
    text = readable(picture.area(db, settings(), "36", NOW))
    assert "人民新村" in text
    assert "未公开的小区" not in text
    assert str(CATALOGUE["communities"].example["remark"]) not in text
    for part in ("赣S(2026)001号", "住房和城乡建设局", "今日围挡 Closed today", "Data as of"):
        assert part in text


def test_names_cannot_run(db: Connection) -> None:
    text = page(picture.area(db, settings(), "", NOW))
    assert "alert(1)" in text
    assert "<img" not in text
    # Whatever ends a script ends one of ours.
    assert text.count("</script>") == text.count("<script>")


def test_a_map_of_one_community_shows_its_buildings_and_closures(db: Connection) -> None:
    whole = picture.area(db, settings(), "", NOW)
    community = next(c for c in whole.communities if c.attributes["name"] == "人民新村")
    shown = picture.estate(db, settings(), int(community.attributes["id"]), NOW)
    assert len(shown.buildings) == 1
    assert len(shown.closures) == 1
    text = readable(shown)
    for part in ("楼栋 Buildings", "设施 Facilities", "东门充电桩", "外墙脚手架,请绕行"):
        assert part in text


def test_every_byte_is_in_the_page(db: Connection) -> None:
    text = page(picture.area(db, settings(), "", NOW))
    assert not re.search(r"<(script|link|img)[^>]+(src|href)=", text)
    assert "default-src 'none'" in text
    assert len(text) < 300_000


def test_what_is_not_there_is_said(db: Connection) -> None:
    with pytest.raises(NotFound):
        picture.estate(db, settings(), 10**9, NOW)
    with pytest.raises(NotFound):
        picture.area(db, settings(), "99", NOW)


def test_too_much_for_one_file_is_said(db: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MOST", 1)
    with pytest.raises(BadParameter, match="--within"):
        picture.area(db, settings(), "", NOW)


@pytest.mark.parametrize(
    "element",
    [
        '<script src="https://cdn.example.org/x.js"></script>',
        '<script src="../folium_export.py"></script>',
        '<link rel="stylesheet" href="none.css"/>',
        '<img src="http://example.org/pixel.png">',
        '<script async src="//example.org/x.js"></script>',
    ],
)
def test_what_is_not_vendored_is_refused(element: str) -> None:
    with pytest.raises(inlining.NotVendored):
        inlining.self_contained(f"<html><head>{element}</head></html>")
