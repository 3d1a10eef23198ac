"""Both clocks (rule N7): what a reader in one zone is told about a host in another."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from handlers.texts import Texts
from handlers.texts.times import Host, Reader, clocks, day, moment, own, own_clock, short_day, town_of, zone_name

TEXTS = Texts()
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
RUSSIAN = [
    "Europe/Kaliningrad", "Europe/Moscow", "Europe/Kirov", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk",
    "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Khandyga", "Asia/Vladivostok", "Asia/Ust-Nera",
    "Asia/Srednekolymsk", "Asia/Sakhalin", "Asia/Kamchatka",
]  # fmt: skip
ZONES = [*RUSSIAN, "Asia/Kolkata", "Pacific/Kiritimati", "America/New_York"]
zones = st.sampled_from(ZONES)
instants = st.integers(
    int(datetime(2025, 1, 1, tzinfo=UTC).timestamp()), int(datetime(2028, 1, 1, tzinfo=UTC).timestamp())
).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


def test_a_teacher_on_the_kolyma_sees_her_clock_first_and_the_methodists_after_it() -> None:
    instant = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
    said = moment(TEXTS, instant, Reader("Asia/Srednekolymsk"), Host("Asia/Yakutsk"), now=NOW)
    assert said == "понедельник, 30 ноября, 17:00 (у вас) · 15:00 Якутск"


def test_a_host_still_in_yesterday_has_his_own_date() -> None:
    instant = datetime(2026, 11, 29, 19, 30, tzinfo=UTC)
    said = moment(TEXTS, instant, Reader("Asia/Srednekolymsk"), Host("Europe/Moscow", "Лабинск"), now=NOW)
    assert said == "понедельник, 30 ноября, 06:30 (у вас) · воскресенье, 29 ноября, 22:30 Лабинск"


def test_the_town_of_the_municipality_goes_before_the_city_of_the_zone() -> None:
    instant = datetime(2026, 11, 30, 11, 30, tzinfo=UTC)
    said = moment(TEXTS, instant, Reader("Asia/Srednekolymsk"), Host("Asia/Yakutsk", "Амга"), now=NOW)
    assert said == "понедельник, 30 ноября, 22:30 (у вас) · 20:30 Амга"


def test_zones_of_one_wall_clock_are_told_once() -> None:
    instant = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
    for host in (None, Host("Asia/Yakutsk", "Якутск"), Host("Asia/Khandyga", "Хандыга")):
        assert moment(TEXTS, instant, Reader("Asia/Yakutsk"), host, now=NOW) == "понедельник, 30 ноября, 15:00"


def test_ones_own_deadline_is_in_ones_own_clock_alone() -> None:
    assert own(TEXTS, datetime(2026, 11, 30, 3, 20, tzinfo=UTC), "Asia/Srednekolymsk", now=NOW) == (
        "понедельник, 30 ноября, 14:20"
    )
    assert own_clock(TEXTS, datetime(2026, 11, 30, 3, 20, tzinfo=UTC), "Asia/Srednekolymsk") == "14:20"


def test_a_date_of_another_year_says_its_year() -> None:
    assert day(TEXTS, date(2027, 1, 11), this_year=2026) == "понедельник, 11 января 2027 года"
    assert day(TEXTS, date(2026, 12, 7), this_year=2026) == "понедельник, 7 декабря"
    assert short_day(TEXTS, date(2027, 1, 11), this_year=2026) == "пн 11 января 2027"
    assert short_day(TEXTS, date(2026, 12, 7), this_year=2026) == "пн 7 декабря"


def test_the_present_year_is_the_readers_own() -> None:
    new_year_came_to_the_east_only = datetime(2026, 12, 31, 20, 0, tzinfo=UTC)
    said = own(TEXTS, new_year_came_to_the_east_only, "Asia/Srednekolymsk", now=new_year_came_to_the_east_only)
    assert said == "пятница, 1 января, 07:00"


def test_a_row_under_its_date_has_only_the_clocks() -> None:
    instant = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
    assert clocks(TEXTS, instant, Reader("Asia/Srednekolymsk"), Host("Asia/Yakutsk")) == "17:00 (у вас) · 15:00 Якутск"
    assert clocks(TEXTS, instant, Reader("Asia/Yakutsk"), Host("Asia/Yakutsk")) == "15:00"


def test_a_zone_is_named_by_its_offset() -> None:
    assert zone_name(TEXTS, "Asia/Srednekolymsk", now=NOW) == "UTC+11"
    assert zone_name(TEXTS, "Asia/Kolkata", now=NOW) == "UTC+5:30"
    assert zone_name(TEXTS, "America/New_York", now=NOW) == "UTC-5"
    assert zone_name(TEXTS, "UTC", now=NOW) == "UTC+0"


def test_every_zone_of_the_country_has_a_city_in_russian() -> None:
    for zone in RUSSIAN:
        assert re.fullmatch(r"[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)*", town_of(TEXTS, zone)), zone


@given(instants, zones, zones)
def test_two_clocks_stand_exactly_where_the_walls_differ(instant: datetime, reader: str, host: str) -> None:
    mine, theirs = instant.astimezone(ZoneInfo(reader)), instant.astimezone(ZoneInfo(host))
    said = moment(TEXTS, instant, Reader(reader), Host(host, "Там"), now=NOW)
    first, dot, second = said.partition(" · ")
    differ = mine.replace(tzinfo=None) != theirs.replace(tzinfo=None)
    assert bool(dot) == ("(у вас)" in said) == differ
    assert f"{mine.day} " in first and f"{mine:%H:%M}" in first
    if differ:
        assert f"{theirs:%H:%M}" in second and second.endswith(" Там")
        assert (f" {theirs.day} " in second) == (theirs.date() != mine.date())


@given(instants, zones)
def test_the_year_stands_exactly_where_it_is_not_the_present_one(instant: datetime, reader: str) -> None:
    local = instant.astimezone(ZoneInfo(reader))
    said = own(TEXTS, instant, reader, now=NOW)
    assert (f"{local.year} года" in said) == (local.year != NOW.astimezone(ZoneInfo(reader)).year)
