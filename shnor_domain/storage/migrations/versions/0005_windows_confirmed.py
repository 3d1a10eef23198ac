"""How many windows of an item are confirmed, and by which version"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build."""
    op.add_column("plan_item", sa.Column("confirmed", sa.Integer(), server_default="0", nullable=False))
    op.add_column("evidence", sa.Column("covers", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_column("covers")
    with op.batch_alter_table("plan_item", schema=None) as batch_op:
        batch_op.drop_column("confirmed")
