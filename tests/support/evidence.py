"""A school of the village with an item, its lead, her curator and those above: acts of evidence in one line each."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bot.evidence_files import EvidenceFiles
from shnor_domain.identity import Actor, Role, SchoolId, Territory
from shnor_domain.notifications.model import NoticeState, StoredNotice
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.roadmap.evidence import Evidence, EvidenceKind
from shnor_domain.roadmap.model import Item, ItemId, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.roadmap.sending import Sent
from shnor_domain.roadmap.use_cases.items import ShowItem
from shnor_domain.roadmap.use_cases.review import ConfirmEvidence, ReopenItem, ReturnEvidence
from shnor_domain.roadmap.use_cases.send import SendEvidence
from tests.support.village import ORDER, Village, whose

SEPTEMBER = datetime(2026, 9, 1, tzinfo=UTC)
WINDOW = Window(date(2026, 9, 1), date(2026, 12, 10))
"""Until a Thursday."""
MONDAY = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
"""Noon in Якутск."""
TEXT = Sent(EvidenceKind.TEXT, "Договор подписан")


def item(owner: Territory, **more: Any) -> Item:
    """One measure, open."""
    made = Item(ItemId(0), PlanId(0), None, 1, "1", "Договор", Period("до 10 декабря", (WINDOW,)), owner, SEPTEMBER)
    return replace(made, **more)


@dataclass
class Street:
    """`school`, its people, and a folder for files; `use` builds use cases over them."""

    village: Village
    folder: Path
    people: dict[str, Actor] = field(default_factory=dict)

    @property
    def files(self) -> EvidenceFiles:
        return EvidenceFiles(self.folder)

    def bodies(self) -> list[Path]:
        """What lies on the disk."""
        return sorted((self.folder / "evidence").glob("*"))

    def use(self, case: Any) -> Any:
        clock = self.village.clock
        return self.village.use(case, evidence_files=self.files, real=clock)

    async def keeps(self, *items: Item) -> list[Item]:
        """A plan of the region with these items, numbered as they come."""
        items = tuple(replace(each, position=number) for number, each in enumerate(items, 1))
        year = Window(date(2026, 9, 1), date(2027, 5, 31))
        plan = Plan(PlanId(0), "План", Programme.ROADMAP, self.village.region, year, "", SEPTEMBER)
        async with self.village.units.write() as work:
            return list(await work.plans.items(await work.plans.add(plan, items)))

    async def item(self, which: Item) -> Item:
        async with self.village.units.read() as work:
            found = await work.plans.item(which.id)
        assert found is not None
        return found

    async def sends(self, who: str, which: Item, sent: Sent = TEXT) -> Evidence:
        made: Evidence = await self.use(SendEvidence)(self.people[who], which.id, sent)
        return made

    async def confirms(self, who: str, version: Evidence) -> None:
        await self.use(ConfirmEvidence)(self.people[who], version.id)

    async def returns(self, who: str, version: Evidence, *remarks: str) -> None:
        await self.use(ReturnEvidence)(self.people[who], version.id, remarks)

    async def reopens(self, who: str, version: Evidence, *remarks: str) -> None:
        await self.use(ReopenItem)(self.people[who], version.id, remarks)

    async def card(self, who: str, which: Item) -> Any:
        return await self.use(ShowItem)(self.people[who], which.id)

    async def versions(self, which: Item) -> list[Evidence]:
        async with self.village.units.read() as work:
            return list(await work.evidence.of_item(which.id))

    async def rows(self, kind: str, *states: NoticeState) -> list[StoredNotice]:
        """Notices of one kind, those that wait unless `states` say otherwise."""
        async with self.village.units.read() as work:
            found = await work.notices.in_state(states or [NoticeState.PLANNED], 1_000)
        return sorted((row for row in found if row.notice.kind == kind), key=lambda row: row.id)


async def settled_street(village: Village, folder: Path) -> Street:
    """Lead and curator of the school, coordinators, a mentor, an observer, and strangers from elsewhere."""
    street = Street(village, folder)
    village.clock.at = MONDAY
    for name, role, where in (
        ("lead", Role.SCHOOL_LEAD, village.school),
        ("teacher", Role.TEACHER, village.school),
        ("curator", Role.SCHOOL_CURATOR, village.municipality),
        ("district", Role.MUNICIPAL_COORDINATOR, village.municipality),
        ("region", Role.REGIONAL_COORDINATOR, village.region),
        ("observer", Role.OBSERVER, village.region),
        ("other lead", Role.SCHOOL_LEAD, village.second_school),
        ("other district", Role.MUNICIPAL_COORDINATOR, village.far_municipality),
    ):
        street.people[name] = await village.settled(role, where)
    await appoints(street, "curator", village.school)
    return street


async def appoints(street: Street, who: str, school: Territory) -> None:
    """A curator of a school, by order."""
    helper, place = whose(street.people[who]), SchoolId(school.school or 0)
    pair = Pair(PairId(0), PairKind.SCHOOL, helper, place, ORDER, date(2026, 9, 1), None, None, None)
    async with street.village.units.write() as work:
        await work.pairs.add(pair)
    street.people[who] = await street.village.actor(street.people[who].chat)
