"""A sign-up (запись на мероприятие): a seat of one person, or the seats that a school keeps without names."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import MunicipalityId, PersonId, Role, SchoolId
from shnor_domain.seats.model import WaitingId, WaitState
from shnor_domain.seminars.events.model import EventId

SignUpId = NewType("SignUpId", int)


class Sits(Enum):
    """`SELF` is one person; `KEPT` are seats of a school in which its people will sit."""

    SELF = "self"
    KEPT = "kept"


class SignUpState(Enum):
    """`LIVE` has its seats. Others say how it ended: called off before the first lesson, left during a series,
    with her place in the school, with the event, by a move to an hour at which she is elsewhere; `NAMED`: in kept seats
    all sit now who were meant."""

    LIVE = "live"
    CANCELLED = "cancelled"
    LEFT = "left"
    PLACE_ENDED = "place_ended"
    EVENT_OFF = "event_off"
    MOVED_AWAY = "moved_away"
    NAMED = "named"


class Reason(Enum):
    """Why somebody cancels, when she says so."""

    BUSY = "busy"
    ILL = "ill"
    OTHER = "other"


MOST_KEPT = 500
"""So many seats a school may keep at most, whatever the event has."""


@dataclass(frozen=True, slots=True)
class Room:
    """What of an event is a seating: `starts` is that of its first open lesson, `ends` the end of its last, UTC; `held`
    seats are for who waits, of the free ones `loose` were left to all by the queue (W3). `quota` is the most for one
    school."""

    id: EventId
    starts: datetime
    ends: datetime
    capacity: int
    quota: int | None
    taken: int
    held: int
    loose: int
    open: bool

    @property
    def free(self) -> int:
        """Seats that anybody invited may take."""
        return self.capacity - self.taken - self.held


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person in the queue of one event; the lower `id` is asked first. `school` is whose quota she would count
    on."""

    id: WaitingId
    session: EventId
    starts: datetime
    ends: datetime
    person: PersonId
    school: SchoolId | None
    state: WaitState
    joined: datetime


@dataclass(frozen=True, slots=True)
class SignUp:
    """`person` is None for kept seats, and once she has left; `school` is whose quota it counts on, as it was when it
    was made, None for who works in no school. `by` is who signed her up when it was another, in the role `by_role`."""

    id: SignUpId
    event: EventId
    person: PersonId | None
    school: SchoolId | None
    municipality: MunicipalityId | None
    sits: Sits
    made: datetime
    heads: int = 1
    state: SignUpState = SignUpState.LIVE
    ended: datetime | None = None
    reason: str | None = None
    by: PersonId | None = None
    by_role: Role | None = None

    @property
    def hears(self) -> PersonId | None:
        """Who is told of it: she herself, of kept seats who keeps them; None once she has left."""
        return self.person if self.sits is Sits.SELF else self.by
