"""How often an item is done, and when next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.people.model.days import local_day
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.roadmap.cards import seen_item
from shnor_domain.roadmap.model import ItemId
from shnor_domain.roadmap.periods.model import Recurrence
from shnor_domain.roadmap.periods.recurring import occurrences
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.territories.ports import CalendarStore
from shnor_domain.work import Opens


class RecurringWork(RoadmapWork, Protocol):
    """A unit that knows the subject days of a region too."""

    @property
    def calendars(self) -> CalendarStore: ...


@dataclass(frozen=True, slots=True)
class Recurs:
    """`how` None for what is done once. `weekdays` are those of the region's subject days, 0 is Monday; `next` is today
    or later, None when there is none any more, or no subject has a day."""

    how: Recurrence | None = None
    weekdays: Sequence[int] = ()
    next: date | None = None


@dataclass(frozen=True, slots=True)
class RecurrenceOf:
    """As `ShowItem`."""

    read: Opens[RecurringWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: ItemId) -> Recurs:
        """On the day of the item's owner."""
        person_of(actor)
        async with self.read() as work:
            item = await seen_item(work, actor, which)
            how, region = item.period.recurs, item.owner.region
            if how is None:
                return Recurs()
            today = local_day(self.clock.now(), await work.plan_lands.zone_of(item.owner))
            weekdays: list[int] = []
            if how is Recurrence.SUBJECT_DAY and region is not None:
                weekdays = sorted({day.weekday for day in await work.calendars.subject_days(region)})
        return Recurs(how, weekdays, next(occurrences(item.period, weekdays, today), None))
