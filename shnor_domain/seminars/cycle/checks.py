"""Whether what was planned of a cycle is still to be said."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import Place, Role, SchoolId, Territory
from shnor_domain.notifications.model import StoredNotice
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seminars.cycle.model import Cycle, Phase, phase
from shnor_domain.seminars.cycle.notices import CATALOGUE, CLOSING, DATES_MOVED, WISHES, cycle_in
from shnor_domain.seminars.cycle.seeing import region_day
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.work import Opens

Holds = Callable[[SeminarWork, Cycle, StoredNotice, Sequence[Place]], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class StillCollecting:
    """Port `MayGo`: true for nobody once collecting is over, nor for who has no place in a school of the region."""

    read: Opens[SeminarWork]
    holds: Holds

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once the cycle is gone."""
        async with self.read() as work:
            cycle = await work.seminar_cycles.get(cycle_in(row))
            if cycle is None:
                return False
            if phase(cycle, await region_day(work, cycle.region, now)) is not Phase.COLLECTING:
                return False
            region = Territory(cycle.region)
            places = [
                place
                for place in await in_force_now(work, row.notice.person, now)
                if place.verified and place.territory.school is not None and region.covers(place.territory)
            ]
            return await self.holds(work, cycle, row, places)


def checks(read: Opens[SeminarWork]) -> Mapping[str, StillCollecting]:
    """By kind."""
    rules: dict[str, Holds] = {
        CATALOGUE: _is_of_the_region,
        DATES_MOVED: _moved,
        CLOSING: _has_asked_for_nothing,
        WISHES: _are_wished,
    }
    return {kind: StillCollecting(read, rule) for kind, rule in rules.items()}


def led(places: Sequence[Place]) -> frozenset[SchoolId]:
    """Schools that somebody leads by these places."""
    found = {place.territory.school for place in places if place.role is Role.SCHOOL_LEAD}
    return frozenset(school for school in found if school is not None)


async def _is_of_the_region(work: SeminarWork, cycle: Cycle, row: StoredNotice, places: Sequence[Place]) -> bool:
    return any(place.role in (Role.SCHOOL_LEAD, Role.TEACHER) for place in places)


async def _moved(work: SeminarWork, cycle: Cycle, row: StoredNotice, places: Sequence[Place]) -> bool:
    """What came back before it was read is no news."""
    known = {**row.notice.payload, **(row.known or {})}
    return known.get("was") != cycle.dates.requests_until.isoformat() and await _has_asked_for_nothing(
        work, cycle, row, places
    )


async def _has_asked_for_nothing(work: SeminarWork, cycle: Cycle, row: StoredNotice, places: Sequence[Place]) -> bool:
    schools = led(places)
    behind = await work.seminar_readers.behind_requests(cycle.id)
    return bool(schools) and not schools & set(behind) and _of_the_last_day(cycle, row)


async def _are_wished(work: SeminarWork, cycle: Cycle, row: StoredNotice, places: Sequence[Place]) -> bool:
    school = SchoolId(int(row.notice.payload["school"] or 0))
    if school not in led(places) or not _of_the_last_day(cycle, row):
        return False
    return bool(await work.seminar_wishes.open_of([school], cycle.id))


def _of_the_last_day(cycle: Cycle, row: StoredNotice) -> bool:
    return row.notice.payload["until"] == cycle.dates.requests_until.isoformat()
