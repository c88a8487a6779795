"""The pure parts: areas, pauses, passwords."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gis_service.errors import Invalid
from gis_service.identity import passwords
from gis_service.identity.areas import area
from gis_service.identity.throttling import FREE_TRIES, LONGEST_S, pause


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("36", "36"),
        ("360000", "36"),
        ("3609", "3609"),
        ("360900", "3609"),
        ("3610", "3610"),
        ("361000", "3610"),
        ("360923", "360923"),
        ("360923000000", "360923"),
        ("360923001", "360923001"),
        ("360923001000", "360923001"),
        ("", ""),
        (" 36 ", "36"),
        ("3", None),
        ("360", None),
        ("36092", None),
        ("36092300", None),
        ("360923001001", None),
        ("06", None),
        ("36092x", None),
        ("%", None),
        ("3609%", None),
        ("３６", None),
    ],
)
def test_areas_are_codes_without_padding(written: str, code: str | None) -> None:
    assert area(written) == code


@given(st.text())
def test_an_area_is_a_code_or_none(written: str) -> None:
    found = area(written)
    assert found is None or found == "" or (found.isascii() and len(found) in (2, 4, 6, 9))


@given(st.integers(min_value=0, max_value=10**6))
def test_pauses_grow_and_end(tries: int) -> None:
    now, later = pause(tries, FREE_TRIES), pause(tries + 1, FREE_TRIES)
    assert timedelta(0) <= now <= later <= timedelta(seconds=LONGEST_S)
    assert (now > timedelta(0)) is (tries > FREE_TRIES)


def test_passwords() -> None:
    password = passwords.made()
    hash_ = passwords.kept(password, "someone")
    assert password not in hash_
    assert hash_.startswith("$argon2id$")
    assert passwords.fits(password, hash_)
    assert not passwords.fits(password + "x", hash_)
    assert not passwords.fits(password, None)
    assert not passwords.fits("no account has this password", None)
    assert passwords.made() != password


@pytest.mark.parametrize(
    "weak", ["", "short", "planner-planner-planner", "aaaaaaaaaaaa", "x" * 300]
)
def test_weak_passwords_are_refused(weak: str) -> None:
    with pytest.raises(Invalid):
        passwords.kept(weak, "planner")
