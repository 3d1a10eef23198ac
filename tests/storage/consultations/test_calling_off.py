"""A host closes a day, calls a meeting off, adds a window, ends a slot; her visitors are told and free again."""

from datetime import date, time

import pytest

from shnor_domain.consultations.errors import DraftTaken, SessionGone, SessionStarted
from shnor_domain.consultations.model import BookingState, ExtraWindow
from shnor_domain.consultations.use_cases.calling_off import (
    Affected,
    CancelSession,
    CloseDay,
    EndSlot,
    OpenDay,
)
from shnor_domain.consultations.use_cases.hosting import HostDesk, OneMeeting, OneSlot
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.consultations.use_cases.open_schedule import OpenSchedule
from shnor_domain.consultations.use_cases.publish import OpenDrafts, PassDraftOn, PublishSlot
from shnor_domain.consultations.use_cases.requests import AskForConsultation, WithdrawRequest
from shnor_domain.consultations.use_cases.windows import AddWindow
from shnor_domain.errors import Invalid, NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, SubjectId, Territory
from tests.support.consultations import (
    BIOLOGY,
    CHEMISTRY,
    MOMSKY,
    MONDAY,
    OSSETIA,
    STRANGER,
    YAKUTIA,
    Republic,
    methodist,
    teacher,
    terms,
)

HOST = methodist(1)
ANNA, BELLA = teacher(2), teacher(3)


async def kinds(land: Republic, subject: str) -> list[tuple[int, str]]:
    async with land.units.read() as work:
        rows = await work.notices.of_subject(subject)
    return [(row.notice.person, row.notice.kind) for row in rows if row.state.value == "planned"]


async def test_a_called_off_meeting_tells_each_visitor_and_takes_no_more(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    cards = [await land.book(who, key, None) for who in (ANNA, BELLA)]
    assert await CancelSession(land.units.write, land.clock)(HOST, key) == 2
    for card in cards:
        own = await MyBooking(land.units.read, land.clock)(teacher(card.booking.visitor), card.booking.id)
        assert own.booking.state is BookingState.SESSION_CANCELLED
        told = await kinds(land, f"booking:{card.booking.id}")
        assert told == [(card.booking.visitor, "consultation-session-cancelled")]
    with pytest.raises(SessionGone):
        await land.book(teacher(4), key, None)
    with pytest.raises(SessionGone):
        await CancelSession(land.units.write, land.clock)(HOST, key)


async def test_a_meeting_nobody_booked_can_be_called_off_too(land: Republic) -> None:
    key = await land.publishes(HOST)
    assert await CancelSession(land.units.write, land.clock)(HOST, key) == 0
    with pytest.raises(SessionGone):
        await land.book(ANNA, key, None)


async def test_after_the_start_it_is_too_late_to_call_off(land: Republic) -> None:
    key = await land.publishes(HOST)
    land.clock.at = MONDAY
    with pytest.raises(SessionStarted):
        await CancelSession(land.units.write, land.clock)(HOST, key)


async def test_the_affected_of_a_day_are_listed_before_and_told_after(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    card = await land.book(ANNA, key, None)
    day = date(2026, 11, 30)
    listed = await Affected(land.units.read, land.clock)(HOST, key.slot, day)
    assert [each.booking.id for each in listed] == [card.booking.id]
    assert await CloseDay(land.units.write, land.clock)(HOST, key.slot, day) == 1
    page = await OneSlot(land.units.read, land.clock)(HOST, key.slot)
    assert day not in {meeting.occurrence.starts.date() for meeting in page.meetings}
    assert page.closed == (day,) and page.area == "Якутия" and page.own
    assert await kinds(land, f"booking:{card.booking.id}") == [(PersonId(2), "consultation-session-cancelled")]


async def test_an_opened_day_meets_again_where_nobody_was_told_off(land: Republic) -> None:
    key = await land.publishes(HOST)
    await CloseDay(land.units.write, land.clock)(HOST, key.slot, date(2026, 11, 30))
    with pytest.raises(SessionGone):
        await land.book(ANNA, key, None)
    await OpenDay(land.units.write, land.clock)(HOST, key.slot, date(2026, 11, 30))
    await land.book(ANNA, key, None)


async def test_a_past_day_is_not_closed(land: Republic) -> None:
    key = await land.publishes(HOST)
    with pytest.raises(Invalid):
        await CloseDay(land.units.write, land.clock)(HOST, key.slot, date(2026, 11, 20))


async def test_an_extra_window_can_be_booked(land: Republic) -> None:
    key = await land.publishes(HOST)
    window = ExtraWindow(date(2026, 12, 2), time(10, 30), 30)
    extra = await AddWindow(land.units.write, land.clock)(HOST, key.slot, window)
    card = await land.book(ANNA, extra, None)
    assert (card.booking.ends - card.booking.key.starts).total_seconds() == 30 * 60


async def test_a_window_in_the_past_or_off_the_grid_is_refused(land: Republic) -> None:
    key = await land.publishes(HOST)
    add = AddWindow(land.units.write, land.clock)
    for window in (
        ExtraWindow(date(2026, 11, 20), time(10, 0), 30),
        ExtraWindow(date(2026, 12, 2), time(10, 1), 30),
        ExtraWindow(date(2026, 12, 2), time(10, 0), 0),
    ):
        with pytest.raises(Invalid):
            await add(HOST, key.slot, window)


async def test_an_ended_slot_calls_everything_off(land: Republic) -> None:
    key = await land.publishes(HOST)
    await land.book(ANNA, key, None)
    assert await EndSlot(land.units.write, land.clock)(HOST, key.slot) == 1
    assert (await HostDesk(land.units.read, land.clock)(HOST)).slots == ()
    with pytest.raises(NotFound):
        await EndSlot(land.units.write, land.clock)(HOST, key.slot)


async def test_the_host_sees_who_comes_with_what(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=2)
    await land.book(ANNA, key, "задание 34")
    card = await OneMeeting(land.units.read)(HOST, key)
    assert [(each.visitor.name if each.visitor else None, each.booking.topic) for each in card.bookings] == [
        ("Человек 2", "задание 34")
    ]
    assert (card.meeting.booked, card.meeting.capacity) == (1, 2)


async def test_a_stranger_and_another_host_may_touch_nothing(land: Republic) -> None:
    key = await land.publishes(HOST)
    await land.book(ANNA, key, None)
    foreign_coordinator = Actor(
        PersonId(901), 901, places=(Place(PlaceId(1), Role.MUNICIPAL_COORDINATOR, Territory(OSSETIA)),)
    )
    for who in (STRANGER, methodist(7), ANNA, foreign_coordinator):
        for act in (
            CancelSession(land.units.write, land.clock)(who, key),
            CloseDay(land.units.write, land.clock)(who, key.slot, date(2026, 11, 30)),
            EndSlot(land.units.write, land.clock)(who, key.slot),
            OpenDay(land.units.write, land.clock)(who, key.slot, date(2026, 11, 30)),
            AddWindow(land.units.write, land.clock)(who, key.slot, ExtraWindow(date(2026, 12, 2), time(9, 0), 30)),
            Affected(land.units.read, land.clock)(who, key.slot, None),
            OneMeeting(land.units.read)(who, key),
            OneSlot(land.units.read, land.clock)(who, key.slot),
        ):
            with pytest.raises(NotFound):
                await act


async def test_a_coordinator_over_the_territory_calls_off_and_the_host_is_told(land: Republic) -> None:
    key = await land.publishes(HOST)
    coordinator = Actor(PersonId(8), 8, places=(Place(PlaceId(1), Role.REGIONAL_COORDINATOR, Territory(YAKUTIA)),))
    await CancelSession(land.units.write, land.clock)(coordinator, key)
    assert await kinds(land, f"slot:{key.slot}") == [(PersonId(1), "consultation-host-session-cancelled")]


async def test_a_teacher_cannot_publish_and_a_methodist_not_beyond_her_territory(land: Republic) -> None:
    publish = PublishSlot(land.units.write, land.clock)
    for who in (ANNA, STRANGER, methodist(6, Territory(YAKUTIA, MOMSKY))):
        with pytest.raises(NotAllowed):
            await publish(who, terms())


async def test_who_asked_for_a_subject_is_told_when_it_appears(land: Republic) -> None:
    ask = AskForConsultation(land.units.write, land.clock)
    assert await ask(ANNA, BIOLOGY, "лабораторные")
    assert not await ask(ANNA, BIOLOGY, "лабораторные, 8 класс")
    await ask(BELLA, BIOLOGY, None)
    await WithdrawRequest(land.units.write)(BELLA, BIOLOGY)
    await ask(STRANGER, BIOLOGY, None)
    await land.publishes(HOST)
    desk = await HostDesk(land.units.read, land.clock)(HOST)
    assert desk.wishes == (("биология", 1),), "a place that names no subject hosts every one"
    card = await PublishSlot(land.units.write, land.clock)(HOST, terms(subject=BIOLOGY, weekday=1))
    assert await kinds(land, f"slot:{card.slot.id}") == [(PersonId(2), "consultation-slot-appeared")]
    assert (await HostDesk(land.units.read, land.clock)(HOST)).wishes == (("биология", 1),)


async def test_a_draft_is_taken_once_or_passed_on(land: Republic) -> None:
    async with land.units.write() as work:
        assert await work.drafts.add(YAKUTIA, CHEMISTRY, 0, "план")
        assert not await work.drafts.add(YAKUTIA, CHEMISTRY, 0, "план")
        await work.drafts.add(YAKUTIA, BIOLOGY, 0, "план")
    drafts = OpenDrafts(land.units.read)
    chemistry, biology = sorted(await drafts(HOST), key=lambda each: each.subject, reverse=True)
    assert (chemistry.subject, biology.subject) == (CHEMISTRY, BIOLOGY)
    await PassDraftOn(land.units.write)(HOST, biology.id)
    assert [each.id for each in await drafts(HOST)] == [chemistry.id]
    assert len(await drafts(methodist(6))) == 2
    publish = PublishSlot(land.units.write, land.clock)
    await publish(HOST, terms(), chemistry.id)
    with pytest.raises(DraftTaken):
        await publish(methodist(6), terms(), chemistry.id)
    with pytest.raises(NotFound):
        await PassDraftOn(land.units.write)(methodist(6, Territory(OSSETIA)), biology.id)


async def test_the_open_schedule_names_regions_that_have_something(land: Republic) -> None:
    await land.publishes(HOST)
    schedule = OpenSchedule(land.units.read, land.clock)
    assert await schedule.regions() == [(YAKUTIA, "Якутия")]
    assert [card.slot.terms.subject for card in await schedule(YAKUTIA)] == [SubjectId("chemistry")]
    assert await schedule(OSSETIA) == []
