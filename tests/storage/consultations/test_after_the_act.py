"""An «актированный день» stands for what is published, added or opened after it was declared: on both databases."""

import asyncio
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from shnor_domain.consultations.absences.use_cases.called_off import on_called_off
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting, PreviewMove
from shnor_domain.consultations.cards import exceptions_of
from shnor_domain.consultations.desk.use_cases.host_calendars import TakeMeeting
from shnor_domain.consultations.desk.use_cases.week import ShowWeek
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import Format, SessionKey, SessionState
from shnor_domain.consultations.rules import occurrences
from shnor_domain.consultations.use_cases.calling_off import CloseDay, OpenDay
from shnor_domain.consultations.use_cases.hosting import HostDesk, OneMeeting, OneSlot
from shnor_domain.consultations.use_cases.move import MoveBooking, TimesToMove
from shnor_domain.consultations.use_cases.offers import OfferedTimes
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue
from shnor_domain.errors import DomainError, Invalid
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, PlaceId, Role, SchoolId, Territory
from shnor_domain.territories.called_off_ports import ReactsToDay
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.at_a_lock import until_somebody_waits
from tests.support.consultations import (
    CHEMISTRY,
    MOMSKY,
    MONDAY,
    YAKUTIA,
    YAKUTSK,
    Republic,
    methodist,
    teacher,
    terms,
)

HOST, ANNA = methodist(1), teacher(2)
UNIT = Territory(YAKUTIA, MOMSKY)
CLARA = Actor(PersonId(50), 50, places=(Place(PlaceId(50), Role.MUNICIPAL_COORDINATOR, UNIT),))
DAY, TUESDAY = date(2026, 11, 30), MONDAY + timedelta(days=1)
ON_SITE: dict[str, Any] = {"format": Format.ON_SITE, "link": None, "venue": "Хонуу, кабинет 5", "open_to": UNIT}


async def declares(land: Republic, *reacts: ReactsToDay) -> None:
    await CallOffDay(land.units.write, land.clock, reacts or (on_called_off,))(CLARA, MOMSKY, DAY, "мороз")


async def undoes(land: Republic) -> None:
    await RestoreDay(land.units.write, land.clock, (on_called_off,))(CLARA, MOMSKY, DAY)


@dataclass(frozen=True)
class Time:
    """A weekly time as it lies in the database; `town` is where its host works."""

    town: MunicipalityId | None
    changes: dict[str, Any]


TIMES = {
    "on site for the ulus": (Time(None, ON_SITE), True),
    "on site for one of its schools": (
        Time(None, ON_SITE | {"open_to": Territory(YAKUTIA, MOMSKY, SchoolId(1))}),
        True,
    ),
    "on site for all, by who works there": (Time(MOMSKY, ON_SITE | {"open_to": Territory(YAKUTIA)}), True),
    "on site for all, by who works elsewhere": (Time(YAKUTSK, ON_SITE | {"open_to": Territory(YAKUTIA)}), False),
    "on site in town, by who works in the ulus": (
        Time(MOMSKY, ON_SITE | {"open_to": Territory(YAKUTIA, YAKUTSK)}),
        False,
    ),
    "online for the ulus": (Time(MOMSKY, {"open_to": UNIT}), False),
    "by telephone for the ulus": (Time(MOMSKY, ON_SITE | {"format": Format.PHONE}), False),
}


@pytest.mark.parametrize(("time", "falls"), TIMES.values(), ids=TIMES)
async def test_a_day_takes_out_of_later_times_what_it_takes_out_of_those_before_it(
    land: Republic, time: Time, falls: bool
) -> None:
    async def added() -> SessionKey:
        async with land.units.write() as work:
            return SessionKey(await work.slots.add(PersonId(1), time.town, terms(**time.changes)), MONDAY)

    before = await added()
    await declares(land)
    after = await added()
    async with land.units.read() as work:
        row = (await work.sessions.find([before])).get(before)
        fell = row is not None and row.state is SessionState.CANCELLED
        slot = await work.slots.get(after.slot)
        assert slot is not None
        met = {each.key for each in occurrences(slot, await exceptions_of(work, slot), MONDAY, TUESDAY)}
    assert (fell, after not in met) == (falls, falls)


async def test_a_time_published_after_the_act_is_nowhere_that_day_and_meets_once_it_is_undone(land: Republic) -> None:
    other = SessionKey((await land.publishes(HOST, **ON_SITE, weekday=1)).slot, TUESDAY)
    card = await land.book(ANNA, other, None)
    await declares(land)
    key = await land.publishes(HOST, **ON_SITE)
    acts = (
        land.book(teacher(3), key, None),
        JoinQueue(land.units.write, land.clock)(teacher(3), key, None),
        MoveBooking(land.units.write, land.clock)(ANNA, card.booking.id, key),
        OneMeeting(land.units.read)(HOST, key),
        TakeMeeting(land.units.write, land.clock)(HOST, key),
    )
    for act in acts:
        with pytest.raises(SessionGone):
            await act
    assert MONDAY not in await seen(land, card.booking.id)
    page = await OneSlot(land.units.read, land.clock)(HOST, key.slot)
    assert (page.called_off, page.meetings[0].occurrence.starts) == ((DAY,), MONDAY + timedelta(days=7))
    await undoes(land)
    assert (await OneSlot(land.units.read, land.clock)(HOST, key.slot)).called_off == ()
    assert [MONDAY in starts for starts in await looks(land, card.booking.id)] == [True] * 4
    moved = await MoveBooking(land.units.write, land.clock)(ANNA, card.booking.id, key)
    assert moved.booking.key == key


async def looks(land: Republic, booking: Any) -> list[set[Any]]:
    """Starts as a teacher, a visitor who moves, and the host at her desk and in her week see them."""
    land.clock.at = MONDAY - timedelta(days=6)
    offered = await OfferedTimes(land.units.read, land.clock)(teacher(3), CHEMISTRY, PersonId(1))
    moves = await TimesToMove(land.units.read, land.clock)(ANNA, booking)
    desk = await HostDesk(land.units.read, land.clock)(HOST)
    week = await ShowWeek(land.units.read, land.clock)(HOST)
    return [
        {each.occurrence.starts for each in offered.openings},
        {each.occurrence.starts for each in moves},
        {each.occurrence.starts for each in desk.meetings},
        {each.meeting.occurrence.starts for each in week.meetings},
    ]


async def seen(land: Republic, booking: Any) -> set[Any]:
    return set().union(*await looks(land, booking))


async def test_what_fell_with_the_day_stays_on_the_desk_of_its_host_as_called_off(land: Republic) -> None:
    key = await land.publishes(HOST, **ON_SITE)
    await land.book(ANNA, key, None)
    await declares(land)
    desk = await HostDesk(land.units.read, land.clock)(HOST)
    assert [each.cancelled for each in desk.meetings if each.occurrence.key == key] == [True]


async def test_a_closed_date_that_is_opened_after_the_act_meets_only_once_it_is_undone(land: Republic) -> None:
    key = await land.publishes(HOST, **ON_SITE)
    await CloseDay(land.units.write, land.clock)(HOST, key.slot, DAY)
    await declares(land)
    await OpenDay(land.units.write, land.clock)(HOST, key.slot, DAY)
    with pytest.raises(SessionGone):
        await land.book(ANNA, key, None)
    await undoes(land)
    assert (await land.book(ANNA, key, None)).booking.key == key


async def test_no_meeting_is_moved_to_a_day_that_was_declared(land: Republic) -> None:
    on_site = SessionKey((await land.publishes(HOST, **ON_SITE, weekday=1)).slot, TUESDAY)
    online = SessionKey((await land.publishes(HOST, weekday=1, open_to=UNIT)).slot, TUESDAY)
    await declares(land)
    move = MoveMeeting(land.units.write, land.clock)
    hour = terms().starts
    for refusing in (PreviewMove(land.units.read, land.clock), move):
        with pytest.raises(Invalid) as refused:
            await refusing(HOST, on_site, DAY, hour)
        assert (refused.value.field, refused.value.reason) == ("day", "called-off")
    await move(HOST, online, DAY, hour)
    await undoes(land)
    await move(HOST, on_site, DAY, hour.replace(hour=17))


async def test_a_time_published_while_the_day_is_declared_is_booked_by_nobody(land: Republic) -> None:
    declared, tried = asyncio.Event(), asyncio.Event()

    async def publishes_and_is_booked() -> str:
        await declared.wait()
        key = await land.publishes(HOST, **ON_SITE)
        try:
            await land.book(ANNA, key, None)
        except DomainError as refusal:
            return refusal.code
        finally:
            tried.set()
        return "booked"

    async def at_the_end(*_: Any) -> None:
        # the day is not saved yet: who does not wait for that books what nobody will call off
        declared.set()
        await until_somebody_waits(land.database, tried)

    _, said = await asyncio.gather(declares(land, on_called_off, at_the_end), publishes_and_is_booked())
    assert said == "session-gone"
