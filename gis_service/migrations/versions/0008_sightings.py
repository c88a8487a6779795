"""Sightings: what passers-by say of a closure"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sighting_keys",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "key",
            sa.Text(),
            server_default=sa.text("gen_random_uuid()::text || gen_random_uuid()::text"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("day", name=op.f("sighting_keys_pkey")),
        schema="onemap",
    )
    op.create_table(
        "sightings",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("perimeter", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.Text(collation="C"), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("voice", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
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
        sa.CheckConstraint("seen IN ('still_there', 'gone')", name=op.f("sightings_seen_1_check")),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("sightings_visibility_check")
        ),
        sa.ForeignKeyConstraint(
            ["perimeter"], ["onemap.warning_perimeters.id"], name=op.f("sightings_perimeter_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("sightings_pkey")),
        sa.UniqueConstraint(
            "perimeter", "seen", "voice", name=op.f("sightings_perimeter_seen_voice_key")
        ),
        schema="onemap",
    )
    op.create_index(
        op.f("sightings_perimeter_idx"), "sightings", ["perimeter"], unique=False, schema="onemap"
    )
