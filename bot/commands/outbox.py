"""`shnor-bot outbox`"""

import argparse
import asyncio
import sys

from bot import database, operator_texts
from bot.commands import base
from bot.settings import Settings


def add_to(commands: base.Commands) -> None:
    """Everything, or only what failed."""
    command = base.add(commands, "outbox", operator_texts.OUTBOX, _handle)
    command.add_argument("--failed", action="store_true", help=operator_texts.OUTBOX_FAILED)


def _handle(options: argparse.Namespace) -> int:
    settings = base.ready()
    return asyncio.run(_outbox(settings, failed_only=options.failed))


async def _outbox(settings: Settings, *, failed_only: bool) -> int:
    from bot.outbox_report import outbox_lines

    await database.require(settings)
    sys.stdout.writelines(f"{line}\n" for line in await outbox_lines(settings, failed_only=failed_only))
    return 0
