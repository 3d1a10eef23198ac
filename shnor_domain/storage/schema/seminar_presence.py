"""What became of lessons: who came, by whose word, what was given along, what it was worth, certificates."""

from sqlalchemy import (
    BigInteger,
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

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata

CERTIFICATE_NUMBER = register("uq_certificate_number", "certificate", "region_id", "year", "number")
CERTIFICATE_VALID = register("uq_certificate_valid", "certificate", "event_id", "person_id")

# both words stay: hers, and the host's, which counts where there is one
presence = Table(
    "presence",
    metadata,
    Column("lesson_id", Id, ForeignKey("lesson.id"), primary_key=True),
    Column("signup_id", Id, ForeignKey("event_signup.id"), primary_key=True, index=True),
    Column("said_at", Instant),
    # button | code
    Column("said_by", String(8)),
    Column("host_says", Boolean),
    Column("marked", Instant),
)

lesson_mark = Table(
    "lesson_mark",
    metadata,
    Column("lesson_id", Id, ForeignKey("lesson.id"), primary_key=True, autoincrement=False),
    # None once she has left
    Column("host_id", BigInteger, index=True),
    Column("held", Boolean, nullable=False),
    # why it was not held
    Column("reason", String(20)),
    # its length when it was marked
    Column("minutes", Integer, nullable=False),
    # of the seats that schools keep without names
    Column("kept_came", Integer, nullable=False, server_default=text("0")),
    Column("marked", Instant, nullable=False),
    CheckConstraint("held = (reason IS NULL)", name="reason_where_not_held"),
    CheckConstraint("kept_came >= 0", name="kept_came"),
)

# made by the first look of who leads, within the window
lesson_code = Table(
    "lesson_code",
    metadata,
    Column("lesson_id", Id, ForeignKey("lesson.id"), primary_key=True, autoincrement=False),
    Column("code", String(4), nullable=False),
)

code_try = Table(
    "code_try",
    metadata,
    Column("lesson_id", Id, ForeignKey("lesson.id"), primary_key=True),
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("wrong", Integer, nullable=False),
)

event_material = Table(
    "event_material",
    metadata,
    Column("id", Id, primary_key=True),
    Column("event_id", Id, ForeignKey("event.id"), nullable=False, index=True),
    Column("lesson_id", Id, ForeignKey("lesson.id")),
    # None once she has left
    Column("author_id", BigInteger, index=True),
    Column("title", Text, nullable=False),
    Column("link", Text),
    Column("file_key", String(40)),
    Column("file_name", Text),
    Column("recording", Boolean, nullable=False),
    Column("added", Instant, nullable=False),
    # when those who came were told
    Column("told", Instant),
    CheckConstraint("(link IS NULL) <> (file_key IS NULL)", name="one"),
)

event_rating = Table(
    "event_rating",
    metadata,
    Column("signup_id", Id, ForeignKey("event_signup.id"), primary_key=True, autoincrement=False),
    Column("score", Integer, nullable=False),
    Column("words", Text),
    Column("given", Instant, nullable=False),
    CheckConstraint("score BETWEEN 1 AND 5", name="score"),
)

certificate = Table(
    "certificate",
    metadata,
    Column("id", Id, primary_key=True),
    Column("region_id", BigInteger, nullable=False),
    # of the school year that begins in it
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("event_id", Id, ForeignKey("event.id"), nullable=False, index=True),
    # None once she has left, and what she is called
    Column("person_id", BigInteger, index=True),
    Column("name", Text),
    Column("minutes", Integer, nullable=False),
    # of the last lesson at which she was
    Column("day", Date, nullable=False),
    Column("issued", Instant, nullable=False),
    # valid | void
    Column("state", String(8), nullable=False),
    Column("why", String(12)),
    UniqueConstraint("region_id", "year", "number", name=CERTIFICATE_NUMBER),
)
_VALID = text("state = 'valid'")
Index(
    CERTIFICATE_VALID,
    certificate.c.event_id,
    certificate.c.person_id,
    unique=True,
    sqlite_where=_VALID,
    postgresql_where=_VALID,
)

certificate_count = Table(
    "certificate_count",
    metadata,
    Column("region_id", BigInteger, primary_key=True, autoincrement=False),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)
