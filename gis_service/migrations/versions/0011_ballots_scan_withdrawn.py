"""Ballots: the scan is an attached file; an entry for the wrong room can be withdrawn.

What was written in `scan` as words stays in the history of ballots.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("ballots", "scan", schema="onemap")
    op.add_column(
        "ballots", sa.Column("scan", sa.Text(collation="C"), nullable=True), schema="onemap"
    )
    op.create_index(op.f("ballots_scan_idx"), "ballots", ["scan"], schema="onemap")
    op.create_foreign_key(
        op.f("ballots_scan_fkey"),
        "ballots",
        "attachments",
        ["scan"],
        ["sha256"],
        source_schema="onemap",
        referent_schema="onemap",
    )
    op.add_column(
        "ballots",
        sa.Column("withdrawn", sa.Boolean(), nullable=False, server_default=sa.false()),
        schema="onemap",
    )
    op.alter_column("ballots", "withdrawn", server_default=None, schema="onemap")
