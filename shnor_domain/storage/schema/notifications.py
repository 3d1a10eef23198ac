"""The calendar of everything that must be said (ADR 1), and what command menu each chat has."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from shnor_domain.storage.schema.base import Id, Instant, metadata

notification = Table(
    "notification",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(120), nullable=False),
    # no foreign key: `forget` deletes a person's rows
    Column("person_id", Id, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("subject", String(60), nullable=False),
    Column("due", Instant, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("act_by", Instant),
    Column("on_site", Boolean, nullable=False),
    Column("late_after", Instant),
    Column("over_at", Instant),
    Column("since", Instant),
    Column("evening", Boolean, nullable=False, server_default=text("false")),
    Column("news", Boolean, nullable=False),
    Column("mailing", Boolean, nullable=False),
    Column("state", String(10), nullable=False),
    # when delivery looks at the row next: `due`, the end of the night, or for a sent one the instant of its other
    # face; NULL is never
    Column("wake", Instant),
    Column("lease", Instant),
    Column("face", String(10), nullable=False),
    Column("known", JSON(none_as_null=True)),
    Column("attempts", Integer, nullable=False),
    Column("error", Text),
    Column("sent_at", Instant),
    Column("message_ref", String(80)),
    # when it was held, ended, or given another face last; NULL for one that only waits or went
    Column("marked_at", Instant),
    UniqueConstraint("key", name="uq_notification_key"),
    sqlite_autoincrement=True,
)
_WAITING = text("wake IS NOT NULL")
Index(
    "ix_notification_wake",
    notification.c.mailing,
    notification.c.wake,
    notification.c.id,
    sqlite_where=_WAITING,
    postgresql_where=_WAITING,
)
# what is told to many takes turns: the first due of each subject is found at once, however many wait
_MAILING = text("mailing AND wake IS NOT NULL")
Index(
    "ix_notification_mailing",
    notification.c.subject,
    notification.c.wake,
    notification.c.id,
    sqlite_where=_MAILING,
    postgresql_where=_MAILING,
)
_SENDING = text("state = 'sending'")
Index("ix_notification_sending", notification.c.person_id, sqlite_where=_SENDING, postgresql_where=_SENDING)
# copies of an announcement are counted by state, without a look at the rows
Index("ix_notification_subject", notification.c.subject, notification.c.state)
Index("ix_notification_person", notification.c.person_id, notification.c.state)

chat_menu = Table(
    "chat_menu",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", String(64), nullable=False),
)
