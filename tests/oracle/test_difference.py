"""Two multisets and their difference in words."""

from dataclasses import replace

from tests.oracle.sample import utc
from tests.oracle.told import Kind, Told, difference

REMINDER = Told(
    "Айта", Kind.DAY_BEFORE, utc(29, 9, 55), "понедельник, 30 ноября, 22:00", "20:00 Якутск", "Завтра", utc(29, 9, 59)
)
SEEN = replace(REMINDER, at=utc(29, 9, 57), last=None)


def test_what_comes_in_one_of_its_minutes_is_what_was_expected() -> None:
    assert difference([REMINDER], [SEEN]) == []


def test_each_other_thing_is_named_on_both_sides() -> None:
    for wrong in (
        replace(SEEN, who="Нюргуяна"),
        replace(SEEN, kind=Kind.HOUR_BEFORE),
        replace(SEEN, at=utc(29, 10)),
        replace(SEEN, when="понедельник, 30 ноября, 20:00"),
        replace(SEEN, also=""),
        replace(SEEN, more="Сегодня"),
    ):
        assert difference([REMINDER], [wrong]) == [f"missing    {REMINDER}", f"unexpected {wrong}"]


def test_twice_is_once_too_many_and_never_is_once_too_few() -> None:
    assert difference([REMINDER], [SEEN, SEEN]) == [f"unexpected {SEEN}"]
    assert difference([REMINDER, REMINDER], [SEEN]) == [f"missing    {REMINDER}"]


def test_a_line_can_be_read() -> None:
    assert str(REMINDER) == ("29.11 09:55…09:59Z Айта: 24 h: понедельник, 30 ноября, 22:00 · 20:00 Якутск [Завтра]")
