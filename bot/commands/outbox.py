"""`shnor-bot outbox`"""

import argparse
import asyncio
import sys

from bot import database, operator_texts
from bot.commands import base
from bot.settings import Settings


def add_to(commands: base.Commands) -> None:
    """Everything, only what failed, or send one row again."""
    command = base.add(commands, "outbox", operator_texts.OUTBOX, _handle)
    command.add_argument("--failed", action="store_true", help=operator_texts.OUTBOX_FAILED)
    command.add_argument("--requeue", type=int, metavar="ID", help=operator_texts.OUTBOX_REQUEUE)


def _handle(options: argparse.Namespace) -> int:
    settings = base.ready()
    if options.requeue is not None:
        return asyncio.run(_requeue(settings, options.requeue))
    return asyncio.run(_outbox(settings, failed_only=options.failed))


async def _outbox(settings: Settings, *, failed_only: bool) -> int:
    from bot.outbox_report import outbox_lines

    await database.require(settings)
    sys.stdout.writelines(f"{line}\n" for line in await outbox_lines(settings, failed_only=failed_only))
    return 0


async def _requeue(settings: Settings, notice: int) -> int:
    from bot.outbox_report import requeue

    await database.require(settings)
    done = await requeue(settings, notice)
    sys.stdout.write(f"{operator_texts.OUTBOX_REQUEUED if done else operator_texts.OUTBOX_NOT_REQUEUED}\n")
    return 0 if done else 1
