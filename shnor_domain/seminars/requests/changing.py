"""How requests are found and changed inside an open unit of work."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor, RegionId, Territory
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.cycle.model import Cycle, Phase, phase
from shnor_domain.seminars.errors import CycleOver, NotAnnounced
from shnor_domain.seminars.events.model import Event, EventState
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.requests.machine import ended
from shnor_domain.seminars.requests.model import RequestState, SeminarRequest, Support, SupportState
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.seminars.requests.sides import Rights, rights_of


async def today_of(work: RequestWork, region: RegionId, now: datetime) -> date:
    """The day on the region's clock."""
    return local_day(now, await work.lands.zone_of(Territory(region)))


async def cycle_of(work: RequestWork, cycle_id: CycleId, now: datetime) -> tuple[Cycle, Phase]:
    """A cycle and where it stands; raises `NotFound`."""
    cycle = await work.seminar_cycles.get(cycle_id)
    if cycle is None:
        raise NotFound
    return cycle, phase(cycle, await today_of(work, cycle.region, now))


async def asking_cycle(work: RequestWork, cycle_id: CycleId, now: datetime) -> Cycle:
    """One in which schools may ask; raises `NotAnnounced` before, `CycleOver` after."""
    cycle, stands = await cycle_of(work, cycle_id, now)
    if stands is Phase.PREPARED:
        raise NotAnnounced
    if stands in {Phase.OVER, Phase.CLOSED}:
        raise CycleOver
    return cycle


async def require_not_over(work: RequestWork, cycle_id: CycleId, now: datetime) -> None:
    """Raise `CycleOver` once the half-year is over, or closed."""
    _cycle, stands = await cycle_of(work, cycle_id, now)
    if stands in {Phase.OVER, Phase.CLOSED}:
        raise CycleOver


async def root_of(work: RequestWork, request_id: RequestId) -> SeminarRequest:
    """The request, or what it was merged into; raises `NotFound`. A ring is impossible: what is merged lives no
    more."""
    request = await work.seminar_requests.get(request_id)
    while request is not None and request.merged_into is not None:
        request = await work.seminar_requests.get(request.merged_into)
    if request is None:
        raise NotFound
    return request


async def held_root(work: RequestWork, request_id: RequestId) -> SeminarRequest:
    """As `root_of`, held; raises `Stale` where it was merged at this very minute."""
    root = await root_of(work, request_id)
    held = (await work.seminar_requests.hold(root.id))[root.id]
    if held.merged_into is not None:
        raise Stale
    return held


async def has_begun(work: RequestWork, request: SeminarRequest, now: datetime) -> bool:
    """True once an event that answers it has begun: who asked for it is part of what took place."""
    return bool(await begun_among(work, [request], now))


async def begun_among(work: RequestWork, requests: Iterable[SeminarRequest], now: datetime) -> frozenset[RequestId]:
    """Those of `requests` of which that is so: no school joins them or withdraws, and none goes into another."""
    planned = {each.id for each in requests if each.state is RequestState.PLANNED}
    if not planned:
        return frozenset()
    events = await work.seminar_events.of_requests(planned)
    begun = [each for each in events if each.state is EventState.OPEN and _starts_by(each, now)]
    return frozenset(one for each in begun for one in each.requests if one in planned)


async def any_begun(work: RequestWork, request: SeminarRequest, now: datetime) -> bool:
    """As `has_begun`, of a request in any state: who withdrew from it leaves its event behind."""
    events = await work.seminar_events.of_requests([request.id])
    return any(each.state is EventState.OPEN and _starts_by(each, now) for each in events)


async def unheld_among(work: RequestWork, requests: Iterable[SeminarRequest]) -> frozenset[RequestId]:
    """Those of `requests` that stand in the programme, and of whose published events no lesson was held: nothing has
    answered them."""
    planned = {each.id for each in requests if each.state is RequestState.PLANNED}
    if not planned:
        return frozenset()
    events = [each for each in await work.seminar_events.of_requests(planned) if each.state is EventState.OPEN]
    failed = await work.seminar_events.none_held([each.id for each in events])
    answered = {one for each in events if each.id not in failed for one in each.requests}
    return frozenset(one for each in events for one in each.requests if one in planned - answered)


async def is_answered(work: RequestWork, request: SeminarRequest) -> bool:
    """True where a published event answers it."""
    events = await work.seminar_events.of_requests([request.id])
    return any(each.state is EventState.OPEN for each in events)


async def answered_ahead(work: RequestWork, request: SeminarRequest, now: datetime) -> bool:
    """True while a published event answers it that has not begun."""
    events = await work.seminar_events.of_requests([request.id])
    return any(each.state is EventState.OPEN and each.open_lessons and not _starts_by(each, now) for each in events)


def _starts_by(event: Event, now: datetime) -> bool:
    return bool(event.open_lessons) and event.open_lessons[0].starts <= now


async def seen(
    work: RequestWork, actor: Actor, request_id: RequestId
) -> tuple[SeminarRequest, Sequence[Support], Rights]:
    """A request (of a merged one its root) with all its supports; raises `NotFound` for who is nothing to it."""
    request = await root_of(work, request_id)
    supports = await work.request_supports.of_requests([request.id])
    rights = rights_of(actor, request, supports)
    if not rights.any:
        raise NotFound
    return request, supports, rights


async def run_by(work: RequestWork, actor: Actor, request_id: RequestId) -> SeminarRequest:
    """A request held, for who runs its seminar; raises `NotFound` for all others."""
    found = (await work.seminar_requests.hold(request_id)).get(request_id)
    if found is None or not runs(actor, found.region):
        raise NotFound
    return found


async def saved(work: RequestWork, changed: SeminarRequest) -> SeminarRequest:
    """As it is stored now; raises `Stale` when somebody was first."""
    if not await work.seminar_requests.save(changed):
        raise Stale
    return replace(changed, version=changed.version + 1)


async def end_with_last(
    work: RequestWork, request: SeminarRequest, supports: Iterable[Support], now: datetime
) -> SeminarRequest:
    """`supports` are all of the request as they are now: once none is live it has ended."""
    rows = list(supports)
    if any(each.state is SupportState.LIVE for each in rows):
        return request
    after = ended(request, now, carried=any(each.state is SupportState.CARRIED for each in rows))
    return request if after is request else await saved(work, after)


async def note(
    work: RequestWork, actor: Actor, request: SeminarRequest, action: str, now: datetime, details: Details
) -> None:
    """A line of the audit log: ids and codes, never the topic."""
    await work.audit.add(AuditEntry(now, actor.person, action, f"request:{request.id}", None, details))
