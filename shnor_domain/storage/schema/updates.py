"""The inbox (ADR 3): updates, what they have applied, and the forms people are in the middle of."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text, text

from shnor_domain.storage.schema.base import Instant, metadata

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False, index=True),
    Column("kind", String(40), nullable=False),
    Column("received", Instant, nullable=False, index=True),
    Column("state", String(10), nullable=False, server_default="new"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("replays", Integer, nullable=False, server_default="0"),
)
Index(
    "ix_inbox_new",
    inbox.c.update_id,
    sqlite_where=text("state = 'new'"),
    postgresql_where=text("state = 'new'"),
)

# Bodies stand apart: when SQLite balances its tree it leaves copies of rows in the gaps of pages, secure_delete or not
# (seen with bodies set to NULL in `inbox`). Here whole rows go, and a table thrown away at once is overwritten in full.
inbox_body = Table(
    "inbox_body",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
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
    Column("lane", BigInteger, nullable=False, index=True),
    Column("state", String(200)),
    Column("data", Text),
)
