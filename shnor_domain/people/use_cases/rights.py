"""Checks that several use cases of people share."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, PersonId, Place, Role, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import may_decide
from shnor_domain.people.model.errors import ConsentNeeded
from shnor_domain.people.model.places import fits
from shnor_domain.people.model.zones import ZONES
from shnor_domain.people.ports import Lands, PeopleWork, Places

DECIDING = (Role.SCHOOL_LEAD, Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)
"""Roles that see people and decide on them: an observer does neither (product.md)."""
_EARLY_AND_LATE = (ZONES[0], ZONES[-1])
"""At no moment are there more than two days on the calendars of the country."""


class PlacesAndLands(Protocol):
    """Any unit that has places and where they lie."""

    @property
    def places(self) -> Places: ...

    @property
    def lands(self) -> Lands: ...


def person_of(actor: Actor) -> PersonId:
    """The person who acts; raises `ConsentNeeded` before consent (rule 10)."""
    if actor.person is None:
        raise ConsentNeeded
    return actor.person


def scope_of(actor: Actor) -> tuple[Territory, ...]:
    """Territories whose people the actor may see, empty for all who decide on nobody."""
    return tuple(place.territory for place in actor.places if place.verified and place.role in DECIDING)


async def resolved(work: PeopleWork, role: Role, wanted: Territory) -> Territory:
    """`wanted` with the levels above filled from the registry, whatever the caller thought they were.

    Raises `NotFound` for an unknown or closed place, `Invalid("territory", "level")` where the role does not work on
    this level.
    """
    found = await _known(work, wanted)
    if found is None:
        raise NotFound
    if not fits(role, found):
        raise Invalid("territory", "level")
    return found


async def _known(work: PeopleWork, wanted: Territory) -> Territory | None:
    if wanted.school is not None:
        return await work.lands.of_school(wanted.school)
    if wanted.municipality is not None:
        return await work.lands.of_municipality(wanted.municipality)
    if wanted.region is not None and not await work.lands.has_region(wanted.region):
        return None
    return wanted


async def visible(work: PeopleWork, actor: Actor, person: PersonId, now: datetime) -> bool:
    """True for one of `visible_among`."""
    return person in await visible_among(work, actor, [person], local_day(now, actor.zone))


async def visible_among(
    work: PeopleWork, actor: Actor, persons: Collection[PersonId], today: date
) -> frozenset[PersonId]:
    """Those who have a place in force, or wait for one, where the actor decides on people (rule 1)."""
    within = scope_of(actor)
    if not within or not persons:
        return frozenset()
    places = await work.places.of_many(persons, today)
    placed = {
        person
        for person, held in places.items()
        if any(own.covers(place.territory) for own in within for place in held)
    }
    waiting = {
        each.person
        for each in await work.applications.waiting_in(within)
        if each.person in persons and may_decide(actor, each.levels, each.reached)
    }
    return frozenset(placed | waiting)


async def in_force_now(work: PlacesAndLands, person: PersonId, now: datetime) -> list[Place]:
    """A person's places, each by the day of its own calendar, with the schools assigned by pairs."""
    earlier, later = (local_day(now, zone) for zone in _EARLY_AND_LATE)
    today = await work.places.in_force(person, earlier)
    if later == earlier:
        return list(today)
    held = {earlier: today, later: await work.places.in_force(person, later)}
    zones = {each.territory: "" for places in held.values() for each in places}
    for territory in zones:
        zones[territory] = await work.lands.zone_of(territory)
    found = {
        each.id: each for day, places in held.items() for each in places if local_day(now, zones[each.territory]) == day
    }
    return [found[each] for each in sorted(found)]
