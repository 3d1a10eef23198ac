"""`shnor-bot import`"""

import argparse
import asyncio
from pathlib import Path

from bot import database, operator_texts
from bot.commands import base
from bot.failures import StartFailure
from bot.settings import Settings

KINDS = ("municipalities", "schools", "people", "consultation-days")


def add_to(commands: base.Commands) -> None:
    """A kind and a file; by default the report is shown and a question asked."""
    command = base.add(commands, "import", operator_texts.IMPORT, _handle)
    command.add_argument("kind", choices=KINDS, help=operator_texts.IMPORT_KIND)
    command.add_argument("file", type=Path, help=operator_texts.IMPORT_FILE)
    choice = command.add_mutually_exclusive_group()
    choice.add_argument("--yes", action="store_true", help=operator_texts.IMPORT_YES)
    choice.add_argument("--report", action="store_true", help=operator_texts.IMPORT_REPORT)


def _handle(options: argparse.Namespace) -> int:
    settings = base.ready()
    file: Path = options.file
    if not file.is_file():
        raise StartFailure(operator_texts.no_such_file("import", str(file)))
    return asyncio.run(_import(settings, options.kind, file, yes=options.yes, report=options.report))


async def _import(settings: Settings, kind: str, file: Path, *, yes: bool, report: bool) -> int:
    from bot.importing import import_file  # pandas takes seconds to import: only for the commands that need it

    await database.require(settings)
    return await import_file(settings, kind, file, yes=yes, report_only=report)
