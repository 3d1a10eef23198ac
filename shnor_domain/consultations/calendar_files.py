"""A meeting as a calendar is told of it (RFC 5545): facts of an event, and who makes a file of them (ADR 11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Protocol

from shnor_domain.consultations.model import BookingId, Format, SessionId, Terms
from shnor_domain.identity import PersonId


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting in the calendar of one person.

    `uid` stays for ever, `sequence` grows with each change of what the calendar was told; `stamp` is when this was
    said. All instants are UTC. `cancelled`: it does not take place, or she does not come.
    """

    uid: str
    sequence: int
    stamp: datetime
    starts: datetime
    ends: datetime
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An entry with its words: plain text of any letters, escaped by who writes the file. `link` opens the meeting."""

    entry: Entry
    title: str
    text: str
    place: str | None = None
    link: str | None = None


class CalendarWriter(Protocol):
    """Makes iCalendar files."""

    def __call__(self, events: Sequence[Event]) -> bytes:
        """UTF-8 with CRLF and lines of at most 75 octets. METHOD is CANCEL where all of `events` are cancelled, else
        PUBLISH."""
        ...


def of_booking(booking: BookingId) -> str:
    """What the entry of a visitor is about."""
    return f"booking:{booking}"


def of_session(session: SessionId) -> str:
    """What the entry of a host is about."""
    return f"session:{session}"


def mark(starts: datetime, ends: datetime, terms: Terms, *, cancelled: bool, stands_in: PersonId | None = None) -> str:
    """A fingerprint of all that makes a calendar's entry another one: time, way, place, whether it takes place, and who
    leads it where that is not the slot's host. What is cancelled has no place in it, wherever and whenever it goes
    on."""
    if cancelled:
        return sha256(b"cancelled").hexdigest()[:16]
    where = terms.link if terms.format is Format.ONLINE else terms.venue
    # «False» stood for `cancelled` here: without the word every mark that is stored would be another one
    said = f"{starts.isoformat()} {ends.isoformat()} False {terms.format.value} {where}"
    if stands_in is not None:
        # nothing is added for the host: what calendars were told before stays true
        said += f" {stands_in}"
    return sha256(said.encode()).hexdigest()[:16]
