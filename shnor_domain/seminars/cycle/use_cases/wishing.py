"""A teacher's own wishes (I4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor, PersonId, SchoolId, SubjectId, Territory
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.seminars.access import schools_wished_for
from shnor_domain.seminars.cycle.dates import require_wishing
from shnor_domain.seminars.cycle.model import CatalogueTopic, Cycle, TopicWish, WishState
from shnor_domain.seminars.cycle.offers import checked_topic
from shnor_domain.seminars.cycle.seeing import region_day
from shnor_domain.seminars.errors import AlreadyWished, TooManyWishes
from shnor_domain.seminars.model import CatalogueId, CycleId, WishId
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.topics import topic_key
from shnor_domain.work import Opens

MOST_WISHES = 5
"""Of one person in a cycle: topics are gathered, not lists."""


@dataclass(frozen=True, slots=True)
class WishTopic:
    """A teacher or lead, for a school of hers: a topic of the catalogue, or in her own words.

    Refused: `NotFound` for a school of others, a cycle of another region or a topic that is on offer no more,
    `NotAnnounced`, `CollectingOver`, `CycleOver`, `TooManyWishes`, `AlreadyWished`, `Invalid("topic", …)`.
    """

    write: Opens[SeminarWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CycleId, school: SchoolId, topic: CatalogueId | str) -> TopicWish:
        """Her own words that say what the catalogue says are a wish for the catalogue's topic."""
        now, person = self.clock.now(), person_of(actor)
        async with self.write() as work:
            cycle, where = await _wished_in(work, actor, which, school)
            title, catalogue, subject = await _topic(work, cycle, topic)
            key = topic_key(title) or ""
            operation = f"wish:{which}:{school}:{catalogue or 'own'}"
            if (done := await work.applied.result(operation)) is not None:
                return await _own(work, person, WishId(int(done)))
            require_wishing(cycle, await region_day(work, cycle.region, now))
            await work.seminar_wishes.hold_person(person)
            live = [each for each in await work.seminar_wishes.of(person, which) if each.state is not _WITHDRAWN]
            if any(each.key == key or (catalogue is not None and each.catalogue == catalogue) for each in live):
                raise AlreadyWished
            if len(live) >= MOST_WISHES:
                raise TooManyWishes(most=MOST_WISHES)
            new = TopicWish(WishId(0), which, person, where, title, key, now, catalogue=catalogue, subject=subject)
            wish = await work.seminar_wishes.add(new)
            await work.applied.save(operation, str(wish))
            return await _own(work, person, wish)


@dataclass(frozen=True, slots=True)
class MyTopicWishes:
    """Every person with consent: her own."""

    read: Opens[SeminarWork]

    async def __call__(self, actor: Actor, which: CycleId) -> Sequence[TopicWish]:
        """Of one cycle, the oldest first; what she has withdrawn is left out."""
        async with self.read() as work:
            mine = await work.seminar_wishes.of(person_of(actor), which)
        return [each for each in mine if each.state is not _WITHDRAWN]


@dataclass(frozen=True, slots=True)
class WithdrawTopicWish:
    """Its author. Refused: `NotFound` for others, `Stale` where a request has taken it along."""

    write: Opens[SeminarWork]

    async def __call__(self, actor: Actor, wish: WishId) -> None:
        """She may wish for something else then."""
        operation, person = f"unwish:{wish}", person_of(actor)
        async with self.write() as work:
            await _own(work, person, wish)
            if await work.applied.result(operation) is not None:
                return
            if not await work.seminar_wishes.withdraw(wish):
                raise Stale
            await work.applied.save(operation, "withdrawn")


_WITHDRAWN = WishState.WITHDRAWN


async def _wished_in(work: SeminarWork, actor: Actor, which: CycleId, school: SchoolId) -> tuple[Cycle, Territory]:
    """The cycle and the school, where they are of one region and the actor belongs to the school, which is open."""
    cycle = await work.seminar_cycles.get(which)
    mine = any(each.school == school for each in schools_wished_for(actor))
    where = await work.lands.of_school(school) if mine else None
    if cycle is None or where is None or where.region != cycle.region:
        raise NotFound
    return cycle, where


async def _topic(
    work: SeminarWork, cycle: Cycle, topic: CatalogueId | str
) -> tuple[str, CatalogueId | None, SubjectId | None]:
    offered: Sequence[CatalogueTopic] = await work.seminar_cycles.catalogue(cycle.id)
    if isinstance(topic, str):
        typed = checked_topic(topic)
        same = (each for each in offered if topic_key(each.offer.title) == topic_key(typed))
        found = next(same, None)
        if found is None:
            return typed, None, None
    else:
        found = next((each for each in offered if each.id == topic), None)
        if found is None:
            raise NotFound
    return found.offer.title, found.id, found.offer.subject


async def _own(work: SeminarWork, person: PersonId, wish: WishId) -> TopicWish:
    found = await work.seminar_wishes.get(wish)
    if found is None or found.person != person:
        raise NotFound
    return found
