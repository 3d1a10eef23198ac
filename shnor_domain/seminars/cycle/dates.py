"""Which dates a cycle may have, and which are proposed (I2)."""

from collections.abc import Collection
from datetime import date, timedelta

from shnor_domain.errors import Invalid
from shnor_domain.seminars.cycle.model import Cycle, Dates, Phase, phase
from shnor_domain.seminars.errors import CollectingOver, CycleOver, NotAnnounced
from shnor_domain.territories.periods import Days

_WISHES, _REQUESTS, _PUBLISH = timedelta(days=7), timedelta(days=14), timedelta(days=30)
"""After the first day on which schools are there: 8 and 15 September, 1 October; 18 and 25 January, 10 February."""
_BACK = (1, 11)
"""Month and day: in the first days of January nobody is at school."""
_LEAST = timedelta(days=7)
"""What people have at least, where a cycle is begun late."""


def proposed(half: Days, today: date) -> Dates:
    """What a new cycle is offered: by the first day of its half-year on which schools are there, not earlier than a
    week, two and three from `today`, and never after its last day."""
    back = date(half.first.year, *_BACK)
    first = max(half.first, back) if half.first.month == back.month else half.first
    wished = (first + _WISHES, first + _REQUESTS, first + _PUBLISH)
    late = (today + _LEAST, today + 2 * _LEAST, today + 3 * _LEAST)
    return Dates(*(min(max(one, other), half.last) for one, other in zip(wished, late, strict=True)))


def checked(dates: Dates, half: Days, today: date, before: Dates | None = None) -> Dates:
    """`dates` as they may stand.

    Raises `Invalid` by the field: `past` for a day before `today` that was not so `before`, `dates` where they do not
    follow each other, `half` for one after the half-year.
    """
    named = ("wishes_until", "requests_until", "publish_by")
    previous = None
    for name in named:
        day: date = getattr(dates, name)
        if day < today and (before is None or getattr(before, name) != day):
            raise Invalid(name, "past")
        if previous is not None and day < previous:
            raise Invalid(name, "dates")
        if day > half.last:
            raise Invalid(name, "half")
        previous = day
    return dates


CLOSING_DAYS = 3
"""Working days before the last day of requests on which schools that have asked for nothing hear of it."""


def closing_day(until: date, days_off: Collection[date]) -> date:
    """The day that lies `CLOSING_DAYS` working days before `until`; `days_off` are those of the weeks before it."""
    day, left = until, CLOSING_DAYS
    while left:
        day -= timedelta(days=1)
        left -= day not in days_off
    return day


def require_open(cycle: Cycle, today: date) -> Phase:
    """Where the cycle stands; raises `CycleOver` once nothing of it changes."""
    stands = phase(cycle, today)
    if stands in (Phase.OVER, Phase.CLOSED):
        raise CycleOver
    return stands


def require_wishing(cycle: Cycle, today: date) -> None:
    """Raise `NotAnnounced`, `CollectingOver` or `CycleOver` unless teachers may wish on `today`."""
    if require_open(cycle, today) is Phase.PREPARED:
        raise NotAnnounced
    if today > cycle.dates.wishes_until:
        raise CollectingOver(until=cycle.dates.wishes_until)


def require_editable(cycle: Cycle, today: date) -> None:
    """Raise `CollectingOver` or `CycleOver` where the catalogue stands still."""
    if require_open(cycle, today) in (Phase.DRAFTING, Phase.RUNNING):
        raise CollectingOver(until=cycle.dates.requests_until)
