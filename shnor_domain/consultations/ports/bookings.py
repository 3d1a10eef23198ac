"""Bookings of meetings, and who is where when."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.consultations.model import (
    HERSELF,
    Behalf,
    Booking,
    BookingId,
    BookingState,
    CancelReason,
    Session,
    SessionId,
)
from shnor_domain.identity import PersonId, SchoolId
from shnor_domain.seats.ports import Times


class BookingStore(Times[Session], Protocol):
    """Bookings, and who is where when. Each refusal comes from a named constraint, under any number of writers."""

    async def add(
        self, session: Session, visitor: PersonId, topic: str | None, now: datetime, behalf: Behalf = HERSELF
    ) -> BookingId:
        """Store a live booking; raises `AlreadyBooked` (`uq_booking_live_visitor`, `uq_booking_live_school`)."""
        ...

    async def recount(self, booking: BookingId, before: int, heads: int) -> bool:
        """Let a live booking of `before` heads be one of `heads`; False when it had ended or had another number. The
        seats are counted by `SessionStore`."""
        ...

    async def confirm(self, booking: BookingId) -> bool:
        """Mark a live booking as confirmed; False when it had ended or was confirmed already."""
        ...

    async def release(self, person: PersonId, session: SessionId) -> None:
        """Take the marks of this person in this session back."""
        ...

    async def get(self, booking: BookingId) -> Booking | None:
        """One booking in any state."""
        ...

    async def of_visitor(self, visitor: PersonId, since: datetime) -> Sequence[Booking]:
        """Live bookings for herself that end after `since`, by start."""
        ...

    async def kept_by(self, visitor: PersonId, since: datetime) -> Sequence[Booking]:
        """Live bookings that she keeps for people without an account and that end after `since`, by start."""
        ...

    async def made_by(self, person: PersonId, since: datetime) -> Sequence[Booking]:
        """Live bookings that she made for others, with an account or without, and that end after `since`, by start."""
        ...

    async def of_school(self, school: SchoolId, since: datetime) -> Sequence[Booking]:
        """Live bookings for people without an account of this school that end after `since`, by start."""
        ...

    async def forget_guests(self, before: datetime) -> int:
        """Wipe the names of guests whose meetings ended before `before`; gives how many there were."""
        ...

    async def past_of_visitor(self, visitor: PersonId, until: datetime, skip: int, count: int) -> Sequence[Booking]:
        """Bookings that ended until `until` or were cancelled, the latest first."""
        ...

    async def all_of_visitor(self, visitor: PersonId) -> Sequence[Booking]:
        """Every booking of a visitor, in any state, by start."""
        ...

    async def all_made_by(self, person: PersonId) -> Sequence[Booking]:
        """Every booking that she made for another with an account, in any state, by start."""
        ...

    async def forget(self, visitor: PersonId) -> None:
        """Wipe what a visitor has typed, names of guests too, and that she booked for others; rows stay for the
        counts."""
        ...

    async def of_session(self, session: SessionId) -> Sequence[Booking]:
        """Live bookings of a session in the order in which they were made."""
        ...

    async def of_sessions(self, sessions: Collection[SessionId]) -> Sequence[Booking]:
        """Live bookings of several sessions, by start, then in the order in which they were made."""
        ...

    async def move(self, booking: BookingId, session: Session, now: datetime) -> bool:
        """Let a live booking be one of another session, made anew and unconfirmed at `now`; False when it had
        ended. Raises `AlreadyBooked` (`uq_booking_live_visitor`).
        """
        ...

    async def end(
        self,
        booking: BookingId,
        state: BookingState,
        now: datetime,
        *,
        late: bool = False,
        reason: CancelReason | None = None,
    ) -> bool:
        """End a live booking; False when it had ended already."""
        ...
