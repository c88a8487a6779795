"""What people wrote, as paper can show it."""

from hypothesis import given
from hypothesis import strategies as st

from gis_service.printing.legible import MISSING, Svg, legible

KNOWN = frozenset(map(ord, "甲乙丙abc:,。x〓"))


def told(value: object) -> tuple[object, set[str]]:
    missing: set[str] = set()
    return legible(value, KNOWN, missing), missing


def test_every_text_in_it_is_made_legible_and_nothing_else_is_changed() -> None:
    drawing = Svg("<svg>龘</svg>")
    content = {"a": ["甲龘", {"b": "乙\u202e"}], "n": 3, "none": None, "svg": drawing}
    assert told(content) == (
        {"a": ["甲〓", {"b": "乙"}], "n": 3, "none": None, "svg": drawing},
        {"龘"},
    )


def test_lines_stay_lines_and_tabs_become_spaces() -> None:
    assert told("甲\n乙\t丙\r")[0] == "甲\n乙 丙"


def test_a_word_without_an_end_can_be_broken_and_reads_the_same() -> None:
    said, _ = told("x" * 100)
    assert isinstance(said, str)
    assert said.replace("\u200b", "") == "x" * 100
    assert max(map(len, said.split("\u200b"))) <= 24


def test_short_words_are_left_alone() -> None:
    assert told("abc:abc, 甲乙丙")[0] == "abc:abc, 甲乙丙"


@given(st.text())
def test_what_is_printed_has_type_or_bears_the_mark(text: str) -> None:
    said, missing = told(text)
    assert set(str(said)) - {"\n", " ", "\u200b"} <= {chr(each) for each in KNOWN} | {MISSING}
    assert (MISSING in str(said)) == bool(missing or MISSING in text)
