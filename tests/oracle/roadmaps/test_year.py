"""Small lives by hand: what the oracle must say of them is written out from the rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from tests.oracle.roadmaps.calendar import Works
from tests.oracle.roadmaps.facts import (
    AT_SCHOOL,
    Act,
    CalledOff,
    Decided,
    Item,
    Land,
    Leave,
    Moved,
    MovedBack,
    Reader,
    Restored,
    School,
    Sent,
    Tomorrow,
    Unit,
)
from tests.oracle.roadmaps.year import Digest, Year

ZONE = "Asia/Yakutsk"
REGION = Unit("Область", ZONE, Works(), ("Регина",))
TOWN = Unit("Район", ZONE, Works(), ("Клара",))
SCHOOL = School("СОШ № 1", 1, TOWN, ("Анна",), ("Ксения",))
READERS = (Reader("Анна", TOWN, AT_SCHOOL), Reader("Ксения", TOWN), Reader("Клара", TOWN), Reader("Регина", REGION))
KNOWN = datetime(2026, 9, 1, 3, tzinfo=UTC)
ITEM = Item(1, "Договор", 1, (date(2026, 12, 10),), TOWN, KNOWN, SCHOOL)
"""Until a Thursday."""


def utc(day: int, hour: int = 3, month: int = 12) -> datetime:
    return datetime(2026, month, day, hour, 0, 30, tzinfo=UTC)


def told(*acts: Act, items: tuple[Item, ...] = (ITEM,), until: datetime | None = None) -> list[tuple[str, str]]:
    """Days of December and names of who had a digest."""
    year = Year(Land(REGION, READERS, items), datetime(2026, 11, 15, tzinfo=UTC))
    for act in acts:
        year.do(act)
    year.until(until or datetime(2027, 2, 1, tzinfo=UTC))
    return [(f"{each.at:%d.%m}", each.who) for each in year.told if isinstance(each, Digest)]


BEFORE = [("03.12", "Анна"), ("07.12", "Анна"), ("09.12", "Анна"), ("10.12", "Анна")]


def test_l1_l4_the_owner_hears_of_all_and_each_level_of_its_step() -> None:
    assert told() == [
        *BEFORE,
        ("11.12", "Ксения"),
        ("11.12", "Анна"),
        ("15.12", "Клара"),
        ("15.12", "Анна"),
        ("21.12", "Регина"),
        ("21.12", "Анна"),
    ]


def test_l1_steps_on_days_off_go_on_the_working_day_before_once() -> None:
    eve = replace(ITEM, lasts=(date(2026, 12, 31),))
    assert told(items=(eve,), until=datetime(2027, 1, 10, tzinfo=UTC)) == [
        ("24.12", "Анна"),
        ("28.12", "Анна"),
        ("30.12", "Анна"),
    ]


def test_l2_what_was_over_when_it_became_known_is_never_told() -> None:
    assert told(items=(replace(ITEM, lasts=(date(2026, 8, 31),)),)) == []
    assert told(items=(replace(ITEM, lasts=(date(2021, 12, 31),)),)) == []


def test_l5_evidence_stops_the_ladder_and_starts_the_reviewers() -> None:
    sent = Sent(utc(8), 1, "Анна")
    assert told(sent) == [*BEFORE[:2], ("11.12", "Ксения"), ("15.12", "Клара")]


def test_l5_after_a_return_the_steps_to_come_go_and_those_after_the_day_count_from_it() -> None:
    assert told(Sent(utc(8), 1, "Анна"), Decided(utc(9), 1, "Ксения", confirmed=False))[:4] == BEFORE
    late = told(Sent(utc(8), 1, "Анна"), Decided(utc(14), 1, "Ксения", confirmed=False))
    assert [each for each in late if each[1] == "Анна"][2:] == [("15.12", "Анна"), ("17.12", "Анна"), ("23.12", "Анна")]


def test_l4_q4_a_level_on_leave_is_empty() -> None:
    away = told(Leave(utc(9, 11), "Ксения", date(2026, 12, 31)))
    assert ("11.12", "Клара") in away and ("11.12", "Ксения") not in away


def test_q2_q4_what_leave_holds_of_her_own_goes_merged_on_the_next_working_day() -> None:
    away = told(Leave(utc(8, 11), "Анна", date(2026, 12, 13)))
    assert [each for each in away if each[1] == "Анна"][2:4] == [("14.12", "Анна"), ("15.12", "Анна")]


def test_l6_what_is_put_off_comes_on_the_next_working_day_if_it_is_true_still() -> None:
    friday = Tomorrow(utc(11, 8), "Анна")
    assert ("14.12", "Анна") in told(friday)
    assert ("14.12", "Анна") not in told(friday, Sent(utc(12), 1, "Анна"))


def test_l6_what_comes_back_before_the_hour_is_told_and_what_does_not_is_not() -> None:
    friday, sent = Tomorrow(utc(11, 8), "Анна"), Sent(utc(11, 10), 1, "Анна")
    assert ("14.12", "Анна") in told(friday, sent, Decided(utc(14, 1), 1, "Ксения", confirmed=False))
    assert ("14.12", "Анна") not in told(friday, sent, Decided(utc(14, 8), 1, "Ксения", confirmed=False))


def test_l6_q4_what_is_put_off_waits_for_her_return() -> None:
    friday = Tomorrow(utc(11, 2), "Ксения"), Leave(utc(11, 11), "Ксения", date(2026, 12, 15))
    away = told(*friday)
    assert [each for each in away if each[1] == "Ксения"] == [("11.12", "Ксения"), ("16.12", "Ксения")]
    assert [each for each in told(*friday[::-1]) if each[1] == "Ксения"] == [("11.12", "Ксения")]


def test_l6_q3_what_is_put_off_goes_back_to_the_level_that_is_held_again() -> None:
    away = told(Leave(utc(9, 11), "Ксения", date(2026, 12, 13)), Tomorrow(utc(11), "Клара"))
    assert [each for each in away if each[1] == "Клара"] == [("11.12", "Клара"), ("15.12", "Клара")]


def test_l6_a_place_that_was_put_off_and_has_a_step_of_its_own_is_one_row() -> None:
    alone = replace(SCHOOL, curators=())
    items = tuple(
        replace(ITEM, key=key, lasts=(date(2026, 12, last),), school=alone) for key, last in ((1, 10), (2, 9))
    )
    year = Year(Land(REGION, READERS, items), datetime(2026, 11, 15, tzinfo=UTC))
    year.do(Tomorrow(utc(11), "Клара"))
    year.until(utc(14))
    *_, last = [each for each in year.told if isinstance(each, Digest) and each.who == "Клара"]
    assert [(row.what, row.items, row.empty) for row in last.rows] == [("СОШ № 1", 2, "куратор школы")]


def test_l6_l7_what_she_asks_for_comes_with_its_new_day() -> None:
    """Put off on the third day before it: of the new day no step goes on the morrow."""
    asks = Tomorrow(utc(7, 8), "Анна")
    for moves in (CalledOff(utc(7, 9), "Район", date(2026, 12, 10)), Moved(utc(7, 9), (1,), 30)):
        year = Year(Land(REGION, READERS, (ITEM,)), datetime(2026, 11, 15, tzinfo=UTC))
        for act in (asks, moves):
            year.do(act)
        year.until(utc(8, 9))
        last = year.told[-1]
        assert isinstance(last, Digest) and (f"{last.at:%d.%m}", last.who) == ("08.12", "Анна")
        assert last.rows[0].day in {date(2026, 12, 11), date(2027, 1, 9)}


def test_l2_a_move_taken_back_brings_no_step_of_the_past() -> None:
    moved = told(Moved(utc(5), (1,), 30), MovedBack(utc(9, 11)))
    assert [each for each in moved if each[1] == "Анна"][:2] == [("03.12", "Анна"), ("10.12", "Анна")]


def test_the_hour_is_four_for_schools_and_nine_for_others() -> None:
    year = Year(Land(REGION, READERS, (ITEM,)), datetime(2026, 11, 15, tzinfo=UTC))
    year.until(datetime(2026, 12, 12, tzinfo=UTC))
    assert {(each.who, each.at.time()) for each in year.told} == {("Анна", time(7)), ("Ксения", time(0))}


def test_l7_a_called_off_day_puts_the_steps_that_are_left_off_to_the_next_working_day() -> None:
    frost = told(CalledOff(utc(10, month=12) - timedelta(hours=5), "Район", date(2026, 12, 10)))
    assert frost == [
        *BEFORE,  # on the day itself she reads that the next one is the last
        ("11.12", "Анна"),
        ("14.12", "Ксения"),
        ("14.12", "Анна"),
        ("16.12", "Клара"),
        ("16.12", "Анна"),
        ("22.12", "Регина"),
        ("22.12", "Анна"),
    ]


def test_l7_called_off_days_in_a_row_put_off_to_the_first_that_is_none() -> None:
    days = [CalledOff(utc(9, 11), "Район", date(2026, 12, day)) for day in (10, 11)]
    assert [each for each in told(*days) if each[1] == "Анна"][3:6] == [
        ("11.12", "Анна"),
        ("14.12", "Анна"),
        ("15.12", "Анна"),
    ]


def test_l7_its_undo_brings_all_back() -> None:
    day = date(2026, 12, 10)
    assert told(CalledOff(utc(8), "Район", day), Restored(utc(8, 4), "Район", day)) == told()


def test_l7_items_of_the_region_stay() -> None:
    own = replace(ITEM, key=2, unit=REGION, school=None, of_region=True, people=("Регина",))
    frost = told(CalledOff(utc(8), "Район", date(2026, 12, 10)), items=(own, ITEM))
    assert [each for each in frost if each[1] == "Регина"] == [
        *((day, "Регина") for day, _ in BEFORE),
        ("11.12", "Регина"),
        ("15.12", "Регина"),
        ("21.12", "Регина"),
        ("22.12", "Регина"),
    ]
