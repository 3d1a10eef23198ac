"""The inbox (ADR 3): updates, what they have applied, and the forms people are in the middle of."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text, text

from shnor_domain.storage.schema.base import Instant, metadata

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False),
    Column("body", Text),
    Column("received", Instant, nullable=False),
    Column("state", String(10), nullable=False, server_default="new"),
    Column("attempts", Integer, nullable=False, server_default="0"),
)
Index(
    "ix_inbox_new",
    inbox.c.update_id,
    sqlite_where=text("state = 'new'"),
    postgresql_where=text("state = 'new'"),
)

applied = Table(
    "applied",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("operation", String(80), primary_key=True),
    Column("result", String(200), nullable=False),
)

form = Table(
    "form",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("lane", BigInteger, index=True),
    Column("state", String(200)),
    Column("data", Text),
)
