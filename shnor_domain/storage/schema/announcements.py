"""Announcements, whom each of them is for, and who has said «ознакомлен(а)».

`region_id` and `municipality_id` of an announcement are what it was told in the name of; of a recipient, with
`school_id`, the place within that territory through which she was reached.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    text,
)

from shnor_domain.storage.schema.base import Id, Instant, metadata

announcement = Table(
    "announcement",
    metadata,
    Column("id", Id, primary_key=True),
    Column("sender_id", Id, ForeignKey("person.id", ondelete="SET NULL"), index=True),
    Column("role", String(30), nullable=False),
    Column("region_id", Id),
    Column("municipality_id", Id),
    # criteria, read and written whole
    Column("audience", JSON, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("photo", String(40)),
    Column("photo_name", String(255), nullable=False, server_default=text("''")),
    # sha256 of the bytes: what makes two files the same
    Column("photo_digest", String(64)),
    Column("document", String(40)),
    Column("document_name", String(255), nullable=False, server_default=text("''")),
    Column("document_digest", String(64)),
    Column("link_text", String(60)),
    Column("link_url", Text),
    Column("acknowledge", Boolean, nullable=False),
    Column("book", Boolean, nullable=False),
    Column("subject", String(40)),
    Column("starts_at", Instant),
    Column("starts_day", Date),
    Column("starts_hour", Time),
    Column("urgent", Text),
    Column("state", String(10), nullable=False),
    Column("why", String(20)),
    Column("confirmed", Instant, nullable=False),
    Column("begins", Instant, nullable=False),
    Column("corrected", Instant),
    Column("ended", Instant),
    # since when its words are gone; keys of its files stay until their bodies are gone from the disk
    Column("erased", Instant),
    Column("reminds_id", Id, ForeignKey("announcement.id", ondelete="SET NULL"), index=True),
    # who came later is not told: the last place and the last pair at the confirmation
    Column("last_place", Id, nullable=False),
    Column("last_pair", Id, nullable=False),
    # the last person whose row is laid; NULL once all are
    Column("laid_to", Id, server_default=text("0")),
    # the last copy that was told to wear the correction; NULL when there is nothing to correct
    Column("corrected_to", Id),
    Column("asleep", Boolean, nullable=False, server_default=text("false")),
    Column("settled", Boolean, nullable=False, server_default=text("false")),
    CheckConstraint("(starts_day IS NULL) = (starts_hour IS NULL)", name="wall_whole"),
    CheckConstraint("(link_text IS NULL) = (link_url IS NULL)", name="link_whole"),
    sqlite_autoincrement=True,
)
UNSETTLED = text("NOT settled")
Index("ix_announcement_unsettled", announcement.c.id, sqlite_where=UNSETTLED, postgresql_where=UNSETTLED)
Index("ix_announcement_digest", announcement.c.digest, announcement.c.confirmed)
Index("ix_announcement_where", announcement.c.region_id, announcement.c.municipality_id)

announcement_recipient = Table(
    "announcement_recipient",
    metadata,
    Column("id", Id, primary_key=True),
    Column("announcement_id", Id, ForeignKey("announcement.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", Id, ForeignKey("person.id", ondelete="SET NULL"), index=True),
    Column("role", String(30), nullable=False),
    Column("region_id", Id),
    Column("municipality_id", Id),
    Column("school_id", Id),
    Column("acknowledged", Instant),
    # what became of her copy and when, once her notices are deleted
    Column("outcome", String(12)),
    Column("outcome_at", Instant),
    UniqueConstraint("announcement_id", "person_id", name="uq_announcement_recipient_person"),
)
