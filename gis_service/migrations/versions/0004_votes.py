"""Votes: owner keys, corrections, closing, one-time codes"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _add_text(table: str, name: str) -> None:
    column = sa.Column(name, sa.Text(collation="C"), nullable=False, server_default="")
    op.add_column(table, column, schema="onemap")
    op.alter_column(table, name, server_default=None, schema="onemap")


def upgrade() -> None:
    _add_text("households", "owner_key")
    _add_text("ballots", "reason")
    _add_text("decisions", "closed_by")
    _add_text("decisions", "reversal_reason")
    op.add_column(
        "decisions",
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        schema="onemap",
    )
    op.add_column(
        "decisions",
        sa.Column("ballots_sha256", sa.Text(collation="C"), nullable=True),
        schema="onemap",
    )
    op.add_column(
        "ballots",
        sa.Column("correction", sa.BigInteger(), nullable=False, server_default="0"),
        schema="onemap",
    )
    op.alter_column("ballots", "correction", server_default=None, schema="onemap")
    for number, check in ((1, "correction >= 0"), (2, "correction <= 1000000")):
        op.create_check_constraint(
            op.f(f"ballots_correction_{number}_check"), "ballots", check, schema="onemap"
        )
    op.drop_constraint(
        op.f("ballots_decision_household_key"), "ballots", schema="onemap", type_="unique"
    )
    op.create_unique_constraint(
        op.f("ballots_decision_household_correction_key"),
        "ballots",
        ["decision", "household", "correction"],
        schema="onemap",
    )
    op.create_table(
        "codes",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("decision", sa.BigInteger(), nullable=True),
        sa.Column("community", sa.BigInteger(), nullable=True),
        sa.Column("household", sa.BigInteger(), nullable=False),
        sa.Column(
            "issued_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("used", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("(community IS NULL) = (ends IS NULL)", name=op.f("codes_ends_check")),
        sa.CheckConstraint(
            "num_nonnulls(decision, community) = 1", name=op.f("codes_purpose_check")
        ),
        *(
            sa.ForeignKeyConstraint(
                [name],
                [f"onemap.{layer}.id"],
                name=op.f(f"codes_{name}_fkey"),
                ondelete="CASCADE",
            )
            for name, layer in (
                ("decision", "decisions"),
                ("community", "communities"),
                ("household", "households"),
            )
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("codes_pkey")),
        sa.UniqueConstraint("community", "household", name=op.f("codes_community_household_key")),
        sa.UniqueConstraint("decision", "household", name=op.f("codes_decision_household_key")),
        schema="onemap",
    )
    for name in ("decision", "community", "household"):
        op.create_index(op.f(f"codes_{name}_idx"), "codes", [name], schema="onemap")
