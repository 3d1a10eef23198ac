"""People: who they are, their chats, settings and consents, and the audit log.

Everything personal hangs on `person` by ON DELETE CASCADE: deleting her row deletes it all.
"""

from sqlalchemy import (
    JSON,
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
    text,
)

from shnor_domain.storage.schema.base import Id, Instant, metadata

person = Table(
    "person",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(80), nullable=False),
    Column("name_key", String(160), nullable=False, index=True),
    Column("zone", String(40), nullable=False),
    Column("state", String(10), nullable=False),
    Column("created", Instant, nullable=False),
    Column("left_at", Instant),
    Column("seen", Instant),
    # an id is never given to a second person: what anonymous totals once pointed to stays nobody
    sqlite_autoincrement=True,
)

account = Table(
    "account",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", Id, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("active", Boolean, nullable=False),
    Column("since", Instant, nullable=False),
    Column("unreachable_since", Instant),
    Column("unreachable_reason", String(20)),
)
Index(
    "uq_account_active",
    account.c.person_id,
    unique=True,
    sqlite_where=text("active"),
    postgresql_where=text("active"),
)

preferences = Table(
    "preferences",
    metadata,
    Column("person_id", Id, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("quiet_from", Integer, nullable=False),
    Column("quiet_to", Integer, nullable=False),
    Column("save_traffic", Boolean, nullable=False),
    Column("names", String(10)),
    Column("notices", String(10), nullable=False),
    # minutes after midnight; NULL is the usual hour of her roles
    Column("digest_at", Integer),
    Column("leave_until", Date),
    Column("deputy_id", Id, ForeignKey("person.id", ondelete="SET NULL"), index=True),
    CheckConstraint("quiet_from BETWEEN 0 AND 1439 AND quiet_to BETWEEN 0 AND 1439", name="quiet_minutes"),
)

consent = Table(
    "consent",
    metadata,
    Column("person_id", Id, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("given", Instant, nullable=False),
    Column("withdrawn", Instant),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    Column("actor_id", Id, ForeignKey("person.id", ondelete="SET NULL"), index=True),
    Column("about_id", Id, ForeignKey("person.id", ondelete="SET NULL"), index=True),
    Column("action", String(40), nullable=False),
    Column("subject", String(60), nullable=False),
    Column("details", JSON, nullable=False),
)
