"""«Что сделано» about a factor: items of the plan are tagged with it, bookings remember what they were made for."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.risk.access import require, tags
from shnor_domain.risk.deeds import Deed, DeedKind
from shnor_domain.risk.factors import FactorCode
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.seeing import catalogue, seen_school
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TagItem:
    """A lead or curator of the school, or a coordinator: this item of the school's own is about this factor. Refused:
    `ProfileByLead`, `NotAllowed`, `NotFound` (also for an item of others)."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, factor: FactorCode, item: int) -> bool:
        """False when it is tagged already."""
        async with self.write() as work:
            await _taggable(work, actor, school, factor, item)
            operation = f"risk-tag:{factor}:{item}"
            if (done := await work.applied.result(operation)) is not None:
                return bool(int(done))
            tagged = await work.factor_deeds.add(school, factor, DeedKind.ITEM, item, self.clock.now())
            if tagged:
                await _logged(work, actor, self.clock, "tagged", item, factor)
            await work.applied.save(operation, str(int(tagged)))
            return tagged


@dataclass(frozen=True, slots=True)
class UntagItem:
    """The same people take the tag away. Refused likewise."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, factor: FactorCode, item: int) -> bool:
        """False when there was none."""
        async with self.write() as work:
            await _taggable(work, actor, school, factor, item)
            operation = f"risk-untag:{factor}:{item}"
            if (done := await work.applied.result(operation)) is not None:
                return bool(int(done))
            untagged = await work.factor_deeds.drop(school, factor, DeedKind.ITEM, item)
            if untagged:
                await _logged(work, actor, self.clock, "untagged", item, factor)
            await work.applied.save(operation, str(int(untagged)))
            return untagged


@dataclass(frozen=True, slots=True)
class FactorsOfItem:
    """Who may see the school's profile: factors that an item of its own is tagged with. Refused: `ProfileByLead`,
    `NotAllowed`, `NotFound`."""

    read: Opens[RiskWork]

    async def __call__(self, actor: Actor, school: SchoolId, item: int) -> Sequence[FactorCode]:
        """By code."""
        async with self.read() as work:
            await seen_school(work, actor, school)
            return await work.factor_deeds.factors_of(school, DeedKind.ITEM, item)


@dataclass(frozen=True, slots=True)
class NoteBooking:
    """Who sees the school's profile and has booked from one of its factors: the booking counts for it. Only her own
    booking. Refused: `ProfileByLead`, `NotAllowed`, `NotFound`."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, factor: FactorCode, booking: int) -> bool:
        """False when it is noted already."""
        person = person_of(actor)
        async with self.write() as work:
            where = await seen_school(work, actor, school)
            await _known(work, where, factor)
            if await work.factor_deeds.visitor_of_booking(booking) != person:
                raise NotFound
            return await work.factor_deeds.add(school, factor, DeedKind.BOOKING, booking, self.clock.now())


@dataclass(frozen=True, slots=True)
class FactorDeeds:
    """Who may see the school's profile: what was done for a factor, one by one. Refused: `ProfileByLead`, `NotAllowed`,
    `NotFound`."""

    read: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, factor: FactorCode) -> Sequence[Deed]:
        """Items by id, then bookings by id."""
        async with self.read() as work:
            await seen_school(work, actor, school)
            return await work.factor_deeds.of_factor(school, factor, self.clock.now())


async def _taggable(work: RiskWork, actor: Actor, school: SchoolId, factor: FactorCode, item: int) -> None:
    person_of(actor)
    where = await seen_school(work, actor, school)
    require(tags(actor, where))
    await _known(work, where, factor)
    owner = await work.factor_deeds.owner_of_item(item)
    if owner is None or owner.school != school:
        raise NotFound


async def _logged(work: RiskWork, actor: Actor, clock: Clock, what: str, item: int, factor: FactorCode) -> None:
    entry = AuditEntry(clock.now(), actor.person, f"risk-item-{what}", f"item:{item}", None, {"factor": factor})
    await work.audit.add(entry)


async def _known(work: RiskWork, where: Territory, factor: FactorCode) -> None:
    if factor not in await catalogue(work, where):
        raise NotFound
