"""One MetaData with named constraints: names are what the code translates errors by."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Integer, MetaData
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = BigInteger().with_variant(Integer(), "sqlite")
"""A growing key on both databases: SQLite only numbers rows of INTEGER PRIMARY KEY by itself."""


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant kept as whole seconds since 1970: the same order and equality on both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuse naive instants: they have no meaning here."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive instant")
        return int(value.timestamp())

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Give the instant back in UTC."""
        return None if value is None else datetime.fromtimestamp(value, UTC)
