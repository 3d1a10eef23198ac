"""Days on which a municipality's schools are closed by an act («актированный день»)"""

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build."""


def downgrade() -> None:
    """Undo."""
