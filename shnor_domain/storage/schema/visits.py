"""Requests for consultations on site, and recorded consultations."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, String, Table, Text, text

from shnor_domain.storage.schema.base import Id, Instant, metadata

visit = Table(
    "visit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("version", Integer, nullable=False, server_default=text("1")),
    Column("region_id", BigInteger, nullable=False, index=True),
    Column("municipality_id", BigInteger, nullable=False),
    Column("school_id", BigInteger, nullable=False, index=True),
    Column("zone", String(40), nullable=False),
    Column("asked_by", BigInteger, index=True),
    Column("subjects", Text, nullable=False),
    Column("topic", Text),
    Column("for_whom", String(10), nullable=False),
    Column("people", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("addressee_id", BigInteger, index=True),
    Column("state", String(10), nullable=False),
    Column("since", Instant, nullable=False),
    Column("decided_by", BigInteger, index=True),
    Column("reason", Text),
    Column("host_id", BigInteger, index=True),
    Column("starts", Instant),
    Column("ends", Instant),
    Column("ended_by", String(10)),
    Column("ended_why", String(20)),
    Column("held", Boolean),
    Column("came", Integer),
    Column("words", Text),
)

video = Table(
    "video",
    metadata,
    Column("id", Id, primary_key=True),
    Column("region_id", BigInteger, nullable=False, index=True),
    Column("municipality_id", BigInteger),
    Column("author_id", BigInteger, index=True),
    Column("subject", String(40), nullable=False),
    Column("title", Text, nullable=False),
    Column("topic", Text),
    Column("link", Text, nullable=False),
    Column("minutes", Integer),
    Column("megabytes", Integer),
    Column("exam", String(10), nullable=False),
    Column("summary", Text),
    Column("words", Text, nullable=False),
    Column("changed", Instant, nullable=False),
)
