"""Alembic runs this file for every command; the connection always comes from `shnor_domain.storage.migrate`."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from shnor_domain.storage.schema import metadata
from shnor_domain.storage.schema.base import Instant


def plain_types(kind: str, value: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as what the database sees: a step must not change when the code does."""
    return "sa.BigInteger()" if kind == "type" and isinstance(value, Instant) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=True,
    render_item=plain_types,
    # SQLite cannot alter most things in place: batches copy the table
    render_as_batch=True,
)
context.run_migrations()
