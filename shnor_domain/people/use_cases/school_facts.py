"""Who of which school is in the bot, and the three warnings of /schools, as facts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Role, SchoolId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.people.ports import PeopleWork, Presence
from shnor_domain.people.use_cases.appoint import own_listed_school
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens

_LOOKING = (
    Role.SCHOOL_LEAD,
    Role.MUNICIPAL_COORDINATOR,
    Role.REGIONAL_COORDINATOR,
    Role.OBSERVER,
    Role.ADMIN,
)
_WATCHING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.OBSERVER, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class SchoolPeople:
    """`leads` and `curators` by id, the number of teachers, the last activity of anybody of the school; all
    empty: nobody is in.
    """

    leads: tuple[PersonId, ...] = ()
    curators: tuple[PersonId, ...] = ()
    teachers: int = 0
    last_activity: datetime | None = None


@dataclass(frozen=True, slots=True)
class PeopleOfSchools:
    """For a page of /schools: schools that the actor may not see are left out of the answer, without a word."""

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, schools: Collection[SchoolId]) -> Mapping[SchoolId, SchoolPeople]:
        """Every school that may be seen has an entry."""
        person_of(actor)
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            seen = []
            for school in schools:
                where = await work.lands.of_school(school)
                if where is not None and _sees(actor, where):
                    seen.append(school)
            present = await work.places.present(seen, today)
            pairs = await work.pairs.of_schools(seen, today)
        curators: dict[SchoolId, list[PersonId]] = {}
        for pair in pairs:
            if pair.kind.helper_role is Role.SCHOOL_CURATOR:
                curators.setdefault(pair.school, []).append(pair.helper)
        return {school: _entry(present.get(school, ()), tuple(sorted(curators.get(school, ())))) for school in seen}


@dataclass(frozen=True, slots=True)
class WithoutCoordinator:
    """Municipalities of the actor's territory in which nobody holds the coordinator's place (R025); also on
    leave is held.
    """

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[MunicipalityId]:
        """By name; `NotAllowed` for all but regional coordinators, observers and administrators."""
        if not actor.has(Role.REGIONAL_COORDINATOR, Role.OBSERVER, Role.ADMIN):
            raise NotAllowed
        today = local_day(self.clock.now(), actor.zone)
        regions = {place.territory.region for place in actor.places if place.verified and place.role in _WATCHING}
        if actor.has(Role.ADMIN):
            regions = {None}
        empty: list[MunicipalityId] = []
        async with self.read() as work:
            for region in sorted(regions, key=lambda each: each or 0):
                units = await work.lands.municipalities(region)
                held = await work.places.municipalities_with(Role.MUNICIPAL_COORDINATOR, today)
                for unit in units:
                    where = await work.lands.of_municipality(unit)
                    if unit not in held and where is not None and actor.reaches(where, *_WATCHING):
                        empty.append(unit)
        return empty


@dataclass(frozen=True, slots=True)
class CuratorsOfOwnKind:
    """Curators whose own school is on the list of the year (R024), each with that school; inside the actor's
    territory.
    """

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[tuple[PersonId, SchoolId]]:
        """By person; `NotAllowed` for all but coordinators, observers and administrators."""
        within = [place.territory for place in actor.places if place.verified and place.role in _WATCHING]
        if not within:
            raise NotAllowed
        today = local_day(self.clock.now(), actor.zone)
        found: list[tuple[PersonId, SchoolId]] = []
        async with self.read() as work:
            for curator in await work.places.people_with(Role.SCHOOL_CURATOR, within, today):
                school = await own_listed_school(work, curator, today)
                if school is not None:
                    found.append((curator, school))
        return found


def _sees(actor: Actor, where: Territory) -> bool:
    assigned = any(place.verified and where.school in place.assigned for place in actor.places)
    return assigned or actor.reaches(where, *_LOOKING)


def _entry(present: Sequence[Presence], curators: tuple[PersonId, ...]) -> SchoolPeople:
    return SchoolPeople(
        leads=tuple(sorted({each.person for each in present if each.role is Role.SCHOOL_LEAD})),
        curators=curators,
        teachers=len({each.person for each in present if each.role is Role.TEACHER}),
        last_activity=max((each.seen for each in present if each.seen is not None), default=None),
    )
