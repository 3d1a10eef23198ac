"""What the institute offers in a half-year: who runs the seminar writes it, everybody of the region reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, RegionId, SubjectId
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.seminars.cycle.dates import require_editable
from shnor_domain.seminars.cycle.model import ASKING, CatalogueTopic, Cycle, Offer, Phase, phase
from shnor_domain.seminars.cycle.notices import subject_of
from shnor_domain.seminars.cycle.offers import checked_offer
from shnor_domain.seminars.cycle.seeing import cycle_run, region_day
from shnor_domain.seminars.model import CatalogueId, CycleId
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.topics import topic_key
from shnor_domain.work import Opens

MOST_TOPICS = 60
"""Of one catalogue."""


@dataclass(frozen=True, slots=True)
class OpenCycle:
    """A cycle that is announced, for its region."""

    cycle: Cycle
    phase: Phase
    today: date
    topics: tuple[CatalogueTopic, ...]

    @property
    def wishing(self) -> bool:
        """Whether teachers may wish today."""
        return self.phase is Phase.COLLECTING and self.today <= self.cycle.dates.wishes_until


@dataclass(frozen=True, slots=True)
class OpenCatalogue:
    """Whoever has a place in a region reads what is announced there; nothing for others."""

    read: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[OpenCycle]:
        """Announced cycles of her regions that are not over, the earliest half-year first."""
        if actor.person is None:
            return []
        now, found = self.clock.now(), list[OpenCycle]()
        async with self.read() as work:
            for region in _regions(actor):
                today = await region_day(work, region, now)
                for cycle in await work.seminar_cycles.of_region(region):
                    stands = phase(cycle, today)
                    if stands in ASKING:
                        topics = tuple(await work.seminar_cycles.catalogue(cycle.id))
                        found.append(OpenCycle(cycle, stands, today, topics))
        return found


@dataclass(frozen=True, slots=True)
class AddCatalogueTopic:
    """Who runs the seminar, until collecting is over.

    Refused: `NotFound`, `CycleOver`, `CollectingOver`, `Invalid` (`offers.checked_offer`; `title` that is there
    `twice`, `topics` out of `range`).
    """

    write: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CycleId, offer: Offer) -> CatalogueTopic:
        """The topic as it stands in the catalogue."""
        operation, now = f"catalogue-add:{which}", self.clock.now()
        async with self.write() as work:
            cycle = await cycle_run(work, actor, which, hold=True)
            if (done := await work.applied.result(operation)) is not None:
                return await _topic(work, CatalogueId(int(done)), cycle)
            require_editable(cycle, await region_day(work, cycle.region, now))
            topics = await work.seminar_cycles.catalogue(which)
            if len(topics) >= MOST_TOPICS:
                raise Invalid("topics", "range")
            checked = _alone(checked_offer(offer, await _subjects(work)), topics)
            added = await work.seminar_cycles.add_topic(which, checked)
            await work.audit.add(AuditEntry(now, actor.person, "catalogue-add", f"catalogue:{added.id}"))
            await work.applied.save(operation, str(added.id))
            return added


@dataclass(frozen=True, slots=True)
class ChangeCatalogueTopic:
    """As `AddCatalogueTopic`, of a topic that is on offer; who has wished for it wishes for what it says then."""

    write: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor, topic: CatalogueId, offer: Offer) -> CatalogueTopic:
        """The topic as it stands in the catalogue."""
        operation, now = f"catalogue-change:{topic}", self.clock.now()
        async with self.write() as work:
            cycle = await _cycle_of(work, actor, topic)
            found = await _topic(work, topic, cycle)
            if await work.applied.result(operation) is not None:
                return found
            require_editable(cycle, await region_day(work, cycle.region, now))
            others = [each for each in await work.seminar_cycles.catalogue(cycle.id) if each.id != topic]
            checked = _alone(checked_offer(offer, await _subjects(work)), others)
            await work.seminar_cycles.change_topic(topic, checked)
            await work.audit.add(AuditEntry(now, actor.person, "catalogue-change", f"catalogue:{topic}"))
            await work.applied.save(operation, "changed")
            return CatalogueTopic(topic, cycle.id, checked)


@dataclass(frozen=True, slots=True)
class DropCatalogueTopic:
    """As `AddCatalogueTopic`; what was wished for stays with who wished it."""

    write: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor, topic: CatalogueId) -> None:
        """It is offered no more; again changes nothing."""
        operation, now = f"catalogue-drop:{topic}", self.clock.now()
        async with self.write() as work:
            cycle = await _cycle_of(work, actor, topic)
            if await work.applied.result(operation) is not None:
                return
            await _topic(work, topic, cycle)
            require_editable(cycle, await region_day(work, cycle.region, now))
            await work.seminar_cycles.withdraw_topic(topic, now)
            await work.audit.add(
                AuditEntry(now, actor.person, "catalogue-drop", subject_of(cycle.id), details={"topic": topic})
            )
            await work.applied.save(operation, "dropped")


async def _cycle_of(work: SeminarWork, actor: Actor, topic: CatalogueId) -> Cycle:
    found = await work.seminar_cycles.topic(topic)
    if found is None:
        raise NotFound
    return await cycle_run(work, actor, found.cycle, hold=True)


async def _topic(work: SeminarWork, topic: CatalogueId, cycle: Cycle) -> CatalogueTopic:
    found = await work.seminar_cycles.topic(topic)
    if found is None or found.cycle != cycle.id or found.withdrawn is not None:
        raise NotFound
    return found


async def _subjects(work: SeminarWork) -> frozenset[SubjectId]:
    return frozenset(each.code for each in await work.subjects.all() if each.active)


def _alone(offer: Offer, others: Sequence[CatalogueTopic]) -> Offer:
    if topic_key(offer.title) in {topic_key(each.offer.title) for each in others}:
        raise Invalid("title", "twice")
    return offer


def _regions(actor: Actor) -> Sequence[RegionId]:
    found = {place.territory.region for place in actor.places if place.verified}
    return sorted(region for region in found if region is not None)
