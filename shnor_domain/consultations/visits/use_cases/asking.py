"""A school asks for a visit, corrects what it asked, takes it back (R145)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.use_cases.offers import Subject
from shnor_domain.consultations.visits.cards import SeenVisit, seen, seen_card
from shnor_domain.consultations.visits.changing import ask, saved
from shnor_domain.consultations.visits.machine import sent_again, withdrawn
from shnor_domain.consultations.visits.model import Visit, VisitId, VisitState, Wish
from shnor_domain.consultations.visits.notices import subject_of
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.rules import checked_wish, may_come, oversees, speaks_for
from shnor_domain.consultations.visits.sides import hosts_for
from shnor_domain.errors import Invalid, NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId, Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Asking:
    """What a wish may name: schools for which the actor speaks, subjects of the catalogue."""

    schools: tuple[tuple[SchoolId, str], ...]
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class VisitChoices:
    """Leads and school's curators; others are refused with `NotAllowed`."""

    read: Opens[VisitWork]

    async def __call__(self, actor: Actor) -> Asking:
        """Schools by number and name."""
        ids = schools_of(actor)
        if actor.person is None or not ids:
            raise NotAllowed
        async with self.read() as work:
            schools = await work.directory.schools(ids)
            subjects = await work.directory.subjects()
        named = tuple((where.school, name) for where, name in schools if where.school is not None)
        return Asking(named, tuple(Subject(code, name) for code, name in subjects.items()))


@dataclass(frozen=True, slots=True)
class WhoMayCome:
    """Hosts whom a school may name in its wish, or a decider may send."""

    read: Opens[VisitWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId, subjects: Sequence[SubjectId]
    ) -> tuple[list[KnownPerson], date]:
        """Hosts by name, and today at the school. Who neither speaks for the school nor oversees it, nor could come
        herself, is refused with `NotFound`."""
        now = self.clock.now()
        async with self.read() as work:
            where = await work.lands.of_school(school)
            if where is None or actor.person is None:
                raise NotFound
            may_look = speaks_for(actor, where) or oversees(actor, where)
            if not may_look and not may_come(actor.places, where, subjects):
                raise NotFound
            zone = await work.lands.zone_of(where)
            today = local_day(now, zone)
            # of whoever holds a place over the school pairs add nothing: the place itself reaches it
            held = await work.places.of_many(await hosts_for(work, where, now, zone), today)
            known = await work.directory.people(
                [person for person, places in held.items() if may_come(places, where, subjects)]
            )
        return sorted(known.values(), key=lambda each: (each.name.casefold(), each.id)), today


@dataclass(frozen=True, slots=True)
class AskVisit:
    """The school's lead, or its curator; who may decide is told.

    Refused: `NotFound` for a school of others, `Invalid` by the field of the wish.
    """

    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, wish: Wish) -> SeenVisit:
        """Store the request; the same update fed again gives the same one."""
        operation, now = f"visit-ask:{school}", self.clock.now()
        async with self.write() as work:
            where = await _school(work, actor, school)
            if (done := await work.applied.result(operation)) is not None:
                visit, _ = await seen(work, actor, VisitId(int(done)))
                return await seen_card(work, actor, visit)
            zone = await work.lands.zone_of(where)
            wish = await _checked(work, wish, where, local_day(now, zone))
            new = Visit(VisitId(0), where, zone, wish, actor.person, VisitState.ASKED, now)
            visit = replace(new, id=await work.visits.add(new))
            await ask(work, visit, actor, now)
            await work.applied.save(operation, str(visit.id))
            return await seen_card(work, actor, visit)


@dataclass(frozen=True, slots=True)
class AskVisitAgain:
    """Who speaks for the school corrects what waits or was not confirmed, and sends it again.

    Refused: `NotFound`, `VisitDecided`, `Invalid`.
    """

    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, visit_id: VisitId, wish: Wish) -> SeenVisit:
        """Who may decide is told anew."""
        now = self.clock.now()
        operation = f"visit-again:{visit_id}"
        async with self.write() as work:
            visit, rights = await seen(work, actor, visit_id)
            if not rights.school or actor.person is None:
                raise NotFound
            if await work.applied.result(operation) is None:
                wish = await _checked(work, wish, visit.where, local_day(now, visit.zone))
                visit = await saved(work, sent_again(visit, wish, actor.person, now))
                await ask(work, visit, actor, now)
                await work.applied.save(operation, "asked")
            return await seen_card(work, actor, visit)


@dataclass(frozen=True, slots=True)
class WithdrawVisit:
    """Who speaks for the school takes back what was not yet approved. Refused: `NotFound`, `VisitDecided`."""

    write: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor, visit_id: VisitId) -> SeenVisit:
        """Nobody is asked any more."""
        now = self.clock.now()
        operation = f"visit-withdraw:{visit_id}"
        async with self.write() as work:
            visit, rights = await seen(work, actor, visit_id)
            if not rights.school:
                raise NotFound
            if await work.applied.result(operation) is None:
                visit = await saved(work, withdrawn(visit, now))
                await work.notices.cancel(subject_of(visit.id), now)
                await work.applied.save(operation, "withdrawn")
            return await seen_card(work, actor, visit)


def schools_of(actor: Actor) -> frozenset[SchoolId]:
    """Schools for which the actor speaks: led, or curated."""
    led = {
        place.territory.school
        for place in actor.places
        if place.verified and place.role is Role.SCHOOL_LEAD and place.territory.school is not None
    }
    curated = {
        school
        for place in actor.places
        if place.verified and place.role is Role.SCHOOL_CURATOR
        for school in place.assigned
    }
    return frozenset(led | curated)


async def _school(work: VisitWork, actor: Actor, school: SchoolId) -> Territory:
    where = await work.lands.of_school(school)
    if where is None or actor.person is None or not speaks_for(actor, where):
        raise NotFound
    return where


async def _checked(work: VisitWork, wish: Wish, where: Territory, today: date) -> Wish:
    checked = checked_wish(wish, today, (await work.directory.subjects()).keys())
    if checked.addressee is not None:
        await require_comes(work, checked.addressee, where, checked.subjects, today)
    return checked


async def require_comes(
    work: VisitWork, host: PersonId, where: Territory, subjects: Sequence[SubjectId], today: date
) -> None:
    """Raise `Invalid("host", "unknown")` for somebody who hosts nothing there, or none of the subjects."""
    if not may_come(await work.places.in_force(host, today), where, subjects):
        raise Invalid("host", "unknown")
