"""Risk profiles: the catalogue of factors, versions of profiles, what schools do about factors, programmes, protocols.

Columns `region_id`, `municipality_id`, `school_id` are the levels of one `Territory`, as in road maps.
"""

from sqlalchemy import (
    JSON,
    Boolean,
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

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata

OPEN_CASE = register("uq_risk_case_open", "risk_case", "school_id", "factor")
OPEN = text("state = 'open'")


def _territory() -> tuple[Column[int | None], ...]:
    return (
        Column("region_id", Id, index=True),
        Column("municipality_id", Id, index=True),
        Column("school_id", Id, index=True),
    )


def _person(name: str) -> Column[int | None]:
    return Column(name, Id, ForeignKey("person.id", ondelete="SET NULL"), index=True)


# region 0 is the shipped row: a unique key over NULL would hold nothing
risk_factor = Table(
    "risk_factor",
    metadata,
    Column("region_id", Id, primary_key=True, autoincrement=False),
    Column("code", String(40), primary_key=True),
    Column("name", String(60), nullable=False),
    Column("wording", String(300), nullable=False),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("source", String(200), nullable=False),
)

risk_profile = Table(
    "risk_profile",
    metadata,
    Column("id", Id, primary_key=True),
    *_territory(),
    Column("year", Integer, nullable=False),
    Column("wave", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("source", String(200), nullable=False),
    _person("author_id"),
    Column("at", Instant, nullable=False),
    Column("file", String(200), index=True),
    Column("name", String(255), nullable=False, server_default=text("''")),
)

risk_profile_factor = Table(
    "risk_profile_factor",
    metadata,
    Column("profile_id", ForeignKey("risk_profile.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("factor", String(40), primary_key=True),
    Column("significance", String(10), nullable=False),
)

risk_case = Table(
    "risk_case",
    metadata,
    Column("id", Id, primary_key=True),
    *_territory(),
    Column("factor", String(40), nullable=False),
    Column("year", Integer, nullable=False),
    Column("profile_id", ForeignKey("risk_profile.id"), index=True),
    Column("opened", Instant, nullable=False),
    Column("significance", String(10), nullable=False),
    Column("decision", String(10), nullable=False),
    Column("reason", Text, nullable=False),
    _person("decided_by_id"),
    Column("decided", Instant),
    Column("checked", String(10), nullable=False),
    Column("note", Text, nullable=False),
    Column("activated", Date),
    Column("closing", String(10), nullable=False),
    Column("closing_reason", Text, nullable=False),
    _person("closing_by_id"),
    Column("closing_at", Instant),
    Column("closing_note", Text, nullable=False),
    Column("closed", Instant),
    Column("state", String(10), nullable=False),
)
Index(OPEN_CASE, risk_case.c.school_id, risk_case.c.factor, unique=True, sqlite_where=OPEN, postgresql_where=OPEN)

risk_event = Table(
    "risk_event",
    metadata,
    Column("id", Id, primary_key=True),
    Column("case_id", ForeignKey("risk_case.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    _person("person_id"),
    Column("act", String(20), nullable=False),
    Column("text", Text, nullable=False),
)

risk_programme = Table(
    "risk_programme",
    metadata,
    Column("id", Id, primary_key=True),
    Column("case_id", ForeignKey("risk_case.id", ondelete="CASCADE"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String(10), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    _person("author_id"),
    # texts by part, and parts that stand in the file: read and written whole
    Column("parts", JSON, nullable=False),
    Column("ticked", JSON, nullable=False),
    Column("file", String(200), index=True),
    Column("name", String(255), nullable=False, server_default=text("''")),
    _person("sender_id"),
    Column("sent", Instant),
    _person("reviewer_id"),
    Column("decided", Instant),
    UniqueConstraint("case_id", "version", name="uq_risk_programme_case_version"),
)

risk_remark = Table(
    "risk_remark",
    metadata,
    Column("id", Id, primary_key=True),
    Column("programme_id", ForeignKey("risk_programme.id", ondelete="CASCADE"), nullable=False, index=True),
    _person("author_id"),
    Column("at", Instant, nullable=False),
    Column("text", Text, nullable=False),
    Column("closed", Boolean, nullable=False, server_default=text("false")),
)

risk_protocol = Table(
    "risk_protocol",
    metadata,
    Column("id", Id, primary_key=True),
    *_territory(),
    Column("day", Date, nullable=False),
    # codes in the order of the catalogue: read and written whole
    Column("factors", JSON, nullable=False),
    Column("text", Text, nullable=False),
    _person("author_id"),
    Column("at", Instant, nullable=False),
)

# `ref` is an item of a road map or a booking, by `kind`: what is gone counts no more
factor_deed = Table(
    "factor_deed",
    metadata,
    Column("school_id", Id, primary_key=True, autoincrement=False),
    Column("factor", String(40), primary_key=True),
    Column("kind", String(10), primary_key=True),
    Column("ref", Id, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
)
