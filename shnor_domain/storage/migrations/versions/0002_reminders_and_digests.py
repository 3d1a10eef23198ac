"""Reminders that are not made up for, evenings before a night, and the hour of the digest"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build."""
    op.add_column("notification", sa.Column("since", sa.BigInteger(), nullable=True))
    op.add_column("notification", sa.Column("evening", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("preferences", sa.Column("digest_at", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take back."""
    op.drop_column("preferences", "digest_at")
    op.drop_column("notification", "evening")
    op.drop_column("notification", "since")
