"""One-time codes as people read, type and scan them: twelve letters in three groups.

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


def digest(code: str) -> bytes:
    """Of what was typed, however it is spaced and cased."""
    plain = "".join(letter for letter in code.upper() if letter in _LETTERS)
    return sha256(f"code:{plain}".encode()).digest()
