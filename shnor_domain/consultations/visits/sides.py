"""Who stands for the school, and who decides, read inside an open unit of work."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.consultations.visits.model import Visit, VisitState
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.rules import may_come, oversees, speaks_for
from shnor_domain.identity import HOST_ROLES, Actor, PersonId, Role, SchoolId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import Level
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.territories.access import leads

REMINDED, MOVED_UP = 2, 4
"""Working days that a request has waited when it is asked again, and when the level above hears of it (as P1)."""
_DIGEST = time(9)
_REACH = timedelta(days=40)


@dataclass(frozen=True, slots=True)
class Rights:
    """What an actor is to a visit; nobody of these sees nothing of it."""

    school: bool
    host: bool
    addressed: bool
    oversees: bool

    @property
    def any(self) -> bool:
        """True for who may look at it."""
        return self.school or self.host or self.addressed or self.oversees


def rights_of(actor: Actor, visit: Visit) -> Rights:
    """By the actor's places in force: a host who is one no more has none by that."""
    mine = actor.person is not None and visit.appointment is not None and visit.appointment.host == actor.person
    named = actor.person is not None and visit.wish.addressee == actor.person
    comes = may_come(actor.places, visit.where, visit.wish.subjects)
    return Rights(
        school=speaks_for(actor, visit.where),
        host=mine and comes,
        addressed=named and comes,
        oversees=oversees(actor, visit.where),
    )


def own(actor: Actor, visit: Visit) -> bool:
    """True where the actor would decide on herself: she has asked, or leads the school (across roles)."""
    return visit.asked_by == actor.person or leads(actor, visit.where)


def may_decide(actor: Actor, visit: Visit) -> bool:
    """True for whom it is addressed to and for coordinators over the school, but for their own requests."""
    rights = rights_of(actor, visit)
    return (rights.addressed or rights.oversees) and not own(actor, visit)


async def school_side(work: VisitWork, visit: Visit, now: datetime) -> Sequence[PersonId]:
    """Who is told for the school, each once: who asked, while she speaks for it, and its leads. What a curator has
    agreed for a school its lead has to know; and where she comes herself nobody else could confirm."""
    assert visit.where.school is not None  # a visit leads to a school
    told = list(await work.places.leads(visit.where.school, local_day(now, visit.zone)))
    if visit.asked_by is not None:
        places = await in_force_now(work, visit.asked_by, now)
        if speaks_for(Actor(visit.asked_by, 0, places=tuple(places)), visit.where):
            told.insert(0, visit.asked_by)
    return list(dict.fromkeys(told))


async def both_sides(work: VisitWork, visit: Visit, now: datetime) -> list[PersonId]:
    """The school's, and the host; each once."""
    host = () if visit.appointment is None else (visit.appointment.host,)
    return list(dict.fromkeys([*await school_side(work, visit, now), *host]))


class Deciders:
    """Who may decide, read once for any number of requests of one unit of work."""

    def __init__(self, work: VisitWork, now: datetime) -> None:
        self._work, self._now = work, now
        self._held: dict[Territory, list[Collection[PersonId]]] = {}
        self._leads: dict[SchoolId, Collection[PersonId]] = {}
        self._off: dict[tuple[Territory, date], Collection[date]] = {}

    async def of(self, visit: Visit, *, above: bool = False) -> list[PersonId]:
        """Whom the request waits for: its addressee and the coordinators of the municipality; where there are none, and
        with `above`, those of the region too. Who is on leave hands it on (Q4); nobody decides on herself."""
        never = {visit.asked_by, *await self._led(visit)}
        near, far = ([person for person in held if person not in never] for held in await self._levels(visit))
        named = [] if visit.wish.addressee is None or visit.wish.addressee in never else [visit.wish.addressee]
        return list(dict.fromkeys([*named, *near, *(far if above or not near else ())]))

    async def wait_for(self, actor: Actor, visit: Visit) -> bool:
        """True when the request waits for this very actor at this minute."""
        if visit.state is not VisitState.ASKED or not may_decide(actor, visit):
            return False
        above = self._now >= (await self.days(visit))[1]
        return actor.person in await self.of(visit, above=above)

    async def days(self, visit: Visit) -> tuple[datetime, datetime]:
        """When it is asked again, and when the level above hears of it: nine o'clock there of these working days."""
        asked, unit = local_day(visit.since, visit.zone), _unit(visit)
        if (unit, asked) not in self._off:
            self._off[unit, asked] = await self._work.lands.days_off(unit, asked, asked + _REACH)
        worked = [day for day in _days_after(asked) if day not in self._off[unit, asked]]
        first, second = worked[REMINDED - 1], worked[MOVED_UP - 1]
        return _nine(first, visit.zone), _nine(second, visit.zone)

    async def _levels(self, visit: Visit) -> list[Collection[PersonId]]:
        unit = _unit(visit)
        if unit not in self._held:
            levels = [
                Level(Role.MUNICIPAL_COORDINATOR, unit),
                Level(Role.REGIONAL_COORDINATOR, Territory(visit.where.region)),
            ]
            holders = await self._work.places.holders(levels, local_day(self._now, visit.zone))
            self._held[unit] = [holders[level] for level in levels]
        return self._held[unit]

    async def _led(self, visit: Visit) -> Collection[PersonId]:
        school = visit.where.school
        assert school is not None  # a visit leads to a school
        if school not in self._leads:
            self._leads[school] = await self._work.places.leads(school, local_day(self._now, visit.zone))
        return self._leads[school]


async def hosts_for(work: VisitWork, visit_where: Territory, now: datetime, zone: str) -> Collection[PersonId]:
    """Who might come: verified hosts of the municipality and of the region who are not on leave."""
    near, far = Territory(visit_where.region, visit_where.municipality), Territory(visit_where.region)
    levels = [Level(role, where) for role in sorted(HOST_ROLES, key=lambda role: role.value) for where in (near, far)]
    holders = await work.places.holders(levels, local_day(now, zone))
    return {person for held in holders.values() for person in held}


def _unit(visit: Visit) -> Territory:
    return Territory(visit.where.region, visit.where.municipality)


def _days_after(day: date) -> list[date]:
    return [day + timedelta(days=after) for after in range(1, _REACH.days + 1)]


def _nine(day: date, zone: str) -> datetime:
    return datetime.combine(day, _DIGEST, ZoneInfo(zone)).astimezone(UTC)
