"""The file itself: any letters survive it, every line is one of RFC 5545, and another library reads the same."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.calendar_files import calendar_file
from shnor_domain.consultations.calendar_files import Entry, Event, mark
from shnor_domain.consultations.model import Format
from shnor_domain.identity import PersonId
from tests.support.calendar_lines import calendar_lines, events
from tests.support.consultations import terms

STARTS = datetime(2026, 12, 7, 6, 0, tzinfo=UTC)
# what people type reaches this place without control characters (shnor_domain/letters.py)
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=300)
LINES = st.lists(WORDS, max_size=4).map("\n".join)


def entry(number: int = 0, *, cancelled: bool = False) -> Entry:
    return Entry(f"uid-{number}", number, STARTS, STARTS, STARTS + timedelta(minutes=45), cancelled)


@given(title=WORDS, text=LINES, place=WORDS)
def test_any_words_come_back_as_they_were(title: str, text: str, place: str) -> None:
    body = calendar_file([Event(entry(), title, text, place, "https://meet.example.org/a?b=1,2;c=3")])
    _, [found] = events(body)
    assert (found["SUMMARY"], found["DESCRIPTION"], found["LOCATION"]) == (title, text, place)
    assert found["URL"] == "https://meet.example.org/a?b=1,2;c=3"
    [read] = Calendar.from_ical(body).walk("VEVENT")
    assert (str(read["summary"]), str(read["description"])) == (title, text)


def test_cyrillic_is_folded_at_75_octets_and_never_within_a_letter() -> None:
    body = calendar_file([Event(entry(), "щ" * 200, "😀ё" * 100)])
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert ("SUMMARY", "щ" * 200) in calendar_lines(body)


def test_a_line_that_is_typed_is_no_line_of_the_calendar() -> None:
    body = calendar_file([Event(entry(), "а\r\nEND:VEVENT", "б\nATTENDEE:mailto:x@example.org")])
    names = [name for name, _ in calendar_lines(body)]
    assert names.count("END") == 2 and "ATTENDEE" not in names


def test_instants_are_utc_and_there_is_no_alarm_no_zone_and_nobody_invited() -> None:
    names = dict(calendar_lines(calendar_file([Event(entry(3), "Химия", "Текст")])))
    assert (names["DTSTART"], names["DTEND"], names["DTSTAMP"]) == (
        "20261207T060000Z", "20261207T064500Z", "20261207T060000Z",
    )  # fmt: skip
    assert not {"TZID", "TRIGGER", "ATTENDEE", "ORGANIZER"} & set(names)
    assert names["SEQUENCE"] == "3"


def test_only_a_file_of_cancelled_meetings_cancels() -> None:
    on, off = Event(entry(1), "а", "б"), Event(entry(2, cancelled=True), "а", "б")
    assert events(calendar_file([off]))[0] == "CANCEL"
    method, both = events(calendar_file([on, off]))
    assert (method, [each["STATUS"] for each in both]) == ("PUBLISH", ["CONFIRMED", "CANCELLED"])


def test_a_mark_differs_exactly_where_a_calendar_would() -> None:
    ends = STARTS + timedelta(minutes=45)
    usual = mark(STARTS, ends, terms(), cancelled=False)
    assert usual == mark(STARTS, ends, terms(capacity=9, notice=0), cancelled=False)
    others = {
        mark(ends, ends, terms(), cancelled=False),
        mark(STARTS, STARTS, terms(), cancelled=False),
        mark(STARTS, ends, terms(), cancelled=True),
        mark(STARTS, ends, terms(link="https://meet.example.org/b"), cancelled=False),
        mark(STARTS, ends, terms(link=None), cancelled=False),
        mark(STARTS, ends, terms(format=Format.PHONE, venue="41-00"), cancelled=False),
        mark(STARTS, ends, terms(), cancelled=False, stands_in=PersonId(7)),
        mark(STARTS, ends, terms(), cancelled=False, stands_in=PersonId(8)),
    }
    assert usual not in others and len(others) == 8
    # what is out of a calendar is out of it, whatever becomes of the meeting
    off = mark(STARTS, ends, terms(), cancelled=True)
    assert off == mark(ends, ends + timedelta(hours=1), terms(link=None), cancelled=True, stands_in=PersonId(7))
