"""`shnor-bot import`"""

import argparse
import asyncio
from dataclasses import dataclass
from pathlib import Path

from bot import database, operator_texts
from bot.commands import base
from bot.failures import StartFailure
from bot.settings import Settings

PLAN = "roadmap"
KINDS = (
    "municipalities",
    "schools",
    "people",
    "consultation-days",
    "competence",
    "results",
    "clusters",
    "risk-profiles",
    PLAN,
)


@dataclass(frozen=True, slots=True)
class PlanWanted:
    """What an operator says of a plan: places and years as typed."""

    region: str | None = None
    municipality: str | None = None
    years: str | None = None
    move: bool = False
    without_date: bool = False


def add_to(commands: base.Commands) -> None:
    """A kind and a file; by default the report is shown and a question asked."""
    command = base.add(commands, "import", operator_texts.IMPORT, _handle)
    command.add_argument("kind", choices=KINDS, help=operator_texts.IMPORT_KIND)
    command.add_argument("file", type=Path, help=operator_texts.IMPORT_FILE)
    choice = command.add_mutually_exclusive_group()
    choice.add_argument("--yes", action="store_true", help=operator_texts.IMPORT_YES)
    choice.add_argument("--report", action="store_true", help=operator_texts.IMPORT_REPORT)
    command.add_argument("--region", help=operator_texts.IMPORT_REGION)
    command.add_argument("--municipality", help=operator_texts.IMPORT_MUNICIPALITY)
    command.add_argument("--years", help=operator_texts.IMPORT_YEARS)
    command.add_argument("--move", action="store_true", help=operator_texts.IMPORT_MOVE)
    command.add_argument("--open-without-date", action="store_true", help=operator_texts.IMPORT_DATELESS)


def _handle(options: argparse.Namespace) -> int:
    settings = base.ready()
    file: Path = options.file
    if not file.is_file():
        raise StartFailure(operator_texts.no_such_file("import", str(file)))
    if options.kind == PLAN:
        wanted = PlanWanted(options.region, options.municipality, options.years, options.move,
                            options.open_without_date)  # fmt: skip
        return asyncio.run(_import_plan(settings, file, wanted, yes=options.yes, report=options.report))
    return asyncio.run(_import(settings, options.kind, file, yes=options.yes, report=options.report))


async def _import(settings: Settings, kind: str, file: Path, *, yes: bool, report: bool) -> int:
    from bot.importing import import_file  # pandas takes seconds to import: only for the commands that need it

    await database.require(settings)
    return await import_file(settings, kind, file, yes=yes, report_only=report)


async def _import_plan(settings: Settings, file: Path, wanted: PlanWanted, *, yes: bool, report: bool) -> int:
    from bot.importing_plan import import_plan  # as above

    await database.require(settings)
    return await import_plan(settings, file, wanted, yes=yes, report_only=report)
