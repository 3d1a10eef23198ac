"""What is given: the land, its people, the items of its plans, and what people did. Every instant is aware.

Written from the page of rules (L1–L7, Q1, Q2, Q4) alone; nothing in this folder may know the bot.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from tests.oracle.roadmaps.calendar import Works

AT_SCHOOL, ELSEWHERE = time(16), time(9)
"""When the digest goes: to who has a place in a school and is no coordinator, to all others (L3)."""
NIGHT, MORNING = time(21), time(8)


class Level(Enum):
    """Whose an item is."""

    SCHOOL = "school"
    MUNICIPALITY = "municipality"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Unit:
    """A municipality, or the region itself: `coordinators` by name."""

    name: str
    zone: str
    works: Works
    coordinators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class School:
    """With a number, of one municipality."""

    name: str
    number: int
    unit: Unit
    leads: tuple[str, ...] = ()
    curators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody with a chat: her wall and her days off are those of `unit`."""

    name: str
    unit: Unit
    digest: time = ELSEWHERE


@dataclass(frozen=True, slots=True)
class Item:
    """One measure without parts. `lasts` are the last days of its windows; `people` answer for an item of the region:
    those of its chief body, else the region's coordinators. `begins` are the first days of
    the windows, where there are several. `position` is its place in the plan, `key` tells it from
    all others."""

    key: int
    title: str
    position: int
    lasts: tuple[date, ...]
    unit: Unit
    known: datetime
    school: School | None = None
    of_region: bool = False
    people: tuple[str, ...] = ()
    begins: tuple[date, ...] = ()

    @property
    def level(self) -> Level:
        if self.of_region:
            return Level.REGION
        return Level.MUNICIPALITY if self.school is None else Level.SCHOOL

    @property
    def owners(self) -> tuple[str, ...]:
        """Who answers for it."""
        if self.of_region:
            return self.people
        return self.unit.coordinators if self.school is None else self.school.leads


@dataclass(frozen=True, slots=True)
class Sent:
    """Evidence."""

    at: datetime
    item: int
    by: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What was sent is confirmed, or returned with remarks."""

    at: datetime
    item: int
    by: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """All days of these items so many days later."""

    at: datetime
    items: tuple[int, ...]
    days: int


@dataclass(frozen=True, slots=True)
class MovedBack:
    """What the latest move did is undone."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CalledOff:
    """Schools of the municipality of this name are closed on `day` by an act (L7)."""

    at: datetime
    unit: str
    day: date


@dataclass(frozen=True, slots=True)
class Restored:
    """That is undone."""

    at: datetime
    unit: str
    day: date


@dataclass(frozen=True, slots=True)
class Leave:
    """Through the day `until`."""

    at: datetime
    who: str
    until: date


@dataclass(frozen=True, slots=True)
class Tomorrow:
    """«Напомнить завтра» under the latest digest."""

    at: datetime
    who: str


Act = Sent | Decided | Moved | MovedBack | CalledOff | Restored | Leave | Tomorrow


@dataclass(frozen=True, slots=True)
class Land:
    """`region` is the region as a unit: its zone, its five-day week, its coordinators."""

    region: Unit
    readers: tuple[Reader, ...]
    items: tuple[Item, ...]
