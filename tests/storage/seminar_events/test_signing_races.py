"""Many sign up at once: seats, quota and hours hold, whoever writes (J3)."""

import pytest

from shnor_domain.seminars.signing.use_cases.cancelling import CancelSignUp
from shnor_domain.seminars.signing.use_cases.for_others import SignUpTeacher
from shnor_domain.seminars.signing.use_cases.keeping import ChangeKept, KeepSeats
from tests.support.event_land import HOUR, OCTOBER_14, lesson
from tests.support.seminar_land import answers
from tests.support.signing_land import SigningLand
from tests.support.village import whose

TEN = [f"a{number}" for number in range(10)]


@pytest.fixture
async def ten(hall: SigningLand) -> SigningLand:
    await hall.teachers(*TEN)
    return hall


async def test_the_last_seat_goes_to_one_of_ten(ten: SigningLand) -> None:
    event = await ten.opened(capacity=1)
    told = await answers(*(ten.signs_up(who, event) for who in TEN))
    assert sorted(told) == ["done", *["no-seats-left"] * 9]
    await ten.balanced(event)


async def test_of_ten_teachers_of_one_school_its_quota_gets_a_seat(ten: SigningLand) -> None:
    event = await ten.opened(capacity=20, quota=3)
    told = await answers(*(ten.signs_up(who, event) for who in TEN))
    assert sorted(told) == [*["done"] * 3, *["school-quota-reached"] * 7]
    await ten.balanced(event)


async def test_a_kept_number_and_teachers_at_once_stay_within_the_quota(ten: SigningLand) -> None:
    event = await ten.opened(capacity=20, quota=4)
    keeps = ten.use(KeepSeats)(ten["lead"], event, ten.school(), 3)
    first, then = ([ten.signs_up(who, event) for who in part] for part in (TEN[:5], TEN[5:]))
    told = await answers(*first, keeps, *then)
    await ten.balanced(event)
    assert (await ten.room(event)).taken == 4 and await ten.kept(event) is None
    # the number, where it was first, and who sat down in it
    assert told.count("done") == (5 if told[5] == "done" else 4)


async def test_who_sits_down_while_a_kept_number_changes_leaves_the_counts_right(ten: SigningLand) -> None:
    event = await ten.opened(capacity=20, quota=9)
    await ten.use(KeepSeats)(ten["lead"], event, ten.school(), 4)
    kept = await ten.kept(event)
    assert kept is not None
    await answers(
        ten.signs_up("a0", event),
        ten.use(ChangeKept)(ten["lead"], kept.id, 4, 6),
        ten.signs_up("a1", event),
        ten.use(ChangeKept)(ten["second lead"], kept.id, 4, 2),
        ten.signs_up("a2", event),
        ten.use(CancelSignUp)(ten["lead"], kept.id),
        ten.signs_up("a3", event),
    )
    await ten.balanced(event)


async def test_one_person_at_two_events_of_one_hour_gets_one_seat(ten: SigningLand) -> None:
    first = await ten.opened(lesson(), lesson(OCTOBER_14 + 2 * HOUR))
    second = await ten.opened(lesson(OCTOBER_14 + 2 * HOUR), host="tutor")
    told = await answers(
        ten.signs_up("a0", first),
        ten.signs_up("a0", second),
        ten.use(SignUpTeacher)(ten["lead"], second, whose(ten["a0"]), ten.school()),
    )
    assert told.count("done") == 1
    for event in (first, second):
        await ten.balanced(event)


async def test_freed_seats_are_held_for_the_queue_while_others_reach_for_them(ten: SigningLand) -> None:
    event = await ten.opened(capacity=2)
    for who in TEN[:2]:
        await ten.signs_up(who, event)
    for who in TEN[2:4]:
        await ten.waits(who, event)
    told = await answers(*(ten.cancels(who, event) for who in TEN[:2]), *(ten.signs_up(who, event) for who in TEN[4:]))
    assert told == [*["done"] * 2, *["no-seats-left"] * 6]
    await ten.balanced(event)
    await ten.tend()
    assert await ten.offered(event) == TEN[2:4]
