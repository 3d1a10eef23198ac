"""Whom the actor may book for: teachers by school, and what one of them has booked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.model import Booking
from shnor_domain.consultations.on_behalf.access import ActingWork, acting_role, stand_in
from shnor_domain.consultations.on_behalf.rights import ACTING, led, role_for
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Role, SchoolId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Staff:
    """A school with its teachers who are in the bot, by name; `own` where the actor leads it, and may book for who has
    no account."""

    school: SchoolId
    name: str
    teachers: tuple[KnownPerson, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class TeachersToBookFor:
    """Leads of schools, coordinators of municipalities and regions; others are refused with `NotAllowed`."""

    read: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, unit: MunicipalityId | None = None) -> list[Staff]:
        """Schools by number and name: those that she leads, and those of her territory with a teacher, of a region one
        municipality at a time; nobody is among her own colleagues."""
        if actor.person is None or not actor.has(*ACTING):
            raise NotAllowed
        today = local_day(self.clock.now(), actor.zone)
        within = _within(actor, unit)
        own = {each.school for each in led(actor) if unit in (None, each.municipality)}
        async with self.read() as work:
            persons = await work.places.people_with(Role.TEACHER, within, today)
            places = await work.places.of_many(persons, today)
            known = await work.directory.people(persons)
            teachers: dict[SchoolId, list[KnownPerson]] = {school: [] for school in own if school is not None}
            for person, held in places.items():
                for place in held:
                    school = place.territory.school
                    if person in known and person != actor.person and school is not None and role_for(actor, place):
                        teachers.setdefault(school, []).append(known[person])
            named = await work.directory.schools(list(teachers))
        return [
            Staff(
                where.school,
                name,
                tuple(sorted(set(teachers[where.school]), key=lambda each: (each.name.casefold(), each.id))),
                where.school in own,
            )
            for where, name in named
            if where.school is not None
        ]


def _within(actor: Actor, unit: MunicipalityId | None) -> list[Territory]:
    held = [place for place in actor.places if place.verified and place.role in ACTING]
    if unit is None:
        return [place.territory for place in held if place.role is not Role.REGIONAL_COORDINATOR]
    inside = (replace(place.territory, municipality=place.territory.municipality or unit) for place in held)
    return [territory for territory in inside if territory.municipality == unit]


@dataclass(frozen=True, slots=True)
class Colleague:
    """A teacher with what she has booked that lies ahead, by start."""

    person: KnownPerson
    bookings: tuple[BookingCard, ...]


@dataclass(frozen=True, slots=True)
class OneColleague:
    """Who may act for her; for all others she is `NotFound`."""

    read: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, person: PersonId) -> Colleague:
        """Her questions are shown to who has typed them alone; what she has booked elsewhere than as a teacher of the
        actor's school is left out."""
        now = self.clock.now()
        async with self.read() as work:
            await stand_in(work, actor, person, now)
            known = (await work.directory.people([person])).get(person)
            if known is None:
                raise NotFound
            found = [
                booking
                for booking in await work.bookings.of_visitor(person, now)
                if await acting_role(work, actor, booking, now) is not None
            ]
            cards = await booking_cards(work, as_seen(actor, found))
        return Colleague(known, tuple(cards))


def as_seen(actor: Actor, bookings: Sequence[Booking]) -> list[Booking]:
    """Bookings without the questions that somebody else has typed."""
    return [
        booking if actor.person in (booking.visitor, booking.behalf.by) else replace(booking, topic=None)
        for booking in bookings
    ]
