"""Hand-made cases of what nights, days off and digests do to a letter."""

from datetime import date, datetime, time

from tests.oracle.roadmaps.calendar import Works
from tests.oracle.seminars.facts import Human, Unit
from tests.oracle.seminars.office import Facts, Letter, Office, Told, at_wall

ZONE = "Asia/Yakutsk"
ANNA = Human("Анна", Unit("Ближний", ZONE, "Посёлок", Works()))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """In September 2026, whose 4th is a Friday, on her wall."""
    return at_wall(date(2026, 9, day), time(hour, minute), ZONE)


def office() -> Office:
    return Office({"Анна": ANNA}, at(1, 12))


def told(here: Office) -> list[tuple[datetime, Facts]]:
    here.until(at(30, 12))
    return [(each.at, each.facts) for each in here.told]


def test_a_night_holds_it_to_the_morning_and_days_off_do_not() -> None:
    here = office()
    here.put(Letter("Анна", "news", at(4, 22), lambda: (1,)))
    assert told(here) == [(at(5, 8), (1,))]


def test_what_rests_goes_on_the_next_working_day_at_its_hour() -> None:
    here = office()
    here.put(Letter("Анна", "news", at(5, 12), lambda: (1,), rest=True))
    assert told(here) == [(at(7, 12), (1,))]


def test_what_rests_and_came_in_the_night_before_days_off_goes_in_the_first_morning() -> None:
    here = office()
    here.put(Letter("Анна", "news", at(4, 22), lambda: (1,), rest=True))
    assert told(here) == [(at(7, 8), (1,))]


def test_of_several_about_one_thing_that_a_night_holds_the_last_goes() -> None:
    here = office()
    for number in (1, 2):
        here.put(Letter("Анна", "news", at(2, 22, number), lambda number=number: (number,), about="a"))  # type: ignore[misc]
    assert told(here) == [(at(3, 8), (2,))]


def test_what_is_true_no_more_is_not_told() -> None:
    here = office()
    here.put(Letter("Анна", "news", at(2, 12), lambda: None))
    assert told(here) == []


def test_rows_go_with_the_next_digest_once_a_day_and_no_more_than_eight() -> None:
    here = office()
    for number in range(9):
        here.put(Letter("Анна", "row", at(4, 16), lambda number=number: (number,), row=True))  # type: ignore[misc]
    here.put(Letter("Анна", "row", at(4, 16, 1), lambda: ("late",), row=True))
    rows = (("more", 1), *(("row", number) for number in range(8)))
    assert told(here) == [(at(4, 16), rows), (at(7, 16), (("row", "late"),))]


def test_what_cannot_wait_for_the_morning_breaks_the_night() -> None:
    here = office()
    here.put(Letter("Анна", "moved", at(2, 22), lambda: (1,), act_by=at(3, 10)))
    here.put(Letter("Анна", "moved", at(2, 22), lambda: (2,), act_by=at(3, 12)))
    assert told(here) == [(at(2, 22), (1,)), (at(3, 8), (2,))]


def test_a_message_says_what_it_is() -> None:
    assert str(Told("Анна", at(2, 12), "news", (1,))) == "02.09 03:00Z Анна: news: (1,)"
