"""Risk profiles, their factors, programmes and protocols"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Build."""
    op.create_table(
        "risk_factor",
        sa.Column("region_id", _ID, autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("wording", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("region_id", "code", name=op.f("pk_risk_factor")),
    )
    op.create_table(
        "risk_profile",
        sa.Column("id", _ID, nullable=False),
        sa.Column("region_id", _ID, nullable=True),
        sa.Column("municipality_id", _ID, nullable=True),
        sa.Column("school_id", _ID, nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("author_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("file", sa.String(length=200), nullable=True),
        sa.Column("name", sa.String(length=255), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_risk_profile_author_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_profile")),
    )
    with op.batch_alter_table("risk_profile", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_profile_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_profile_file"), ["file"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_profile_municipality_id"), ["municipality_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_profile_region_id"), ["region_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_profile_school_id"), ["school_id"], unique=False)

    op.create_table(
        "risk_profile_factor",
        sa.Column("profile_id", _ID, autoincrement=False, nullable=False),
        sa.Column("factor", sa.String(length=40), nullable=False),
        sa.Column("significance", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["profile_id"],
            ["risk_profile.id"],
            name=op.f("fk_risk_profile_factor_profile_id_risk_profile"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("profile_id", "factor", name=op.f("pk_risk_profile_factor")),
    )
    op.create_table(
        "risk_case",
        sa.Column("id", _ID, nullable=False),
        sa.Column("region_id", _ID, nullable=True),
        sa.Column("municipality_id", _ID, nullable=True),
        sa.Column("school_id", _ID, nullable=True),
        sa.Column("factor", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("profile_id", _ID, nullable=True),
        sa.Column("opened", sa.BigInteger(), nullable=False),
        sa.Column("significance", sa.String(length=10), nullable=False),
        sa.Column("decision", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by_id", _ID, nullable=True),
        sa.Column("decided", sa.BigInteger(), nullable=True),
        sa.Column("checked", sa.String(length=10), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("activated", sa.Date(), nullable=True),
        sa.Column("closing", sa.String(length=10), nullable=False),
        sa.Column("closing_reason", sa.Text(), nullable=False),
        sa.Column("closing_by_id", _ID, nullable=True),
        sa.Column("closing_at", sa.BigInteger(), nullable=True),
        sa.Column("closing_note", sa.Text(), nullable=False),
        sa.Column("closed", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["closing_by_id"], ["person.id"], name=op.f("fk_risk_case_closing_by_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_risk_case_decided_by_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["profile_id"], ["risk_profile.id"], name=op.f("fk_risk_case_profile_id_risk_profile")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_case")),
    )
    with op.batch_alter_table("risk_case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_case_closing_by_id"), ["closing_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_case_decided_by_id"), ["decided_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_case_municipality_id"), ["municipality_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_case_profile_id"), ["profile_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_case_region_id"), ["region_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_case_school_id"), ["school_id"], unique=False)
        batch_op.create_index(
            "uq_risk_case_open",
            ["school_id", "factor"],
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )

    op.create_table(
        "risk_event",
        sa.Column("id", _ID, nullable=False),
        sa.Column("case_id", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("act", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["risk_case.id"], name=op.f("fk_risk_event_case_id_risk_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_risk_event_person_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_event")),
    )
    with op.batch_alter_table("risk_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_event_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_event_person_id"), ["person_id"], unique=False)

    op.create_table(
        "risk_programme",
        sa.Column("id", _ID, nullable=False),
        sa.Column("case_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("author_id", _ID, nullable=True),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("ticked", sa.JSON(), nullable=False),
        sa.Column("file", sa.String(length=200), nullable=True),
        sa.Column("name", sa.String(length=255), server_default=sa.text("''"), nullable=False),
        sa.Column("sender_id", _ID, nullable=True),
        sa.Column("sent", sa.BigInteger(), nullable=True),
        sa.Column("reviewer_id", _ID, nullable=True),
        sa.Column("decided", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_risk_programme_author_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["risk_case.id"], name=op.f("fk_risk_programme_case_id_risk_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["person.id"], name=op.f("fk_risk_programme_reviewer_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["sender_id"], ["person.id"], name=op.f("fk_risk_programme_sender_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_programme")),
        sa.UniqueConstraint("case_id", "version", name="uq_risk_programme_case_version"),
    )
    with op.batch_alter_table("risk_programme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_programme_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_programme_file"), ["file"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_programme_reviewer_id"), ["reviewer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_programme_sender_id"), ["sender_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_programme_state"), ["state"], unique=False)

    op.create_table(
        "risk_remark",
        sa.Column("id", _ID, nullable=False),
        sa.Column("programme_id", _ID, nullable=False),
        sa.Column("author_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("closed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_risk_remark_author_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["risk_programme.id"],
            name=op.f("fk_risk_remark_programme_id_risk_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_remark")),
    )
    with op.batch_alter_table("risk_remark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_remark_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_remark_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "risk_protocol",
        sa.Column("id", _ID, nullable=False),
        sa.Column("region_id", _ID, nullable=True),
        sa.Column("municipality_id", _ID, nullable=True),
        sa.Column("school_id", _ID, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("factors", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_risk_protocol_author_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_protocol")),
    )
    with op.batch_alter_table("risk_protocol", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_protocol_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_protocol_municipality_id"), ["municipality_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_protocol_region_id"), ["region_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_protocol_school_id"), ["school_id"], unique=False)

    op.create_table(
        "factor_deed",
        sa.Column("school_id", _ID, autoincrement=False, nullable=False),
        sa.Column("factor", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("ref", _ID, autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "factor", "kind", "ref", name=op.f("pk_factor_deed")),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("factor_deed")
    op.drop_table("risk_protocol")
    op.drop_table("risk_remark")
    op.drop_table("risk_programme")
    op.drop_table("risk_event")
    op.drop_table("risk_case")
    op.drop_table("risk_profile_factor")
    op.drop_table("risk_profile")
    op.drop_table("risk_factor")
