"""Announcements take turns in the mailings' line"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build."""
    waiting = sa.text("mailing AND wake IS NOT NULL")
    op.create_index(
        "ix_notification_mailing",
        "notification",
        ["subject", "wake", "id"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_notification_mailing", table_name="notification")
