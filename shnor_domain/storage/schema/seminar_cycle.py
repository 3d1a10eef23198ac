"""The cycle of a half-year of the permanent seminar: its dates, catalogue, wishes, and what is being told of it."""

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

CYCLE_ONCE = register("uq_seminar_cycle_period", "seminar_cycle", "period_id")
WISH_LIVE = register("uq_topic_wish_live", "topic_wish", "cycle_id", "person_id", "topic_key")
TELLING_ONCE = register("uq_seminar_telling_once", "seminar_telling", "kind", "subject_id")

seminar_cycle = Table(
    "seminar_cycle",
    metadata,
    Column("id", Id, primary_key=True),
    Column("period_id", Id, ForeignKey("period.id"), nullable=False),
    Column("region_id", BigInteger, nullable=False, index=True),
    # last days, on the region's clock
    Column("wishes_until", Date, nullable=False),
    Column("requests_until", Date, nullable=False),
    Column("publish_by", Date, nullable=False),
    Column("announced", Instant),
    Column("closed", Instant),
    Column("version", Integer, nullable=False, server_default=text("1")),
    UniqueConstraint("period_id", name=CYCLE_ONCE),
    CheckConstraint("wishes_until <= requests_until AND requests_until <= publish_by", name="order"),
)

catalogue_topic = Table(
    "catalogue_topic",
    metadata,
    Column("id", Id, primary_key=True),
    Column("cycle_id", Id, ForeignKey("seminar_cycle.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("about", Text),
    Column("subject", String(40)),
    Column("kind", String(16), nullable=False),
    Column("form", String(10), nullable=False),
    Column("audience", String(10), nullable=False),
    Column("minutes", Integer),
    Column("withdrawn", Instant),
)

topic_wish = Table(
    "topic_wish",
    metadata,
    Column("id", Id, primary_key=True),
    Column("cycle_id", Id, ForeignKey("seminar_cycle.id"), nullable=False, index=True),
    # None, without topic and with an empty key, once she has left
    Column("person_id", BigInteger, index=True),
    Column("school_id", BigInteger, nullable=False, index=True),
    Column("municipality_id", BigInteger, nullable=False),
    Column("catalogue_id", Id, ForeignKey("catalogue_topic.id")),
    Column("subject", String(40)),
    Column("topic", Text),
    Column("topic_key", String(300), nullable=False),
    Column("made", Instant, nullable=False),
    Column("state", String(10), nullable=False),
    Column("request_id", Id, ForeignKey("seminar_request.id"), index=True),
)
_OPEN = text("state = 'open'")
Index(
    WISH_LIVE,
    topic_wish.c.cycle_id,
    topic_wish.c.person_id,
    topic_wish.c.topic_key,
    unique=True,
    sqlite_where=_OPEN,
    postgresql_where=_OPEN,
)

# what goes to a whole region is laid page by page: up to whom it has come
seminar_telling = Table(
    "seminar_telling",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("begun", Instant, nullable=False),
    Column("last_person", BigInteger, nullable=False, server_default=text("0")),
    Column("done", Instant),
    UniqueConstraint("kind", "subject_id", name=TELLING_ONCE),
)
