"""Entering a table of competence by hand, subject by subject."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.competence.access import ENTERING, require_unit
from shnor_domain.competence.errors import BadCounts
from shnor_domain.competence.model import MOST, Counts, Headcount, SubjectCounts, checked_counts
from shnor_domain.competence.placing import about_table, around, named_table, stored
from shnor_domain.competence.ports import CompetenceWork
from shnor_domain.competence.summing import as_seen, summary_of
from shnor_domain.errors import Invalid, NotAllowed
from shnor_domain.identity import Actor, SubjectId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.territories.model import SchoolYear, school_year_of
from shnor_domain.work import Opens

FIRST_YEAR = SchoolYear(2015)


@dataclass(frozen=True, slots=True)
class EnterCounts:
    """Coordinators, analysts and methodists in their territory, a lead for her school: the counts of one subject.

    Refused: `NotAllowed` to who enters none, `NotFound` elsewhere, `Invalid("where", "level")` for a region as a whole,
    `Invalid("year", "unclear")`, `Invalid("subject", "unknown")`, `BadCounts`.
    """

    write: Opens[CompetenceWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, where: Territory, year: SchoolYear, subject: SubjectId, counts: Counts
    ) -> None:
        """Replaces what was there, whoever entered it; the same update again changes nothing more, whatever was entered
        in between."""
        _require(actor)
        async with self.write() as work:
            found, unit = _placed(actor, await stored(work, where))
            operation = f"count:{named_table(found, year, subject)}"
            if await work.applied.result(operation) is not None:
                return
            now = self.clock.now()
            if not FIRST_YEAR <= year <= school_year_of(now.date()):
                raise Invalid("year", "unclear")
            if subject not in {one.code for one in await work.subjects.all()}:
                raise Invalid("subject", "unknown")
            row = SubjectCounts(found, year, subject, checked_counts(counts), unit, now, actor.person)
            await work.competence.put(row)
            await work.audit.add(AuditEntry(now, actor.person, "competence-enter", about_table(found, year, subject)))
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class DropCounts:
    """Who may enter takes a subject out of a table. Refused as `EnterCounts`."""

    write: Opens[CompetenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, year: SchoolYear, subject: SubjectId) -> None:
        """Again changes nothing."""
        _require(actor)
        async with self.write() as work:
            found, _ = _placed(actor, await stored(work, where))
            operation = f"uncount:{named_table(found, year, subject)}"
            if await work.applied.result(operation) is not None:
                return
            if await work.competence.drop(found, year, subject):
                entry = AuditEntry(self.clock.now(), actor.person, "competence-drop", about_table(found, year, subject))
                await work.audit.add(entry)
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class EnterHeadcount:
    """Who may enter says how many people a table counts in all, or takes that back with None.

    Refused as `EnterCounts`; `BadCounts` «more-people» where all positions are hers to see and are fewer.
    """

    write: Opens[CompetenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, year: SchoolYear, people: int | None) -> None:
        """Replaces what was there."""
        _require(actor)
        async with self.write() as work:
            found, unit = _placed(actor, await stored(work, where))
            operation = f"people:{named_table(found, year)}"
            if await work.applied.result(operation) is not None:
                return
            now = self.clock.now()
            if people is None:
                await work.competence.drop_headcount(found, year)
            else:
                await _check(work, actor, found, year, people)
                await work.competence.put_headcount(Headcount(found, year, people, unit, now, actor.person))
            await work.audit.add(AuditEntry(now, actor.person, "competence-people", about_table(found, year)))
            await work.applied.save(operation, "done")


async def _check(work: CompetenceWork, actor: Actor, where: Territory, year: SchoolYear, people: int) -> None:
    """A refusal must not tell of positions that she does not see: beside one of them nothing is compared."""
    if not 0 < people <= MOST:
        raise BadCounts("too-large" if people > 0 else "nothing")
    rows = as_seen(actor, await work.competence.rows(around(where), year))
    own = [row for row in rows if row.where == where]
    told = summary_of(where, own, {}, ())
    if own and not told.left_out and people > told.total.positions:
        raise BadCounts("more-people")


def _require(actor: Actor) -> None:
    if not actor.has(*ENTERING):
        raise NotAllowed


def _placed(actor: Actor, where: Territory | None) -> tuple[Territory, Territory]:
    found, unit = require_unit(actor, where)
    if found.municipality is None:
        raise Invalid("where", "level")
    return found, unit
