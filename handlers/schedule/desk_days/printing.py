"""Weeks as tables to print: a host's own by days with names and questions, a territory's with numbers alone (R156)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from aiogram_dialog import DialogManager

from handlers.consultations.views import Eyes, clocks, host_name, local_day
from handlers.schedule.views import asked_words, visitor_name
from handlers.shell.files import send_table
from handlers.texts import Texts
from handlers.texts import times as words
from shnor_domain.consultations.desk.use_cases.territory import TerritoryWeek
from shnor_domain.consultations.desk.use_cases.week import DeskMeeting, DeskWeek
from shnor_domain.consultations.use_cases.hosting import Meeting
from shnor_domain.tables import Sheet

_OWN = ("time", "length", "subject", "way", "name", "topic", "came")
_TERRITORY = ("day", "time", "length", "subject", "host", "way", "audience", "booked", "capacity", "state")


async def send_week(manager: DialogManager, eyes: Eyes, week: DeskWeek) -> None:
    """A sheet a day; a line a person, one without a name for a meeting that nobody has booked yet."""
    days: dict[date, list[DeskMeeting]] = defaultdict(list)
    for each in week.meetings:
        days[local_day(eyes, each.meeting.occurrence.starts)].append(each)
    sheets = [
        Sheet(_day(eyes, day), (_head(eyes.texts, _OWN), *(row for each in of_day for row in _people(eyes, each))))
        for day, of_day in days.items()
    ]
    title = eyes.texts.plain("desk-print-title", day=week.first)
    await send_table(manager, title, sheets, eyes.texts("desk-print-caption", title=title))


async def send_territory(manager: DialogManager, eyes: Eyes, week: TerritoryWeek) -> None:
    """«График проведения консультаций»: one sheet, a line a meeting, no visitors."""
    rows = [_numbers(eyes, each) for each in week.meetings]
    title = eyes.texts.plain("desk-territory-title", day=week.first)
    sheet = Sheet(eyes.texts.plain("desk-territory-sheet"), (_head(eyes.texts, _TERRITORY), *rows))
    await send_table(manager, title, [sheet], eyes.texts("desk-territory-caption", title=title))


def _head(texts: Texts, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(texts.plain(f"desk-column-{column}") for column in columns)


def _people(eyes: Eyes, each: DeskMeeting) -> list[tuple[str, ...]]:
    meeting = each.meeting
    about = (_clock(eyes, meeting), _length(eyes, meeting), meeting.of.subject, _way(eyes, meeting))
    if meeting.cancelled:
        return [(*about, eyes.texts.plain("desk-cell-off"), "", "")]
    if not each.bookings:
        return [(*about, eyes.texts.plain("desk-cell-nobody"), "", "")]
    return [(*about, visitor_name(eyes, card), asked_words(card), "") for card in each.bookings]


def _numbers(eyes: Eyes, meeting: Meeting) -> tuple[str, ...]:
    terms = meeting.of.slot.terms
    return (
        _day(eyes, local_day(eyes, meeting.occurrence.starts)),
        _clock(eyes, meeting),
        _length(eyes, meeting),
        meeting.of.subject,
        host_name(eyes, meeting.of),
        _way(eyes, meeting),
        eyes.texts.plain("desk-cell-audience", audience=terms.audience.value),
        str(meeting.booked),
        str(meeting.capacity),
        eyes.texts.plain("desk-cell-state", off=meeting.cancelled),
    )


def _day(eyes: Eyes, day: date) -> str:
    return words.short_day(eyes.texts, day, this_year=eyes.now.year)


def _clock(eyes: Eyes, meeting: Meeting) -> str:
    return clocks(eyes, meeting.of, meeting.occurrence.starts)


def _length(eyes: Eyes, meeting: Meeting) -> str:
    length = meeting.occurrence.ends - meeting.occurrence.starts
    return words.minutes(eyes.texts, int(length.total_seconds()) // 60)


def _way(eyes: Eyes, meeting: Meeting) -> str:
    terms = meeting.of.slot.terms
    return eyes.texts.plain("desk-cell-way", format=terms.format.value, venue=terms.venue or "")
