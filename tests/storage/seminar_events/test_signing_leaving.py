"""A place ends, or a person leaves: her seat is free with a word, what she attended stays (J9)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shnor_domain.errors import NotFound
from shnor_domain.identity import Role
from shnor_domain.seminars.signing import leaving
from shnor_domain.seminars.signing.model import SignUpState
from shnor_domain.seminars.signing.notices import KEPT_YOURS, PLACE_ENDED
from shnor_domain.seminars.signing.queue_notices import QUEUE_OVER
from shnor_domain.seminars.signing.reminders import DAY_BEFORE
from shnor_domain.seminars.signing.telling import checks
from shnor_domain.seminars.signing.use_cases.cancelling import CancelSignUp
from shnor_domain.seminars.signing.use_cases.keeping import ChangeKept, KeepSeats
from shnor_domain.seminars.signing.use_cases.leaving import EndUninvitedSignUps
from shnor_domain.seminars.signing.use_cases.looking import MyEvents
from shnor_domain.territories.model import SchoolState
from tests.support.event_land import HOUR, OCTOBER_14, lesson
from tests.support.signing_land import SigningLand
from tests.support.village import whose

YESTERDAY = date(2026, 9, 14)


async def _ends(hall: SigningLand, who: str) -> None:
    """Her only place was over yesterday."""
    async with hall.village.units.write() as work:
        await work.places.end(hall[who].places[0].id, YESTERDAY)


async def test_whose_place_is_over_loses_seat_and_queue_once_and_is_told(hall: SigningLand) -> None:
    event, full = await hall.opened(quota=2), await hall.opened(lesson(OCTOBER_14 + 3 * HOUR), host="tutor", capacity=1)
    await hall.teachers("a1")
    await hall.signs_up("teacher", event)
    await hall.signs_up("a1", full)
    await hall.waits("teacher", full)
    await hall.signs_up("a1", event)
    end = hall.use(EndUninvitedSignUps)
    assert await end() == 0
    await _ends(hall, "teacher")
    assert await end() == 1
    assert await end() == 0
    assert await hall.told(PLACE_ENDED, QUEUE_OVER) == [("teacher", QUEUE_OVER), ("teacher", PLACE_ENDED)]
    assert await hall.told(DAY_BEFORE) == [("a1", DAY_BEFORE)] * 2
    assert (await hall.room(event)).taken == 1
    await hall.balanced(event)


async def test_another_place_of_the_region_keeps_her_seat(hall: SigningLand) -> None:
    event = await hall.opened()
    await hall.signs_up("teacher", event)
    await hall.village.seat(hall["teacher"], Role.TEACHER, hall.village.second_school)
    await _ends(hall, "teacher")
    assert await hall.use(EndUninvitedSignUps)() == 0
    assert (await hall.seat("teacher", event)).state is SignUpState.LIVE


async def test_kept_seats_are_another_leads_to_name_and_free_where_nobody_leads(hall: SigningLand) -> None:
    event = await hall.opened(capacity=3)
    await hall.use(KeepSeats)(hall["lead"], event, hall.school(), 3)
    await _ends(hall, "lead")
    assert await hall.use(EndUninvitedSignUps)() == 0
    kept = await hall.kept(event)
    assert kept is not None and kept.by == whose(hall["second lead"])
    assert await hall.told(DAY_BEFORE) == [("second lead", DAY_BEFORE)]
    [row] = await hall.waiting(KEPT_YOURS)
    assert row.notice.person == whose(hall["second lead"])
    still_true = checks(hall.village.units.read)[KEPT_YOURS]
    assert await still_true(row, hall.village.clock.at)
    await _ends(hall, "second lead")
    assert await hall.use(EndUninvitedSignUps)() == 1
    assert await hall.told(PLACE_ENDED) == [("second lead", PLACE_ENDED)]
    assert not await still_true(row, hall.village.clock.at)
    assert (await hall.room(event)).taken == 0
    await hall.balanced(event)


async def test_what_a_merged_school_keeps_is_its_successors(hall: SigningLand) -> None:
    event = await hall.opened(capacity=5, quota=3)
    await hall.use(KeepSeats)(hall["lead"], event, hall.school(), 3)
    async with hall.village.units.write() as work:
        old = await work.schools.get(hall.school())
        assert old is not None
        await work.schools.change(replace(old, state=SchoolState.MERGED, successor=hall.school("second_school")))
    assert await hall.use(EndUninvitedSignUps)() == 0
    kept = await hall.kept(event)
    assert kept is not None and kept.by == whose(hall["neighbour"])
    assert [each.signup.id for each in (await hall.use(MyEvents)(hall["neighbour"])).seats] == [kept.id]
    await hall.use(ChangeKept)(hall["neighbour"], kept.id, 3, 2)
    await hall.balanced(event)
    with pytest.raises(NotFound):
        await hall.use(CancelSignUp)(hall["far lead"], kept.id)
    await hall.use(CancelSignUp)(hall["neighbour"], kept.id)
    assert (await hall.room(event)).taken == 0
    await hall.balanced(event)


async def test_what_a_closed_school_keeps_is_free(hall: SigningLand) -> None:
    event = await hall.opened(capacity=5)
    await hall.use(KeepSeats)(hall["lead"], event, hall.school(), 3)
    async with hall.village.units.write() as work:
        old = await work.schools.get(hall.school())
        assert old is not None
        await work.schools.change(replace(old, state=SchoolState.CLOSED))
    assert await hall.use(EndUninvitedSignUps)() == 1
    assert (await hall.room(event)).taken == 0


async def test_who_leaves_frees_what_is_ahead_and_her_past_stays_a_number(hall: SigningLand) -> None:
    running = await hall.opened(lesson(), lesson(OCTOBER_14 + timedelta(days=7)))
    later = await hall.opened(lesson(OCTOBER_14 + timedelta(days=2)), capacity=1)
    await hall.teachers("a1")
    for event in (running, later):
        await hall.signs_up("teacher", event)
    await hall.waits("a1", later)
    hall.village.clock.at = OCTOBER_14 + HOUR / 2
    teacher = whose(hall["teacher"])
    async with hall.village.units.write() as work:
        mine = await leaving.contribute(work, teacher)
        await leaving.on_person_leaves(work, teacher, hall.village.clock.now())
    assert [each["state"] for each in mine["event_sign_ups"]] == ["live", "live"]  # type: ignore[attr-defined]
    async with hall.village.units.read() as work:
        left = [await work.event_signups.of_event(each) for each in (running, later)]
        assert await work.event_signups.of_person(teacher) == []
    assert [(each.state, each.person) for rows in left for each in rows] == [
        (SignUpState.LEFT, None),
        (SignUpState.CANCELLED, None),
    ]
    assert (await hall.room(running)).taken == 1
    assert await hall.told(PLACE_ENDED) == []
    await hall.tend()
    assert await hall.offered(later) == ["a1"]
