"""Half-years, cycle, wishes, requests of the permanent seminar"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OPEN = sa.text("state = 'open'")
_LIVE = sa.text("state = 'live'")


def upgrade() -> None:
    """Build."""
    op.create_table(
        "seminar_telling",
        sa.Column("id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("begun", sa.BigInteger(), nullable=False),
        sa.Column("last_person", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("done", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seminar_telling")),
        sa.UniqueConstraint("kind", "subject_id", name="uq_seminar_telling_once"),
    )
    op.create_table(
        "period",
        sa.Column("id", _ID, nullable=False),
        sa.Column("region_id", _ID, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_period_days")),
        sa.ForeignKeyConstraint(["region_id"], ["region.id"], name=op.f("fk_period_region_id_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period")),
        sa.UniqueConstraint("region_id", "year", "number", name="uq_period_region_year_number"),
    )
    op.create_table(
        "seminar_cycle",
        sa.Column("id", _ID, nullable=False),
        sa.Column("period_id", _ID, nullable=False),
        sa.Column("region_id", sa.BigInteger(), nullable=False),
        sa.Column("wishes_until", sa.Date(), nullable=False),
        sa.Column("requests_until", sa.Date(), nullable=False),
        sa.Column("publish_by", sa.Date(), nullable=False),
        sa.Column("announced", sa.BigInteger()),
        sa.Column("closed", sa.BigInteger()),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "wishes_until <= requests_until AND requests_until <= publish_by", name=op.f("ck_seminar_cycle_order")
        ),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name=op.f("fk_seminar_cycle_period_id_period")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seminar_cycle")),
        sa.UniqueConstraint("period_id", name="uq_seminar_cycle_period"),
    )
    op.create_index(op.f("ix_seminar_cycle_region_id"), "seminar_cycle", ["region_id"])

    op.create_table(
        "catalogue_topic",
        sa.Column("id", _ID, nullable=False),
        sa.Column("cycle_id", _ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("about", sa.Text()),
        sa.Column("subject", sa.String(length=40)),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("form", sa.String(length=10), nullable=False),
        sa.Column("audience", sa.String(length=10), nullable=False),
        sa.Column("minutes", sa.Integer()),
        sa.Column("withdrawn", sa.BigInteger()),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["seminar_cycle.id"], name=op.f("fk_catalogue_topic_cycle_id_seminar_cycle")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_topic")),
    )
    op.create_index(op.f("ix_catalogue_topic_cycle_id"), "catalogue_topic", ["cycle_id"])

    op.create_table(
        "seminar_request",
        sa.Column("id", _ID, nullable=False),
        sa.Column("cycle_id", _ID, nullable=False),
        sa.Column("region_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("topic_key", sa.String(length=300), nullable=False),
        sa.Column("catalogue_id", _ID),
        sa.Column("subject", sa.String(length=40)),
        sa.Column("audience", sa.String(length=10), nullable=False),
        sa.Column("form", sa.String(length=10), nullable=False),
        sa.Column("month", sa.Date()),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("route", sa.String(length=8)),
        sa.Column("routed", sa.BigInteger()),
        sa.Column("routed_by", sa.BigInteger()),
        sa.Column("reason", sa.Text()),
        sa.Column("reason_by", sa.BigInteger()),
        sa.Column("merged_into", _ID),
        sa.Column("carried_from", _ID),
        sa.CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name=op.f("ck_seminar_request_merged")),
        sa.ForeignKeyConstraint(
            ["carried_from"], ["seminar_request.id"], name=op.f("fk_seminar_request_carried_from_seminar_request")
        ),
        sa.ForeignKeyConstraint(
            ["catalogue_id"], ["catalogue_topic.id"], name=op.f("fk_seminar_request_catalogue_id_catalogue_topic")
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["seminar_cycle.id"], name=op.f("fk_seminar_request_cycle_id_seminar_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["seminar_request.id"], name=op.f("fk_seminar_request_merged_into_seminar_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seminar_request")),
        sa.UniqueConstraint("carried_from", name="uq_seminar_request_carried_from"),
    )
    op.create_index(op.f("ix_seminar_request_cycle_id"), "seminar_request", ["cycle_id"])
    op.create_index(op.f("ix_seminar_request_merged_into"), "seminar_request", ["merged_into"])
    op.create_index(op.f("ix_seminar_request_reason_by"), "seminar_request", ["reason_by"])
    op.create_index(op.f("ix_seminar_request_region_id"), "seminar_request", ["region_id"])

    op.create_table(
        "request_support",
        sa.Column("id", _ID, nullable=False),
        sa.Column("request_id", _ID, nullable=False),
        sa.Column("school_id", sa.BigInteger(), nullable=False),
        sa.Column("municipality_id", sa.BigInteger(), nullable=False),
        sa.Column("region_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_by", sa.BigInteger()),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("factor", sa.String(length=40)),
        sa.Column("joined", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("ended", sa.BigInteger()),
        sa.Column("came_from", _ID),
        sa.Column("asked_over", sa.BigInteger()),
        sa.Column("seen", sa.BigInteger()),
        sa.CheckConstraint("people BETWEEN 1 AND 500", name=op.f("ck_request_support_people")),
        sa.ForeignKeyConstraint(
            ["came_from"], ["seminar_request.id"], name=op.f("fk_request_support_came_from_seminar_request")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["seminar_request.id"], name=op.f("fk_request_support_request_id_seminar_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_support")),
    )
    op.create_index(op.f("ix_request_support_asked_by"), "request_support", ["asked_by"])
    op.create_index(op.f("ix_request_support_came_from"), "request_support", ["came_from"])
    op.create_index(op.f("ix_request_support_request_id"), "request_support", ["request_id"])
    op.create_index(op.f("ix_request_support_school_id"), "request_support", ["school_id"])
    op.create_index(
        "uq_request_support_live",
        "request_support",
        ["request_id", "school_id"],
        unique=True,
        sqlite_where=_LIVE,
        postgresql_where=_LIVE,
    )

    op.create_table(
        "topic_wish",
        sa.Column("id", _ID, nullable=False),
        sa.Column("cycle_id", _ID, nullable=False),
        sa.Column("person_id", sa.BigInteger()),
        sa.Column("school_id", sa.BigInteger(), nullable=False),
        sa.Column("municipality_id", sa.BigInteger(), nullable=False),
        sa.Column("catalogue_id", _ID),
        sa.Column("subject", sa.String(length=40)),
        sa.Column("topic", sa.Text()),
        sa.Column("topic_key", sa.String(length=300), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("request_id", _ID),
        sa.ForeignKeyConstraint(
            ["catalogue_id"], ["catalogue_topic.id"], name=op.f("fk_topic_wish_catalogue_id_catalogue_topic")
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["seminar_cycle.id"], name=op.f("fk_topic_wish_cycle_id_seminar_cycle")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["seminar_request.id"], name=op.f("fk_topic_wish_request_id_seminar_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_wish")),
    )
    op.create_index(op.f("ix_topic_wish_cycle_id"), "topic_wish", ["cycle_id"])
    op.create_index(op.f("ix_topic_wish_person_id"), "topic_wish", ["person_id"])
    op.create_index(op.f("ix_topic_wish_request_id"), "topic_wish", ["request_id"])
    op.create_index(op.f("ix_topic_wish_school_id"), "topic_wish", ["school_id"])
    op.create_index(
        "uq_topic_wish_live",
        "topic_wish",
        ["cycle_id", "person_id", "topic_key"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def downgrade() -> None:
    """Undo."""
    for table in (
        "topic_wish", "request_support", "seminar_request", "catalogue_topic", "seminar_cycle", "period",
        "seminar_telling",
    ):  # fmt: skip
        op.drop_table(table)
