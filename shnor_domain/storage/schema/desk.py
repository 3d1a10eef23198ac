"""What a host writes to who is booked, and what went to somebody's calendar."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from shnor_domain.storage.schema.base import Id, Instant, metadata

meeting_letter = Table(
    "meeting_letter",
    metadata,
    Column("id", Id, primary_key=True),
    Column("session_id", ForeignKey("session.id"), nullable=False, index=True),
    Column("host_id", BigInteger, nullable=False, index=True),
    Column("text", Text),
    Column("sent", Instant, nullable=False),
    Column("told", Integer, nullable=False),
)
"""`text` is empty once its writer has left: the number of letters of a meeting stays."""

calendar_file = Table(
    "calendar_file",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", BigInteger, nullable=False),
    Column("about", String(40), nullable=False),
    Column("uid", String(36), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("mark", String(16), nullable=False),
    UniqueConstraint("person_id", "about", name="uq_calendar_file_person_about"),
)
"""`about` is «booking:17» or «session:4»; `mark` a fingerprint of what the calendar was told last."""
