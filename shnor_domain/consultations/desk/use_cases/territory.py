"""«График проведения консультаций» of a territory, and which subjects are asked for there (R149, R156)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.consultations.desk.use_cases.week import week_of
from shnor_domain.consultations.use_cases.hosting import Meeting, meetings_of
from shnor_domain.consultations.use_cases.oversight import SlotsInScope
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import COORDINATOR_ROLES, Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TerritoryWeek:
    """Meetings of seven days of the reader's own calendar from `first` on, by start: numbers, no visitors."""

    first: date
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class ShowTerritoryWeek:
    """Coordinators of a region or municipality, deputies too; others are refused with `NotAllowed`."""

    read: Opens[DeskWork]
    clock: Clock
    in_scope: SlotsInScope

    async def __call__(self, actor: Actor, ahead: int = 0) -> TerritoryWeek:
        """Meetings of the slots in her scope, `ahead` weeks (0 to 3) after her today, called off ones too."""
        cards = await self.in_scope(actor)
        first, since, until = week_of(self.clock.now(), actor.zone, ahead)
        async with self.read() as work:
            found = await meetings_of(work, cards, since, until)
        return TerritoryWeek(first, tuple(each for each in found if each.occurrence.starts >= since))


@dataclass(frozen=True, slots=True)
class CountWishes:
    """Coordinators: how many people of their territory ask for a consultation on a subject; others are refused with
    `NotAllowed`. Who asked, and about what, stays with the hosts."""

    read: Opens[DeskWork]

    async def __call__(self, actor: Actor) -> tuple[tuple[str, int], ...]:
        """Names of subjects with their numbers of open wishes, in the order of the catalogue."""
        if actor.person is None or not actor.has(*COORDINATOR_ROLES):
            raise NotAllowed
        regions = {place.territory.region for place in actor.places if place.territory.region is not None}
        async with self.read() as work:
            counts = Counter(
                wish.subject
                for wish in await work.consultation_requests.waiting(regions)
                if actor.reaches(wish.territory, *COORDINATOR_ROLES)
            )
            names = await work.directory.subjects()
        return tuple((name, counts[subject]) for subject, name in names.items() if counts[subject])
