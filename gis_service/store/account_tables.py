"""Accounts and what goes with them, in a schema that only the identity role may enter.

No secret lies here in the clear: passwords as argon2, sessions, tokens and openings as SHA-256 of
256 random bits, which nobody can guess back.
"""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    func,
    text,
)

from gis_service.store.tables import METADATA
from layers.core.access import Role

IDENTITY = "identity"
_MOMENT = DateTime(timezone=True)
_ROLES = ", ".join(f"'{role}'" for role in Role if role is not Role.PUBLIC)


def _account() -> Column[int]:
    return Column(
        "account",
        BigInteger,
        ForeignKey(f"{IDENTITY}.accounts.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    )


ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("full_name", Text, nullable=False, server_default=""),
    Column("role", Text, nullable=False),
    Column("areas", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("sites", ARRAY(BigInteger), nullable=False, server_default=text("'{}'")),
    # Absent where people sign in by an outside provider alone.
    Column("password", Text),
    # Who it is to the OpenID provider: its `sub`.
    Column("subject", Text, unique=True),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("created_at", _MOMENT, nullable=False, server_default=func.now()),
    CheckConstraint(f"role IN ({_ROLES})", name="role"),
    CheckConstraint("name = lower(name) AND char_length(name) BETWEEN 1 AND 80", name="name"),
    schema=IDENTITY,
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("hash", LargeBinary, primary_key=True),
    _account(),
    Column("began_at", _MOMENT, nullable=False, server_default=func.now()),
    Column("seen_at", _MOMENT, nullable=False, server_default=func.now()),
    schema=IDENTITY,
)

TOKENS = Table(
    "tokens",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    _account(),
    Column("name", Text, nullable=False),
    Column("created_at", _MOMENT, nullable=False, server_default=func.now()),
    Column("ends_at", _MOMENT, nullable=False),
    Column("seen_at", _MOMENT),
    schema=IDENTITY,
)

THROTTLES = Table(
    "throttles",
    METADATA,
    # `account:…` or `address:…`: what is counted, whether or not there is such an account.
    Column("key", Text, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("tried_at", _MOMENT, nullable=False),
    Column("free_at", _MOMENT, nullable=False),
    schema=IDENTITY,
)

OPENINGS = Table(
    "openings",
    METADATA,
    Column("hash", LargeBinary, primary_key=True),
    Column("nonce", Text, nullable=False),
    Column("verifier", Text, nullable=False),
    Column("next", Text, nullable=False),
    Column("began_at", _MOMENT, nullable=False, server_default=func.now()),
    schema=IDENTITY,
)
"""Sign-ins that people have begun at the OpenID provider and not yet come back from."""

ACCESSES = Table(
    "accesses",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("at", _MOMENT, nullable=False, server_default=func.clock_timestamp()),
    Column("actor", Text, nullable=False),
    Column("layer", Text, nullable=False),
    # Absent where a whole layer went out as a file.
    Column("features", ARRAY(BigInteger)),
    Index("accesses_actor_idx", "actor", "at"),
    schema=IDENTITY,
)
"""Who read rows with personal data, when and which; never what stood in them."""
