"""Results are entered, taken back and marked (R050–R060, R066). Who corrects becomes who entered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.results.access import ENTERING, WATCHING, require_any, require_judging, unit_of
from shnor_domain.results.entering import Entry, by_year, checked, checked_source
from shnor_domain.results.model import Result, Unit
from shnor_domain.results.ports import ResultsWork
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.territories.model import SchoolYear
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class EnterResults:
    """The school's lead; coordinators, observers and admins whose territory it lies in. `Invalid` as
    `entering.checked` and `checked_source`.
    """

    write: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, entries: Sequence[Entry], source: str) -> int:
        """Writes all of them at once and tells how many. What stood there is overwritten, a mark of bias stays."""
        require_any(actor, ENTERING)
        now = self.clock.now()
        async with self.write() as work:
            where, unit = await _entered(work, actor, school)
            operation = f"results:{school}"
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            without_ege = school in await work.results.without_ege([school])
            good, line = checked(entries, now.date(), without_ege), checked_source(source)
            rows = [
                Result(where, one.year, one.procedure, one.participants, one.below, line, unit, actor.person, now)
                for one in good
            ]
            await work.results.save(rows, keep_mark=True)
            await work.audit.add(_entry(now, actor, "results-enter", school, by_year(good)))
            await work.applied.save(operation, str(len(rows)))
        return len(rows)


@dataclass(frozen=True, slots=True)
class DropResult:
    """A value entered in a wrong place is taken back by whoever may enter there. `Stale` when it is gone."""

    write: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, year: SchoolYear, procedure: ProcedureCode) -> None:
        """«Нет данных» from now on."""
        require_any(actor, ENTERING)
        now = self.clock.now()
        async with self.write() as work:
            await _entered(work, actor, school)
            operation = f"result-drop:{school}:{year}:{procedure}"
            if await work.applied.result(operation) is not None:
                return
            if not await work.results.drop(school, year, procedure):
                raise Stale
            await work.audit.add(_entry(now, actor, "results-drop", school, {str(year): procedure}))
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class MarkBiased:
    """Signs of bias are marked by who watches the school's territory, never by who leads it (R066). `Stale` when
    there is no such result.
    """

    write: Opens[ResultsWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId, year: SchoolYear, procedure: ProcedureCode, biased: bool
    ) -> None:
        """Sets or takes off; numbers and who entered them stay."""
        require_any(actor, WATCHING)
        now = self.clock.now()
        async with self.write() as work:
            where = await work.results.territory(school)
            if where is None:
                raise NotFound
            require_judging(actor, where)
            operation = f"result-mark:{school}:{year}:{procedure}"
            if await work.applied.result(operation) is not None:
                return
            if not await work.results.mark(school, year, procedure, biased):
                raise Stale
            action = "results-bias" if biased else "results-no-bias"
            await work.audit.add(_entry(now, actor, action, school, {str(year): procedure}))
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class SetWithoutEge:
    """«Без ЕГЭ»: an основная school has six procedures (R060). By whoever enters results there."""

    write: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, without: bool) -> None:
        """Again changes nothing; results of ЕГЭ that are there stay and are shown."""
        require_any(actor, ENTERING)
        now = self.clock.now()
        async with self.write() as work:
            await _entered(work, actor, school)
            operation = f"without-ege:{school}"
            if await work.applied.result(operation) is not None:
                return
            await work.results.set_without_ege(school, without)
            action = "results-no-ege" if without else "results-ege"
            await work.audit.add(_entry(now, actor, action, school, {}))
            await work.applied.save(operation, "done")


async def _entered(work: ResultsWork, actor: Actor, school: SchoolId) -> tuple[Territory, Unit]:
    """Where the school lies and as whom the actor enters; `NotFound` for a school of others."""
    where = await work.results.territory(school)
    unit = None if where is None else unit_of(actor, where)
    if where is None or unit is None:
        raise NotFound
    return where, unit


def _entry(now: datetime, actor: Actor, action: str, school: SchoolId, details: Details) -> AuditEntry:
    return AuditEntry(now, actor.person, action, f"school:{school}", details=details)
