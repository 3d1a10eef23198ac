"""Pictures that the messenger already has, by what is drawn on them: a cache, nothing personal."""

from sqlalchemy import BigInteger, Column, String, Table

from shnor_domain.storage.schema.base import Instant, metadata

picture = Table(
    "picture",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("key", String(64), primary_key=True),
    Column("file_id", String(200), nullable=False),
    Column("made_at", Instant, nullable=False, index=True),
)
