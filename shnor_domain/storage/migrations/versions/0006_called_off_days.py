"""Days on which a municipality's schools are closed by an act («актированный день»)"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build."""
    op.create_table(
        "called_off_day",
        sa.Column("municipality_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("declared", sa.BigInteger(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.Column("undone", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("due >= day", name=op.f("ck_called_off_day_not_before")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_called_off_day_municipality_id_municipality")
        ),
        sa.PrimaryKeyConstraint("municipality_id", "day", name=op.f("pk_called_off_day")),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("called_off_day")
