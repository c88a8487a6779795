"""What can be printed is, what cannot be is seen, and nothing that people wrote is markup."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from gis_service.errors import BadParameter, Unavailable
from gis_service.printing import fonts
from gis_service.printing.press import Press
from tests.printing.contents import letters
from tests.printing.sheets import words

COMMON = "喆堃垚犇鑫淼焱弢玥珺璟祎頔赟龘"
"""Of people's names; in the piece of common use."""
RARE = "翯"
"""Only in a slice."""
IN_NONE_OF_OURS = "䶮"
PRIVATE = "\ue000"


def printed(press: Press, community: str) -> str:
    return words(press.printed("letters", letters(community=community)))


def test_rare_characters_of_names_are_printed(press: Press) -> None:
    said = printed(press, COMMON + RARE)
    assert COMMON + RARE in said
    assert "〓" not in said


def test_a_character_that_no_font_has_is_marked_and_told(press: Press) -> None:
    said = printed(press, f"王{PRIVATE}村")
    assert "王〓村" in said
    assert "〓处为字库所缺的字" in said
    assert "U+E000" in said


def test_a_font_of_this_machine_serves_for_what_ours_lack(
    fonts_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    font = TTFont(next(fonts_dir.glob("10*-400.ttf")))
    for table in font["cmap"].tables:
        table.cmap = {ord(IN_NONE_OF_OURS): next(iter(table.cmap.values()))}
    font["name"].setName("Of The House", 1, 3, 1, 0x409)
    installed = tmp_path / ".local" / "share" / "fonts"
    installed.mkdir(parents=True)
    font.save(installed / "house.ttf")
    monkeypatch.setenv("HOME", str(tmp_path))
    said = printed(Press(fonts_dir), IN_NONE_OF_OURS)
    assert IN_NONE_OF_OURS in said
    assert "〓" not in said


@pytest.mark.parametrize(
    "hostile",
    [
        "#panic()",
        "*a*_b_",
        "$x^2$",
        "= 标题",
        "- 一",
        "\\u{41}",
        "@label",
        "<label>",
        "//x",
        '"; }',
    ],
)
def test_markup_is_printed_as_it_was_written(press: Press, hostile: str) -> None:
    assert "".join(hostile.split()) in printed(press, hostile)


def test_what_turns_the_direction_of_reading_is_left_out(press: Press) -> None:
    assert "甲乙丙" in printed(press, "甲\u202e乙\u2066\u200f\x00\x1b丙\ufeff")


def test_too_much_is_refused_before_it_is_set(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gis_service.printing.press.LONGEST", 1000)
    with pytest.raises(BadParameter):
        printed(press, "长" * 2000)


def test_what_takes_too_long_is_ended_and_said(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gis_service.printing.press.SECONDS", 0.001)
    with pytest.raises(Unavailable, match="too long"):
        printed(press, "甲")


def test_without_the_package_of_the_fonts_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_PACKAGE", tmp_path / "none")
    with pytest.raises(Unavailable, match="onemap build"):
        fonts.opened(tmp_path / "fonts")


def test_the_same_content_makes_the_same_file(press: Press) -> None:
    assert press.printed("letters", letters()) == press.printed("letters", letters())
