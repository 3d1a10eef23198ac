"""What people did with events: made, moved, called off, sat down, waited, came. Events and lessons by number."""

from dataclasses import dataclass
from datetime import datetime

from tests.oracle.seminars.events import Event


@dataclass(frozen=True, slots=True)
class Drafted:
    """An event is made that nobody sees but who runs the seminar."""

    at: datetime
    by: str
    event: Event


@dataclass(frozen=True, slots=True)
class Submitted:
    """All drafts beside what is published, as one version."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The version that is decided on."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Approved:
    """By who may decide on it."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Published:
    """All drafts of the version stand in the programme from now on."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class LessonMoved:
    """To another hour; `crossing`: who does it was asked about the border of the half-year."""

    at: datetime
    by: str
    event: int
    lesson: int
    starts: datetime
    crossing: bool = False


@dataclass(frozen=True, slots=True)
class LessonOff:
    """One of several is called off."""

    at: datetime
    by: str
    event: int
    lesson: int


@dataclass(frozen=True, slots=True)
class EventOff:
    """All of it is."""

    at: datetime
    by: str
    event: int


@dataclass(frozen=True, slots=True)
class SignedUp:
    """For herself, on the quota of `school`."""

    at: datetime
    by: str
    event: int
    school: str


@dataclass(frozen=True, slots=True)
class SignedUpFor:
    """A teacher, by a lead of her school."""

    at: datetime
    by: str
    event: int
    school: str
    teacher: str


@dataclass(frozen=True, slots=True)
class Kept:
    """So many seats for people of a school, without names."""

    at: datetime
    by: str
    event: int
    school: str
    heads: int


@dataclass(frozen=True, slots=True)
class KeptAnew:
    """Another number of them."""

    at: datetime
    by: str
    event: int
    school: str
    heads: int


@dataclass(frozen=True, slots=True)
class Cancelled:
    """By who sits there; of kept seats, or for a teacher of hers, by the lead. `person` is None for kept seats."""

    at: datetime
    by: str
    event: int
    school: str
    person: str | None


@dataclass(frozen=True, slots=True)
class Joined:
    """The queue."""

    at: datetime
    by: str
    event: int
    school: str


@dataclass(frozen=True, slots=True)
class LeftQueue:
    """Her place in it."""

    at: datetime
    by: str
    event: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What was offered to her: taken, or not."""

    at: datetime
    by: str
    event: int
    takes: bool


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """She says that she is there; where the code is asked for she types the right one, or another."""

    at: datetime
    by: str
    event: int
    lesson: int
    right: bool = True


@dataclass(frozen=True, slots=True)
class Marked:
    """Who leads says who came: everybody, or of those who are named who did."""

    at: datetime
    by: str
    event: int
    lesson: int
    came: tuple[tuple[str, bool], ...] | None = None


@dataclass(frozen=True, slots=True)
class NotHeld:
    """The lesson did not take place."""

    at: datetime
    by: str
    event: int
    lesson: int


@dataclass(frozen=True, slots=True)
class Certified:
    """She takes her certificate."""

    at: datetime
    by: str
    event: int
