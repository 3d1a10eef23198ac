"""N7: the reader's clock first, the host's where the walls differ."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.oracle.facts import Person
from tests.oracle.sample import TEACHER_3, TEACHER_9, TEACHER_10, TEACHER_11, meeting, utc
from tests.oracle.walls import day_word, first_clock, second_clock, short_date

NOW = utc(29, 3)


@pytest.mark.parametrize(
    ("reader", "first", "second"),
    [
        (TEACHER_3, "понедельник, 30 ноября, 09:00", "15:00 Якутск"),
        (TEACHER_9, "понедельник, 30 ноября, 15:00", ""),
        (TEACHER_10, "понедельник, 30 ноября, 16:00", "15:00 Якутск"),
        (TEACHER_11, "понедельник, 30 ноября, 17:00", "15:00 Якутск"),
    ],
)
def test_n7_three_in_the_afternoon_in_yakutsk_on_four_walls(reader: Person, first: str, second: str) -> None:
    monday = meeting(30, 15)
    assert (first_clock(reader, monday, NOW), second_clock(reader, monday, NOW)) == (first, second)


def test_n7_the_second_clock_has_its_own_date_where_that_differs() -> None:
    late = meeting(30, 22, 30)
    assert first_clock(TEACHER_11, late, NOW) == "вторник, 1 декабря, 00:30"
    assert second_clock(TEACHER_11, late, NOW) == "понедельник, 30 ноября, 22:30 Якутск"


def test_n7_the_clock_is_named_after_the_hosts_town() -> None:
    assert second_clock(TEACHER_9, meeting(30, 15, zone="Asia/Srednekolymsk", town="Хонуу"), NOW) == "17:00 Хонуу"


def test_the_year_stands_only_where_it_is_another_one() -> None:
    january = replace(meeting(30, 15), starts=datetime(2027, 1, 11, 6, tzinfo=UTC))
    assert first_clock(TEACHER_11, january, NOW) == "понедельник, 11 января 2027 года, 17:00"
    assert first_clock(TEACHER_11, january, january.starts) == "понедельник, 11 января, 17:00"


@pytest.mark.parametrize(
    ("reader", "ahead", "word"),
    [
        (TEACHER_11, timedelta(hours=1), "Сегодня"),
        (TEACHER_11, timedelta(hours=18), "Завтра"),
        (TEACHER_9, timedelta(hours=16), "Завтра"),
        (TEACHER_9, timedelta(hours=15), "Сегодня"),
        (TEACHER_11, timedelta(hours=42), "Послезавтра"),
    ],
)
def test_the_word_for_the_day_is_counted_on_the_readers_calendar(reader: Person, ahead: timedelta, word: str) -> None:
    # 17:00 on her wall in the east, 15:00 in the west
    monday = meeting(30, 15)
    assert day_word(reader, monday, monday.starts - ahead) == word


def test_what_is_over_is_named_by_the_readers_own_date_and_clock() -> None:
    assert short_date(TEACHER_11, meeting(30, 22, 30)) == "1 декабря в 00:30"
