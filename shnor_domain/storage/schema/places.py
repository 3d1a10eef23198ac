"""Places, applications, links and pairs: what a person may do and how she came to it.

Columns `region_id`, `municipality_id`, `school_id` are the levels of one `Territory`, all filled down to its own
level. They refer to the registry by id only: schools are merged and closed there, never deleted.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata


def _territory() -> tuple[Column[int | None], ...]:
    return (Column("region_id", Id), Column("municipality_id", Id), Column("school_id", Id))


def _person(name: str = "person_id") -> Column[int]:
    return Column(name, Id, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True)


def _nobody_left(name: str) -> Column[int | None]:
    return Column(name, Id, ForeignKey("person.id", ondelete="SET NULL"), index=True)


place = Table(
    "place",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("role", String(30), nullable=False),
    *_territory(),
    Column("starts", Date, nullable=False),
    Column("ends", Date),
    Column("order_number", String(60)),
    Column("order_date", Date),
    Column("verified", Boolean, nullable=False),
    Column("deputy", Boolean, nullable=False),
    Column("home_school_id", Id),
    Column("link_id", Id, ForeignKey("link.id", ondelete="SET NULL"), index=True),
    Index("ix_place_where", "role", "region_id", "municipality_id", "school_id"),
    CheckConstraint("(order_number IS NULL) = (order_date IS NULL)", name="order_whole"),
    sqlite_autoincrement=True,
)

place_subject = Table(
    "place_subject",
    metadata,
    Column("place_id", Id, ForeignKey("place.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("subject", String(40), primary_key=True),
)

pair = Table(
    "pair",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(10), nullable=False),
    _person("helper_id"),
    Column("school_id", Id, nullable=False, index=True),
    Column("teacher_id", Id, ForeignKey("person.id", ondelete="CASCADE"), index=True),
    Column("subject", String(40)),
    Column("order_number", String(60), nullable=False),
    Column("order_date", Date, nullable=False),
    Column("starts", Date, nullable=False),
    Column("ends", Date),
    CheckConstraint("(kind = 'teacher') = (teacher_id IS NOT NULL)", name="teacher_of_kind"),
)

APPLICATION_WAITING = register("uq_application_waiting", "application", "person_id", "role", "territory_key")
"""One waiting application a person, role and territory."""

application = Table(
    "application",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("role", String(30), nullable=False),
    *_territory(),
    # «region:municipality:school»: one value for the unique index, where NULLs would all differ
    Column("territory_key", String(60), nullable=False),
    Column("offered_school_id", Id),
    Column("home_municipality_id", Id),
    Column("home_school_id", Id),
    Column("created", Instant, nullable=False),
    Column("since", Instant, nullable=False),
    Column("reached", Integer, nullable=False),
    Column("next_step", String(10), nullable=False),
    Column("step_due", Instant),
    Column("state", String(10), nullable=False, index=True),
    Column("reason", Text),
    _nobody_left("decided_by"),
    Column("decided_at", Instant),
    sqlite_autoincrement=True,
)
Index(
    APPLICATION_WAITING,
    application.c.person_id,
    application.c.role,
    application.c.territory_key,
    unique=True,
    sqlite_where=text("state = 'waiting'"),
    postgresql_where=text("state = 'waiting'"),
)

application_subject = Table(
    "application_subject",
    metadata,
    Column(
        "application_id", Id, ForeignKey("application.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
    Column("subject", String(40), primary_key=True),
)

link = Table(
    "link",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(64), nullable=False, unique=True),
    Column("kind", String(10), nullable=False),
    Column("role", String(30)),
    *_territory(),
    # a JSON list: read and written whole, with the link
    Column("subjects", JSON, nullable=False),
    _nobody_left("issuer_id"),
    # told apart from an issuer who was deleted: only the operator's invitations need no «Верно»
    Column("by_operator", Boolean, nullable=False),
    Column("person_id", Id, ForeignKey("person.id", ondelete="CASCADE"), index=True),
    Column("created", Instant, nullable=False),
    Column("expires", Instant, nullable=False),
    Column("max_uses", Integer, nullable=False),
    Column("used", Integer, nullable=False),
    Column("revoked", Boolean, nullable=False),
    CheckConstraint("used <= max_uses", name="used_within_limit"),
)

link_use = Table(
    "link_use",
    metadata,
    Column("link_id", Id, ForeignKey("link.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", Id, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("used_at", Instant, nullable=False),
)
Index("ix_link_use_person", link_use.c.person_id)
