"""Wishes, designers' visits, survey rounds, practices; what becomes of remarks; lapses"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_MOST = 1_000_000


def upgrade() -> None:
    _ledgers()
    _answers_to_remarks()
    _figures()


def _answers_to_remarks() -> None:
    for column in (
        sa.Column("outcome", sa.Text(collation="C"), nullable=True),
        sa.Column("answer", sa.Text(collation="C"), nullable=False, server_default=""),
        sa.Column("answered_on", sa.Date(), nullable=True),
    ):
        op.add_column("surveys", column, schema="onemap")
    op.alter_column("surveys", "answer", server_default=None, schema="onemap")
    op.create_check_constraint(
        op.f("surveys_outcome_1_check"),
        "surveys",
        "outcome IN ('adopted', 'not_adopted')",
        schema="onemap",
    )


def _figures() -> None:
    """They are added up anew once the functions that do so stand."""
    counts = ("survey_asked", "survey_remarks", "remarks_adopted", "remarks_not_adopted")
    for name in counts:
        _figure(name, sa.BigInteger(), f"{name} >= 0", f"{name} <= {_MOST}")
    _figure("response_share", sa.Double(), "response_share >= 0", "response_share <= 1")
    _figure("lapsed_from", sa.Date())


def _figure(name: str, kind: sa.types.TypeEngine[Any], *checks: str) -> None:
    op.add_column("communities_derived", sa.Column(name, kind, nullable=True), schema="onemap")
    for number, check in enumerate(checks, start=1):
        op.create_check_constraint(
            op.f(f"communities_derived_{name}_{number}_check"),
            "communities_derived",
            check,
            schema="onemap",
        )


def _ledgers() -> None:
    op.create_table(
        "design_visits",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("profession", sa.Text(collation="C"), nullable=False),
        sa.Column("firm", sa.Text(collation="C"), nullable=False),
        sa.Column("place", sa.Text(collation="C"), nullable=False),
        sa.Column("residents", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "profession IN ('architect', 'landscape', 'structural', 'services', 'cost')",
            name=op.f("design_visits_profession_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("design_visits_visibility_check")
        ),
        sa.CheckConstraint("residents <= 1000000", name=op.f("design_visits_residents_2_check")),
        sa.CheckConstraint("residents >= 0", name=op.f("design_visits_residents_1_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("design_visits_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("design_visits_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("design_visits_community_idx"),
        "design_visits",
        ["community"],
        unique=False,
        schema="onemap",
    )
    op.create_table(
        "practices",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(collation="C"), nullable=False),
        sa.Column("origin", sa.Text(collation="C"), nullable=False),
        sa.Column("link", sa.Text(collation="C"), nullable=False),
        sa.Column("learned", sa.Text(collation="C"), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("result", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("practices_visibility_check")
        ),
        sa.CheckConstraint("char_length(link) <= 500", name=op.f("practices_link_1_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("practices_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("practices_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("practices_community_idx"), "practices", ["community"], unique=False, schema="onemap"
    )
    op.create_table(
        "survey_rounds",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.Text(collation="C"), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("households_asked", sa.BigInteger(), nullable=False),
        sa.Column("conducted_by", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "channel IN ('form', 'visit', 'telephone', 'third_party')",
            name=op.f("survey_rounds_channel_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("survey_rounds_visibility_check")
        ),
        sa.CheckConstraint(
            "households_asked <= 1000000", name=op.f("survey_rounds_households_asked_2_check")
        ),
        sa.CheckConstraint(
            "households_asked >= 1", name=op.f("survey_rounds_households_asked_1_check")
        ),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("survey_rounds_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("survey_rounds_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("survey_rounds_community_idx"),
        "survey_rounds",
        ["community"],
        unique=False,
        schema="onemap",
    )
    op.create_table(
        "wishes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("category", sa.Text(collation="C"), nullable=False),
        sa.Column("channel", sa.Text(collation="C"), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("households_asked", sa.BigInteger(), nullable=False),
        sa.Column("households_wanting", sa.BigInteger(), nullable=False),
        sa.Column("evidence", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "category IN ('water', 'drainage', 'power', 'weak_current', 'roads', 'gas', 'heat', 'fire', 'security', 'waste', 'roof', 'facade', 'windows', 'stairs', 'illegal_structures', 'greening', 'lighting', 'age_friendly', 'barrier_free', 'parking', 'charging', 'parcels', 'culture', 'property_office', 'energy', 'lifts', 'community_service', 'health', 'kindergarten', 'elderly_care', 'childcare', 'meals', 'market')",
            name=op.f("wishes_category_1_check"),
        ),
        sa.CheckConstraint(
            "channel IN ('visit', 'meeting', 'form', 'online')", name=op.f("wishes_channel_1_check")
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("wishes_visibility_check")
        ),
        sa.CheckConstraint(
            "households_asked <= 1000000", name=op.f("wishes_households_asked_2_check")
        ),
        sa.CheckConstraint("households_asked >= 0", name=op.f("wishes_households_asked_1_check")),
        sa.CheckConstraint(
            "households_wanting <= 1000000", name=op.f("wishes_households_wanting_2_check")
        ),
        sa.CheckConstraint(
            "households_wanting >= 0", name=op.f("wishes_households_wanting_1_check")
        ),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("wishes_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("wishes_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("wishes_community_idx"), "wishes", ["community"], unique=False, schema="onemap"
    )
