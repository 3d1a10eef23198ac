"""What is given: the land, its people, its half-years, and what people did. Every instant is aware.

Written from the pages of rules (I, J, JP; N, Q, L, W) and the standard library alone: nothing here may know the bot.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from tests.oracle.facts import Person
from tests.oracle.roadmaps.calendar import Works

AT_SCHOOL, ELSEWHERE = time(16), time(9)
"""When the digest goes: to who has a place in a school and is no coordinator, to all others (L3)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A municipality, or the region itself, with its clock and its week."""

    name: str
    zone: str
    town: str
    works: Works


@dataclass(frozen=True, slots=True)
class School:
    """`project`: on this year's list of supported schools."""

    name: str
    unit: Unit
    project: bool = True


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody with a chat: her wall and her days off are those of `unit`. `leads` and `teaches` name schools; `runs`
    the seminar of the region; `approves` its programme; `hosts`: may lead an event."""

    name: str
    unit: Unit
    digest: time = AT_SCHOOL
    leads: tuple[str, ...] = ()
    teaches: tuple[str, ...] = ()
    runs: bool = False
    approves: bool = False
    hosts: bool = False

    @property
    def reader(self) -> Person:
        """As her nights are reckoned."""
        return Person(self.name, self.unit.zone)


@dataclass(slots=True)
class Half:
    """A half-year of the seminar on the region's clock. `wishes` and `requests` are last days, each to its end."""

    name: str
    first: date
    last: date
    wishes: date
    requests: date
    announced: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Land:
    """`catalogue` are the topics on offer, in their order."""

    region: Unit
    schools: tuple[School, ...]
    people: tuple[Human, ...]
    catalogue: tuple[str, ...]
    by_name: dict[str, Human] = field(default_factory=dict)
    school: dict[str, School] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_name.update({each.name: each for each in self.people})
        self.school.update({each.name: each for each in self.schools})

    def leads(self, school: str) -> list[str]:
        """Who answers for a school."""
        return [each.name for each in self.people if school in each.leads]

    def running(self) -> list[str]:
        """Who runs the seminar."""
        return [each.name for each in self.people if each.runs]


@dataclass(frozen=True, slots=True)
class Announced:
    """The catalogue is told."""

    at: datetime
    by: str
    half: str


@dataclass(frozen=True, slots=True)
class DatesMoved:
    """Another last day of requests."""

    at: datetime
    by: str
    half: str
    requests: date


@dataclass(frozen=True, slots=True)
class Wished:
    """A teacher's own topic, or one of the catalogue."""

    at: datetime
    by: str
    school: str
    topic: str


@dataclass(frozen=True, slots=True)
class Unwished:
    """She takes it back."""

    at: datetime
    by: str
    topic: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A lead's request with its number of people, and the wishes of that topic of her own teachers; `number` is its
    place among all requests from 1."""

    at: datetime
    by: str
    school: str
    number: int
    topic: str
    people: int


@dataclass(frozen=True, slots=True)
class Supported:
    """A school stands behind a request of others."""

    at: datetime
    by: str
    school: str
    number: int
    people: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A school says its number anew."""

    at: datetime
    by: str
    school: str
    number: int
    people: int


@dataclass(frozen=True, slots=True)
class Withdrew:
    """A school stands behind it no more."""

    at: datetime
    by: str
    school: str
    number: int


@dataclass(frozen=True, slots=True)
class Merged:
    """`number` goes on as `into`."""

    at: datetime
    by: str
    into: int
    number: int


@dataclass(frozen=True, slots=True)
class Split:
    """`number` stands by itself again."""

    at: datetime
    by: str
    of: int
    number: int


@dataclass(frozen=True, slots=True)
class Routed:
    """By the plan («plan») or beyond the budget («extra»)."""

    at: datetime
    by: str
    number: int
    route: str


@dataclass(frozen=True, slots=True)
class Aside:
    """It does not come into the programme, for this reason."""

    at: datetime
    by: str
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reopened:
    """It is looked at again."""

    at: datetime
    by: str
    number: int


@dataclass(frozen=True, slots=True)
class AtBorder:
    """A school takes its topic along into the next half-year, or lets it go."""

    at: datetime
    by: str
    school: str
    number: int
    carry: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """The half-year is closed."""

    at: datetime
    by: str
    half: str


Act = (
    Announced
    | DatesMoved
    | Wished
    | Unwished
    | Sent
    | Supported
    | Counted
    | Withdrew
    | Merged
    | Split
    | Routed
    | Aside
    | Reopened
    | AtBorder
    | Closed
)
