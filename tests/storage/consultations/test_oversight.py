"""A coordinator changes another's slot: its host hears of it, the log knows. Windows come only where one may book."""

from datetime import date, time

import pytest

from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import ExtraWindow
from shnor_domain.consultations.use_cases.calling_off import CancelSession, CloseDay, EndSlot, OpenDay
from shnor_domain.consultations.use_cases.link import SendLink
from shnor_domain.consultations.use_cases.windows import AddWindow
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, Territory
from tests.support.consultations import MONDAY, YAKUTIA, Republic, methodist, teacher

HOST, ANNA = methodist(1), teacher(2)
COORDINATOR = Actor(PersonId(8), 8, places=(Place(PlaceId(8), Role.REGIONAL_COORDINATOR, Territory(YAKUTIA)),))
DAY = date(2026, 11, 30)


async def told(land: Republic, subject: str) -> list[tuple[int, str]]:
    async with land.units.read() as work:
        rows = await work.notices.of_subject(subject)
    return [(row.notice.person, row.notice.kind) for row in rows if row.state.value == "planned"]


async def logged(land: Republic) -> list[tuple[str, PersonId | None]]:
    async with land.units.read() as work:
        return [(entry.action, entry.about) for entry in await work.audit.about(PersonId(8))]


async def test_the_host_hears_of_a_day_that_a_coordinator_closed_though_nobody_was_booked(land: Republic) -> None:
    key = await land.publishes(HOST)
    assert await CloseDay(land.units.write, land.clock)(COORDINATOR, key.slot, DAY) == 0
    assert await told(land, f"slot:{key.slot}") == [(1, "consultation-host-session-cancelled")]


async def test_the_host_hears_once_of_a_slot_that_a_coordinator_ended(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=2)
    card = await land.book(ANNA, key, None)
    assert await EndSlot(land.units.write, land.clock)(COORDINATOR, key.slot) == 1
    assert await told(land, f"slot:{key.slot}") == [(1, "consultation-host-slot-ended")]
    assert await told(land, f"booking:{card.booking.id}") == [(2, "consultation-session-cancelled")]


async def test_the_log_knows_what_a_coordinator_changed_and_not_what_a_host_did(land: Republic) -> None:
    key = await land.publishes(HOST)
    window = ExtraWindow(date(2026, 12, 2), time(9, 0), 30)
    for who in (HOST, COORDINATOR):
        await CloseDay(land.units.write, land.clock)(who, key.slot, date(2026, 12, 7))
        await OpenDay(land.units.write, land.clock)(who, key.slot, date(2026, 12, 7))
        await AddWindow(land.units.write, land.clock)(who, key.slot, window)
    await CancelSession(land.units.write, land.clock)(COORDINATOR, key)
    await EndSlot(land.units.write, land.clock)(COORDINATOR, key.slot)
    actions = ["day-close", "day-open", "window-add", "meeting-call-off", "slot-end"]
    assert await logged(land) == [(action, HOST.person) for action in actions]


async def test_a_window_is_refused_where_nobody_could_book_it(land: Republic) -> None:
    key = await land.publishes(HOST)
    add = AddWindow(land.units.write, land.clock)
    await CloseDay(land.units.write, land.clock)(HOST, key.slot, date(2026, 12, 2))
    with pytest.raises(SessionGone):
        await add(HOST, key.slot, ExtraWindow(date(2026, 12, 2), time(10, 30), 30))
    await CancelSession(land.units.write, land.clock)(HOST, key)
    with pytest.raises(SessionGone):
        await add(HOST, key.slot, ExtraWindow(DAY, time(15, 0), 30))


async def test_who_sits_in_a_meeting_whose_link_fails_is_told_the_new_one(land: Republic) -> None:
    key = await land.publishes(HOST)
    card = await land.book(ANNA, key, None)
    land.clock.at = MONDAY
    land.clock.pass_by(minutes=5)
    send = SendLink(land.units.write, land.clock)
    assert await send(HOST, key.slot, "https://meet.example.org/another") == 1
    assert (2, "consultation-new-link") in await told(land, f"booking:{card.booking.id}")
    land.clock.pass_by(hours=1)
    assert await send(HOST, key.slot, "https://meet.example.org/third") == 0
