"""A lead signs her teachers up, a coordinator those of schools over which she is (J4, J5)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import COORDINATOR_ROLES, Actor, PersonId, Role, SchoolId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import PersonState
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seminars.events.inviting import AUDIENCE
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing import notices
from shnor_domain.seminars.signing.access import acts_for, invited
from shnor_domain.seminars.signing.errors import TheyAreElsewhere, TheyAreSignedUp
from shnor_domain.seminars.signing.model import Room, SignUp, SignUpState, Sits
from shnor_domain.seminars.signing.rights import role_over
from shnor_domain.seminars.signing.showing import SchoolSeats, as_lead, seats_of
from shnor_domain.seminars.signing.sitting import Sitter, held_event, sit
from shnor_domain.work import Opens

ACTING = COORDINATOR_ROLES | {Role.SCHOOL_LEAD}


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the school whom the event invites; `signup` is her live seat of it, `busy` that she is elsewhere at
    an hour of it, `may_cancel` that the actor may give her seat back."""

    person: PersonId
    name: str
    signup: SignUp | None
    busy: bool
    may_cancel: bool = False


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Of one school: who has no seat first, then by name."""

    event: Event
    room: Room
    school: SchoolSeats
    people: tuple[Colleague, ...]


@dataclass(frozen=True, slots=True)
class SchoolsToSignUp:
    """Leads and coordinators; `NotAllowed` for who is neither anywhere, `NotFound` where the event invites no school
    over which the actor is."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> tuple[SchoolSeats, ...]:
        """Those where somebody is in the bot, by number, then name, with what is left of their quota."""
        if actor.person is None or not actor.has(*ACTING):
            raise NotAllowed
        now = self.clock.now()
        async with self.read() as work:
            event = await work.seminar_events.get(event_id)
            if event is None or event.state is EventState.DRAFT:
                raise NotFound
            known = await work.seminar_directory.schools(await _schools_over(work, actor, event, now))
            where = [each.where for each in sorted(known.values(), key=lambda one: one.order)]
            invites_them = await invited(work, event, [as_lead(each) for each in where], now)
            if not invites_them:
                raise NotFound
            seats = await seats_of(work, event, invites_them)
            return tuple(seats[each.school] for each in where if each.school in seats)


@dataclass(frozen=True, slots=True)
class TeachersToSignUp:
    """A lead of the school, or a coordinator over it; `NotAllowed` for who is neither anywhere, `NotFound` for others,
    and where the event does not invite the school."""

    read: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, school: SchoolId) -> Colleagues:
        """Everybody of the school whom it invites, but for the actor."""
        now = self.clock.now()
        async with self.read() as work:
            event, where = await school_for(work, actor, event_id, school, now)
            room = (await work.event_seats.many([event_id]))[event_id]
            here = await _present(work, event, where, now)
            taken = {each.person: each for each in await work.event_signups.of_event(event_id, SignUpState.LIVE)}
            busy = await work.lesson_times.elsewhere(here, event.open_lessons)
            known = await work.people.many(here)
            hers_to_cancel = {
                each for each in here if each in taken and await _may_cancel(work, actor, taken[each], school)
            }
            people = [
                Colleague(each.id, each.name, taken.get(each.id), each.id in busy, each.id in hers_to_cancel)
                for each in known.values()
                if each.state is PersonState.ACTIVE and each.id not in {actor.person, event.terms.host}
            ]
            people.sort(key=lambda each: (each.signup is not None, each.name.casefold(), each.person))
            return Colleagues(event, room, (await seats_of(work, event, {school: where}))[school], tuple(people))


@dataclass(frozen=True, slots=True)
class SignUpTeacher:
    """As `TeachersToSignUp`; she is told by whom (J5).

    Refused: `NotAllowed`, `NotFound` (of no such school, not invited, the actor herself), `OwnEvent`, `EventOff`,
    `TheyAreSignedUp`, `SignUpOver`, `SchoolQuotaReached`, `NoSeatsLeft`, `TheyAreElsewhere`.
    """

    write: Opens[EventWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, teacher: PersonId, school: SchoolId) -> SignUp:
        """A seat on the quota of the school, one of those that it keeps where it keeps any."""
        operation, now = f"sign-up-teacher:{event_id}:{teacher}", self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                found = await work.event_signups.live(event_id, teacher)
                if found is None or str(found.id) != done:
                    raise NotFound
                return found
            event, where = await school_for(work, actor, event_id, school, now)
            role = role_over(actor, where)
            await work.lesson_times.lock([teacher])
            event = await held_event(work, event)
            if teacher == actor.person or role is None or not await _is_theirs(work, event, teacher, school, now):
                raise NotFound
            sitter = Sitter(teacher, where, actor.person, role)
            made = await sit(work, event, sitter, now, there=TheyAreSignedUp, elsewhere=TheyAreElsewhere)
            await tell_by(work, actor, made, event, notices.Deed.SIGNED_UP, role, now)
            await work.audit.add(
                AuditEntry(now, actor.person, "event-sign-up", f"event:{event_id}", teacher, {"signup": int(made.id)})
            )
            await work.applied.save(operation, str(made.id))
            return made


async def tell_by(
    work: EventWork, actor: Actor, signup: SignUp, event: Event, deed: notices.Deed, role: Role, now: datetime
) -> None:
    """Who sits there, of what another has done for her."""
    if actor.person is not None and signup.sits is Sits.SELF and signup.person != actor.person:
        await work.notices.plan(*notices.for_you(signup, event, deed, actor.person, role, now))


async def school_for(
    work: EventWork, actor: Actor, event_id: EventId, school: SchoolId, now: datetime
) -> tuple[Event, Territory]:
    """A published event that invites a school over which the actor is, and where that lies; raises `NotAllowed`,
    `NotFound`."""
    if actor.person is None or not actor.has(*ACTING):
        raise NotAllowed
    where, event = await work.lands.of_school(school), await work.seminar_events.get(event_id)
    if event is None or event.state is EventState.DRAFT or where is None or role_over(actor, where) is None:
        raise NotFound
    if school not in await invited(work, event, [as_lead(where)], now):
        raise NotFound
    return event, where


async def _may_cancel(work: EventWork, actor: Actor, signup: SignUp, school: SchoolId) -> bool:
    """`school` is one over which the actor is; who works in two may sit on the quota of the other."""
    return signup.school == school or await acts_for(work, actor, signup)


async def _schools_over(work: EventWork, actor: Actor, event: Event, now: datetime) -> Collection[SchoolId]:
    """Schools of the audience's people that lie where the actor signs people up."""
    within = [each.territory for each in actor.places if each.verified and each.role in ACTING]
    day = local_day(now, event.zone)
    people = {
        person for role in AUDIENCE[event.terms.audience] for person in await work.places.people_with(role, within, day)
    }
    held = await work.places.of_many(people, day)
    return {
        place.territory.school
        for places in held.values()
        for place in places
        if place.territory.school is not None and role_over(actor, place.territory) is not None
    }


async def _present(work: EventWork, event: Event, school: Territory, now: datetime) -> Sequence[PersonId]:
    if school.school is None:
        return ()
    day = local_day(now, await work.lands.zone_of(school))
    present = (await work.places.present([school.school], day)).get(school.school, ())
    return sorted({each.person for each in present if each.role in AUDIENCE[event.terms.audience]})


async def _is_theirs(work: EventWork, event: Event, teacher: PersonId, school: SchoolId, now: datetime) -> bool:
    return school in await invited(work, event, await in_force_now(work, teacher, now), now)
