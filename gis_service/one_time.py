"""Codes as people read, type and scan them: twelve letters in three groups.

By one a household votes, or a resident follows what they reported.

Letters and digits that are mistaken for each other are left out, which leaves 58 random bits: a
guesser who is slowed down never meets one.
"""

from hashlib import sha256
from secrets import choice

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS, _OF = 3, 4


def new() -> str:
    """For example `K7QF-2M9X-HT4P`."""
    return "-".join("".join(choice(_LETTERS) for _ in range(_OF)) for _ in range(_GROUPS))


def plain(code: str) -> str:
    """What was told, however it was typed: spaced, cased, with or without dashes."""
    return "".join(letter for letter in code.upper() if letter in _LETTERS)


def digest(code: str) -> bytes:
    return sha256(f"code:{plain(code)}".encode()).digest()
