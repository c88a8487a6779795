"""Reports: a photo, and the wish not to be shown; postings: photos of the sheet put up"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ("photo", "kept_photo"):
        op.add_column(
            "reports", sa.Column(column, sa.Text(collation="C"), nullable=True), schema="onemap"
        )
        op.create_index(op.f(f"reports_{column}_idx"), "reports", [column], schema="onemap")
        op.create_foreign_key(
            op.f(f"reports_{column}_fkey"),
            "reports",
            "attachments",
            [column],
            ["sha256"],
            source_schema="onemap",
            referent_schema="onemap",
        )
    op.add_column(
        "reports",
        sa.Column("private", sa.Boolean(), nullable=False, server_default=sa.false()),
        schema="onemap",
    )
    op.alter_column("reports", "private", server_default=None, schema="onemap")
    op.create_table(
        "postings",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("publicity", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Text(collation="C"), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("photo", sa.Text(collation="C"), nullable=True),
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
            "visibility IN ('draft', 'published')", name=op.f("postings_visibility_check")
        ),
        sa.ForeignKeyConstraint(
            ["publicity"], ["onemap.publicity.id"], name=op.f("postings_publicity_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["photo"], ["onemap.attachments.sha256"], name=op.f("postings_photo_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("postings_pkey")),
        schema="onemap",
    )
    for column in ("publicity", "photo"):
        op.create_index(op.f(f"postings_{column}_idx"), "postings", [column], schema="onemap")
