"""What road maps need from storage."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Audit
from shnor_domain.roadmap.model import (
    Delay,
    Evidence,
    EvidenceId,
    EvidenceState,
    Item,
    ItemId,
    ItemState,
    Late,
    Plan,
    PlanId,
    Remark,
    RemarkId,
)
from shnor_domain.territories.calendar import Calendar
from shnor_domain.work import Work


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

    async def owned_by(self, owners: Collection[Territory]) -> Sequence[Item]:
        """Items of exactly these owners that have no parts and did not leave their plan, by last day, then number."""
        ...

    async def due_about(self, owner: Territory, since: date, until: date, returned: datetime) -> Sequence[Item]:
        """Open items without parts of the owners of one municipality (its own and its schools'; for a region its own)
        with a window that ends from `since` to `until`, or with evidence returned after `returned`.
        """
        ...

    async def late(self, where: Territory, today: date) -> Late:
        """Open items inside a territory, without parts, of which a window has ended before `today`."""
        ...

    async def set_state(
        self,
        item: ItemId,
        state: ItemState,
        *,
        sent: datetime | None = None,
        returned: datetime | None = None,
    ) -> None:
        """Change the state; instants that are not given stay as they are, `sent` goes when the state is open."""
        ...

    async def set_delay(self, item: ItemId, delay: Delay | None) -> None:
        """Why it is late."""
        ...


class EvidenceStore(Protocol):
    """What was sent for items, and remarks."""

    async def add(self, evidence: Evidence) -> EvidenceId:
        """Store a version; its id is ignored. The named constraint keeps versions apart."""
        ...

    async def of_item(self, item: ItemId) -> Sequence[Evidence]:
        """All versions, the latest first."""
        ...

    async def set_state(self, evidence: EvidenceId, state: EvidenceState) -> None:
        """Change the state; an erased one loses its text and file."""
        ...

    async def add_remark(self, remark: Remark) -> RemarkId:
        """Store a remark; its id is ignored."""
        ...

    async def remarks(self, item: ItemId) -> Sequence[Remark]:
        """All remarks of an item by id."""
        ...

    async def close_remark(self, remark: RemarkId) -> bool:
        """Close one; False when it was closed already."""
        ...


class PlanPeople(Protocol):
    """Who answers for what; nobody who has left, and for decisions nobody on leave (Q4)."""

    async def leads(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[PersonId]]:
        """Verified leads of schools."""
        ...

    async def curators(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[PersonId]]:
        """Curators of schools who can decide."""
        ...

    async def coordinators(self, territory: Territory, day: date) -> Sequence[PersonId]:
        """Coordinators of a municipality, or of a region, who can decide."""
        ...

    async def of_body(self, region: RegionId, body: str) -> Sequence[PersonId]:
        """Who answers for a body of the region."""
        ...

    async def name_body(self, region: RegionId, body: str, person: PersonId) -> None:
        """Let a person answer for a body; a second time changes nothing."""
        ...

    async def unname_body(self, region: RegionId, body: str, person: PersonId) -> None:
        """Undo `name_body`."""
        ...


class PlanLands(Protocol):
    """Territories as plans need them."""

    async def units(self) -> Sequence[Territory]:
        """Every region and every municipality in which somebody owns an open item."""
        ...

    async def zone_of(self, territory: Territory) -> str:
        """Zone of the municipality (of the school); of a region that of most of its municipalities."""
        ...

    async def calendar_of(self, territory: Territory) -> Calendar:
        """Working days of the municipality; of a region a five-day week with its table."""
        ...

    async def municipalities(self, region: RegionId) -> Sequence[MunicipalityId]:
        """Of a region, by name."""
        ...

    async def project_schools(self, region: RegionId, day: date) -> Sequence[Territory]:
        """Schools of a region that are on a list of the school year of `day`, by municipality and number."""
        ...


class RoadmapWork(Work, Protocol):
    """A unit of work with all that road maps need."""

    @property
    def plans(self) -> PlanStore: ...

    @property
    def evidence(self) -> EvidenceStore: ...

    @property
    def plan_people(self) -> PlanPeople: ...

    @property
    def plan_lands(self) -> PlanLands: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def notices(self) -> NoticePlanner: ...
