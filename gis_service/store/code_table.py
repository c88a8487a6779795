"""One-time codes on printed notices: by one a household votes once, or answers one survey.

Only a code's SHA-256 is kept. Which household answered a survey is not kept at all, and `used`
bears no time by which one could tell.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    LargeBinary,
    Table,
    UniqueConstraint,
    func,
    text,
)

from gis_service.store.columns import SCHEMA
from gis_service.store.tables import METADATA
from layers import communities
from layers.core.layer import Layer
from layers.ledgers import decisions, households


def _of(name: str, layer: Layer, *, nullable: bool = True) -> Column[int]:
    key = ForeignKey(f"{SCHEMA}.{layer.name}.id", ondelete="CASCADE")
    return Column(name, BigInteger, key, nullable=nullable, index=True)


CODES = Table(
    "codes",
    METADATA,
    Column("hash", LargeBinary, primary_key=True),
    # Of which vote, or of which community's survey.
    _of("decision", decisions.LAYER),
    _of("community", communities.LAYER),
    _of("household", households.LAYER, nullable=False),
    Column("issued_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    # The last day of a survey; that of a vote is the vote's own.
    Column("ends", Date),
    Column("used", Boolean, nullable=False, server_default=text("false")),
    CheckConstraint("num_nonnulls(decision, community) = 1", name="purpose"),
    CheckConstraint("(community IS NULL) = (ends IS NULL)", name="ends"),
    UniqueConstraint("decision", "household"),
    UniqueConstraint("community", "household"),
)
