"""What becomes of who sits there as lessons move, fall, or an event gets other seats (J8, J10)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from shnor_domain.errors import Invalid
from shnor_domain.identity import Role
from shnor_domain.seminars.errors import EventBegun, HostTakesPart
from shnor_domain.seminars.events.model import EventId, Lesson
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.drafting import HostsForEvent
from shnor_domain.seminars.events.use_cases.leading import (
    CancelEvent,
    CancelLesson,
    MoveLesson,
    PreviewMoveLesson,
    SetLessonLink,
)
from shnor_domain.seminars.events.use_cases.making import ChangeEvent
from shnor_domain.seminars.model import Form
from shnor_domain.seminars.signing.model import SignUpState
from shnor_domain.seminars.signing.notices import EVENT_OFF, FORM, LINK, MOVED, OFF, SEAT_LOST
from shnor_domain.seminars.signing.queue_notices import OFFER, OFFER_GONE, QUEUE_MOVED, QUEUE_OVER
from shnor_domain.seminars.signing.reminders import DAY_BEFORE, HOST_DAY_BEFORE, HOST_HOUR_BEFORE, HOUR_BEFORE
from shnor_domain.seminars.signing.telling import checks
from shnor_domain.seminars.signing.use_cases.answer import TakeEventOffer
from shnor_domain.seminars.signing.use_cases.keeping import KeepSeats
from tests.support.event_land import HOUR, OCTOBER_14, lesson
from tests.support.seminar_land import answers
from tests.support.signing_land import SigningLand
from tests.support.village import whose

NEXT_DAY = OCTOBER_14 + timedelta(days=1)
EVENING = Timing(OCTOBER_14 + 6 * HOUR, 60)
REMINDERS = (DAY_BEFORE, HOUR_BEFORE)


async def _lesson(hall: SigningLand, event: EventId, number: int = 1) -> Lesson:
    return next(each for each in (await hall.event(event)).lessons if each.number == number)


async def _moves(hall: SigningLand, event: EventId, to: Timing = EVENING) -> None:
    first = await _lesson(hall, event)
    await hall.use(MoveLesson)(hall["host"], first.id, first.starts, to)


async def _changes(hall: SigningLand, event: EventId, **terms: Any) -> None:
    found = await hall.event(event)
    await hall.use(ChangeEvent)(hall["methodist"], event, found.version, replace(found.terms, **terms))


async def _due(hall: SigningLand, *kinds: str) -> list[str]:
    """Instants at which reminders would go, as hours before 14 October, 15:00."""
    rows = await hall.waiting(*kinds)
    return sorted(f"{row.notice.kind}: {(OCTOBER_14 - row.notice.due) / HOUR:g}" for row in rows)


async def test_who_sits_there_is_reminded_of_each_lesson_and_who_leads_where_anybody_does(
    hall: SigningLand,
) -> None:
    event = await hall.opened(lesson(), lesson(NEXT_DAY))
    assert await _due(hall, HOST_DAY_BEFORE, HOST_HOUR_BEFORE) == []
    await hall.signs_up("teacher", event)
    await hall.use(KeepSeats)(hall["lead"], event, hall.school(), 2)
    expected = [f"{DAY_BEFORE}: 0", f"{DAY_BEFORE}: 24", f"{HOUR_BEFORE}: -23", f"{HOUR_BEFORE}: 1"]
    assert await _due(hall, *REMINDERS) == sorted(expected * 2)
    assert await hall.told(DAY_BEFORE) == [("lead", DAY_BEFORE)] * 2 + [("teacher", DAY_BEFORE)] * 2
    assert await _due(hall, HOST_DAY_BEFORE) == [f"{HOST_DAY_BEFORE}: 0", f"{HOST_DAY_BEFORE}: 24"]
    await hall.cancels("teacher", event)
    assert await hall.told(DAY_BEFORE) == [("lead", DAY_BEFORE)] * 2


async def test_of_a_series_that_everybody_has_left_its_host_is_reminded_no_more(hall: SigningLand) -> None:
    event = await hall.opened(lesson(), lesson(NEXT_DAY))
    await hall.signs_up("teacher", event)
    hall.village.clock.at = now = OCTOBER_14 + 2 * HOUR
    [row] = [each for each in await hall.waiting(HOST_HOUR_BEFORE) if each.notice.due > now]
    still_true = checks(hall.village.units.read)[HOST_HOUR_BEFORE]
    assert await still_true(row, now)
    await hall.cancels("teacher", event)
    assert not await still_true(row, now)


async def test_who_takes_part_does_not_become_the_host(hall: SigningLand) -> None:
    event = await hall.opened()
    await hall.village.seat(hall["tutor"], Role.TEACHER, hall.village.school)
    hall.people["tutor"] = await hall.village.actor(hall["tutor"].chat)
    await hall.signs_up("tutor", event)
    found = await hall.event(event)
    hours = [Timing(found.lessons[0].starts, 60)]
    listed = await hall.use(HostsForEvent)(hall["methodist"], hall.cycle, hours, [found.lessons[0].id])
    assert [each.person for each in listed if each.busy] == [whose(hall["tutor"])]
    with pytest.raises(HostTakesPart):
        await _changes(hall, event, host=whose(hall["tutor"]))
    await hall.cancels("tutor", event)
    await _changes(hall, event, host=whose(hall["tutor"]))
    assert (await hall.event(event)).terms.host == whose(hall["tutor"])


async def test_a_lesson_that_comes_back_to_its_hour_is_reminded_of_as_before(hall: SigningLand) -> None:
    event = await hall.opened()
    await hall.signs_up("teacher", event)
    before = await _due(hall, *REMINDERS, HOST_DAY_BEFORE, HOST_HOUR_BEFORE)
    await _moves(hall, event)
    await _moves(hall, event, Timing(OCTOBER_14, 60))
    assert await _due(hall, *REMINDERS, HOST_DAY_BEFORE, HOST_HOUR_BEFORE) == before


async def test_a_moved_lesson_takes_along_who_is_free_then_and_others_lose_the_seat(hall: SigningLand) -> None:
    event = await hall.opened(quota=3)
    await hall.teachers("a1", "b1")
    for who in ("teacher", "a1"):
        await hall.signs_up(who, event)
    await hall.signs_up("a1", await hall.opened(lesson(EVENING.starts + HOUR / 2), host="tutor"))
    await hall.deliver_all()
    first = await _lesson(hall, event)
    preview = await hall.use(PreviewMoveLesson)(hall["host"], first.id, EVENING)
    assert (preview.card.taken, preview.card.waits, preview.away) == (2, 0, 1)
    await _moves(hall, event)
    assert await hall.told(MOVED, SEAT_LOST) == [("a1", SEAT_LOST), ("teacher", MOVED)]
    assert (await hall.room(event)).taken == 1
    async with hall.village.units.read() as work:
        lost = await work.event_signups.of_event(event, SignUpState.MOVED_AWAY)
    assert [each.person for each in lost] == [whose(hall["a1"])]
    assert await hall.is_busy("teacher", EVENING.starts) and not await hall.is_busy("teacher")
    assert [row.notice.due for row in await hall.waiting(HOUR_BEFORE) if row.notice.payload["lesson"] == 1] == [
        EVENING.starts - HOUR
    ]
    await hall.balanced(event)


async def test_a_seat_that_is_lost_by_a_move_goes_to_the_queue(hall: SigningLand) -> None:
    event = await hall.opened(capacity=1)
    await hall.teachers("a1")
    await hall.signs_up("teacher", event)
    await hall.waits("a1", event)
    await hall.signs_up("teacher", await hall.opened(lesson(EVENING.starts), host="tutor"))
    await _moves(hall, event)
    assert await hall.told(QUEUE_MOVED) == [("a1", QUEUE_MOVED)]
    await hall.tend()
    assert await hall.offered(event) == ["a1"]
    # offered of another hour: it is made anew
    await hall.deliver_all()
    await _moves(hall, event, Timing(EVENING.starts + HOUR, 60))
    await hall.tend()
    assert await hall.offered(event) == ["a1"]
    await hall.balanced(event)


async def test_moving_and_signing_up_at_once_leave_nobody_at_the_old_hour(hall: SigningLand) -> None:
    event = await hall.opened()
    names = [f"a{number}" for number in range(6)]
    await hall.teachers(*names)
    told = await answers(
        *(hall.signs_up(who, event) for who in names[:3]),
        _moves(hall, event),
        *(hall.signs_up(who, event) for who in names[3:]),
    )
    assert set(told) <= {"done", "stale"} and [*told[:3], *told[4:]] == ["done"] * 6
    await hall.balanced(event)


async def test_a_called_off_lesson_frees_its_hour_alone(hall: SigningLand) -> None:
    event = await hall.opened(lesson(), lesson(NEXT_DAY))
    await hall.signs_up("teacher", event)
    await hall.use(CancelLesson)(hall["host"], (await _lesson(hall, event)).id)
    assert await hall.told(OFF) == [("teacher", OFF)]
    assert not await hall.is_busy("teacher") and await hall.is_busy("teacher", NEXT_DAY)
    assert await _due(hall, *REMINDERS) == [f"{DAY_BEFORE}: 0", f"{HOUR_BEFORE}: -23"]
    await hall.balanced(event)


async def test_a_called_off_event_is_told_once_to_all_and_nobody_is_left_in_it(hall: SigningLand) -> None:
    event = await hall.opened(capacity=2, quota=2)
    await hall.teachers("a1", "b1")
    for who in ("teacher", "b1"):
        await hall.signs_up(who, event)
    await hall.waits("a1", event)
    told = await answers(hall.use(CancelEvent)(hall["host"], event), hall.cancels("b1", event))
    assert told[0] in {"done", "stale"}
    if told[0] == "stale":
        await hall.use(CancelEvent)(hall["host"], event)
    assert ("teacher", EVENT_OFF) in await hall.told(EVENT_OFF)
    assert await hall.told(QUEUE_OVER, OFFER) == [("a1", QUEUE_OVER)]
    assert await _due(hall, *REMINDERS, HOST_DAY_BEFORE) == []
    room = await hall.room(event)
    assert (room.taken, room.held, room.open) == (0, 0, False)
    await hall.balanced(event)


async def test_who_takes_an_offer_as_the_event_is_called_off_is_not_left_in_it(hall: SigningLand) -> None:
    event = await hall.opened(capacity=1)
    await hall.teachers("a1")
    await hall.signs_up("teacher", event)
    await hall.waits("a1", event)
    await hall.cancels("teacher", event)
    await hall.tend()
    async with hall.village.units.read() as work:
        (offer,) = await work.event_offers.open_of(whose(hall["a1"]))
    off, taken = await answers(
        hall.use(CancelEvent)(hall["host"], event), hall.use(TakeEventOffer)(hall["a1"], offer.id)
    )
    assert (off, taken) in {("done", "event-off"), ("stale", "done"), ("done", "done")}
    if off == "stale":
        await hall.use(CancelEvent)(hall["host"], event)
    await hall.balanced(event)
    assert not await hall.is_busy("a1")


async def test_another_link_is_told_and_none_is_not(hall: SigningLand) -> None:
    event = await hall.opened()
    await hall.signs_up("teacher", event)
    first = await _lesson(hall, event)
    await hall.use(SetLessonLink)(hall["host"], first.id, None)
    assert await hall.told(LINK) == []
    await hall.use(SetLessonLink)(hall["host"], first.id, "https://meet.example/a")
    assert await hall.told(LINK) == [("teacher", LINK)]


async def test_more_seats_and_a_greater_quota_go_to_the_queue_and_fewer_take_nobodys(hall: SigningLand) -> None:
    event = await hall.opened(capacity=2, quota=2)
    await hall.teachers("a1", "a2", "b1")
    for who in ("teacher", "a1"):
        await hall.signs_up(who, event)
    for who in ("a2", "b1"):
        await hall.waits(who, event)
    for field, changes in (("capacity", {"capacity": 1, "quota": 1}), ("quota", {"quota": 1})):
        with pytest.raises(Invalid) as refused:
            await _changes(hall, event, **changes)
        assert refused.value.field == field
    await _changes(hall, event, capacity=3)
    await hall.tend()
    # the first of the queue has her quota reached
    assert await hall.offered(event) == ["b1"]
    await _changes(hall, event, capacity=2)
    assert await hall.told(OFFER_GONE) == [("b1", OFFER_GONE)]
    await _changes(hall, event, capacity=4, quota=3)
    await hall.tend()
    assert sorted(await hall.offered(event)) == ["a2", "b1"]
    await hall.balanced(event)
    hall.village.clock.at = OCTOBER_14
    with pytest.raises(EventBegun):
        await _changes(hall, event, capacity=9)


async def test_who_is_signed_up_reads_that_people_meet_in_another_way(hall: SigningLand) -> None:
    event = await hall.opened()
    await hall.teachers("a1")
    await hall.signs_up("teacher", event)
    await hall.signs_up("a1", event)
    await _changes(hall, event, form=Form.ON_SITE)
    assert await hall.told(FORM) == [("a1", FORM), ("teacher", FORM)]
    (first, _second) = await hall.waiting(FORM)
    still = checks(hall.village.units.read)[FORM]
    assert await still(first, hall.village.clock.now())
    await _changes(hall, event, form=Form.ONLINE)
    # as it was again: no news
    assert not await still(first, hall.village.clock.now())
    await hall.use(CancelEvent)(hall["methodist"], event)
    assert not await still(first, hall.village.clock.now())


async def test_who_leads_now_is_reminded_in_the_place_of_who_did(hall: SigningLand) -> None:
    event = await hall.opened()
    await hall.signs_up("teacher", event)
    assert await hall.told(HOST_DAY_BEFORE) == [("host", HOST_DAY_BEFORE)]
    await _changes(hall, event, host=whose(hall["tutor"]))
    assert await hall.told(HOST_DAY_BEFORE) == [("tutor", HOST_DAY_BEFORE)]
