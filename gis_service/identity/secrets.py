"""Secrets that are handed out once and kept as a hash."""

from hashlib import sha256
from secrets import token_urlsafe

_BYTES = 32


def new() -> str:
    """256 random bits: no hash of them needs salt or slowness."""
    return token_urlsafe(_BYTES)


def digest(secret: str) -> bytes:
    return sha256(secret.encode()).digest()
