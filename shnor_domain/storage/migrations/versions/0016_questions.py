"""Questions without a meeting"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OPEN = sa.text("state = 'open'")


def _nobody_left(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], ["person.id"], name=op.f(f"fk_{table}_{column}_person"), ondelete="SET NULL"
    )


def upgrade() -> None:
    """Build."""
    op.create_table(
        "question",
        sa.Column("id", _ID, nullable=False),
        sa.Column("asker_id", _ID),
        sa.Column("region_id", _ID, nullable=False),
        sa.Column("municipality_id", _ID, nullable=False),
        sa.Column("school_id", _ID, nullable=False),
        sa.Column("matter", sa.String(length=10), nullable=False),
        sa.Column("subject", sa.String(length=40)),
        sa.Column("booking_id", _ID),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("turned", sa.BigInteger(), nullable=False),
        sa.Column("first_due", sa.BigInteger(), nullable=False),
        sa.Column("first_answer", sa.BigInteger()),
        sa.Column("first_by", _ID),
        sa.Column("closed", sa.BigInteger()),
        sa.Column("holder_id", _ID),
        sa.Column("due", sa.BigInteger()),
        sa.Column("rounds", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("first_to", _ID),
        sa.Column("opens", sa.BigInteger()),
        sa.CheckConstraint("(matter = 'subject') = (subject IS NOT NULL)", name=op.f("ck_question_subject_of_matter")),
        *(_nobody_left("question", column) for column in ("asker_id", "first_by", "holder_id", "first_to")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("booking_id", name=op.f("uq_question_booking_id")),
        sqlite_autoincrement=True,
    )
    for column in ("asker_id", "first_by", "holder_id", "first_to", "turned"):
        op.create_index(op.f(f"ix_question_{column}"), "question", [column], unique=False)
    op.create_index(
        "ix_question_open", "question", ["region_id", "municipality_id"], sqlite_where=_OPEN, postgresql_where=_OPEN
    )
    op.create_index("ix_question_asked", "question", ["region_id", "asked"])
    op.create_table(
        "question_turn",
        sa.Column("id", _ID, nullable=False),
        sa.Column("question_id", _ID, nullable=False),
        sa.Column("author_id", _ID),
        sa.Column("answer", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_turn_question_id_question"), ondelete="CASCADE"
        ),
        _nobody_left("question_turn", "author_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_turn")),
        sqlite_autoincrement=True,
    )
    for column in ("question_id", "author_id", "at"):
        op.create_index(op.f(f"ix_question_turn_{column}"), "question_turn", [column], unique=False)
    op.create_table(
        "question_file",
        sa.Column("id", _ID, nullable=False),
        sa.Column("turn_id", _ID, nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.ForeignKeyConstraint(
            ["turn_id"], ["question_turn.id"], name=op.f("fk_question_file_turn_id_question_turn"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_file")),
        sqlite_autoincrement=True,
    )
    for column in ("turn_id", "key"):
        op.create_index(op.f(f"ix_question_file_{column}"), "question_file", [column], unique=False)


def downgrade() -> None:
    """Undo."""
    op.drop_table("question_file")
    op.drop_table("question_turn")
    op.drop_table("question")
