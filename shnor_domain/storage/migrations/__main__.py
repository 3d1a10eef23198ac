"""`python -m shnor_domain.storage.migrations NUMBER "What changes"` drafts the next step from the tables in code."""

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import Connection

from shnor_domain.storage import migrate


async def draft(number: str, words: str) -> None:
    """Build the newest known schema in a throw-away file and write the step that leads from it to the code."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'draft.sqlite3'}"
        await migrate.upgrade(url)

        def write(connection: Connection) -> None:
            command.revision(migrate.config(connection), message=words, rev_id=number, autogenerate=True)

        await migrate.run(url, write)


if __name__ == "__main__":
    asyncio.run(draft(sys.argv[1], sys.argv[2]))
