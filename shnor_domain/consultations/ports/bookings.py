"""Seats, and who is where when."""

from collections.abc import Collection, Mapping, Sequence
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
from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId, SchoolId


class BookingStore(Protocol):
    """Seats, and who is where when. Each refusal comes from a named constraint, under any number of writers."""

    async def lock(self, people: Collection[PersonId]) -> None:
        """Let writers who book for or with the same people pass one at a time, until the unit ends."""
        ...

    async def add(
        self, session: Session, visitor: PersonId, topic: str | None, now: datetime, behalf: Behalf = HERSELF
    ) -> BookingId:
        """Store a live booking; raises `AlreadyBooked` (`uq_booking_live_visitor`, `uq_booking_live_school`)."""
        ...

    async def take_seat(self, session: SessionId, heads: int = 1, *, held: int = 0) -> int:
        """Count so many more seats, `held` of them held for the visitor, and give how many are taken now; raises
        `NoSeatsLeft` (`ck_session_seats`): what is held for others is not free."""
        ...

    async def free_seat(self, session: SessionId, heads: int = 1, *, hold: int = 0, loose: int = 0) -> int:
        """Count so many seats less, of which `hold` are held for the queue and `loose` need no notice, and give how
        many are taken or held now. Who frees seats asks `waitlist.freeing.give_back`, which knows the queue."""
        ...

    async def recount(self, booking: BookingId, before: int, heads: int) -> bool:
        """Let a live booking of `before` heads be one of `heads`; False when it had ended or had another number. The
        seats are counted by `take_seat` and `free_seat`."""
        ...

    async def confirm(self, booking: BookingId) -> bool:
        """Mark a live booking as confirmed; False when it had ended or was confirmed already."""
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

    async def busy_cells(self, people: Collection[PersonId], cells: range) -> Mapping[PersonId, frozenset[int]]:
        """Busy cells of 5 minutes of each of `people` within `cells`."""
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
