"""What the teachers of a school wish for, for its lead (I4)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, SchoolId, Territory
from shnor_domain.seminars.cycle.model import TopicWish
from shnor_domain.seminars.cycle.seeing import cycle_read
from shnor_domain.seminars.model import CatalogueId, CycleId, WishId
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.territories.access import leads
from shnor_domain.topics import topic_key
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class WishedTopic:
    """One topic with those who wish for it, as they call themselves; `catalogue` where the institute offers it."""

    topic: str
    catalogue: CatalogueId | None
    names: tuple[str, ...]
    wishes: tuple[WishId, ...]


@dataclass(frozen=True, slots=True)
class WishesOfSchool:
    """The school's lead; others are refused with `NotFound`, whatever else they see of the school."""

    read: Opens[SeminarWork]

    async def __call__(self, actor: Actor, which: CycleId, school: SchoolId) -> Sequence[WishedTopic]:
        """Open wishes, the topic with most people first, then the earlier one."""
        if actor.person is None or not leads(actor, Territory(school=school)):
            raise NotFound
        async with self.read() as work:
            await cycle_read(work, actor, which)
            wishes = await work.seminar_wishes.open_of([school], which)
            people = await work.people.many({each.person for each in wishes if each.person is not None})
            names = {person: found.name for person, found in people.items()}
        topics = [_topic(same, names) for same in together(wishes)]
        return sorted(topics, key=lambda each: -len(each.wishes))


def together(wishes: Iterable[TopicWish]) -> Collection[Sequence[TopicWish]]:
    """Wishes of one topic, by the words that it has now: those of the catalogue and those in a teacher's own."""
    found: dict[str | None, list[TopicWish]] = {}
    for wish in wishes:
        found.setdefault(topic_key(wish.topic), []).append(wish)
    return found.values()


def _topic(same: Sequence[TopicWish], names: Mapping[PersonId, str]) -> WishedTopic:
    first = same[0]
    named = tuple(names[each.person] for each in same if each.person is not None and each.person in names)
    offered = next((each.catalogue for each in same if each.catalogue is not None), None)
    return WishedTopic(first.topic or "", offered, named, tuple(each.id for each in same))
