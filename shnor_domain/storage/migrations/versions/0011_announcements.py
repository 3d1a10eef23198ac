"""Announcements, whom they are for, and who has said «ознакомлен(а)»"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNSETTLED = sa.text("NOT settled")


def upgrade() -> None:
    """Build. Copies of one announcement are counted by state: the index of subjects carries it."""
    op.create_table(
        "announcement",
        sa.Column("id", ID, nullable=False),
        sa.Column("sender_id", ID, nullable=True),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("region_id", ID, nullable=True),
        sa.Column("municipality_id", ID, nullable=True),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("photo", sa.String(length=40), nullable=True),
        sa.Column("photo_name", sa.String(length=255), server_default=sa.text("''"), nullable=False),
        sa.Column("document", sa.String(length=40), nullable=True),
        sa.Column("document_name", sa.String(length=255), server_default=sa.text("''"), nullable=False),
        sa.Column("link_text", sa.String(length=60), nullable=True),
        sa.Column("link_url", sa.Text(), nullable=True),
        sa.Column("acknowledge", sa.Boolean(), nullable=False),
        sa.Column("book", sa.Boolean(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=True),
        sa.Column("starts_at", sa.BigInteger(), nullable=True),
        sa.Column("starts_day", sa.Date(), nullable=True),
        sa.Column("starts_hour", sa.Time(), nullable=True),
        sa.Column("urgent", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("why", sa.String(length=20), nullable=True),
        sa.Column("confirmed", sa.BigInteger(), nullable=False),
        sa.Column("begins", sa.BigInteger(), nullable=False),
        sa.Column("corrected", sa.BigInteger(), nullable=True),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.Column("reminds_id", ID, nullable=True),
        sa.Column("last_place", ID, nullable=False),
        sa.Column("last_pair", ID, nullable=False),
        sa.Column("laid_to", ID, server_default=sa.text("0"), nullable=True),
        sa.Column("corrected_to", ID, nullable=True),
        sa.Column("asleep", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("settled", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("(starts_day IS NULL) = (starts_hour IS NULL)", name=op.f("ck_announcement_wall_whole")),
        sa.CheckConstraint("(link_text IS NULL) = (link_url IS NULL)", name=op.f("ck_announcement_link_whole")),
        sa.ForeignKeyConstraint(
            ["sender_id"], ["person.id"], name=op.f("fk_announcement_sender_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["reminds_id"],
            ["announcement.id"],
            name=op.f("fk_announcement_reminds_id_announcement"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_announcement_sender_id"), "announcement", ["sender_id"])
    op.create_index(op.f("ix_announcement_reminds_id"), "announcement", ["reminds_id"])
    op.create_index(
        "ix_announcement_unsettled", "announcement", ["id"], sqlite_where=UNSETTLED, postgresql_where=UNSETTLED
    )
    op.create_index("ix_announcement_digest", "announcement", ["digest", "confirmed"])
    op.create_index("ix_announcement_where", "announcement", ["region_id", "municipality_id"])
    op.create_table(
        "announcement_recipient",
        sa.Column("id", ID, nullable=False),
        sa.Column("announcement_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("region_id", ID, nullable=True),
        sa.Column("municipality_id", ID, nullable=True),
        sa.Column("school_id", ID, nullable=True),
        sa.Column("acknowledged", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcement.id"],
            name=op.f("fk_announcement_recipient_announcement_id_announcement"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_announcement_recipient_person_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement_recipient")),
        sa.UniqueConstraint("announcement_id", "person_id", name="uq_announcement_recipient_person"),
    )
    op.create_index(op.f("ix_announcement_recipient_person_id"), "announcement_recipient", ["person_id"])
    op.drop_index(op.f("ix_notification_subject"), table_name="notification")
    op.create_index("ix_notification_subject", "notification", ["subject", "state"])


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_notification_subject", table_name="notification")
    op.create_index(op.f("ix_notification_subject"), "notification", ["subject"])
    op.drop_table("announcement_recipient")
    op.drop_table("announcement")
