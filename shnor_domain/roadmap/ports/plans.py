"""Plans and their items."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from shnor_domain.identity import SchoolId, Territory
from shnor_domain.roadmap.model import Delay, Item, ItemId, ItemState, Late, Plan, PlanId


class PlanStore(Protocol):
    """Plans and their items."""

    async def add(self, plan: Plan, items: Sequence[Item]) -> PlanId:
        """Store a plan with its items; their ids and plan are given here, a `parent` is the place of the parent in
        `items`, counted from 0.
        """
        ...

    async def plan(self, plan: PlanId) -> Plan | None:
        """One plan."""
        ...

    async def within(self, territories: Collection[Territory]) -> Sequence[Plan]:
        """Plans that lie inside any of `territories`, the latest first."""
        ...

    async def item(self, item: ItemId) -> Item | None:
        """One item."""
        ...

    async def hold(self, item: ItemId) -> Item | None:
        """One item, which nobody else changes until the unit ends."""
        ...

    async def items(self, plan: PlanId) -> Sequence[Item]:
        """All items of a plan in its order."""
        ...

    async def parts(self, item: ItemId) -> Sequence[Item]:
        """What municipalities and schools do of it, by id."""
        ...

    async def part_states(self, item: ItemId) -> Mapping[ItemState, int]:
        """How many of `parts` stand how; empty for an item without parts."""
        ...

    async def owned_by(self, owners: Collection[Territory]) -> Sequence[Item]:
        """Items of exactly these owners that have no parts and did not leave their plan, by last day, then number."""
        ...

    async def due_about(self, owner: Territory, since: date, until: date, returned: datetime) -> Sequence[Item]:
        """Open items without parts of the owners of one municipality (its own and its schools'; for a region its own),
        or of one school, with a window that is due, or by its plan was due, from `since` to `until`, or with evidence
        returned after `returned`.
        """
        ...

    async def late(self, where: Territory, today: date) -> Late:
        """Open items inside a territory, without parts, of which a window was due before `today` that nothing is
        confirmed for."""
        ...

    async def on_review(self, unit: Territory) -> Sequence[Item]:
        """Items with evidence that waits, of one municipality with its schools, of a region its own; by the instant
        of sending, then number.
        """
        ...

    async def on_review_within(
        self, territories: Collection[Territory], schools: Collection[SchoolId]
    ) -> Sequence[Item]:
        """The same inside any of `territories`, or of `schools`."""
        ...

    async def set_state(
        self,
        item: ItemId,
        state: ItemState,
        *,
        sent: datetime | None = None,
        returned: datetime | None = None,
        confirmed: int | None = None,
    ) -> None:
        """Change the state; `confirmed` and instants that are not given stay as they are, `sent` goes when the state
        is open."""
        ...

    async def set_delay(self, item: ItemId, delay: Delay | None) -> None:
        """Why it is late."""
        ...
