"""What may be asked for, and what follows from dates alone."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from shnor_domain.errors import Invalid
from shnor_domain.letters import visible_letters
from shnor_domain.seminars.cycle.model import Cycle, Phase
from shnor_domain.seminars.model import TOPIC_LETTERS, RequestId
from shnor_domain.seminars.requests.model import (
    ASKED_AT_BORDER,
    BY_WISHES,
    MOST_PEOPLE,
    OTHER,
    REASON,
    Aside,
    Route,
    SeminarRequest,
    Support,
    SupportState,
    Wanted,
)
from shnor_domain.topics import topic_key

MOST_REQUESTS = 20
"""Open requests of a half-year behind which one school may stand by sending."""
LEAST_REASON = 3


def checked_wanted(wanted: Wanted, cycle: Cycle, catalogue: Collection[int], today: date) -> Wanted:
    """One line of topic, a month of the half-year that is not over `today`. Raises `Invalid` of "topic", "month",
    "catalogue"."""
    topic = " ".join(visible_letters(wanted.topic).split())
    if topic_key(topic) is None:
        raise Invalid("topic", "empty")
    if len(topic) > TOPIC_LETTERS:
        raise Invalid("topic", "long")
    if wanted.month is not None and wanted.month not in months_of(cycle, today):
        raise Invalid("month", "unknown")
    if wanted.catalogue is not None and wanted.catalogue not in catalogue:
        raise Invalid("catalogue", "unknown")
    return replace(wanted, topic=topic)


def checked_people(people: int) -> int:
    """1 to 500; raises `Invalid("people", "range")`."""
    if not 1 <= people <= MOST_PEOPLE:
        raise Invalid("people", "range")
    return people


def checked_why(why: str | None, factors: Collection[str]) -> str | None:
    """A code of a factor, the teachers' wishes, something else or nothing; raises `Invalid("why", "unknown")`."""
    if why is not None and why not in {BY_WISHES, OTHER, *factors}:
        raise Invalid("why", "unknown")
    return why


def checked_reason(reason: str) -> str:
    """A value of `Aside`, or one line of 3 to 300 letters; raises `Invalid("reason", "empty" | "long")`."""
    line = " ".join(visible_letters(reason).split())
    if line in {each.value for each in Aside}:
        return line
    if len(line) < LEAST_REASON:
        raise Invalid("reason", "empty")
    if len(line) > REASON:
        raise Invalid("reason", "long")
    return line


def months_of(cycle: Cycle, today: date) -> list[date]:
    """First days of the months that its half-year has a day of, but for those that are over `today`."""
    first, last = max(cycle.half.days.first, today).replace(day=1), cycle.half.days.last
    months = []
    while first <= last:
        months.append(first)
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return months


def route_of(stands: Phase) -> Route:
    """What comes while requests are collected goes into the plan, what comes later is extra-budget (4.4.3)."""
    return Route.PLAN if stands in {Phase.PREPARED, Phase.COLLECTING} else Route.EXTRA


def waits_at_border(
    support: Support, request: SeminarRequest, stands: Phase, unheld: Collection[RequestId] = ()
) -> bool:
    """True while its school has still to say whether it takes the topic along; `unheld` are requests of whose events
    no lesson was held."""
    left = request.state in ASKED_AT_BORDER or request.id in unheld
    return stands is Phase.OVER and support.state is SupportState.LIVE and left
