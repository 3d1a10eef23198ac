"""Learning hours (учебные часы): minutes of lessons attended, by each lesson's own date; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from shnor_domain.identity import RegionId
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.events.model import EventId, LessonId
from shnor_domain.territories.model import SchoolYear, school_year_of
from shnor_domain.territories.periods import HalfYear, half_of


@dataclass(frozen=True, slots=True)
class Attended:
    """A lesson at which somebody was: the `number`th of its event, from `starts`, UTC, on the clock of `zone`."""

    lesson: LessonId
    event: EventId
    region: RegionId
    title: str
    number: int
    starts: datetime
    zone: str
    minutes: int

    @property
    def day(self) -> date:
        """Of its start, on the event's clock: over midnight it is of its first day."""
        return local_day(self.starts, self.zone)


@dataclass(frozen=True, slots=True)
class Part:
    """Hours of a half-year, `half` None for days of none; the school year stands beside."""

    year: SchoolYear
    half: HalfYear | None
    lessons: tuple[Attended, ...]

    @property
    def minutes(self) -> int:
        """All of them together."""
        return minutes_of(self.lessons)


@dataclass(frozen=True, slots=True)
class Training:
    """All hours of a person by half-year, the latest first; in each the lessons by time, the latest first."""

    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        """Of all parts together."""
        return sum(each.minutes for each in self.parts)

    @property
    def lessons(self) -> int:
        """How many she attended."""
        return sum(len(each.lessons) for each in self.parts)

    def of_year(self, year: SchoolYear) -> int:
        """Minutes of a school year."""
        return sum(each.minutes for each in self.parts if each.year == year)


def minutes_of(lessons: Iterable[Attended]) -> int:
    """Their sum: what a certificate says of those of one event."""
    return sum(each.minutes for each in lessons)


def training_of(lessons: Iterable[Attended], halves: Sequence[HalfYear]) -> Training:
    """`halves` are those of all regions in question; each lesson counts in its own region's."""
    found: dict[tuple[int, int, int], list[Attended]] = {}
    known: dict[tuple[int, int, int], tuple[SchoolYear, HalfYear | None]] = {}
    for each in lessons:
        half = half_of(each.day, [one for one in halves if one.region == each.region])
        year = school_year_of(each.day) if half is None else half.year
        key = (int(year), 0 if half is None else half.half.value, 0 if half is None else int(half.id))
        found.setdefault(key, []).append(each)
        known[key] = (year, half)
    return Training(
        tuple(
            Part(*known[key], tuple(sorted(found[key], key=lambda one: (one.starts, one.lesson), reverse=True)))
            for key in sorted(found, reverse=True)
        )
    )
