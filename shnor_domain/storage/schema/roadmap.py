"""Road maps: plans, items with their windows, who answers for a body, what was sent and said.

Columns `region_id`, `municipality_id`, `school_id` are the levels of one `Territory`, all filled down to its own
level; people and places are referred to by id only, as everywhere above the registry.
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
    UniqueConstraint,
    text,
)

from shnor_domain.storage.schema.base import Id, Instant, metadata


def _territory() -> tuple[Column[int | None], ...]:
    return (
        Column("region_id", Id, index=True),
        Column("municipality_id", Id, index=True),
        Column("school_id", Id, index=True),
    )


def _person(name: str) -> Column[int | None]:
    return Column(name, Id, ForeignKey("person.id", ondelete="SET NULL"), index=True)


plan = Table(
    "plan",
    metadata,
    Column("id", Id, primary_key=True),
    Column("title", Text, nullable=False),
    Column("programme", String(20), nullable=False),
    *_territory(),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("source", Text, nullable=False),
    Column("created", Instant, nullable=False),
    CheckConstraint("first <= last", name="window"),
)

plan_item = Table(
    "plan_item",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan_id", ForeignKey("plan.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("parent_id", ForeignKey("plan_item.id", ondelete="CASCADE"), index=True),
    Column("position", Integer, nullable=False),
    Column("number", String(20), nullable=False),
    Column("title", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("recurs", String(20)),
    # names of bodies in the order of the plan: read and written whole, with the item
    Column("bodies", JSON, nullable=False),
    Column("goal", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("document", String(40)),
    *_territory(),
    Column("state", String(10), nullable=False),
    Column("known", Instant, nullable=False),
    Column("sent", Instant),
    Column("returned", Instant),
    Column("delay", String(20)),
    Column("reviewer", String(20)),
    # windows that evidence was confirmed for, the first by last day
    Column("confirmed", Integer, nullable=False, server_default="0"),
    # parts of a parent are done by others: only what has none has a ladder
    Column("parts", Integer, nullable=False, server_default="0"),
)
OPEN = text("state = 'open'")
Index("ix_plan_item_returned", plan_item.c.returned, sqlite_where=OPEN, postgresql_where=OPEN)

plan_window = Table(
    "plan_window",
    metadata,
    Column("item_id", ForeignKey("plan_item.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("first", Date, primary_key=True),
    Column("last", Date, nullable=False, index=True),
)

plan_body = Table(
    "plan_body",
    metadata,
    Column("region_id", Id, primary_key=True, autoincrement=False),
    Column("body", String(200), primary_key=True),
    Column(
        "person_id", Id, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True
    ),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", Id, primary_key=True),
    Column("item_id", ForeignKey("plan_item.id", ondelete="CASCADE"), nullable=False),
    Column("version", Integer, nullable=False),
    _person("author_id"),
    Column("at", Instant, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("state", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("file", String(200)),
    Column("name", String(255), nullable=False, server_default=text("''")),
    Column("size", Integer),
    Column("day", Date),
    _person("reviewer_id"),
    Column("decided", Instant),
    # of `plan_item.confirmed` those that are confirmed by this version
    Column("covers", Integer, nullable=False, server_default="0"),
    UniqueConstraint("item_id", "version", name="uq_evidence_item_version"),
)

remark = Table(
    "remark",
    metadata,
    Column("id", Id, primary_key=True),
    Column("item_id", ForeignKey("plan_item.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("evidence_id", ForeignKey("evidence.id", ondelete="CASCADE"), nullable=False, index=True),
    _person("author_id"),
    Column("at", Instant, nullable=False),
    Column("text", Text, nullable=False),
    Column("closed", Boolean, nullable=False, server_default=text("false")),
)

plan_shift = Table(
    "plan_shift",
    metadata,
    Column("id", Id, primary_key=True),
    *_territory(),
    Column("plan_id", ForeignKey("plan.id", ondelete="CASCADE"), index=True),
    _person("person_id"),
    Column("at", Instant, nullable=False),
    Column("days", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("undone", Instant),
)

plan_shift_item = Table(
    "plan_shift_item",
    metadata,
    Column("shift_id", ForeignKey("plan_shift.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column(
        "item_id", ForeignKey("plan_item.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True
    ),
    # windows and instant as they stood before, to be put back: read and written whole
    Column("windows", JSON, nullable=False),
    Column("known", Instant, nullable=False),
)
