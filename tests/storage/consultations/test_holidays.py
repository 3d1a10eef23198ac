"""Holidays of the host's own calendar take weekly meetings out, for visitor, host and open schedule alike."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import BookingState, ExtraWindow, SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession, CloseDay
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.hosting import HostDesk, OneMeeting, OneSlot
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.consultations.use_cases.offers import OfferedTimes, Times
from shnor_domain.consultations.use_cases.open_schedule import OpenSchedule
from shnor_domain.consultations.use_cases.windows import AddWindow
from shnor_domain.identity import Actor, MunicipalityId, RegionId, Territory
from shnor_domain.territories.calendar import DayOff, Week
from tests.support.consultations import CHEMISTRY, MOMSKY, OSSETIA, YAKUTIA, YAKUTSK, Republic, methodist, teacher

REGIONAL, IN_TOWN = methodist(1), methodist(4, Territory(YAKUTIA, YAKUTSK))
ANNA, BELLA = teacher(2), teacher(3)
DECEMBER_29 = datetime(2026, 12, 29, 3, 0, tzinfo=UTC)
JANUARY_4, JANUARY_11 = (datetime(2027, 1, day, 6, 0, tzinfo=UTC) for day in (4, 11))
MONDAY = date(2027, 1, 4)


async def is_off(
    land: Republic,
    *days: date,
    region: RegionId | None = None,
    municipality: MunicipalityId | None = None,
    week: Week = Week.ALL,
) -> None:
    async with land.units.write() as work:
        for day in days:
            await work.calendars.put_day_off(DayOff(day, week, "Праздник", "table", region, municipality))


async def slot_at(land: Republic, host: Actor = REGIONAL, **changes: object) -> SessionKey:
    """The host's Monday, and its meeting of 4 January; the clock of the story stands at 29 December."""
    land.clock.at = DECEMBER_29
    return SessionKey((await land.publishes(host, **{"first_day": date(2026, 12, 1)} | changes)).slot, JANUARY_4)


async def times(land: Republic, host: Actor = REGIONAL, who: Actor = ANNA) -> Times:
    assert host.person is not None
    return await OfferedTimes(land.units.read, land.clock)(who, CHEMISTRY, host.person)


async def starts(land: Republic, host: Actor = REGIONAL) -> list[datetime]:
    return [opening.occurrence.starts for opening in (await times(land, host)).openings]


async def test_a_federal_holiday_is_offered_to_nobody_and_stands_on_no_desk(land: Republic) -> None:
    key = await slot_at(land)
    assert (await starts(land))[0] == JANUARY_4
    await is_off(land, MONDAY)
    offered = await times(land)
    assert (offered.openings[0].occurrence.starts, offered.resumes) == (JANUARY_11, JANUARY_11)
    with pytest.raises(SessionGone):
        await land.book(ANNA, key, None)
    desk = await HostDesk(land.units.read, land.clock)(REGIONAL)
    assert desk.meetings[0].occurrence.starts == JANUARY_11
    page = await OneSlot(land.units.read, land.clock)(REGIONAL, key.slot)
    assert (page.meetings[0].occurrence.starts, page.holidays) == (JANUARY_11, (MONDAY,))
    with pytest.raises(SessionGone):
        await OneMeeting(land.units.read)(REGIONAL, key)
    [line] = await OpenSchedule(land.units.read, land.clock)(YAKUTIA)
    assert line.resumes == JANUARY_11


async def test_nothing_is_said_while_a_meeting_comes_before_the_holidays(land: Republic) -> None:
    await slot_at(land)
    await is_off(land, MONDAY)
    land.clock.at = datetime(2026, 12, 28, 5, 0, tzinfo=UTC)
    # today's meeting is too near to be booked, but it takes place
    offered = await times(land)
    assert (offered.openings[0].occurrence.starts, offered.resumes) == (JANUARY_11, None)
    assert [card.resumes for card in await OpenSchedule(land.units.read, land.clock)(YAKUTIA)] == [None]


@pytest.mark.parametrize(
    ("row", "host", "off"),
    [
        ({"region": YAKUTIA}, REGIONAL, True),
        ({"region": OSSETIA}, REGIONAL, False),
        ({"region": YAKUTIA, "municipality": YAKUTSK}, REGIONAL, False),
        ({"region": YAKUTIA, "municipality": YAKUTSK}, IN_TOWN, True),
        ({"region": YAKUTIA, "municipality": MOMSKY}, IN_TOWN, False),
        ({"week": Week.FIVE_DAY}, IN_TOWN, True),
        ({"week": Week.FIVE_DAY}, REGIONAL, True),
        ({"week": Week.WORKING}, IN_TOWN, False),
    ],
)
async def test_the_calendar_is_that_of_the_slots_own_municipality_or_region(
    land: Republic, row: dict[str, object], host: Actor, off: bool
) -> None:
    await slot_at(land, host, open_to=host.places[0].territory)
    await is_off(land, MONDAY, **row)  # type: ignore[arg-type]
    page = await OneSlot(land.units.read, land.clock)(
        host, (await HostDesk(land.units.read, land.clock)(host)).slots[0].slot.id
    )
    assert (page.holidays == (MONDAY,), page.meetings[0].occurrence.starts == JANUARY_11) == (off, off)


async def test_a_day_carried_from_a_saturday_does_not_hold_for_a_six_day_week(land: Republic) -> None:
    await slot_at(land, IN_TOWN, open_to=Territory(YAKUTIA, YAKUTSK))
    async with land.units.write() as work:
        await work.calendars.set_week(YAKUTSK, 6)
    await is_off(land, MONDAY, week=Week.FIVE_DAY)
    [line] = await OpenSchedule(land.units.read, land.clock)(YAKUTIA)
    assert line.resumes is None
    assert (await HostDesk(land.units.read, land.clock)(IN_TOWN)).meetings[0].occurrence.starts == JANUARY_4


async def test_a_saturday_of_a_host_is_no_holiday(land: Republic) -> None:
    await slot_at(land, weekday=5)
    assert (await starts(land))[0] == datetime(2027, 1, 2, 6, 0, tzinfo=UTC)


async def test_who_is_booked_on_a_day_that_becomes_a_holiday_is_not_touched(land: Republic) -> None:
    key = await slot_at(land, capacity=2)
    card = await land.book(ANNA, key, None)
    await is_off(land, MONDAY)
    assert (await MyBooking(land.units.read, land.clock)(ANNA, card.booking.id)).booking.state is BookingState.BOOKED
    desk = await HostDesk(land.units.read, land.clock)(REGIONAL)
    assert (desk.meetings[0].occurrence.starts, desk.meetings[0].booked) == (JANUARY_4, 1)
    assert (await times(land, who=BELLA)).openings[0].seats == 1
    await CancelBooking(land.units.write, land.clock)(ANNA, card.booking.id, None)
    assert (await starts(land))[0] == JANUARY_11


async def test_what_was_called_off_on_a_holiday_stays_off(land: Republic) -> None:
    key = await slot_at(land)
    await land.book(ANNA, key, None)
    await is_off(land, MONDAY)
    assert await CancelSession(land.units.write, land.clock)(REGIONAL, key) == 1
    assert (await starts(land))[0] == JANUARY_11


async def test_a_host_meets_on_a_holiday_by_a_window(land: Republic) -> None:
    key = await slot_at(land)
    await is_off(land, MONDAY)
    assert await AddWindow(land.units.write, land.clock)(REGIONAL, key.slot, ExtraWindow(MONDAY, time(15), 45)) == key
    offered = await times(land)
    assert (offered.openings[0].occurrence.starts, offered.resumes) == (JANUARY_4, None)
    await land.book(ANNA, key, None)
    assert await CloseDay(land.units.write, land.clock)(REGIONAL, key.slot, MONDAY) == 1


async def test_where_holidays_leave_no_meeting_within_the_horizon_the_nearest_is_told(land: Republic) -> None:
    key = await slot_at(land, horizon=7, notice=0)
    await is_off(land, MONDAY)
    offered = await times(land)
    assert (offered.openings, offered.resumes) == ((), JANUARY_11)
    land.clock.at = datetime(2027, 1, 3, tzinfo=UTC)
    await CancelSession(land.units.write, land.clock)(REGIONAL, SessionKey(key.slot, JANUARY_11))
    assert (await times(land)).resumes == JANUARY_11 + timedelta(days=7)


async def test_a_window_booked_on_a_holiday_brings_the_weekly_meeting_not_back(land: Republic) -> None:
    key = await slot_at(land, notice=0)
    await is_off(land, MONDAY)
    early = await AddWindow(land.units.write, land.clock)(REGIONAL, key.slot, ExtraWindow(MONDAY, time(10), 45))
    await land.book(ANNA, early, None)
    assert (await starts(land))[:2] == [early.starts, JANUARY_11]
