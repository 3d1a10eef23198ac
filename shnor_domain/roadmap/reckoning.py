"""Steps of items that go on given days, and who hears of them now (L1, L2, L4, L5): reckoned, not laid. The planning
lays what it finds, a row that goes asks whether it would be laid still."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.identity import PersonId, SchoolId, Territory
from shnor_domain.roadmap.ladder import AFTER, Rung, Step, rungs, steps, ways_up
from shnor_domain.roadmap.model import Item, ItemId
from shnor_domain.roadmap.owning import owners_of
from shnor_domain.roadmap.periods.model import Window
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.territories.calendar import Calendar

REACH = timedelta(days=45)
"""So far from its last day a step may lie: seven working days over the longest holidays, and then some."""


@dataclass(frozen=True, slots=True)
class Due:
    """A step of one window."""

    item: Item
    window: Window
    step: Step


@dataclass(frozen=True, slots=True)
class Heard:
    """A level over the owner that hears of a step, and its people; `missing` is the highest empty level that has passed
    it upward (L4)."""

    rung: Rung
    people: Sequence[PersonId]
    missing: Rung | None


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers in one unit: owners by item, curators by school, coordinators of the municipality and the region."""

    owners: Mapping[ItemId, Collection[PersonId]]
    curators: Mapping[SchoolId, Collection[PersonId]]
    municipality: Collection[PersonId]
    region: Collection[PersonId]

    def above(self, due: Due) -> Heard | None:
        """The level that hears of a step beside the owner, None where there is none; whoever owns the item is left
        out."""
        rung = next((rung for rung in rungs(due.item.level, due.step) if rung is not Rung.OWNER), None)
        missing: Rung | None = None
        for each in () if rung is None else ways_up(rung):
            held = self._holders(each, due.item)
            if held:
                owners = self.owners[due.item.id]
                return Heard(each, [person for person in held if person not in owners], missing)
            missing = each
        return None

    def _holders(self, rung: Rung, item: Item) -> Collection[PersonId]:
        if rung is Rung.CURATOR:
            return () if item.owner.school is None else self.curators.get(item.owner.school, ())
        return self.municipality if rung is Rung.MUNICIPALITY else self.region


def due_on(items: Iterable[Item], calendar: Calendar, zone: str, days: Collection[date]) -> Iterator[Due]:
    """Steps that go on one of `days`; those of days before a return are over (L5)."""
    there = ZoneInfo(zone)
    for item in items:
        known = item.known.astimezone(there).date()
        returned = None if item.returned is None else item.returned.astimezone(there).date()
        for window in item.left:
            for step in steps(window.last, calendar, known, returned):
                if step.day in days and (returned is None or step.day >= returned):
                    yield Due(item, window, step)


async def answering(work: RoadmapWork, unit: Territory, items: Iterable[Item], today: date) -> Answering:
    """Of these items of one unit, as it is today."""
    kept = {item.id: item for item in items}
    schools = {item.owner.school for item in kept.values() if item.owner.school is not None}
    municipality: Sequence[PersonId] = ()
    if unit.municipality is not None:
        municipality = await work.plan_people.coordinators(unit, today)
    return Answering(
        await owners_of(work, kept.values(), today),
        await work.plan_people.curators(schools, today) if schools else {},
        municipality,
        await work.plan_people.coordinators(Territory(unit.region), today),
    )


def lasts_before(day: date, calendar: Calendar) -> Sequence[date]:
    """Last days of which a step after them goes on `day`, the latest first."""
    back = (day - timedelta(days=ago) for ago in range(1, REACH.days))
    return [last for last in back if day in {calendar.after(last, count) for count in AFTER}]
