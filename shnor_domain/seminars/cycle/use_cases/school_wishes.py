"""What the teachers of a school wish for, for its lead (I4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, SchoolId, Territory
from shnor_domain.seminars.cycle.model import TopicWish
from shnor_domain.seminars.cycle.seeing import cycle_read
from shnor_domain.seminars.model import CatalogueId, CycleId, WishId
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.territories.access import leads
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
        topics = [_topic(same, names) for same in _together(wishes)]
        return sorted(topics, key=lambda each: -len(each.wishes))


def _together(wishes: Iterable[TopicWish]) -> Iterable[list[TopicWish]]:
    """Wishes of one topic, of the catalogue or by its words."""
    found: dict[object, list[TopicWish]] = {}
    for wish in wishes:
        found.setdefault(wish.catalogue or wish.key, []).append(wish)
    return found.values()


def _topic(same: Sequence[TopicWish], names: Mapping[PersonId, str]) -> WishedTopic:
    first = same[0]
    named = tuple(names[each.person] for each in same if each.person is not None and each.person in names)
    return WishedTopic(first.topic or "", first.catalogue, named, tuple(each.id for each in same))
