"""When a copy became what it is, what files hold, and announcements whose words were erased"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build. Of what ended before nobody knows when."""
    op.add_column("notification", sa.Column("marked_at", sa.BigInteger(), nullable=True))
    op.add_column("announcement", sa.Column("photo_digest", sa.String(length=64), nullable=True))
    op.add_column("announcement", sa.Column("document_digest", sa.String(length=64), nullable=True))
    op.add_column("announcement", sa.Column("erased", sa.BigInteger(), nullable=True))
    op.add_column("announcement_recipient", sa.Column("outcome_at", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """Take back."""
    op.drop_column("announcement_recipient", "outcome_at")
    op.drop_column("announcement", "erased")
    op.drop_column("announcement", "document_digest")
    op.drop_column("announcement", "photo_digest")
    op.drop_column("notification", "marked_at")
