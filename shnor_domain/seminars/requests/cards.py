"""A request as people look at it: of other schools a school reads numbers alone (I6)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shnor_domain.identity import Actor, SchoolId
from shnor_domain.seminars.cycle.model import Cycle, Phase
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.changing import cycle_of, has_begun, seen, today_of, unheld_among
from shnor_domain.seminars.requests.demand import Demand, demand
from shnor_domain.seminars.requests.machine import splittable
from shnor_domain.seminars.requests.model import RequestState, SeminarRequest, Support, SupportState
from shnor_domain.seminars.requests.ports import KnownSchool, RequestWork
from shnor_domain.seminars.requests.rules import waits_at_border
from shnor_domain.seminars.requests.sides import Rights
from shnor_domain.territories.access import sees_school


class Step(Enum):
    """What has become of a request, in the order of time (I12)."""

    SENT = "sent"
    JOINED = "joined"
    MERGED = "merged"
    ROUTED = "routed"
    SET_ASIDE = "set_aside"
    REOPENED = "reopened"
    PLANNED = "planned"
    WITHDRAWN = "withdrawn"
    CARRIED = "carried"


_SO_IT_STANDS = {
    RequestState.SET_ASIDE: Step.SET_ASIDE,
    RequestState.PLANNED: Step.PLANNED,
    RequestState.WITHDRAWN: Step.WITHDRAWN,
    RequestState.CARRIED: Step.CARRIED,
}


@dataclass(frozen=True, slots=True)
class Behind:
    """A school behind a request whom the reader may be told of: `why` only where its profile is hers to see. `people`
    is the number that counts, `own` the one that the school gave. `leads`: she may change and withdraw it. `asked`: it
    has still to say whether it takes the topic along."""

    support: Support
    school: KnownSchool
    people: int
    why: str | None
    leads: bool
    asked: bool

    @property
    def own(self) -> int:
        """As the school gave it."""
        return self.support.people


@dataclass(frozen=True, slots=True)
class RequestCard:
    """`may_support`: schools that the reader leads and that do not stand behind it. `merged`: what went into it, for
    who runs the seminar; `may_split` those of them that may still be split off. `factors` name codes of `why`. `begun`:
    an event that answers it has begun, no school withdraws any more."""

    request: SeminarRequest
    cycle: Cycle
    phase: Phase
    demand: Demand
    rights: Rights
    behind: tuple[Behind, ...]
    may_support: tuple[KnownSchool, ...]
    steps: tuple[tuple[Step, datetime], ...]
    merged: tuple[SeminarRequest, ...]
    may_split: frozenset[RequestId]
    factors: Mapping[str, str]
    begun: bool
    first_topic: str | None = None


async def card_of(work: RequestWork, actor: Actor, request_id: RequestId, now: datetime) -> RequestCard:
    """As it stands now, a merged one as its root; raises `NotFound` for who is nothing to it."""
    request, supports, rights = await seen(work, actor, request_id)
    cycle, stands = await cycle_of(work, request.cycle, now)
    day = await today_of(work, request.region, now)
    project = await work.lands.supported({each.school for each in supports}, day)
    counted = demand(request, supports, project)
    merged = [
        each
        for each in (await work.seminar_requests.many(await work.seminar_requests.family(request.id))).values()
        if each.merged_into == request.id
    ]
    names = await work.seminar_directory.schools({*counted.by_school, *rights.leads})
    free = [names[each] for each in rights.leads - counted.by_school.keys() if each in names]
    unheld = await unheld_among(work, [request])
    behind = _behind(actor, request, supports, rights, counted, names, stands, unheld)
    return RequestCard(
        request=request,
        cycle=cycle,
        phase=stands,
        demand=counted,
        rights=rights,
        behind=behind,
        may_support=tuple(sorted(free, key=lambda each: each.order)),
        steps=_steps(request, supports, merged, [each.support for each in behind if each.leads]),
        merged=tuple(sorted(merged, key=lambda each: each.id)) if rights.runs else (),
        may_split=frozenset(each.id for each in merged if rights.runs and splittable(each, request, now)),
        factors=await work.seminar_directory.factors(request.region),
        begun=await has_begun(work, request, now),
        first_topic=await _first_topic(work, behind),
    )


def _behind(
    actor: Actor,
    request: SeminarRequest,
    supports: Sequence[Support],
    rights: Rights,
    counted: Demand,
    names: Mapping[SchoolId, KnownSchool],
    stands: Phase,
    unheld: Collection[RequestId],
) -> tuple[Behind, ...]:
    live = {each.school: each for each in supports if each.state is SupportState.LIVE}
    rows = [
        Behind(
            support=live[school],
            school=names[school],
            people=people,
            why=live[school].factor if sees_school(actor, live[school].where) else None,
            leads=school in rights.leads,
            asked=waits_at_border(live[school], request, stands, unheld),
        )
        for school, people in counted.by_school.items()
        if school in rights.sees
    ]
    return tuple(sorted(rows, key=lambda each: each.school.order))


def _steps(
    request: SeminarRequest, supports: Iterable[Support], merged: Iterable[SeminarRequest], mine: Collection[Support]
) -> tuple[tuple[Step, datetime], ...]:
    # a request that was sent earlier and merged into this one has a day of its own
    sent = min((each.joined for each in supports if each.came_from is None), default=request.since)
    steps = [(Step.SENT, sent), *((Step.MERGED, each.since) for each in merged)]
    steps += [(Step.JOINED, each.joined) for each in mine if each.joined > sent]
    if request.routed is not None:
        steps.append((Step.ROUTED, request.routed))
    if request.state in _SO_IT_STANDS:
        steps.append((_SO_IT_STANDS[request.state], request.since))
    elif request.since > sent:
        steps.append((Step.REOPENED, request.since))
    return tuple(sorted(steps, key=lambda step: step[1]))


async def _first_topic(work: RequestWork, behind: Sequence[Behind]) -> str | None:
    """How the reader's own school had called it, where its request went into this one."""
    origin = next((each.support.came_from for each in behind if each.leads and each.support.came_from), None)
    first = None if origin is None else await work.seminar_requests.get(origin)
    return None if first is None else first.wanted.topic
