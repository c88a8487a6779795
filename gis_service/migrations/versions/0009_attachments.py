"""Attached files, and the photo of a perimeter's sign"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("sha256", sa.Text(collation="C"), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("thumbnail", sa.LargeBinary(), nullable=True),
        sa.Column("sent_by", sa.Text(), nullable=False),
        sa.Column(
            "sent_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.PrimaryKeyConstraint("sha256", name=op.f("attachments_pkey")),
        schema="onemap",
    )
    op.create_index("attachments_sent_idx", "attachments", ["sent_by", "sent_at"], schema="onemap")
    op.add_column(
        "warning_perimeters",
        sa.Column("sign_photo", sa.Text(collation="C"), nullable=True),
        schema="onemap",
    )
    op.create_index(
        op.f("warning_perimeters_sign_photo_idx"),
        "warning_perimeters",
        ["sign_photo"],
        schema="onemap",
    )
    op.create_foreign_key(
        op.f("warning_perimeters_sign_photo_fkey"),
        "warning_perimeters",
        "attachments",
        ["sign_photo"],
        ["sha256"],
        source_schema="onemap",
        referent_schema="onemap",
    )
