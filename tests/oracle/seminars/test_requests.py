"""Hand-made cases of what schools stand behind, before it is compared with the bot."""

from datetime import UTC, datetime, timedelta

from tests.oracle.seminars.requests import CARRIED, DONE, OPEN, PLAN, WITHDRAWN, Requests

SEPTEMBER_3 = datetime(2026, 9, 3, 3, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def asked(*schools: str) -> Requests:
    """Request n of the n-th school, of n times ten people."""
    made = Requests()
    for number, school in enumerate(schools, 1):
        assert made.send(SEPTEMBER_3, number, "осень", f"Тема {number}", PLAN, school, number * 10) == DONE
    return made


def test_a_school_behind_both_counts_once_with_the_larger_number_and_a_split_gives_back() -> None:
    made = asked("№ 1", "№ 2")
    made.support(SEPTEMBER_3, 2, "№ 1", 30)
    before = [made.behind(1), made.behind(2)]
    assert made.merge(SEPTEMBER_3, 1, 2) == DONE
    assert made.behind(1) == {"№ 1": 30, "№ 2": 20}
    assert made.split(SEPTEMBER_3 + 7 * DAY, 1, 2) == DONE
    assert [made.behind(1), made.behind(2)] == before


def test_a_number_said_anew_counts_until_the_split_gives_back_what_was() -> None:
    made = asked("№ 1", "№ 2")
    made.support(SEPTEMBER_3, 2, "№ 1", 30)
    made.merge(SEPTEMBER_3, 1, 2)
    made.count(2, "№ 1", 7)
    assert made.behind(1) == {"№ 1": 7, "№ 2": 20}
    made.split(SEPTEMBER_3, 1, 2)
    assert [made.behind(1), made.behind(2)] == [{"№ 1": 7}, {"№ 1": 30, "№ 2": 20}]


def test_after_seven_days_and_of_another_nothing_is_split() -> None:
    made = asked("№ 1", "№ 2", "№ 3")
    made.merge(SEPTEMBER_3, 1, 2)
    assert made.split(SEPTEMBER_3, 3, 2) == "stale"
    assert made.split(SEPTEMBER_3 + 8 * DAY, 1, 2) == "stale"


def test_two_that_are_merged_into_each_other_make_no_ring() -> None:
    made = asked("№ 1", "№ 2")
    assert [made.merge(SEPTEMBER_3, 1, 2), made.merge(SEPTEMBER_3, 2, 1)] == [DONE, "stale"]
    assert made.root(2).number == 1


def test_a_request_ends_with_its_last_school() -> None:
    made = asked("№ 1")
    assert made.support(SEPTEMBER_3, 1, "№ 1", 5) == "already-supported"
    made.support(SEPTEMBER_3, 1, "№ 2", 5)
    made.withdraw(SEPTEMBER_3, 1, "№ 1")
    assert made.every[1].state == OPEN
    made.withdraw(SEPTEMBER_3, 1, "№ 2")
    assert made.every[1].state == WITHDRAWN
    assert made.support(SEPTEMBER_3, 1, "№ 3", 5) == "request-closed"


def test_the_first_who_carries_over_makes_the_new_request_and_the_others_join_it() -> None:
    made = asked("№ 1")
    made.support(SEPTEMBER_3, 1, "№ 2", 5)
    made.support(SEPTEMBER_3, 1, "№ 3", 6)
    made.answer(SEPTEMBER_3, 1, "№ 1", (2, "весна"))
    made.answer(SEPTEMBER_3, 1, "№ 2", None)
    assert made.every[1].state == OPEN
    made.answer(SEPTEMBER_3, 1, "№ 3", (3, "весна"))
    assert made.every[1].state == CARRIED
    assert made.behind(2) == {"№ 1": 10, "№ 3": 6}
    assert made.answer(SEPTEMBER_3, 1, "№ 1", (3, "весна")) == "stale"


def test_five_wishes_a_half_year() -> None:
    made = Requests()
    assert [made.wish("Анна", "№ 1", "осень", f"Тема {number}") for number in range(6)] == [DONE] * 5 + [
        "too-many-wishes"
    ]
    made.unwish("Анна", "осень", "Тема 0")
    assert made.wish("Анна", "№ 1", "осень", "Тема 1") == "already-wished"
    assert made.wish("Анна", "№ 1", "осень", "Тема 9") == DONE
