"""Who asked, signed up, came, and asked but did not come, by school; pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import SchoolId
from shnor_domain.seminars.events.model import Event, EventId
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.presence.ports import Sat
from shnor_domain.seminars.presence.rules import expected
from shnor_domain.seminars.signing.model import SignUp, Sits


@dataclass(frozen=True, slots=True)
class AtEvent:
    """A school at an event: `signed` seats of it, those without names too, `came` people. `missed`: it had asked for
    what this answered, and nobody of it came. `nameless`: where it kept seats without names, how many came on such
    seats of all schools to the lesson with most; of which school each was nobody writes down.
    `unheld`: no lesson of it was held, so that nobody could come."""

    event: Event
    asked: bool
    signed: int
    came: int
    missed: bool
    nameless: int = 0
    unheld: bool = False


def at_events(
    school: SchoolId,
    asked: Collection[RequestId],
    events: Iterable[Event],
    signups: Collection[SignUp],
    sat: Collection[Sat],
    kept_came: Mapping[EventId, int],
    unheld: Collection[EventId],
    now: datetime,
) -> tuple[AtEvent, ...]:
    """Events that a school asked for, or had seats in, in the order in which they stand. Where people came on seats
    without names (`kept_came`) a school that kept some is not said to have missed it, nor any where no lesson was held
    (`unheld`)."""
    found = []
    for event in events:
        seats = [each for each in _held(event, signups) if each.school == school]
        came = len({each.person for each in sat if each.school == school and each.attended.event == event.id})
        wanted = any(each in asked for each in event.requests)
        if not (wanted or seats or came):
            continue
        keeps = any(each.sits is Sits.KEPT for each in seats)
        nameless = kept_came.get(event.id, 0) if keeps else 0
        missed = wanted and event.over(now) and not came and not nameless
        failed = event.id in unheld
        seated = sum(each.heads for each in seats)
        found.append(AtEvent(event, wanted, seated, came, missed and not failed, nameless, failed))
    return tuple(found)


def _held(event: Event, signups: Iterable[SignUp]) -> tuple[SignUp, ...]:
    """Seats that are live, or were when it began."""
    its = [each for each in signups if each.event == event.id]
    return expected(event.open_lessons[0], its) if event.open_lessons else ()


def by_school(pairs: Iterable[tuple[SchoolId, RequestId]]) -> Mapping[SchoolId, frozenset[RequestId]]:
    """Requests that each school asked for."""
    found: dict[SchoolId, set[RequestId]] = {}
    for school, request in pairs:
        found.setdefault(school, set()).add(request)
    return {school: frozenset(requests) for school, requests in found.items()}
