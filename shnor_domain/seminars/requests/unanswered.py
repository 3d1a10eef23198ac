"""Whom the question at the border of a half-year still waits for, and for which schools nobody can answer it (I14)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import Actor, PersonId, RegionId, Role, SchoolId
from shnor_domain.seminars.access import schools_led
from shnor_domain.seminars.events.model import Event, EventState
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.requests.changing import today_of, unheld_among
from shnor_domain.seminars.requests.model import (
    ASKED_AT_BORDER,
    LEFT_AT_BORDER,
    RequestState,
    SeminarRequest,
    Support,
    SupportState,
)
from shnor_domain.seminars.requests.ports import RequestWork

ANSWERING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR)
"""Who answers for a school of her territory that nobody leads."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A request of a half-year that is over, and the event that answers it and is not over yet: were that called off,
    its schools would still have to be asked."""

    request: SeminarRequest
    event: Event


async def ahead_of(work: RequestWork, cycle: CycleId, now: datetime) -> tuple[Ahead, ...]:
    """By request, each with the event that is over last."""
    planned = {each.id: each for each in await work.seminar_requests.of_cycle(cycle, RequestState.PLANNED)}
    events = await work.seminar_events.of_requests(planned.keys()) if planned else ()
    found: dict[RequestId, Event] = {}
    for event in sorted(events, key=lambda each: [at.ends for at in each.open_lessons[-1:]]):
        if event.state is EventState.OPEN and event.open_lessons and not event.over(now):
            found |= {each: event for each in event.requests if each in planned}
    return tuple(Ahead(planned[each], found[each]) for each in sorted(found))


async def waiting(work: RequestWork, cycle: CycleId) -> tuple[dict[RequestId, SeminarRequest], Sequence[Support]]:
    """What a half-year has left open, or planned and not held, and the supports whose schools have not said whether
    they take it along, by id."""
    left = await work.seminar_requests.of_cycle(cycle, *LEFT_AT_BORDER)
    unheld = await unheld_among(work, left)
    requests = {each.id: each for each in left if each.state in ASKED_AT_BORDER or each.id in unheld}
    return requests, one_a_school(await work.request_supports.of_requests(requests.keys()))


def one_a_school(supports: Iterable[Support]) -> list[Support]:
    """Of live `supports` the oldest of each school behind each request: a school into which another was merged may
    have two, and answers for both."""
    found: dict[tuple[RequestId, SchoolId], Support] = {}
    for each in sorted(supports, key=lambda one: one.id):
        if each.state is SupportState.LIVE:
            found.setdefault((each.request, each.school), each)
    return list(found.values())


async def led_by_nobody(
    work: RequestWork, region: RegionId, schools: Collection[SchoolId], now: datetime
) -> frozenset[SchoolId]:
    """Those of `schools` that have no verified lead today, on the region's clock."""
    leads = await leads_of(work, region, schools, now)
    return frozenset(school for school, people in leads.items() if not people)


async def leads_of(
    work: RequestWork, region: RegionId, schools: Collection[SchoolId], now: datetime
) -> Mapping[SchoolId, frozenset[PersonId]]:
    """Verified leads of each of `schools` today, on the region's clock."""
    if not schools:
        return {}
    here = await work.places.present(schools, await today_of(work, region, now))
    return {
        school: frozenset(each.person for each in here.get(school, ()) if each.role is Role.SCHOOL_LEAD)
        for school in schools
    }


async def may_answer(work: RequestWork, actor: Actor, support: Support, now: datetime) -> bool:
    """True for a lead of that very school, and where nobody leads it for the coordinators over it."""
    if support.school in {each.school for each in schools_led(actor)}:
        return True
    if actor.person is None or not actor.reaches(support.where, *ANSWERING):
        return False
    region = support.where.region
    return region is not None and bool(await led_by_nobody(work, region, [support.school], now))
