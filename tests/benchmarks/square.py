"""A town whose people are teachers of one school, and what their coordinator announces to them."""

from datetime import date

from sqlalchemy import insert

from handlers.announcements.notices import AnnouncementNotices
from shnor_domain.announcements.audience import AnnouncementId, Audience
from shnor_domain.announcements.content import Content
from shnor_domain.announcements.model import Draft
from shnor_domain.announcements.ports import Scope
from shnor_domain.announcements.use_cases.carrying import CarryOnAnnouncements
from shnor_domain.identity import PersonId, Role
from shnor_domain.notifications.kinds import Kinds
from shnor_domain.storage.schema.places import place
from shnor_domain.territories.use_cases.naming import NameTerritories
from tests.benchmarks.town import Town
from tests.support.announced import TEXTS, as_coordinator
from tests.support.evidence_files import BodiesHere
from tests.support.notices import NOW

SENDER = PersonId(1)
_TEACHERS = Audience(roles=frozenset({Role.TEACHER}))
_PAGE = 10_000


async def seat(here: Town, people: int) -> None:
    """People 1…`people` at their school; the first of them coordinates too."""
    async with here.units.write() as work:
        region = await work.municipalities.add_region("Республика", None)
        await work.municipalities.add(region, "Ближний", "Asia/Yakutsk", None)
    seat = {"region_id": region, "municipality_id": 1, "school_id": 1, "starts": date(2026, 9, 1), "verified": True,
            "deputy": False}  # fmt: skip
    async with here.database.write() as connection:
        for begin in range(1, people + 1, _PAGE):
            those = range(begin, min(begin + _PAGE, people + 1))
            await connection.execute(
                insert(place), [{"person_id": n, "role": Role.TEACHER.value, **seat} for n in those]
            )
        coordinator = {"person_id": SENDER, "role": Role.MUNICIPAL_COORDINATOR.value, **seat, "school_id": None}
        await connection.execute(insert(place).values(**coordinator))


async def draft_and_scope(here: Town, content: Content) -> tuple[Draft, Scope]:
    """To all of them, now."""
    async with here.units.read() as work:
        unit = (await work.municipalities.within(None))[0]
    by = as_coordinator(unit.territory)
    return Draft(by, _TEACHERS, content), Scope(by.territory, _TEACHERS, NOW.date(), NOW, SENDER)


async def confirm(here: Town, draft: Draft) -> AnnouncementId:
    """Nothing is laid yet."""
    async with here.units.write() as work:
        return await work.announcements.add(draft, SENDER, NOW, NOW)


async def lay(here: Town) -> None:
    """All that is confirmed."""
    job = carrying(here)
    while await job():
        pass


def carrying(here: Town) -> CarryOnAnnouncements:
    """The job of every second."""
    return CarryOnAnnouncements(here.units.read, here.units.write, here.clock)


def copies(here: Town) -> Kinds:
    """The checks and views with which `bot.kinds` has announcements delivered."""
    read = here.units.read
    return Kinds(AnnouncementNotices(TEXTS, here.clock, read, NameTerritories(read), BodiesHere()).kinds())
