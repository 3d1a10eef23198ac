"""Seats, and who is where when."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.consultations.model import (
    Booking,
    BookingId,
    BookingState,
    CancelReason,
    Session,
    SessionId,
)
from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId


class BookingStore(Protocol):
    """Seats, and who is where when. Each refusal comes from a named constraint, under any number of writers."""

    async def lock(self, people: Collection[PersonId]) -> None:
        """Let writers who book for or with the same people pass one at a time, until the unit ends."""
        ...

    async def add(self, session: Session, visitor: PersonId, topic: str | None, now: datetime) -> BookingId:
        """Store a live booking; raises `AlreadyBooked` (`uq_booking_live_visitor`)."""
        ...

    async def take_seat(self, session: SessionId) -> int:
        """Count one more seat and give how many are taken now; raises `NoSeatsLeft` (`ck_session_seats`)."""
        ...

    async def free_seat(self, session: SessionId) -> int:
        """Count one seat less and give how many are taken now."""
        ...

    async def occupy(self, person: PersonId, session: Session, refusal: type[DomainError]) -> None:
        """Mark the person as busy for the session's minutes; raises `refusal` when she is elsewhere
        (`uq_busy_person_cell`)."""
        ...

    async def release(self, person: PersonId, session: SessionId) -> None:
        """Take the marks of this person in this session back."""
        ...

    async def get(self, booking: BookingId) -> Booking | None:
        """One booking in any state."""
        ...

    async def of_visitor(self, visitor: PersonId, since: datetime) -> Sequence[Booking]:
        """Live bookings that end after `since`, by start."""
        ...

    async def past_of_visitor(self, visitor: PersonId, until: datetime, skip: int, count: int) -> Sequence[Booking]:
        """Bookings that ended until `until` or were cancelled, the latest first."""
        ...

    async def all_of_visitor(self, visitor: PersonId) -> Sequence[Booking]:
        """Every booking of a visitor, in any state, by start."""
        ...

    async def forget(self, visitor: PersonId) -> None:
        """Wipe what a visitor has typed; rows stay for the counts."""
        ...

    async def of_session(self, session: SessionId) -> Sequence[Booking]:
        """Live bookings of a session in the order in which they were made."""
        ...

    async def of_sessions(self, sessions: Collection[SessionId]) -> Sequence[Booking]:
        """Live bookings of several sessions, by start, then in the order in which they were made."""
        ...

    async def busy_cells(self, people: Collection[PersonId], cells: range) -> Mapping[PersonId, frozenset[int]]:
        """Busy cells of 5 minutes of each of `people` within `cells`."""
        ...

    async def move(self, booking: BookingId, session: Session, now: datetime) -> bool:
        """Let a live booking be one of another session, made anew at `now`; False when it had ended. Raises
        `AlreadyBooked` (`uq_booking_live_visitor`).
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
