"""Rules L2, L3, Q2 and Q4: when a row of a digest goes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.identity import PersonId, Role
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.digests import FOR_OTHERS, FOR_SCHOOLS, decide_row, usual_hour
from shnor_domain.notifications.model import DigestHabit, KindPolicy, Notice, Reader
from shnor_domain.notifications.rules import Drop, Go, Hold, Miss, Wait
from shnor_domain.people.model.preferences import Quiet

POLICY = KindPolicy("step", digest=True)
READER = Reader(PersonId(1), ChatId(1001), "Asia/Yakutsk")
HABIT = DigestHabit(FOR_SCHOOLS)
SUNDAY = date(2026, 11, 29)


def at(hour: int, minute: int = 0, *, day: int = 30) -> datetime:
    """An instant of November 2026 (Monday the 30th) by the clock of Якутск; 31 is the first of December."""
    return datetime(2026, 11, 1, tzinfo=UTC) + timedelta(days=day - 1, hours=hour - 9, minutes=minute)


def row(due: datetime, *, since: datetime | None = None, late_after: datetime | None = None) -> Notice:
    return Notice("step:1", PersonId(1), "step", "item:1", due, since=since, late_after=late_after)


def test_l3_a_school_reads_at_16_and_all_others_at_9() -> None:
    assert usual_hour([Role.TEACHER]) == usual_hour([Role.SCHOOL_LEAD, Role.SCHOOL_CURATOR]) == FOR_SCHOOLS
    assert usual_hour([Role.MUNICIPAL_COORDINATOR]) == usual_hour([]) == FOR_OTHERS
    assert usual_hour([Role.SCHOOL_LEAD, Role.MUNICIPAL_COORDINATOR]) == FOR_OTHERS


@pytest.mark.parametrize(
    ("due", "now", "decision"),
    [
        (at(9), at(9), Wait(at(16))),
        (at(9), at(16), Go()),
        (at(16), at(16), Go()),
        (at(16, 1), at(16, 1), Wait(at(16, day=31))),
        (at(9), at(20, 59), Go()),
        (at(9), at(21), Wait(at(16, day=31))),
        (at(9, day=29), at(15), Wait(at(16))),
        (at(9, day=29), at(16, 30), Go()),
    ],
)
def test_l3_a_row_goes_with_the_first_digest_after_it(due: datetime, now: datetime, decision: object) -> None:
    assert decide_row(row(due), POLICY, READER, HABIT, now) == decision


def test_l3_what_comes_after_the_digest_of_the_day_goes_with_the_next_one() -> None:
    habit = replace(HABIT, last=at(16).date())
    assert decide_row(row(at(9)), POLICY, READER, habit, at(17)) == Wait(at(16, day=31))
    assert decide_row(row(at(9)), POLICY, READER, habit, at(16, day=31)) == Go()


def test_q2_days_off_hold_the_digest_to_the_next_working_day() -> None:
    reader = replace(READER, days_off=frozenset({SUNDAY}))
    assert decide_row(row(at(9, day=29)), POLICY, reader, HABIT, at(16, day=29)) == Wait(at(16))


def test_q4_leave_holds_the_digest_through_its_last_day() -> None:
    reader = replace(READER, leave_until=date(2026, 11, 30))
    assert decide_row(row(at(9)), POLICY, reader, HABIT, at(16)) == Wait(at(16, day=31))


def test_l2_a_step_whose_digest_lies_before_its_cause_is_not_made_up_for() -> None:
    assert decide_row(row(at(0), since=at(16, 1)), POLICY, READER, HABIT, at(16, 2)) == Drop("not-made-up")
    assert decide_row(row(at(0), since=at(15, 59)), POLICY, READER, HABIT, at(16)) == Go()


def test_an_hour_inside_the_night_gives_way_to_its_end() -> None:
    reader = replace(READER, quiet=Quiet(21 * 60, 8 * 60))
    habit = DigestHabit(6 * 60)
    assert decide_row(row(at(5)), POLICY, reader, habit, at(6)) == Wait(at(8))
    assert decide_row(row(at(5)), POLICY, reader, habit, at(8)) == Go()


def test_who_cannot_be_reached_keeps_her_rows_and_a_late_one_is_missed() -> None:
    lost = replace(READER, unreachable="blocked")
    assert decide_row(row(at(9)), POLICY, lost, HABIT, at(16)) == Hold(None, "unreachable")
    assert decide_row(row(at(9), late_after=at(12)), POLICY, READER, HABIT, at(12)) == Miss()
