"""Weight sets and scenarios"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "weight_sets",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("weights", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("areas", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column(
            "made_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.Column(
            "changed_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("weight_sets_pkey")),
        sa.UniqueConstraint("name", name=op.f("weight_sets_name_key")),
        schema="onemap",
    )
    op.create_table(
        "scenarios",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("areas", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column(
            "made_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("question", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("weights", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("weight_set", sa.Text(), nullable=True),
        sa.Column("data_date", sa.DateTime(timezone=True), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("gap", sa.Double(), nullable=False),
        sa.Column("objective", sa.Double(), nullable=False),
        sa.Column("cost_fen", sa.BigInteger(), nullable=False),
        sa.Column("chosen", sa.Integer(), nullable=False),
        sa.Column("candidates", sa.Integer(), nullable=False),
        sa.Column("adopted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("adopted_by", sa.Text(), nullable=True),
        sa.Column("outcome", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.CheckConstraint(
            "num_nonnulls(adopted_at, adopted_by, outcome) IN (0, 3)",
            name=op.f("scenarios_adopted_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("scenarios_pkey")),
        schema="onemap",
    )
    op.create_table(
        "scenario_rows",
        sa.Column("scenario", sa.BigInteger(), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("county", sa.Text(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=True),
        sa.Column("cost_fen", sa.BigInteger(), nullable=True),
        sa.Column("profitable_fen", sa.BigInteger(), nullable=False),
        sa.Column("measures", sa.ARRAY(sa.Double()), nullable=False),
        sa.Column("place", sa.ARRAY(sa.Double()), nullable=True),
        sa.CheckConstraint(
            "standing IN ('chosen', 'locked_in', 'not_chosen', 'locked_out', 'not_eligible', "
            "'cost_unknown')",
            name=op.f("scenario_rows_standing_check"),
        ),
        sa.ForeignKeyConstraint(
            ["scenario"],
            ["onemap.scenarios.id"],
            name=op.f("scenario_rows_scenario_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("scenario", "community", name=op.f("scenario_rows_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("scenario_rows_community_idx"), "scenario_rows", ["community"], schema="onemap"
    )
