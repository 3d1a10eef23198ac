"""The one history of the schema: bring a database up to it, or tell how it differs."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema import metadata

R = TypeVar("R")


async def upgrade(url: str, revision: str = "head") -> None:
    """Run every step that the database lacks, in one transaction; a database that is current stays untouched."""

    def steps(connection: Connection) -> None:
        command.upgrade(config(connection), revision)

    await run(url, steps)


async def downgrade(url: str, revision: str) -> None:
    """Take steps back to `revision` («base» is the empty database); for the test that walks the stairs."""

    def steps(connection: Connection) -> None:
        command.downgrade(config(connection), revision)

    await run(url, steps)


async def is_current(url: str) -> bool:
    """True when the database stands at the newest step."""
    newest = ScriptDirectory.from_config(config()).get_current_head()
    return await run(url, lambda connection: MigrationContext.configure(connection).get_current_revision() == newest)


async def differences(url: str) -> list[str]:
    """What the database has otherwise than the tables in code, one line each; empty when they agree (`alembic
    check`)."""

    def compare(connection: Connection) -> list[str]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return [str(difference) for difference in compare_metadata(context, metadata)]

    return await run(url, compare)


async def run(url: str, work: Callable[[Connection], R]) -> R:
    """Do `work` over a synchronous connection in one transaction of its own."""
    database = Database(url)
    try:
        async with database.write() as connection:
            return await connection.run_sync(work)
    finally:
        await database.close()


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings: where the steps are and the connection that they run over."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings
