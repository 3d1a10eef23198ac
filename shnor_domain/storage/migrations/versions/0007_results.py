"""Results of schools by procedure and year, threshold profiles, clusters"""

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build."""


def downgrade() -> None:
    """Undo."""
