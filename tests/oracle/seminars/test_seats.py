"""Hand-made cases of an event's seats and queue."""

from datetime import UTC, datetime, timedelta

from tests.oracle.facts import Person
from tests.oracle.seminars.events import Event, Lesson
from tests.oracle.seminars.seats import Offer, Place, Seats, SignUp

NOON = datetime(2026, 10, 12, 3, 0, tzinfo=UTC)
"""In Якутск."""
HOUR = timedelta(hours=1)


def seats(capacity: int = 1, starts: datetime = NOON + 48 * HOUR, busy: set[str] | None = None) -> Seats:
    event = Event(1, "осень", "Дроби", "Пётр", capacity, 2, [Lesson(1, starts, 60)])
    return Seats(
        event, lambda name: Person(name, "Asia/Yakutsk"), lambda who, _event: who in (busy or set()), lambda *_: None
    )


def waits(here: Seats, *people: str) -> None:
    here.queue += [Place(who, None) for who in people]


def offer(here: Seats) -> tuple[str, datetime] | None:
    found: list[Offer] = [each.offer for each in here.held if each.offer is not None]
    return (found[0].place.person, found[0].until) if found else None


def full(here: Seats, *people: str) -> Seats:
    """One sits, others wait; she cancels."""
    here.sit("Анна", "№ 1", NOON - HOUR)
    waits(here, *people)
    return here


def test_a_freed_seat_is_offered_to_the_first_for_an_hour_and_then_to_the_next() -> None:
    here = full(seats(), "Белла", "Вера")
    here.end(here.live[0], NOON, "cancelled")
    assert (offer(here), here.free) == (("Белла", NOON + HOUR), 0)
    here.tend(NOON + HOUR)
    assert offer(here) == ("Вера", NOON + 2 * HOUR)
    here.tend(NOON + 2 * HOUR)
    assert (offer(here), here.free, here.held) == (None, 1, [])


def test_an_offer_ends_with_the_evening_and_a_seat_freed_at_night_waits_for_the_morning() -> None:
    here = full(seats(), "Белла")
    here.end(here.live[0], NOON + 8.5 * HOUR, "cancelled")
    assert offer(here) == ("Белла", NOON + 9 * HOUR)
    at_night = full(seats(), "Белла", "Вера")
    at_night.end(at_night.live[0], NOON + 10 * HOUR, "cancelled")
    assert (offer(at_night), at_night.look) == (None, NOON + 20 * HOUR)
    at_night.tend(NOON + 20 * HOUR)
    assert offer(at_night) == ("Белла", NOON + 21 * HOUR)


def test_who_is_asleep_a_day_before_the_start_is_asked_as_she_wakes() -> None:
    here = full(seats(starts=NOON + 30 * HOUR), "Белла")
    here.end(here.live[0], NOON + 10 * HOUR, "cancelled")
    assert here.look == NOON + 20 * HOUR
    early = full(seats(starts=NOON + 20 * HOUR), "Белла")
    early.end(early.live[0], NOON + 10 * HOUR, "cancelled")
    assert (early.held, early.free) == ([], 1)


def test_who_could_not_come_is_passed_over_and_half_an_hour_before_it_is_open_to_all() -> None:
    here = full(seats(busy={"Белла"}), "Белла", "Вера")
    here.end(here.live[0], NOON, "cancelled")
    assert offer(here) == ("Вера", NOON + HOUR)
    late = full(seats(starts=NOON + HOUR), "Белла")
    late.end(late.live[0], NOON, "cancelled")
    assert offer(late) == ("Белла", NOON + HOUR / 2)
    late.tend(NOON + HOUR / 2)
    assert (late.held, late.free) == ([], 1)


def test_who_says_no_keeps_her_place_for_the_next_seat() -> None:
    here = seats(capacity=2)
    here.sit("Анна", "№ 1", NOON - HOUR)
    here.sit("Дарья", "№ 2", NOON - HOUR)
    waits(here, "Белла")
    here.end(here.live[0], NOON, "cancelled")
    here.pass_on(here.queue[0], NOON)
    assert here.free == 1
    here.end(here.live[0], NOON + HOUR, "cancelled")
    assert offer(here) == ("Белла", NOON + 2 * HOUR)


def test_a_teacher_sits_down_in_what_her_school_keeps_and_her_seat_goes_to_the_queue_afterwards() -> None:
    here = seats(capacity=3)
    here.signups.append(SignUp(None, "№ 1", NOON, heads=2))
    here.sit("Анна", "№ 1", NOON)
    assert (here.taken, here.of_school("№ 1"), here.quota_left("№ 1")) == (2, 2, 0)
    here.sit("Вера", "№ 1", NOON)
    assert here.kept("№ 1") is None
    here.end(here.signups[1], NOON, "cancelled")
    assert (here.taken, here.free) == (1, 2)
