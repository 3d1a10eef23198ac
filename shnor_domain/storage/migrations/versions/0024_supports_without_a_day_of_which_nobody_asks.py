"""Supports without a day of which nobody asks"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The column itself goes, in SQLite too: a rebuilt table would lose its checks. No row ever had a value in it."""
    op.drop_column("request_support", "seen")


def downgrade() -> None:
    """Take back."""
    op.add_column("request_support", sa.Column("seen", sa.BigInteger(), nullable=True))
