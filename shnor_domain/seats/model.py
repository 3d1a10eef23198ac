"""Seatings as the engine sees them, places in their queues, seats held for these, offers.

A seating is what has seats: a meeting of a consultation, or whatever else a feature keeps in rows of that shape. Names
of parts say `session` for it, as the first of them does.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType, Protocol

from shnor_domain.identity import PersonId

SeatingId = NewType("SeatingId", int)
WaitingId = NewType("WaitingId", int)
SeatId = NewType("SeatId", int)
OfferId = NewType("OfferId", int)


class Timed(Protocol):
    """What takes people's time: a seating, or a part of one; `id` names it in the table of their hours."""

    @property
    def id(self) -> int:
        """Unique among its kind."""
        ...

    @property
    def starts(self) -> datetime:
        """The start, UTC."""
        ...

    @property
    def ends(self) -> datetime:
        """The end, UTC."""
        ...


class Seating(Protocol):
    """What has `capacity` seats, some of them `taken` or `held` for who waits (W1)."""

    @property
    def id(self) -> SeatingId:
        """Unique among its kind."""
        ...

    @property
    def starts(self) -> datetime:
        """By which W1–W3 reckon, UTC."""
        ...

    @property
    def capacity(self) -> int:
        """All seats."""
        ...

    @property
    def taken(self) -> int:
        """Seats in which somebody sits."""
        ...

    @property
    def held(self) -> int:
        """Seats that only the queue may take."""
        ...

    @property
    def open(self) -> bool:
        """False once it is called off."""
        ...


class WaitState(Enum):
    """`WAITING` is in the queue; the others say how it ended: she has a seat, left, it was called off, or no place of
    hers lets her come any longer."""

    WAITING = "waiting"
    BOOKED = "booked"
    LEFT = "left"
    CANCELLED = "cancelled"
    LOST = "lost"


class Waits(Protocol):
    """One person in the queue of one seating; the lower `id` is asked first."""

    @property
    def id(self) -> WaitingId:
        """Her place."""
        ...

    @property
    def session(self) -> SeatingId:
        """The seating."""
        ...

    @property
    def person(self) -> PersonId:
        """Who waits."""
        ...


class SeatState(Enum):
    """`HELD` waits for somebody of the queue; then it is taken, open to all, or gone with its capacity or seating."""

    HELD = "held"
    TAKEN = "taken"
    OPEN = "open"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """A seat that became free at `freed` and is held; `reserved` names whose morning it waits for (W2)."""

    id: SeatId
    freed: datetime
    reserved: WaitingId | None


class OfferState(Enum):
    """`VOID` counts as never made: the bot was down while it was open (W5)."""

    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Offer:
    """A seat that is held for one person until `until`; `ended` is None while it is open."""

    id: OfferId
    seat: SeatId
    waiting: WaitingId
    person: PersonId
    session: SeatingId
    made: datetime
    until: datetime
    state: OfferState
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class Pulse:
    """When, on the machine's clock, the queues were last looked at, and when that began anew after a silence."""

    seen: datetime
    back: datetime | None
