"""Bringing a plan in: a report first, and nothing written until exactly this report is confirmed."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, Stale
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.roadmap.access import MANAGING
from shnor_domain.roadmap.bringing.answers import Answers
from shnor_domain.roadmap.bringing.errors import PlanChanged
from shnor_domain.roadmap.bringing.preparing import Source, allowed, read_source, report_of, territories_of
from shnor_domain.roadmap.bringing.report import PlanReport
from shnor_domain.roadmap.bringing.writing import units, written
from shnor_domain.roadmap.imports.reader import PlanReader
from shnor_domain.roadmap.model import Item, PlanId
from shnor_domain.roadmap.ports.bringing import BringingWork
from shnor_domain.roadmap.use_cases.steps import plan_unit
from shnor_domain.territories.ports import ImportFiles
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BringsPlansFor:
    """Whom plans may be brought for: territories of a coordinator, the empty one for an admin; nothing to others."""

    async def __call__(self, actor: Actor) -> Sequence[Territory]:
        """Each once, in the order of her places."""
        return territories_of(actor)


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A coordinator or admin asks what a file with a plan would make. Refused: `NotAllowed` before the file is looked
    at, `BadFile`."""

    read: Opens[BringingWork]
    clock: Clock
    plan_reader: PlanReader
    import_files: ImportFiles

    async def __call__(self, actor: Actor, name: str, body: bytes, answers: Answers | None = None) -> PlanReport:
        """`name` with its extension; the body waits under the report's `file`."""
        answers = allowed(actor, answers or Answers())
        found = await read_source(Source("", name, body), answers, self.read, self.plan_reader)
        source = Source(await self.import_files.keep(body, actor.person), name, body)
        async with self.read() as work:
            return await report_of(work, replace(found, source=source), self.clock.now())


@dataclass(frozen=True, slots=True)
class ShowPlan:
    """The report of a file that waits, with the answers so far. Refused: `NotAllowed`, `NotFound` for a territory of
    others, `Stale` when the file is gone."""

    read: Opens[BringingWork]
    clock: Clock
    plan_reader: PlanReader
    import_files: ImportFiles

    async def __call__(self, actor: Actor, file: str, name: str, answers: Answers) -> PlanReport:
        """`file` and `name` as the first report had them."""
        answers = allowed(actor, answers)
        source = await _source(self.import_files, file, name)
        found = await read_source(source, answers, self.read, self.plan_reader)
        async with self.read() as work:
            return await report_of(work, found, self.clock.now())


@dataclass(frozen=True, slots=True)
class ConfirmPlan:
    """Who read the report confirms it by its digest: the plan, its items and their parts are written at once.

    Refused: as `ShowPlan`; `PlanNotReady` while something has to be said, `PlanChanged` when it would be another plan
    by now. The same tap fed twice writes once.
    """

    write: Opens[BringingWork]
    read: Opens[BringingWork]
    clock: Clock
    plan_reader: PlanReader
    import_files: ImportFiles

    async def __call__(self, actor: Actor, file: str, name: str, answers: Answers, digest: str) -> PlanId:
        """The plan. Steps of the coming days are planned behind it, a municipality at a time (L2)."""
        answers, operation = allowed(actor, answers), f"plan-bring:{digest}"
        async with self.read() as work:
            if (done := await work.applied.result(operation)) is not None:
                return PlanId(int(done))
        source = await _source(self.import_files, file, name)
        found = await read_source(source, answers, self.read, self.plan_reader)
        async with self.write() as work:
            if actor.person is not None:
                await work.people.hold(actor.person)  # the second of two taps at once sees the plan of the first
            now = self.clock.now()
            report = await report_of(work, found, now)
            plan, items = written(report, now)
            if report.digest != digest:
                raise PlanChanged
            made = await work.plans.add(plan, items)
            details: Details = {"programme": plan.programme.value, "items": len(report.items), "parts": report.parts}
            await work.audit.add(AuditEntry(now, actor.person, "plan-bring", f"plan:{made}", details=details))
            await work.applied.save(operation, str(made))
        await self.import_files.forget(file)
        await self._plan_steps(items)
        return made

    async def _plan_steps(self, items: list[Item]) -> None:
        """What the daily job would do; what fails or is cut short here is done by it: the plan stands already."""
        for unit in units(items):
            try:
                async with self.write() as work:
                    await plan_unit(work, unit, self.clock.now())
            except Exception:
                logger.exception("items of %s could not be planned", unit)


@dataclass(frozen=True, slots=True)
class DropPlan:
    """«Не надо»: the file is forgotten and nothing is written. `NotAllowed` to who brings no plans."""

    import_files: ImportFiles

    async def __call__(self, actor: Actor, file: str) -> None:
        """Again changes nothing."""
        if not actor.has(*MANAGING):
            raise NotAllowed
        await self.import_files.forget(file)


async def _source(files: ImportFiles, key: str, name: str) -> Source:
    body = await files.read(key)
    if body is None:
        raise Stale
    return Source(key, name, body)
