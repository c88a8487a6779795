"""Weight sets and scenarios: what planners save, and what came of it.

Neither is a layer: they have no place of their own, nothing hangs on them, and the public never
sees them. An adopted scenario is fixed by a trigger, its rows from the moment they are written.
"""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    Double,
    ForeignKey,
    Identity,
    Integer,
    Table,
    Text,
    func,
)
from sqlalchemy.dialects.postgresql import JSONB

from gis_service.store.columns import SCHEMA
from gis_service.store.tables import METADATA
from layers.planning.scenarios import Standing

_MOMENT = DateTime(timezone=True)


def _author() -> tuple[Column[str], Column[list[str]]]:
    """Who saved it, and for which areas: those in the author's scope at the time."""
    return Column("author", Text, nullable=False), Column("areas", ARRAY(Text), nullable=False)


WEIGHT_SETS = Table(
    "weight_sets",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("weights", JSONB, nullable=False),
    *_author(),
    Column("made_at", _MOMENT, nullable=False, server_default=func.now()),
    Column("changed_at", _MOMENT, nullable=False, server_default=func.now()),
)

SCENARIOS = Table(
    "scenarios",
    METADATA,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("name", Text, nullable=False),
    Column("remark", Text, nullable=False),
    *_author(),
    Column("made_at", _MOMENT, nullable=False, server_default=func.now()),
    Column("year", Integer, nullable=False),
    # What was asked, as the API takes it, and the weights it came to.
    Column("question", JSONB, nullable=False),
    Column("weights", JSONB, nullable=False),
    Column("weight_set", Text),
    Column("data_date", _MOMENT),
    # SHA-256 of all that the choice was made from.
    Column("digest", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("gap", Double, nullable=False),
    Column("objective", Double, nullable=False),
    Column("cost_fen", BigInteger, nullable=False),
    Column("chosen", Integer, nullable=False),
    Column("candidates", Integer, nullable=False),
    Column("adopted_at", _MOMENT),
    Column("adopted_by", Text),
    # Who was planned, who was already, and who was refused, with every reason.
    Column("outcome", JSONB),
    CheckConstraint("num_nonnulls(adopted_at, adopted_by, outcome) IN (0, 3)", name="adopted"),
)

ROWS = Table(
    "scenario_rows",
    METADATA,
    Column(
        "scenario",
        BigInteger,
        ForeignKey(f"{SCHEMA}.scenarios.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    # No reference: what was chosen from stays told, also of a community that is no more.
    Column("community", BigInteger, primary_key=True, index=True),
    Column("standing", Text, nullable=False),
    Column("score", Double, nullable=False),
    Column("county", Text, nullable=False),
    Column("households", Integer),
    Column("cost_fen", BigInteger),
    Column("profitable_fen", BigInteger, nullable=False),
    # In the order of the criteria; NULL is unknown.
    Column("measures", ARRAY(Double), nullable=False),
    Column("place", ARRAY(Double)),
    CheckConstraint(
        f"standing IN ({', '.join(repr(each.value) for each in Standing)})", name="standing"
    ),
)
