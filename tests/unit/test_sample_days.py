"""Days of the sample's tables, as they are on the day on which the demo begins."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.sample.lived.cells import people_in
from bot.sample.lived.clock import LivedClock
from bot.sample.lived.days import SampleDays
from tests.support.consultations import FixedClock

SATURDAY = datetime(2026, 11, 21, 3, 2, tzinfo=UTC)
"""Noon in Yakutsk, two minutes past."""
YAKUTSK = "Asia/Yakutsk"


@pytest.mark.parametrize(
    ("word", "wall"),
    [
        ("today-3 16:30", "2026-11-18 16:30"),
        ("today+0 09:00", "2026-11-21 09:00"),
        ("today+0w 09:00", "2026-11-23 09:00"),
        ("today+1w 09:00", "2026-11-23 09:00"),
        ("month+0 10:00", "2026-10-01 10:00"),
        ("month+9w 10:00", "2026-10-12 10:00"),
        ("soon", "2026-11-21 14:45"),
        ("ago 30", "2026-11-21 11:32"),
    ],
)
def test_a_word_names_an_instant_on_the_wall_of_a_zone(word: str, wall: str) -> None:
    ahead = timedelta(hours=9)
    assert SampleDays(SATURDAY).at(word, YAKUTSK) + ahead == datetime.fromisoformat(wall).replace(tzinfo=UTC)


def test_people_come_before_the_month_whose_answers_are_told() -> None:
    for day in range(1, 366):
        days = SampleDays(SATURDAY + timedelta(days=day))
        assert days.month - timedelta(days=3) == days.begin.date()
        assert timedelta(days=44) < days.now - days.begin < timedelta(days=95)


def test_what_is_no_word_of_the_tables_is_refused() -> None:
    with pytest.raises(ValueError, match="tomorrow"):
        SampleDays(SATURDAY).at("tomorrow", YAKUTSK)
    assert SampleDays(SATURDAY).today("Asia/Kamchatka") == date(2026, 11, 21)


def test_the_clock_steps_back_for_a_while_and_is_the_present_again() -> None:
    clock = LivedClock(FixedClock(SATURDAY))
    with clock.at(SATURDAY - timedelta(days=2)):
        with clock.at(SATURDAY - timedelta(days=1)):
            assert clock.now() == SATURDAY - timedelta(days=1)
        assert clock.now() == SATURDAY - timedelta(days=2)
    assert clock.now() == SATURDAY


def test_a_cell_names_people_with_their_words() -> None:
    assert list(people_in("1008: ЕГЭ, задание 34; 1009: 5 Спасибо: помогло; 1010")) == [
        (1008, "ЕГЭ, задание 34"), (1009, "5 Спасибо: помогло"), (1010, ""),
    ]  # fmt: skip
    assert list(people_in("")) == []
