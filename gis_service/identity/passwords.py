"""Passwords: how they are kept, tried in constant time, and when one is too weak to be kept."""

from secrets import choice

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from gis_service.errors import Invalid
from layers.core.rules import Problem
from layers.core.text import Text

SHORTEST, LONGEST = 10, 200
_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that people mistake for each other when they type from paper."""

_ARGON2 = PasswordHash((Argon2Hasher(),))
_NOBODYS = _ARGON2.hash("no account has this password")


def made(length: int = 16) -> str:
    """A random password, 93 bits at 16 letters."""
    return "".join(choice(_LETTERS) for _ in range(length))


def kept(password: str, name: str) -> str:
    """The hash of a password for the account of that name. Raises Invalid when it is weak."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise _weak(
            Text(
                f"密码应有 {SHORTEST}–{LONGEST} 个字符。",
                f"A password has {SHORTEST} to {LONGEST} characters.",
            )
        )
    if name in password.lower() or len(set(password)) < SHORTEST // 2:
        raise _weak(Text("密码过于简单。", "The password is too simple."))
    return _ARGON2.hash(password)


def fits(password: str, hash_: str | None) -> bool:
    """Whether it is the password. Takes as long when there is none to compare with."""
    right = _ARGON2.verify(password[: LONGEST + 1], hash_ or _NOBODYS)
    return right and hash_ is not None


def _weak(message: Text) -> Invalid:
    return Invalid([Problem("password.weak", message, "password")])
