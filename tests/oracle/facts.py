"""What is given: people, meetings, and what people did. Every instant is aware.

Nothing in this folder may know the bot: it is written from the page of rules (N1–N8, Q1–Q3) and the standard library.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

MOST_QUIET = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Quiet hours on the reader's own wall, over midnight where they begin later than they end; equal ends: none
    (Q1)."""

    begins: time = time(21)
    ends: time = time(8)

    def __post_init__(self) -> None:
        day = date(2026, 1, 1)
        length = datetime.combine(day, self.ends) - datetime.combine(day, self.begins)
        if length % timedelta(days=1) > MOST_QUIET:
            raise ValueError("quiet hours are at most 14 h long")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who reads; `account` is False for who was booked by another and has no chat of her own (N8)."""

    name: str
    zone: str
    quiet: Quiet = Quiet()
    account: bool = True


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting. `zone` is the clock it was promised on and `town` its name: the town of the host's municipality, or
    the city of the zone where no town is known (N7); `link` is what leads there: a link, an address."""

    subject: str
    host: Person
    zone: str
    town: str
    starts: datetime
    minutes: int = 45
    on_site: bool = False
    link: str = ""

    @property
    def ends(self) -> datetime:
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Booked:
    """`by` is who did it for the visitor, None for herself; `asks`: with a question."""

    at: datetime
    visitor: Person
    meeting: Meeting
    asks: bool = False
    by: Person | None = None

    @property
    def reader(self) -> Person:
        """Who is told of this booking (N8)."""
        return self.visitor if self.visitor.account or self.by is None else self.by


@dataclass(frozen=True, slots=True)
class Cancelled:
    """By the visitor."""

    at: datetime
    visitor: Person
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Moved:
    """By the visitor, to another meeting of the same host."""

    at: datetime
    visitor: Person
    meeting: Meeting
    to: Meeting


@dataclass(frozen=True, slots=True)
class CalledOff:
    """By the host, or by a coordinator; `away`: the host will not be there on that day, and nobody stands in."""

    at: datetime
    meeting: Meeting
    by: Person
    away: bool = False


@dataclass(frozen=True, slots=True)
class Fell:
    """A coordinator calls off the day where this meeting is held on site."""

    at: datetime
    meeting: Meeting
    by: Person


@dataclass(frozen=True, slots=True)
class NewLink:
    """The host gives these meetings another link."""

    at: datetime
    meetings: tuple[Meeting, ...]
    link: str


@dataclass(frozen=True, slots=True)
class HostMoved:
    """By the host, to another time; whoever is booked goes along and is free then."""

    at: datetime
    meeting: Meeting
    to: Meeting


@dataclass(frozen=True, slots=True)
class Asked:
    """The host will not be there and asks a colleague to lead her meeting."""

    at: datetime
    meeting: Meeting
    colleague: Person


@dataclass(frozen=True, slots=True)
class Agreed:
    """The colleague who was asked leads the meeting from now on."""

    at: datetime
    meeting: Meeting
    colleague: Person


Act = Booked | Cancelled | Moved | CalledOff | Fell | NewLink | HostMoved | Asked | Agreed


@dataclass(frozen=True, slots=True)
class Outage:
    """The bot was down from `down`, and back at `up`."""

    down: datetime
    up: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """All that happened; acts in the order of their instants."""

    acts: tuple[Act, ...]
    outages: tuple[Outage, ...] = ()

    def up(self, instant: datetime) -> datetime:
        """`instant`, or when the bot came back where it was down then."""
        for outage in self.outages:
            if outage.down <= instant < outage.up:
                return outage.up
        return instant
