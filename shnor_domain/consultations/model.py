"""Weekly consultations: slots as rules of the wall clock, their sessions as instants, bookings of seats (R144–R156)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import NewType

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, Role, SchoolId, SubjectId, Territory
from shnor_domain.seats.model import SeatingId

SlotId = NewType("SlotId", int)
SessionId = SeatingId
BookingId = NewType("BookingId", int)
DraftId = NewType("DraftId", int)
RequestId = NewType("RequestId", int)


class Format(Enum):
    """How people meet."""

    ONLINE = "online"
    ON_SITE = "on_site"
    PHONE = "phone"


class Audience(Enum):
    """For whom a slot is."""

    TEACHERS = "teachers"
    TEAMS = "teams"
    PUPILS = "pupils"
    """Through their school: a number without names."""
    PARENTS = "parents"
    """A meeting of parents: they have no accounts, their school says how many will come."""


class SlotState(Enum):
    """A published slot takes bookings; a closed one keeps its past."""

    PUBLISHED = "published"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a host promises: the fields of a slot that she fills in.

    `weekday` is 0 for Monday; `starts` is the wall clock of `zone` (rule 4: stored in the slot, never shifted by the
    host's move); `minutes` is the length; `notice` are minutes before the start after which nobody may book; `horizon`
    days ahead that are shown; `first_day` and `last_day` belong to the slot. `link` is for online, `venue` an address
    or telephone for the other formats.
    """

    subject: SubjectId
    weekday: int
    starts: time
    zone: str
    minutes: int
    format: Format
    audience: Audience
    open_to: Territory
    project_schools_only: bool
    capacity: int
    first_day: date
    last_day: date
    link: str | None = None
    venue: str | None = None
    notice: int = 720
    horizon: int = 28


@dataclass(frozen=True, slots=True)
class Slot:
    """A weekly consultation of one host; `town` is the municipality after which her clock is named (N7), None for a
    region's host."""

    id: SlotId
    host: PersonId
    town: MunicipalityId | None
    terms: Terms
    state: SlotState


@dataclass(frozen=True, slots=True)
class ExtraWindow:
    """One more meeting of a slot outside its rule: `starts` is the slot's wall clock on `day`."""

    day: date
    starts: time
    minutes: int


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What differs from the weekly rule: days on which nothing happens, windows added by hand, `holidays` on which
    the rule does not hold, but a window does, instants from which a meeting has `moved` away, and days that are
    `called_off` by an act («актированный день»): nothing meets on them until that is undone."""

    closed: frozenset[date] = frozenset()
    extra: tuple[ExtraWindow, ...] = ()
    holidays: frozenset[date] = frozenset()
    moved: frozenset[datetime] = frozenset()
    called_off: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class SessionKey:
    """Names one meeting before anybody booked it: buttons carry it as slot and whole minutes since 1970."""

    slot: SlotId
    starts: datetime


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One meeting as instants in UTC."""

    key: SessionKey
    ends: datetime

    @property
    def starts(self) -> datetime:
        """The start, UTC."""
        return self.key.starts


class SessionState(Enum):
    """A cancelled session keeps its row: its bookings tell what became of them."""

    OPEN = "open"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting that has a row, because somebody booked it or its host changed it; `taken` seats of `capacity`, `held`
    for who waits (W1); of the free ones `loose` may be booked without the slot's notice (W3). `link`
    is of this meeting alone, None where that of the slot holds."""

    id: SessionId
    key: SessionKey
    ends: datetime
    host: PersonId
    subject: SubjectId
    capacity: int
    taken: int
    state: SessionState
    link: str | None = None
    held: int = 0
    loose: int = 0

    @property
    def starts(self) -> datetime:
        """The start, UTC."""
        return self.key.starts

    @property
    def open(self) -> bool:
        """False once it is called off."""
        return self.state is SessionState.OPEN

    @property
    def free(self) -> int:
        """Seats that anybody may take."""
        return self.capacity - self.taken - self.held


class BookingState(Enum):
    """`BOOKED` holds a seat; the others free it and say who ended it."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    SESSION_CANCELLED = "session_cancelled"
    PLACE_ENDED = "place_ended"
    """The place in a school that had invited the visitor is over."""


class CancelReason(Enum):
    """Reasons as buttons (rule 12); None is «Пропустить»."""

    BUSY = "busy"
    SOLVED = "solved"
    CONNECTION = "connection"
    ILL = "ill"


class Sits(Enum):
    """Who sits in the seats of a booking: the visitor herself, a colleague of hers without an account, or a number of
    people (pupils, parents) of her school."""

    SELF = "self"
    GUEST = "guest"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Behalf:
    """For whom a booking is: by default for the visitor herself. `by` is who made it for another, in which `role`;
    `heads` seats; `guest` how to call the colleague without an account; `school` where she, or the number, is from."""

    sits: Sits = Sits.SELF
    heads: int = 1
    by: PersonId | None = None
    role: Role | None = None
    guest: str | None = None
    school: SchoolId | None = None


HERSELF = Behalf()


@dataclass(frozen=True, slots=True)
class Booking:
    """Seats of one visitor, mostly one for herself. `late` marks a cancel nearer to the start than the late-cancel
    setting; `confirmed` that she, or somebody for her, has said that she comes; `link` is that of this meeting alone.

    The visitor of a booking for somebody without an account is who made it: she is told (N8).
    """

    id: BookingId
    session: SessionId
    key: SessionKey
    ends: datetime
    host: PersonId
    subject: SubjectId
    visitor: PersonId
    topic: str | None
    state: BookingState
    late: bool = False
    reason: CancelReason | None = None
    behalf: Behalf = HERSELF
    confirmed: bool = False
    link: str | None = None

    @property
    def heads(self) -> int:
        """How many seats it holds."""
        return self.behalf.heads


@dataclass(frozen=True, slots=True)
class Draft:
    """A day of the region's plan without time and length (R148): a host takes it and gives them, or passes it on."""

    id: DraftId
    region: RegionId
    subject: SubjectId
    weekday: int
    source: str


@dataclass(frozen=True, slots=True)
class Request:
    """A wish for a consultation where no weekly day is (R149)."""

    id: RequestId
    person: PersonId
    subject: SubjectId
    territory: Territory
    topic: str | None
    created: datetime


def length(minutes: int) -> timedelta:
    """Minutes as a length of time."""
    return timedelta(minutes=minutes)
