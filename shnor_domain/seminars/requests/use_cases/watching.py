"""Which schools of her territory ask for seminars, for a coordinator or observer: by number, and nobody's reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, Role, SchoolId, Territory
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.requests.model import SeminarRequest, SupportState
from shnor_domain.seminars.requests.ports import KnownSchool, RequestWork
from shnor_domain.seminars.requests.use_cases.looking import Halves, halves_of
from shnor_domain.territories.ports import Scope
from shnor_domain.work import Opens

WATCHING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.OBSERVER)


_ASKED = frozenset({SupportState.LIVE, SupportState.CARRIED, SupportState.LET_GO})
"""What a school has taken along or let go at the border it has asked for all the same; what it withdrew it has not."""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A request that a school stands behind (`LIVE`), or stood behind to the end of the half-year."""

    request: SeminarRequest
    state: SupportState


@dataclass(frozen=True, slots=True)
class AskingSchool:
    """A school with what it asks for, or asked, by age."""

    school: KnownSchool
    asked: tuple[AskedFor, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """Schools that ask or asked, by number and name; `schools` is how many open ones the territory has. `halves` None
    before anything was announced there."""

    halves: Halves | None
    rows: tuple[AskingSchool, ...]
    schools: int


@dataclass(frozen=True, slots=True)
class WatchSeminars:
    """Coordinators and observers, of the schools of their territories; others are refused with `NotAllowed`."""

    read: Opens[RequestWork]
    clock: Clock

    async def __call__(self, actor: Actor, cycle_id: CycleId | None = None) -> Watch:
        """Of one half-year; `NotFound` for one of another region."""
        within = watched(actor)
        if actor.person is None or not within:
            raise NotAllowed
        async with self.read() as work:
            regions = {each.region for each in within if each.region is not None}
            halves = await halves_of(work, regions, cycle_id, self.clock.now(), announced=True)
            if halves is None:
                return Watch(None, (), 0)
            here = [each for each in within if each.region == halves.cycle.region]
            _page, total = await work.schools.page(_scope(here), None, 0, 1)
            behind = await _behind(work, halves.cycle.id, here)
            known = await work.seminar_directory.schools(behind.keys())
        rows = [AskingSchool(known[school], asked) for school, asked in behind.items()]
        return Watch(halves, tuple(sorted(rows, key=lambda row: row.school.order)), total)


def watched(actor: Actor) -> tuple[Territory, ...]:
    """Territories of which the actor reads who asks."""
    return tuple(
        place.territory
        for place in actor.places
        if place.verified and place.role in WATCHING and place.territory.region is not None
    )


def _scope(within: list[Territory]) -> Scope:
    return Scope(
        regions=frozenset(each.region for each in within if each.region is not None and each.municipality is None),
        municipalities=frozenset(each.municipality for each in within if each.municipality is not None),
    )


async def _behind(
    work: RequestWork, cycle: CycleId, within: list[Territory]
) -> Mapping[SchoolId, tuple[AskedFor, ...]]:
    requests = {each.id: each for each in await work.seminar_requests.of_cycle(cycle)}
    found: dict[SchoolId, dict[int, AskedFor]] = {}
    for support in await work.request_supports.of_requests(requests.keys()):
        if support.state in _ASKED and any(each.covers(support.where) for each in within):
            found.setdefault(support.school, {})[support.request] = AskedFor(requests[support.request], support.state)
    return {school: tuple(theirs[each] for each in sorted(theirs)) for school, theirs in found.items()}
