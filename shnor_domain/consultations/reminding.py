"""Whether a reminder is still true, and what it says, read anew as it goes (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations.asked import questions_of
from shnor_domain.consultations.cards import SlotCard, slot_card
from shnor_domain.consultations.model import BookingState, Session, SessionId, SessionState
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.reminders import DAY_BEFORE, HOST_DAY_BEFORE, HOST_HOUR_BEFORE, HOUR_BEFORE
from shnor_domain.consultations.telling import booking_of
from shnor_domain.errors import NotFound
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class BookingAhead:
    """To the visitor: she is booked, for this very start."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too when it was deleted."""
        async with self.read() as work:
            booking = await work.bookings.get(booking_of(row.notice))
        return (
            booking is not None
            and booking.state is BookingState.BOOKED
            and booking.visitor == row.notice.person
            and booking.key.starts == starts_of(row.notice)
        )


@dataclass(frozen=True, slots=True)
class SessionAhead:
    """To the host: her session takes place and somebody is booked at this minute (N1)."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too for another than its host."""
        async with self.read() as work:
            session = await work.sessions.get(session_of(row.notice))
        return session is not None and as_planned(session, row)


@dataclass(frozen=True, slots=True)
class Attended:
    """A session with its slot, `people` booked and how many `questions` they have asked beforehand."""

    of: SlotCard
    session: Session
    people: int
    questions: int


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """For the words of a host's reminder."""

    read: Opens[ConsultationWork]

    async def __call__(self, notice: Notice) -> Attended:
        """The session that the row is about, in any state; raises `NotFound` when there is none."""
        async with self.read() as work:
            session = await work.sessions.get(session_of(notice))
            if session is None:
                raise NotFound
            bookings = await work.bookings.of_session(session.id)
            card = await slot_card(work, session.key.slot)
            asked = await questions_of(work, bookings)
        people = sum(booking.heads for booking in bookings)
        return Attended(card, session, people, sum(asked.values()))


def checks(read: Opens[ConsultationWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `reminders.POLICIES`."""
    visitor, host = BookingAhead(read), SessionAhead(read)
    return {DAY_BEFORE: visitor, HOUR_BEFORE: visitor, HOST_DAY_BEFORE: host, HOST_HOUR_BEFORE: host}


def as_planned(session: Session, row: StoredNotice) -> bool:
    """True for the row's reader as who leads this meeting, which somebody has booked and which starts as the row was
    planned for."""
    return (
        session.state is SessionState.OPEN
        and session.taken > 0
        and session.host == row.notice.person
        and session.key.starts == starts_of(row.notice)
    )


def session_of(notice: Notice) -> SessionId:
    """Whose payload is {"session": id, …}."""
    return SessionId(int(notice.payload["session"] or 0))


def starts_of(notice: Notice) -> datetime:
    """The start that a reminder was planned for: {…, "starts": instant in ISO 8601}."""
    return datetime.fromisoformat(str(notice.payload["starts"]))
