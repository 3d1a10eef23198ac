"""Requests as schools and who runs the seminar read them (I6, I12, I13, I22)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, RegionId, SchoolId
from shnor_domain.seminars.access import regions_run, schools_led
from shnor_domain.seminars.cycle.model import Cycle, Phase
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.requests.cards import RequestCard, card_of
from shnor_domain.seminars.requests.changing import cycle_of, today_of, unheld_among
from shnor_domain.seminars.requests.demand import Demand, demand
from shnor_domain.seminars.requests.model import STANDING, RequestState, Route, SeminarRequest, Support, SupportState
from shnor_domain.seminars.requests.ports import KnownSchool, RequestWork
from shnor_domain.seminars.requests.rules import waits_at_border
from shnor_domain.seminars.requests.sides import schools_of
from shnor_domain.work import Opens

_FIRST_LOOKED_AT = (
    Phase.COLLECTING,
    Phase.DRAFTING,
    Phase.RUNNING,
    Phase.PREPARED,
    Phase.OVER,
    Phase.CLOSED,
)
_FIRST_ATTENDED = (Phase.RUNNING, Phase.OVER, Phase.CLOSED, Phase.DRAFTING, Phase.COLLECTING, Phase.PREPARED)
"""Where what has taken place is looked at: first what runs, then what was."""


@dataclass(frozen=True, slots=True)
class Halves:
    """Half-years that may be looked at, the earliest first, and the one that is: the one in which schools are asked,
    unless another was chosen."""

    all: tuple[tuple[Cycle, Phase], ...]
    cycle: Cycle
    phase: Phase


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """What a school stands behind, or stood. `asked`: it has still to say whether it takes the topic along."""

    school: KnownSchool
    support: Support
    request: SeminarRequest
    schools: int
    asked: bool


@dataclass(frozen=True, slots=True)
class OwnRequests:
    """`schools` are the reader's in the region, `leads` True where she may send; `halves` None before there is any."""

    halves: Halves | None
    schools: tuple[KnownSchool, ...]
    leads: bool
    rows: tuple[OwnRequest, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """All requests of a half-year by demand, those that were merged left out; `schools` names those behind them."""

    halves: Halves
    rows: tuple[Demand, ...]
    schools: Mapping[SchoolId, KnownSchool]

    @property
    def living(self) -> tuple[Demand, ...]:
        """Those behind which somebody stands."""
        return tuple(each for each in self.rows if each.request.state in _SHOWN)

    @property
    def asking(self) -> int:
        """Schools behind at least one of them."""
        return len({school for each in self.living for school in each.by_school})

    @property
    def extra(self) -> int:
        """How many go beyond the budget."""
        return sum(each.request.route is Route.EXTRA for each in self.living)


_SHOWN = frozenset({RequestState.OPEN, RequestState.PLANNED, RequestState.SET_ASIDE})


@dataclass(frozen=True, slots=True)
class OneRequest:
    """Leads of the region, curators and mentors of schools behind it, coordinators and observers over them, who runs
    the seminar; to all others it is `NotFound`."""

    read: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, request_id: RequestId) -> RequestCard:
        """A merged one as what it has become."""
        async with self.read() as work:
            return await card_of(work, actor, request_id, self.clock.now())


@dataclass(frozen=True, slots=True)
class SchoolRequests:
    """Leads, and read only curators and mentors of schools; others are refused with `NotAllowed`."""

    read: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId | None = None) -> OwnRequests:
        """Of the schools of one region, by school and then by age; what was withdrawn last. `cycle_id` of another
        region is `NotFound`."""
        now, mine = self.clock.now(), schools_of(actor)
        if not mine:
            raise NotAllowed
        async with self.read() as work:
            known = await work.seminar_directory.schools(mine)
            regions = {each.where.region for each in known.values() if each.where.region is not None}
            found = await halves_of(work, regions, cycle_id, now, announced=True)
            if found is None:
                return OwnRequests(None, _ordered(known), _leads(actor, known), ())
            here = {school: each for school, each in known.items() if each.where.region == found.cycle.region}
            rows = await _own_rows(work, here, found)
            return OwnRequests(found, _ordered(here), _leads(actor, here), rows)


@dataclass(frozen=True, slots=True)
class RequestsOfCycle:
    """Who runs the seminar of the region; others are refused with `NotAllowed`."""

    read: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId | None = None) -> Board:
        """Of one half-year; `NotFound` for one of another region, or where there is none yet."""
        now, regions = self.clock.now(), regions_run(actor)
        if not regions:
            raise NotAllowed
        async with self.read() as work:
            found = await halves_of(work, set(regions), cycle_id, now, announced=False)
            if found is None:
                raise NotFound
            return await _board(work, found, now)


async def halves_of(
    work: RequestWork,
    regions: set[RegionId],
    chosen: CycleId | None,
    now: datetime,
    *,
    announced: bool,
    published: bool = False,
    attended: bool = False,
) -> Halves | None:
    """Half-years of `regions` and the one that is looked at; raises `NotFound` for a chosen one of others. None where
    there is none yet. `announced`: those alone of which schools have heard; `published`: whose programme is out. Where
    none is chosen it is that in which schools are asked, or, of what is `attended`, that which runs."""
    all_ = []
    for region in sorted(regions):
        for cycle in await work.seminar_cycles.of_region(region):
            if (cycle.announced or not announced) and (cycle.published or not published):
                all_.append(await cycle_of(work, cycle.id, now))
    if chosen is not None:
        picked = next((each for each in all_ if each[0].id == chosen), None)
        if picked is None:
            raise NotFound
    elif not all_:
        return None
    else:
        # of those that stand alike the latest
        first = _FIRST_ATTENDED if attended else _FIRST_LOOKED_AT
        picked = min(reversed(all_), key=lambda each: first.index(each[1]))
    return Halves(tuple(all_), *picked)


async def _own_rows(
    work: RequestWork, schools: Mapping[SchoolId, KnownSchool], halves: Halves
) -> tuple[OwnRequest, ...]:
    supports = [
        each
        for each in await work.request_supports.of_schools(schools.keys(), halves.cycle.id)
        if each.state is SupportState.LIVE or each.state not in STANDING
    ]
    requests = await work.seminar_requests.many({each.request for each in supports})
    behind = await work.request_supports.of_requests(requests.keys())
    unheld = await unheld_among(work, requests.values())
    rows = [
        OwnRequest(
            schools[each.school],
            each,
            requests[each.request],
            demand(requests[each.request], behind, ()).schools,
            waits_at_border(each, requests[each.request], halves.phase, unheld),
        )
        for each in supports
    ]
    return tuple(sorted(rows, key=_order))


def _order(row: OwnRequest) -> tuple[tuple[bool, int, str, int], bool, int]:
    return (row.school.order, row.support.state is not SupportState.LIVE, row.support.id)


async def _board(work: RequestWork, halves: Halves, now: datetime) -> Board:
    requests = [
        each for each in await work.seminar_requests.of_cycle(halves.cycle.id) if each.state is not RequestState.MERGED
    ]
    supports = await work.request_supports.of_requests([each.id for each in requests])
    behind: dict[RequestId, list[Support]] = {each.id: [] for each in requests}
    for support in supports:
        behind[support.request].append(support)
    schools = {each.school for each in supports}
    project = await work.lands.supported(schools, await today_of(work, halves.cycle.region, now))
    rows = sorted((demand(each, behind[each.id], project) for each in requests), key=lambda row: row.order)
    return Board(halves, tuple(rows), await work.seminar_directory.schools(schools))


def _ordered(schools: Mapping[SchoolId, KnownSchool]) -> tuple[KnownSchool, ...]:
    return tuple(sorted(schools.values(), key=lambda each: each.order))


def _leads(actor: Actor, schools: Mapping[SchoolId, KnownSchool]) -> bool:
    return any(each.school in schools for each in schools_led(actor))
