"""What `shnor-bot import roadmap` does: the report of a plan, a question, the writing."""

import asyncio
from dataclasses import replace
from pathlib import Path

from bot import operator_texts
from bot.clock import SystemClock
from bot.commands.import_data import PlanWanted
from bot.failures import StartFailure
from bot.import_files import ImportFiles
from bot.importing import OPERATOR, agreed, say
from bot.inviting import place_named
from bot.settings import Settings
from bot.worker.plans import WorkerPlans
from bot.worker.pool import WorkerPool
from handlers.registration.views import place_words
from handlers.roadmap.bringing.period_words import years_words
from handlers.roadmap.bringing.words import report_lines
from handlers.texts import Texts
from shnor_domain.errors import DomainError
from shnor_domain.identity import Territory
from shnor_domain.roadmap.bringing.answers import Answers
from shnor_domain.roadmap.bringing.report import Missing, PlanReport
from shnor_domain.roadmap.imports.windows import stated
from shnor_domain.roadmap.use_cases.bring_plan import ConfirmPlan, ReadPlan, ShowPlan
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from shnor_domain.tables import LARGEST_FILE
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.subjects import FillReference


async def import_plan(settings: Settings, file: Path, wanted: PlanWanted, *, yes: bool, report_only: bool) -> int:
    """Print the report, ask (unless `yes`), write. Exit code 0; 1 when rows need a person. Raises `StartFailure` when
    it is not said for whom the plan is, or for which years.

    Periods that are not understood are written without days only with `wanted.without_date`.
    """
    texts = Texts()
    if await asyncio.to_thread(lambda: file.stat().st_size) > LARGEST_FILE:
        raise StartFailure(texts.plain("error-bad-file", reason="too-big"))
    body = await asyncio.to_thread(file.read_bytes)
    database, pool = Database(settings.database_url), WorkerPool()
    units, files = Units(database), ImportFiles(settings.files_dir)
    try:
        await FillReference(units.write)()
        answers = await _answers(texts, units, wanted)
        ports = (units.read, SystemClock(), WorkerPlans(pool), files)
        report = await ReadPlan(*ports)(OPERATOR, file.name, body, answers)
        if wanted.move and report.past and report.moves:
            moved = replace(report.answers, years=report.moves[0])
            report = await ShowPlan(*ports)(OPERATOR, report.file, report.name, moved)
        try:
            say(*report_lines(texts, report, await _place(texts, units, answers.territory)))
            if await _may_write(texts, report, wanted, yes=yes, report_only=report_only):
                confirmed = replace(report.answers, without_date=wanted.without_date)
                confirm = ConfirmPlan(units.write, *ports)
                await confirm(OPERATOR, report.file, report.name, confirmed, report.digest)
                say(texts.plain("bring-cli-written", items=len(report.items), parts=report.parts))
        finally:
            await files.forget(report.file)
        return 1 if report.questions or report.in_doubt or report.unknown else 0
    except DomainError as error:
        facts = {name: str(value) for name, value in error.facts.items()}
        raise StartFailure(texts.plain(f"error-{error.code}", **facts)) from error
    finally:
        await pool.close()
        await database.close()


async def _answers(texts: Texts, units: Units, wanted: PlanWanted) -> Answers:
    territory = await place_named(units, wanted.region, wanted.municipality)
    if territory == Territory():
        raise StartFailure(operator_texts.PLAN_WHERE)
    window = None
    if wanted.years is not None:
        found = stated([wanted.years])
        if len(found) != 1:
            raise StartFailure(operator_texts.plan_years(wanted.years, [years_words(texts, each) for each in found]))
        window = found[0]
    return Answers(window=window, territory=territory)


async def _may_write(texts: Texts, report: PlanReport, wanted: PlanWanted, *, yes: bool, report_only: bool) -> bool:
    """Whether it is all said, and agreed to."""
    if report_only:
        say(texts.plain("import-cancelled"))
        return False
    if Missing.YEARS in report.missing:
        raise StartFailure(operator_texts.plan_years(None, [years_words(texts, each) for each in report.windows]))
    if report.questions and not wanted.without_date:
        say(operator_texts.PLAN_OPEN)
        return False
    if yes or await agreed(texts, "bring-cli-question"):
        return True
    say(texts.plain("import-cancelled"))
    return False


async def _place(texts: Texts, units: Units, territory: Territory | None) -> str:
    if territory is None:
        return ""
    names = await NameTerritories(units.read)([territory])
    return place_words(texts, names[territory])
