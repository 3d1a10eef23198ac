"""`shnor-bot migrate`"""

import argparse
import asyncio
import sys

from bot import database, operator_texts
from bot.commands import base
from bot.settings import Settings


def add_to(commands: base.Commands) -> None:
    """With --check nothing is changed."""
    command = base.add(commands, "migrate", operator_texts.MIGRATE, _handle)
    command.add_argument("--check", action="store_true", help=operator_texts.MIGRATE_CHECK)


def _handle(options: argparse.Namespace) -> int:
    settings = base.ready()
    return asyncio.run(_check(settings) if options.check else _upgrade(settings))


async def _upgrade(settings: Settings) -> int:
    from shnor_domain.storage import migrate

    await database.require(settings)
    await migrate.upgrade(settings.database_url)
    return 0


async def _check(settings: Settings) -> int:
    from shnor_domain.storage import migrate

    await database.require(settings)
    differences = await migrate.differences(settings.database_url)
    good = not differences and await migrate.is_current(settings.database_url)
    sys.stdout.writelines(f"{difference}\n" for difference in differences)
    sys.stdout.write(f"{operator_texts.DATABASE_IS_CURRENT if good else operator_texts.DATABASE_IS_OLD}\n")
    return 0 if good else 1
