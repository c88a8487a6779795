"""Files of the evidence behind organisations, votes, checks and acceptances"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_FILES = (
    ("acceptances", "evidence_file"),
    ("decisions", "evidence_file"),
    ("inspections", "photo"),
    ("owner_organisations", "formed_file"),
    ("owner_organisations", "decided_file"),
)


def upgrade() -> None:
    for table, column in _FILES:
        op.add_column(
            table, sa.Column(column, sa.Text(collation="C"), nullable=True), schema="onemap"
        )
        op.create_index(op.f(f"{table}_{column}_idx"), table, [column], schema="onemap")
        op.create_foreign_key(
            op.f(f"{table}_{column}_fkey"),
            table,
            "attachments",
            [column],
            ["sha256"],
            source_schema="onemap",
            referent_schema="onemap",
        )
