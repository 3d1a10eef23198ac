"""When people hear of an item whose day comes or has passed (L1, L2, L4, L5): days, no clocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from shnor_domain.identity import Territory
from shnor_domain.territories.calendar import Calendar

BEFORE = (7, 3, 1, 0)
"""Days before the last day."""
AFTER = (1, 3, 7)
"""Working days after it."""
REVIEWER, ABOVE_REVIEWER = 3, 5
"""Working days that evidence may wait: then its reviewer hears of it, then the level above him (L5)."""


class Rung(Enum):
    """Who hears of a step (L4): the owner, always; the levels over her as an item stays open."""

    OWNER = "owner"
    CURATOR = "curator"
    MUNICIPALITY = "municipality"
    REGION = "region"


class Level(Enum):
    """Whose an item is: a school's, a municipality's or the region's own."""

    SCHOOL = "school"
    MUNICIPALITY = "municipality"
    REGION = "region"


def level_of(owner: Territory) -> Level:
    """Whose an item of `owner` is."""
    if owner.school is not None:
        return Level.SCHOOL
    return Level.REGION if owner.municipality is None else Level.MUNICIPALITY


@dataclass(frozen=True, slots=True)
class Step:
    """`count` is negative for days before the last day, 0 on it, positive for working days after it; `day` is when it
    goes on the calendar of the item's municipality."""

    count: int
    day: date

    @property
    def passed(self) -> bool:
        """True when the last day is over."""
        return self.count > 0


def steps(last: date, calendar: Calendar, known: date, returned: date | None = None) -> Sequence[Step]:
    """All steps of a window by day. `known` is the day on which the item was created, imported or moved: one whose last
    day had passed by then has none (L2). Evidence that was `returned` after the last day begins the steps after it anew
    from that day (L5).

    A step on a day off goes on the working day before, and where two meet the nearer one goes (L1: once).
    """
    if last < known:
        return ()
    found: dict[date, Step] = {}
    for count in BEFORE:
        day = calendar.on_or_before(last - timedelta(days=count))
        found[day] = Step(-count, day)
    start = last if returned is None or returned <= last else returned
    for count in AFTER:
        day = calendar.after(start, count)
        found[day] = Step(count, day)
    return tuple(found[day] for day in sorted(found))


def rungs(level: Level, step: Step) -> Sequence[Rung]:
    """Who hears of a step, the owner first (L4)."""
    above: dict[Level, dict[int, Rung]] = {
        Level.SCHOOL: {1: Rung.CURATOR, 3: Rung.MUNICIPALITY, 7: Rung.REGION},
        Level.MUNICIPALITY: {3: Rung.MUNICIPALITY, 7: Rung.REGION},
        Level.REGION: {7: Rung.REGION},
    }
    rung = above[level].get(step.count) if step.passed else None
    return (Rung.OWNER,) if rung is None else (Rung.OWNER, rung)


def ways_up(rung: Rung) -> Sequence[Rung]:
    """The rung and those over it: an empty one passes the row upward (L4)."""
    order = (Rung.CURATOR, Rung.MUNICIPALITY, Rung.REGION)
    return order[order.index(rung) :] if rung in order else ()


def review_days(sent: date, calendar: Calendar) -> tuple[date, date]:
    """When the reviewer hears that evidence of day `sent` waits, and when the level above him does (L5)."""
    return calendar.after(sent, REVIEWER), calendar.after(sent, ABOVE_REVIEWER)
