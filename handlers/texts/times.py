"""Dates and clocks as their reader sees them (rule N7): pure functions of an instant, a reader and a host."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from handlers.texts.texts import Texts


@dataclass(frozen=True, slots=True)
class Reader:
    """`zone` is the IANA name of the clock she looks at."""

    zone: str


@dataclass(frozen=True, slots=True)
class Host:
    """`town` is the centre of the host's municipality; None where it is not known: the zone's city stands in."""

    zone: str
    town: str | None = None


def moment(texts: Texts, instant: datetime, reader: Reader, host: Host | None = None, *, now: datetime) -> str:
    """Return «понедельник, 30 ноября, 17:00 (у вас) · 15:00 Якутск» (rule N7), plain text for a text's argument.

    `instant` and `now` are aware. The host's clock stands only where the two wall clocks differ at that instant, with
    its own date where that differs; the year only where it is not the reader's present one.
    """
    mine = instant.astimezone(ZoneInfo(reader.zone))
    year = now.astimezone(ZoneInfo(reader.zone)).year
    return _with_host(texts, _day_and_clock(texts, mine, year), mine, host, year)


def clocks(texts: Texts, instant: datetime, reader: Reader, host: Host | None = None) -> str:
    """Return `moment` without the reader's date, for rows that stand under it: «17:00 (у вас) · 15:00 Якутск»."""
    mine = instant.astimezone(ZoneInfo(reader.zone))
    return _with_host(texts, clock(texts, mine.time()), mine, host, mine.year)


def own(texts: Texts, instant: datetime, zone: str, *, now: datetime) -> str:
    """Return the instant on one clock alone, as one's own deadlines are told: «понедельник, 30 ноября, 17:00»."""
    return moment(texts, instant, Reader(zone), now=now)


def own_clock(texts: Texts, instant: datetime, zone: str) -> str:
    """Return «17:00» of the instant in `zone`."""
    return clock(texts, instant.astimezone(ZoneInfo(zone)).time())


def date_and_clock(texts: Texts, instant: datetime, zone: str) -> str:
    """Return «30 ноября в 17:00» on one clock, for sentences about what was."""
    local = instant.astimezone(ZoneInfo(zone))
    return texts.plain("times-date-at", day=local.date(), clock=clock(texts, local.time()))


def day(texts: Texts, date: date, *, this_year: int) -> str:
    """Return «понедельник, 30 ноября», with the year where it is not `this_year`."""
    return texts.plain("times-day" if date.year == this_year else "times-day-year", day=date)


def short_day(texts: Texts, date: date, *, this_year: int) -> str:
    """Return «пн 30 ноября» for buttons and rows, with the year where it is not `this_year`."""
    return texts.plain("times-short-day" if date.year == this_year else "times-short-day-year", day=date)


def clock(texts: Texts, at: time) -> str:
    """Return «17:00» of a local time."""
    return texts.plain("times-clock", at=at.replace(tzinfo=None))


def minutes(texts: Texts, count: int) -> str:
    """Return «45 минут»."""
    return texts.plain("times-minutes", minutes=count)


def zone_name(texts: Texts, zone: str, *, now: datetime) -> str:
    """Return «UTC+11», or «UTC+5:30»: the offset at `now`, since the law moves zones."""
    offset = now.astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None  # a ZoneInfo always knows
    total = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(total), 60)
    sign = "-" if total < 0 else "+"
    return texts.plain("times-zone", offset=f"{sign}{hours}:{rest:02}" if rest else f"{sign}{hours}")


def town_of(texts: Texts, zone: str) -> str:
    """Return the city that gives the zone its name: «Якутск» for Asia/Yakutsk."""
    named = f"times-town-{zone.rpartition('/')[2].lower()}"
    return (
        texts.plain(named) if named in texts else get_timezone_location(zone, locale=texts.language, return_city=True)
    )


def _with_host(texts: Texts, words: str, mine: datetime, host: Host | None, year: int) -> str:
    if host is None:
        return words
    theirs = mine.astimezone(ZoneInfo(host.zone))
    if theirs.replace(tzinfo=None) == mine.replace(tzinfo=None):
        return words
    same_day = theirs.date() == mine.date()
    return texts.plain(
        "times-both",
        mine=words,
        theirs=clock(texts, theirs.time()) if same_day else _day_and_clock(texts, theirs, year),
        town=host.town or town_of(texts, host.zone),
    )


def _day_and_clock(texts: Texts, local: datetime, year: int) -> str:
    return texts.plain("times-at", day=day(texts, local.date(), this_year=year), clock=clock(texts, local.time()))
