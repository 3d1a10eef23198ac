"""Events, lessons, versions of the programme"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_IN_WORK = sa.text("state IN ('waiting', 'approved')")


def upgrade() -> None:
    """Build."""
    op.create_table(
        "event",
        sa.Column("id", _ID, nullable=False),
        sa.Column("region_id", sa.BigInteger(), nullable=False),
        sa.Column("cycle_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("subject", sa.String(length=40), nullable=True),
        sa.Column("audience", sa.String(length=10), nullable=False),
        sa.Column("form", sa.String(length=10), nullable=False),
        sa.Column("open_municipality_id", sa.BigInteger(), nullable=True),
        sa.Column("project_schools_only", sa.Boolean(), nullable=False),
        sa.Column("shown_to_all", sa.Boolean(), nullable=False),
        sa.Column("host_id", sa.BigInteger(), nullable=True),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("quota", sa.Integer(), nullable=True),
        sa.Column("route", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("capacity >= 1", name=op.f("ck_event_capacity")),
        sa.CheckConstraint("quota IS NULL OR quota BETWEEN 1 AND capacity", name=op.f("ck_event_quota")),
        sa.ForeignKeyConstraint(["cycle_id"], ["seminar_cycle.id"], name=op.f("fk_event_cycle_id_seminar_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_cycle_id"), ["cycle_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_region_id"), ["region_id"], unique=False)

    op.create_table(
        "programme_version",
        sa.Column("id", _ID, nullable=False),
        sa.Column("cycle_id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=True),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("published", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["seminar_cycle.id"], name=op.f("fk_programme_version_cycle_id_seminar_cycle")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_version")),
        sa.UniqueConstraint("cycle_id", "number", name="uq_programme_version_number"),
    )
    with op.batch_alter_table("programme_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_programme_version_cycle_id"), ["cycle_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_programme_version_decided_by"), ["decided_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_programme_version_made_by"), ["made_by"], unique=False)
        batch_op.create_index(
            "uq_programme_version_open", ["cycle_id"], unique=True, sqlite_where=_IN_WORK, postgresql_where=_IN_WORK
        )

    op.create_table(
        "lesson",
        sa.Column("id", _ID, nullable=False),
        sa.Column("event_id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts", sa.BigInteger(), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=False),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("venue", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("was", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("ends > starts", name=op.f("ck_lesson_times")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_lesson_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson")),
        sa.UniqueConstraint("event_id", "number", name="uq_lesson_event_number"),
    )
    with op.batch_alter_table("lesson", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lesson_starts"), ["starts"], unique=False)

    op.create_table(
        "programme_line",
        sa.Column("version_id", _ID, nullable=False),
        sa.Column("event_id", _ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("form", sa.String(length=10), nullable=False),
        sa.Column("audience", sa.String(length=10), nullable=False),
        sa.Column("lessons", sa.JSON(), nullable=False),
        sa.Column("host_id", sa.BigInteger(), nullable=True),
        sa.Column("schools", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("route", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_programme_line_event_id_event")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["programme_version.id"], name=op.f("fk_programme_line_version_id_programme_version")
        ),
        sa.PrimaryKeyConstraint("version_id", "event_id", name=op.f("pk_programme_line")),
    )
    op.create_table(
        "request_event",
        sa.Column("request_id", _ID, nullable=False),
        sa.Column("event_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_request_event_event_id_event")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["seminar_request.id"], name=op.f("fk_request_event_request_id_seminar_request")
        ),
        sa.PrimaryKeyConstraint("request_id", "event_id", name=op.f("pk_request_event")),
    )
    with op.batch_alter_table("request_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_event_event_id"), ["event_id"], unique=False)

    with op.batch_alter_table("busy", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lesson_id", _ID, nullable=True))
        batch_op.create_index(batch_op.f("ix_busy_lesson_id"), ["lesson_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_busy_lesson_id_lesson"), "lesson", ["lesson_id"], ["id"])


def downgrade() -> None:
    """Take back."""
    op.execute(sa.text("DELETE FROM busy WHERE lesson_id IS NOT NULL"))
    with op.batch_alter_table("busy", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_busy_lesson_id_lesson"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_busy_lesson_id"))
        batch_op.drop_column("lesson_id")
    for table in ("request_event", "programme_line", "lesson", "programme_version", "event"):
        op.drop_table(table)
