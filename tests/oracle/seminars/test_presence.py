"""Hand-made cases of who came, hours and certificates."""

from datetime import UTC, date, datetime, timedelta

from tests.oracle.facts import Person
from tests.oracle.seminars.events import OPEN, Event, Lesson
from tests.oracle.seminars.facts import Half
from tests.oracle.seminars.presence import Certificate, Presence
from tests.oracle.seminars.requests import DONE
from tests.oracle.seminars.seats import Seats, SignUp

ZONE = "Asia/Yakutsk"
EVE = datetime(2026, 12, 31, 14, 30, tzinfo=UTC)
"""Half an hour before midnight in Якутск."""
DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)
HALVES = (
    Half("осень", date(2026, 9, 1), date(2026, 12, 31), date(2026, 9, 8), date(2026, 9, 15)),
    Half("весна", date(2027, 1, 1), date(2027, 5, 31), date(2027, 1, 18), date(2027, 1, 25)),
)


def held(*, on_site: bool = False) -> tuple[Presence, Event, list[Certificate]]:
    """Two lessons of an hour, the first over midnight of the New Year; Анна and Белла sit there."""
    voided: list[Certificate] = []
    lessons = [Lesson(1, EVE, 60), Lesson(2, EVE + 10 * DAY, 60)]
    event = Event(1, "осень", "Дроби", "Пётр", 5, None, lessons, on_site=on_site, state=OPEN)
    seats = Seats(event, lambda name: Person(name, ZONE), lambda *_: False, lambda *_: None)
    seats.signups += [SignUp(who, "№ 1", EVE - DAY) for who in ("Анна", "Белла")]
    return Presence({1: event}, {1: seats}, ZONE, lambda one, _at: voided.append(one)), event, voided


def test_hours_are_of_the_day_on_which_a_lesson_begins() -> None:
    here, event, _voided = held()
    for lesson in event.lessons:
        assert here.check_in(lesson.starts, "Анна", event, lesson, right=True) == DONE
    assert here.hours("Анна", HALVES) == {"осень": 60, "весна": 60}
    event.lessons[0].starts += 40 * A_MINUTE
    assert here.hours("Анна", HALVES) == {"весна": 120}
    assert here.hours("Белла", HALVES) == {}


def test_one_checks_in_from_a_quarter_before_until_a_quarter_after() -> None:
    here, event, _voided = held()
    first = event.lessons[0]
    early, late = first.starts - 16 * A_MINUTE, first.ends + 16 * A_MINUTE
    assert [here.check_in(at, "Анна", event, first, right=True) for at in (early, late)] == ["not-in-window"] * 2
    assert here.check_in(first.ends, "Вера", event, first, right=True) == "not-signed-up"


def test_the_fifth_wrong_code_is_the_last() -> None:
    here, event, _voided = held(on_site=True)
    answers = [here.check_in(EVE, "Анна", event, event.lessons[0], right=False) for _ in range(6)]
    assert answers == ["wrong-code"] * 4 + ["code-locked"] * 2
    assert here.check_in(EVE, "Анна", event, event.lessons[0], right=True) == "code-locked"
    assert here.mark(EVE, event, event.lessons[0], [("Анна", True)]) == DONE
    assert here.minutes("Анна", event) == 60


def test_a_correction_makes_a_certificate_void_and_its_number_is_never_given_again() -> None:
    here, event, voided = held()
    over = event.ends + DAY
    assert here.certify(over, "Анна", event) == "no-hours-yet"
    here.mark(over, event, event.lessons[1], None)
    assert here.certify(event.ends, "Анна", event) == "event-not-over"
    assert [here.certify(over, who, event) for who in ("Анна", "Белла", "Анна")] == [DONE] * 3
    here.mark(over, event, event.lessons[1], [("Анна", False), ("Белла", True)])
    here.mark(over, event, event.lessons[1], [("Анна", True)])
    here.certify(over, "Анна", event)
    assert [each.number for each in voided] == [1]
    assert [(each.number, each.who, each.valid) for each in here.certificates] == [
        (1, "Анна", False), (2, "Белла", True), (3, "Анна", True),
    ]  # fmt: skip


def test_who_gave_her_seat_back_before_a_lesson_was_not_there() -> None:
    here, event, _voided = held()
    here.check_in(EVE - A_MINUTE, "Анна", event, event.lessons[0], right=True)
    seat = here.seats[1].signups[0]
    seat.live, seat.ended = False, EVE - A_MINUTE
    assert here.minutes("Анна", event) == 0
