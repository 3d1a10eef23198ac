"""Steps of an item as it stands: −7, −3, −1, 0, then +1, +3, +7 (L1, L2, L5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tests.oracle.roadmaps.calendar import Works
from tests.oracle.roadmaps.levels import day_of
from tests.oracle.roadmaps.state import Standing

BEFORE, AFTER = (7, 3, 1, 0), (1, 3, 7)


@dataclass(frozen=True, slots=True)
class Step:
    """`count` is 0 up to the last day, then the working days after it."""

    last: date
    count: int
    day: date


def steps(standing: Standing) -> Iterator[Step]:
    """Those that go."""
    item = standing.item
    known = day_of(item.known, item)
    returned = None if standing.returned is None else day_of(standing.returned, item)
    for last in standing.lasts if standing.open else ():
        yield from ladder(item.unit.works, last, known, returned)


@cache
def ladder(works: Works, last: date, known: date, returned: date | None) -> tuple[Step, ...]:
    """One window's, without the days before it was known and before a return."""
    if last < known:
        return ()
    start = last if returned is None or returned <= last else returned
    found = [Step(last, 0, day) for day in {works.on_or_before(last - timedelta(days=count)) for count in BEFORE}]
    found += [Step(last, count, works.after(start, count)) for count in AFTER]
    return tuple(step for step in found if step.day >= known and (returned is None or step.day >= returned))
