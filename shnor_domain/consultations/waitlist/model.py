"""Places in the queue of a meeting, seats held for it, offers of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType

from shnor_domain.consultations.model import SessionId, SessionKey
from shnor_domain.identity import PersonId, SubjectId

WaitingId = NewType("WaitingId", int)
SeatId = NewType("SeatId", int)
OfferId = NewType("OfferId", int)


class WaitState(Enum):
    """`WAITING` is in the queue; the others say how it ended: she has a seat, left, the meeting is off, or no place
    of hers lets her come any longer."""

    WAITING = "waiting"
    BOOKED = "booked"
    LEFT = "left"
    CANCELLED = "cancelled"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person in the queue of one meeting; the lower `id` is asked first. `topic` is the question that goes along
    into the booking."""

    id: WaitingId
    session: SessionId
    key: SessionKey
    ends: datetime
    host: PersonId
    subject: SubjectId
    person: PersonId
    topic: str | None
    state: WaitState
    joined: datetime


class SeatState(Enum):
    """`HELD` waits for somebody of the queue; then it is taken, open to all, or gone with its capacity or meeting."""

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
    session: SessionId
    made: datetime
    until: datetime
    state: OfferState
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class Pulse:
    """When, on the machine's clock, the queues were last looked at, and when that began anew after a silence."""

    seen: datetime
    back: datetime | None
