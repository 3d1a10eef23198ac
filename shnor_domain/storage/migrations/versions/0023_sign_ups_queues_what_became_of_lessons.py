"""Sign ups, queues and what became of lessons"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Build."""
    op.create_table(
        "certificate_count",
        sa.Column("region_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("region_id", "year", name=op.f("pk_certificate_count")),
    )
    op.create_table(
        "certificate",
        sa.Column("id", _ID, nullable=False),
        sa.Column("region_id", sa.BigInteger(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_id", _ID, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("issued", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("why", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_certificate_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("region_id", "year", "number", name="uq_certificate_number"),
    )
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_certificate_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_certificate_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_certificate_valid",
            ["event_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("state = 'valid'"),
            postgresql_where=sa.text("state = 'valid'"),
        )

    op.create_table(
        "event_queue_look",
        sa.Column("id", _ID, nullable=False),
        sa.Column("event_id", _ID, nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_queue_look_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_queue_look")),
    )
    with op.batch_alter_table("event_queue_look", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_queue_look_due"), ["due"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_queue_look_event_id"), ["event_id"], unique=False)

    op.create_table(
        "event_school",
        sa.Column("event_id", _ID, nullable=False),
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("taken", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("quota", sa.Integer(), nullable=True),
        sa.CheckConstraint("taken >= 0 AND (quota IS NULL OR taken <= quota)", name=op.f("ck_event_school_quota")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_school_event_id_event")),
        sa.PrimaryKeyConstraint("event_id", "school_id", name=op.f("pk_event_school")),
    )
    op.create_table(
        "event_signup",
        sa.Column("id", _ID, nullable=False),
        sa.Column("event_id", _ID, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("school_id", sa.BigInteger(), nullable=True),
        sa.Column("municipality_id", sa.BigInteger(), nullable=True),
        sa.Column("sits", sa.String(length=8), nullable=False),
        sa.Column("heads", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.String(length=12), nullable=True),
        sa.Column("by_id", sa.BigInteger(), nullable=True),
        sa.Column("by_role", sa.String(length=30), nullable=True),
        sa.CheckConstraint(
            "sits = 'self' OR (person_id IS NULL AND school_id IS NOT NULL)", name=op.f("ck_event_signup_who")
        ),
        sa.CheckConstraint("heads >= 1", name=op.f("ck_event_signup_heads")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_signup_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_signup")),
    )
    with op.batch_alter_table("event_signup", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_signup_by_id"), ["by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_signup_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_signup_municipality_id"), ["municipality_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_signup_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_signup_school_id"), ["school_id"], unique=False)
        batch_op.create_index(
            "uq_event_signup_live_person",
            ["event_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("state = 'live' AND sits = 'self'"),
            postgresql_where=sa.text("state = 'live' AND sits = 'self'"),
        )
        batch_op.create_index(
            "uq_event_signup_live_school",
            ["event_id", "school_id"],
            unique=True,
            sqlite_where=sa.text("state = 'live' AND sits = 'kept'"),
            postgresql_where=sa.text("state = 'live' AND sits = 'kept'"),
        )

    op.create_table(
        "event_waiting",
        sa.Column("id", _ID, nullable=False),
        sa.Column("event_id", _ID, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("school_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("joined", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_waiting_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_waiting")),
    )
    with op.batch_alter_table("event_waiting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_waiting_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_waiting_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_event_waiting_live_person",
            ["event_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "code_try",
        sa.Column("lesson_id", _ID, nullable=False),
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_code_try_lesson_id_lesson")),
        sa.PrimaryKeyConstraint("lesson_id", "person_id", name=op.f("pk_code_try")),
    )
    op.create_table(
        "event_held_seat",
        sa.Column("id", _ID, nullable=False),
        sa.Column("event_id", _ID, nullable=False),
        sa.Column("freed", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reserved_id", _ID, nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_held_seat_event_id_event")),
        sa.ForeignKeyConstraint(
            ["reserved_id"], ["event_waiting.id"], name=op.f("fk_event_held_seat_reserved_id_event_waiting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_held_seat")),
    )
    with op.batch_alter_table("event_held_seat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_held_seat_event_id"), ["event_id"], unique=False)

    op.create_table(
        "event_material",
        sa.Column("id", _ID, nullable=False),
        sa.Column("event_id", _ID, nullable=False),
        sa.Column("lesson_id", _ID, nullable=True),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("file_key", sa.String(length=40), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("recording", sa.Boolean(), nullable=False),
        sa.Column("added", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("(link IS NULL) <> (file_key IS NULL)", name=op.f("ck_event_material_one")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_material_event_id_event")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_event_material_lesson_id_lesson")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_material")),
    )
    with op.batch_alter_table("event_material", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_material_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_material_event_id"), ["event_id"], unique=False)

    op.create_table(
        "event_rating",
        sa.Column("signup_id", _ID, autoincrement=False, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("given", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name=op.f("ck_event_rating_score")),
        sa.ForeignKeyConstraint(
            ["signup_id"], ["event_signup.id"], name=op.f("fk_event_rating_signup_id_event_signup")
        ),
        sa.PrimaryKeyConstraint("signup_id", name=op.f("pk_event_rating")),
    )
    op.create_table(
        "lesson_code",
        sa.Column("lesson_id", _ID, autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=4), nullable=False),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_lesson_code_lesson_id_lesson")),
        sa.PrimaryKeyConstraint("lesson_id", name=op.f("pk_lesson_code")),
    )
    op.create_table(
        "lesson_mark",
        sa.Column("lesson_id", _ID, autoincrement=False, nullable=False),
        sa.Column("host_id", sa.BigInteger(), nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("kept_came", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("marked", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("held = (reason IS NULL)", name=op.f("ck_lesson_mark_reason_where_not_held")),
        sa.CheckConstraint("kept_came >= 0", name=op.f("ck_lesson_mark_kept_came")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_lesson_mark_lesson_id_lesson")),
        sa.PrimaryKeyConstraint("lesson_id", name=op.f("pk_lesson_mark")),
    )
    with op.batch_alter_table("lesson_mark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lesson_mark_host_id"), ["host_id"], unique=False)

    op.create_table(
        "presence",
        sa.Column("lesson_id", _ID, nullable=False),
        sa.Column("signup_id", _ID, nullable=False),
        sa.Column("said_at", sa.BigInteger(), nullable=True),
        sa.Column("said_by", sa.String(length=8), nullable=True),
        sa.Column("host_says", sa.Boolean(), nullable=True),
        sa.Column("marked", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_presence_lesson_id_lesson")),
        sa.ForeignKeyConstraint(["signup_id"], ["event_signup.id"], name=op.f("fk_presence_signup_id_event_signup")),
        sa.PrimaryKeyConstraint("lesson_id", "signup_id", name=op.f("pk_presence")),
    )
    with op.batch_alter_table("presence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_presence_signup_id"), ["signup_id"], unique=False)

    op.create_table(
        "event_seat_offer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("seat_id", _ID, nullable=False),
        sa.Column("waiting_id", _ID, nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["seat_id"], ["event_held_seat.id"], name=op.f("fk_event_seat_offer_seat_id_event_held_seat")
        ),
        sa.ForeignKeyConstraint(
            ["waiting_id"], ["event_waiting.id"], name=op.f("fk_event_seat_offer_waiting_id_event_waiting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_seat_offer")),
    )
    with op.batch_alter_table("event_seat_offer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_seat_offer_seat_id"), ["seat_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_seat_offer_waiting_id"), ["waiting_id"], unique=False)
        batch_op.create_index(
            "uq_event_seat_offer_once",
            ["seat_id", "waiting_id"],
            unique=True,
            sqlite_where=sa.text("state <> 'void'"),
            postgresql_where=sa.text("state <> 'void'"),
        )
        batch_op.create_index(
            "uq_event_seat_offer_open_seat",
            ["seat_id"],
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )
        batch_op.create_index(
            "uq_event_seat_offer_open_waiting",
            ["waiting_id"],
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("starts", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("ends", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("taken", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("held", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("loose", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.create_index(batch_op.f("ix_event_starts"), ["starts"], unique=False)
        batch_op.create_check_constraint(
            batch_op.f("ck_event_seats"), "taken >= 0 AND held >= 0 AND taken + held <= capacity"
        )
    for column, of in (("starts", "MIN(starts)"), ("ends", "MAX(ends)")):
        op.execute(
            sa.text(
                f"UPDATE event SET {column} = (SELECT {of} FROM lesson "
                "WHERE lesson.event_id = event.id AND lesson.state = 'open')"
            )
        )


def downgrade() -> None:
    """Take back."""
    # who takes part is busy with lessons that nobody of the step before knows her by
    op.execute(
        sa.text(
            "DELETE FROM busy WHERE lesson_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM lesson JOIN event "
            "ON event.id = lesson.event_id WHERE lesson.id = busy.lesson_id AND event.host_id = busy.person_id)"
        )
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_event_seats"), type_="check")
        batch_op.drop_index(batch_op.f("ix_event_starts"))
        for column in ("loose", "held", "taken", "ends", "starts"):
            batch_op.drop_column(column)
    for table in (
        "event_seat_offer",
        "presence",
        "lesson_mark",
        "lesson_code",
        "event_rating",
        "event_material",
        "event_held_seat",
        "code_try",
        "event_waiting",
        "event_signup",
        "event_school",
        "event_queue_look",
        "certificate",
        "certificate_count",
    ):
        op.drop_table(table)
