"""People who wait for a seat, and the offers made to them"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _unique(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, unique=True, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def upgrade() -> None:
    """Build. Seats held for the queue count against the capacity like those that are taken."""
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("held", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("loose", sa.Integer(), server_default="0", nullable=False))
        batch_op.drop_constraint(batch_op.f("ck_session_seats"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_session_seats"), "taken >= 0 AND held >= 0 AND taken + held <= capacity"
        )

    op.create_table(
        "waiting",
        sa.Column("id", _ID, nullable=False),
        sa.Column("session_id", _ID, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("joined", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_waiting_session_id_session")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting")),
    )
    op.create_index(op.f("ix_waiting_session_id"), "waiting", ["session_id"])
    op.create_index(op.f("ix_waiting_person_id"), "waiting", ["person_id"])
    _unique("uq_waiting_live_person", "waiting", ["session_id", "person_id"], "state = 'waiting'")

    op.create_table(
        "held_seat",
        sa.Column("id", _ID, nullable=False),
        sa.Column("session_id", _ID, nullable=False),
        sa.Column("freed", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reserved_id", _ID, nullable=True),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_held_seat_session_id_session")),
        sa.ForeignKeyConstraint(["reserved_id"], ["waiting.id"], name=op.f("fk_held_seat_reserved_id_waiting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_seat")),
    )
    op.create_index(op.f("ix_held_seat_session_id"), "held_seat", ["session_id"])

    op.create_table(
        "seat_offer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("seat_id", _ID, nullable=False),
        sa.Column("waiting_id", _ID, nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["seat_id"], ["held_seat.id"], name=op.f("fk_seat_offer_seat_id_held_seat")),
        sa.ForeignKeyConstraint(["waiting_id"], ["waiting.id"], name=op.f("fk_seat_offer_waiting_id_waiting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_offer")),
    )
    op.create_index(op.f("ix_seat_offer_seat_id"), "seat_offer", ["seat_id"])
    op.create_index(op.f("ix_seat_offer_waiting_id"), "seat_offer", ["waiting_id"])
    _unique("uq_seat_offer_open_seat", "seat_offer", ["seat_id"], "state = 'open'")
    _unique("uq_seat_offer_open_waiting", "seat_offer", ["waiting_id"], "state = 'open'")
    _unique("uq_seat_offer_once", "seat_offer", ["seat_id", "waiting_id"], "state <> 'void'")

    op.create_table(
        "queue_look",
        sa.Column("id", _ID, nullable=False),
        sa.Column("session_id", _ID, nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_queue_look_session_id_session")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_look")),
    )
    op.create_index(op.f("ix_queue_look_session_id"), "queue_look", ["session_id"])
    op.create_index(op.f("ix_queue_look_due"), "queue_look", ["due"])

    op.create_table(
        "queue_pulse",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("back", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_pulse")),
    )


def downgrade() -> None:
    """Take back."""
    for table in ("queue_pulse", "queue_look", "seat_offer", "held_seat", "waiting"):
        op.drop_table(table)
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_session_seats"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_session_seats"), "taken BETWEEN 0 AND capacity")
        batch_op.drop_column("loose")
        batch_op.drop_column("held")
