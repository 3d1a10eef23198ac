"""What `shnor-bot import` does: the report of a table, a question, the writing."""

import asyncio
import sys
from pathlib import Path

from bot.clock import SystemClock
from bot.failures import StartFailure
from bot.import_files import ImportFiles
from bot.import_kinds import IMPORT_KINDS
from bot.inviting import deep_link, username
from bot.settings import Settings
from bot.worker.files import WorkerTables
from bot.worker.pool import WorkerPool
from handlers.imports.views import one_line, report_lines
from handlers.registration.views import place_words, role_words
from handlers.texts import Texts
from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, Place, PlaceId, Role, Territory
from shnor_domain.people.imports import PEOPLE
from shnor_domain.people.use_cases.my_links import MyInvitations
from shnor_domain.risk.use_cases.catalogue import FillFactors
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from shnor_domain.tables import LARGEST_FILE
from shnor_domain.territories.imports.report import RowState
from shnor_domain.territories.use_cases.imports import ConfirmImport, ReadImport
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.subjects import FillReference

OPERATOR = Actor(None, 0, places=(Place(PlaceId(0), Role.ADMIN, Territory()),))
"""Whoever has the machine has the installation: the command line acts as an admin without an account."""


async def import_file(settings: Settings, kind: str, file: Path, *, yes: bool, report_only: bool) -> int:
    """Print the report, ask (unless `yes`), write. Exit code 0; 1 when rows could not be used. Raises
    `StartFailure`."""
    texts = Texts()
    if await asyncio.to_thread(lambda: file.stat().st_size) > LARGEST_FILE:
        raise StartFailure(texts.plain("error-bad-file", reason="too-big"))
    body = await asyncio.to_thread(file.read_bytes)
    database, pool = Database(settings.database_url), WorkerPool()
    units, tables, files = Units(database), WorkerTables(pool), ImportFiles(settings.files_dir)
    try:
        await FillReference(units.write)()
        await FillFactors(units.write)()
        read = ReadImport(units.read, SystemClock(), tables, files, IMPORT_KINDS)
        report = await read(OPERATOR, kind, file.name, body)
        say(*report_lines(texts, report))
        counts = report.counts
        failed = 1 if counts[RowState.PROBLEM] else 0
        if counts[RowState.RENAMED]:
            say(texts.plain("import-rename-hint"))
        if not counts[RowState.NEW] + counts[RowState.CHANGED]:
            say(texts.plain("import-nothing"))
        elif report_only or not (yes or await agreed(texts)):
            say(texts.plain("import-cancelled"))
        else:
            # asked before anything is written: without the bot's name there are no links to give out
            name = await username(settings) if kind == PEOPLE.name else ""
            confirm = ConfirmImport(units.write, units.read, SystemClock(), tables, files, IMPORT_KINDS)
            written = await confirm(OPERATOR, kind, report.file, report.digest, year=report.year)
            await FillReference(units.write)()  # days off of regions that have just become known
            say(texts.plain("import-written", count=written))
            if kind == PEOPLE.name:
                await _give_out(name, texts, units)
        await files.forget(report.file)
        return failed
    except DomainError as error:
        facts = {name: str(value) for name, value in error.facts.items()}
        raise StartFailure(texts.plain(f"error-{error.code}", **facts)) from error
    finally:
        await pool.close()
        await database.close()


async def _give_out(bot: str, texts: Texts, units: Units) -> None:
    """Every invitation of the operator's that waits to be used, one a line."""
    links = await MyInvitations(units.read, SystemClock())(OPERATOR)
    named = await NameTerritories(units.read)([link.territory for link in links])
    for link in links:
        if link.role is not None:
            place = one_line(place_words(texts, named[link.territory]))
            say(f"{role_words(texts, link.role)}\t{place}\t{deep_link(bot, link.code)}")


async def agreed(texts: Texts, question: str = "import-question") -> bool:
    """Ask by the key of `question`. An end of input is a no: scripts say --yes."""
    say(texts.plain(question))
    answer = await asyncio.to_thread(sys.stdin.readline)
    return answer.strip().casefold() in {texts.plain("import-flag", value="yes"), "yes", "y"}


def say(*lines: str) -> None:
    """Print, at once."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
