"""Reports: tracking code, reopening"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in (
        sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reopen_reason", sa.Text(collation="C"), nullable=False, server_default=""),
        sa.Column("code_sha256", sa.Text(collation="C"), nullable=True),
    ):
        op.add_column("reports", column, schema="onemap")
    op.alter_column("reports", "reopen_reason", server_default=None, schema="onemap")
    op.create_unique_constraint(
        op.f("reports_code_sha256_key"), "reports", ["code_sha256"], schema="onemap"
    )
    op.create_check_constraint(
        op.f("reports_code_sha256_1_check"),
        "reports",
        "char_length(code_sha256) <= 200",
        schema="onemap",
    )
