"""Answers to be given again are kept whole"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(sa.text("DELETE FROM onemap.answers WHERE headers IS NULL"))
    for name in ("status", "headers", "body"):
        op.alter_column("answers", name, nullable=False, schema="onemap")
