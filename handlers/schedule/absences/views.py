"""Absences in words: meetings, people and answers, on the reader's clock first (N7)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from handlers.consultations.views import Eyes, visitor_name, when
from handlers.names import shown
from handlers.schedule.views import ROWS, lines
from handlers.texts import Safe
from shnor_domain.consultations.absences.use_cases.answer import AskCard
from shnor_domain.consultations.cards import BookingCard
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.use_cases.hosting import Meeting


def host_words(eyes: Eyes, person: KnownPerson | None) -> str:
    """How a host wishes to be called, as far as names are shown; a general word when she has left."""
    name = "" if person is None else person.name
    return shown(eyes.texts, name, eyes.names, eyes.texts.plain("consult-host-unknown"))


def ask_lines(eyes: Eyes, card: AskCard) -> Safe:
    """The meetings of an ask that are ahead, at most 8 rows and «ещё N»."""
    rows = [eyes.texts("absence-row", when=when(eyes, card.slots[row.key.slot], row.key.starts)) for row in card.left]
    return _at_most(eyes, rows)


def meeting_lines(eyes: Eyes, meetings: Sequence[Meeting]) -> Safe:
    """Meetings with how many are booked."""
    return _at_most(
        eyes,
        [
            eyes.texts("absence-meeting", when=when(eyes, each.of, each.occurrence.starts), booked=each.booked)
            for each in meetings
        ],
    )


def for_others_lines(eyes: Eyes, key: str, meetings: Sequence[Meeting]) -> Safe | str:
    """Meetings of colleagues under the heading `key`; nothing when there are none."""
    if not meetings:
        return ""
    rows = [
        eyes.texts(
            "absence-meeting-of",
            when=when(eyes, each.of, each.occurrence.starts),
            subject=each.of.subject,
            host=host_words(eyes, each.of.host),
        )
        for each in meetings
    ]
    return eyes.texts(key, rows=_at_most(eyes, rows))


def booked_lines(eyes: Eyes, key: str, cards: Sequence[BookingCard]) -> Safe:
    """«Записаны: …» under the heading `key`; one sentence when nobody."""
    if not cards:
        return eyes.texts("absence-nobody")
    rows = [
        eyes.texts(
            "schedule-affected-row", when=when(eyes, card.of, card.booking.key.starts), name=visitor_name(eyes, card)
        )
        for card in cards
    ]
    return eyes.texts(key, rows=_at_most(eyes, rows))


def _at_most(eyes: Eyes, rows: Iterable[Safe]) -> Safe:
    found = list(rows)
    if len(found) > ROWS:
        found = [*found[:ROWS], eyes.texts("absence-more", count=len(found) - ROWS)]
    return lines(found)


def opening_day(meeting: date, today: date) -> date:
    """Where a calendar opens: in the month of the meeting, but not where today is all that is left of it."""
    tomorrow = today + timedelta(days=1)
    return tomorrow if meeting <= today and tomorrow.month != today.month else max(meeting, today)
