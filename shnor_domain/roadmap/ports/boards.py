"""Plans as people look at them: what of them lies within somebody's reach, and how far it is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol

from shnor_domain.identity import PersonId, RegionId, SchoolId, Territory
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, ItemId, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period
from shnor_domain.roadmap.standing import Counts


class By(Enum):
    """What rows of progress are about."""

    MUNICIPALITY = "municipality"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """How far one municipality or school is. `name` is empty for items that belong to none of them but to what lies
    above: the region's own among municipalities, the municipality's own among schools. `unit` is the municipality of a
    school."""

    where: Territory
    name: str
    number: int | None
    settlement: str | None
    counts: Counts
    unit: str = ""


class PlanBoard(Protocol):
    """Reads any number of rows in one statement or two; all of them keep to `reach`."""

    async def plans_for(self, reach: Collection[Territory]) -> Sequence[Plan]:
        """Plans inside of the reach, or with an item there; the latest first."""
        ...

    async def by_plan(
        self, plans: Collection[PlanId], reach: Collection[Territory], today: date
    ) -> Mapping[PlanId, Counts]:
        """How far each plan is within the reach."""
        ...

    async def tops(self, plan: PlanId, reach: Collection[Territory]) -> Sequence[Item]:
        """Items of a plan that are nobody's part, in its order: those of the reach and those with a part there."""
        ...

    async def parts_of(self, plan: PlanId, reach: Collection[Territory], today: date) -> Mapping[ItemId, Counts]:
        """How far the parts of each item of a plan are, where there are any within the reach."""
        ...

    async def parts_within(self, item: ItemId, reach: Collection[Territory]) -> Sequence[Item]:
        """Parts of an item by municipality, then number and name of the school (L8)."""
        ...

    async def leaves(
        self, plan: PlanId, reach: Collection[Territory], where: Territory | None = None
    ) -> Sequence[Item]:
        """Items of a plan without parts that did not leave it, in its order, then as `parts_within`; of the reach only
        what lies in `where`, where that is given."""
        ...

    async def shares(
        self, reach: Collection[Territory], by: By, plan: PlanId | None, today: date, where: Territory | None = None
    ) -> Sequence[ProgressRow]:
        """One row a municipality or school that owns an item, by municipality, number, name (L8); `where` as in
        `leaves`."""
        ...

    async def bodies_of(self, person: PersonId) -> Sequence[tuple[RegionId, str]]:
        """Bodies for which the person answers, by region and name."""
        ...

    async def having(self, programme: Programme, first: date, schools: Collection[SchoolId]) -> Collection[SchoolId]:
        """Which of `schools` have an item in a plan of the programme that begins on `first`."""
        ...

    async def beginning(self, programme: Programme, first: date, region: RegionId) -> Collection[Territory]:
        """The region itself and those of its municipalities that have own items in a plan of the programme that begins
        on `first`."""
        ...

    async def school(self, school: SchoolId) -> Territory | None:
        """Where a school lies, down to itself."""
        ...

    async def take_turns(self, region: RegionId) -> None:
        """Whoever else begins a plan in the region waits until the unit ends: nothing is begun twice."""
        ...

    async def next_position(self, plan: PlanId) -> int:
        """The place behind the last item; nobody else gets it until the unit ends."""
        ...

    async def add_item(self, item: Item) -> ItemId:
        """Store one item without parts into its plan; its id is ignored."""
        ...

    async def set_period(self, items: Collection[ItemId], period: Period) -> None:
        """Other words and another recurrence; windows are put by `ShiftStore.put`."""
        ...

    async def set_reviewer(self, items: Collection[ItemId], reviewer: Rung | None) -> None:
        """The level that confirms them; None: as L5 says."""
        ...

    async def drop(self, items: Collection[ItemId]) -> int:
        """Let items leave their plan that are open or wait for their reviewer; how many did."""
        ...
