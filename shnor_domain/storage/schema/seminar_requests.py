"""Topics that schools want, and the schools behind each. The named constraints keep a school once behind a request, and
a request carried over once."""

from sqlalchemy import (
    BigInteger,
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

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata

SUPPORT_LIVE = register("uq_request_support_live", "request_support", "request_id", "school_id")
CARRIED_ONCE = register("uq_seminar_request_carried_from", "seminar_request", "carried_from")

seminar_request = Table(
    "seminar_request",
    metadata,
    Column("id", Id, primary_key=True),
    Column("cycle_id", Id, ForeignKey("seminar_cycle.id"), nullable=False, index=True),
    Column("region_id", BigInteger, nullable=False, index=True),
    Column("topic", Text, nullable=False),
    Column("topic_key", String(300), nullable=False),
    Column("catalogue_id", Id, ForeignKey("catalogue_topic.id")),
    Column("subject", String(40)),
    Column("audience", String(10), nullable=False),
    Column("form", String(10), nullable=False),
    # the first day of the month in which it is wanted
    Column("month", Date),
    Column("state", String(12), nullable=False),
    Column("since", Instant, nullable=False),
    Column("version", Integer, nullable=False, server_default=text("1")),
    Column("route", String(8)),
    Column("routed", Instant),
    Column("routed_by", BigInteger),
    Column("reason", Text),
    Column("reason_by", BigInteger, index=True),
    Column("merged_into", Id, ForeignKey("seminar_request.id"), index=True),
    Column("carried_from", Id, ForeignKey("seminar_request.id")),
    UniqueConstraint("carried_from", name=CARRIED_ONCE),
    CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name="merged"),
)

request_support = Table(
    "request_support",
    metadata,
    Column("id", Id, primary_key=True),
    Column("request_id", Id, ForeignKey("seminar_request.id"), nullable=False, index=True),
    Column("school_id", BigInteger, nullable=False, index=True),
    Column("municipality_id", BigInteger, nullable=False),
    Column("region_id", BigInteger, nullable=False),
    # None once she has left
    Column("asked_by", BigInteger, index=True),
    Column("people", Integer, nullable=False),
    Column("factor", String(40)),
    Column("joined", Instant, nullable=False),
    Column("state", String(10), nullable=False),
    Column("ended", Instant),
    Column("came_from", Id, ForeignKey("seminar_request.id"), index=True),
    Column("asked_over", Instant),
    CheckConstraint("people BETWEEN 1 AND 500", name="people"),
)
_LIVE = text("state = 'live'")
Index(
    SUPPORT_LIVE,
    request_support.c.request_id,
    request_support.c.school_id,
    unique=True,
    sqlite_where=_LIVE,
    postgresql_where=_LIVE,
)
