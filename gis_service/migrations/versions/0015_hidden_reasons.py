"""Comments and reports: why one that was looked at is not shown"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("comments", "reports"):
        op.add_column(
            table,
            sa.Column("hidden_reason", sa.Text(collation="C"), nullable=False, server_default=""),
            schema="onemap",
        )
        op.alter_column(table, "hidden_reason", server_default=None, schema="onemap")
