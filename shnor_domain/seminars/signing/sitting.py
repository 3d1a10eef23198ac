"""A seat of an event as people take it and give it back, inside an open unit of work.

Locks in one order (ADR 12): who sits down, then the event. Whoever calls has locked the people.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.errors import DomainError, NotFound, Stale
from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.notifications.model import Notice
from shnor_domain.seats.errors import YouAreBusy
from shnor_domain.seats.model import OfferState
from shnor_domain.seminars.events.model import Event, EventState, Lesson
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.presence.notices import how_was_it
from shnor_domain.seminars.requests.sides import who_runs
from shnor_domain.seminars.signing import reminders
from shnor_domain.seminars.signing.errors import AlreadySignedUp, EventOff, EventOver, OwnEvent, SignUpOver
from shnor_domain.seminars.signing.house import hall_of
from shnor_domain.seminars.signing.model import Room, SignUp, SignUpId, SignUpState, Sits


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who sits down, on the quota of which school; `by` another in the role `role`."""

    person: PersonId
    school: Territory
    by: PersonId | None = None
    role: Role | None = None


def check_ahead(event: Event, now: datetime) -> None:
    """Raise `EventOff`, or `SignUpOver` once the first lesson has begun."""
    if event.state is not EventState.OPEN:
        raise EventOff
    if not event.open_lessons or event.open_lessons[0].starts <= now:
        raise SignUpOver


async def sit(
    work: EventWork,
    event: Event,
    who: Sitter,
    now: datetime,
    *,
    there: type[DomainError] = AlreadySignedUp,
    elsewhere: type[DomainError] = YouAreBusy,
) -> SignUp:
    """Take a seat of the held event: one that her school keeps, where it keeps any, else one on its quota. What is
    offered to her is taken by it, or goes on to the next.

    Refused: `OwnEvent`, `EventOff`, `there` (facts `signup`), `SignUpOver`, `SchoolQuotaReached`, `NoSeatsLeft`,
    `elsewhere`.
    """
    if event.terms.host == who.person:
        raise OwnEvent
    if event.state is EventState.OPEN and (mine := await work.event_signups.live(event.id, who.person)) is not None:
        raise there(signup=mine.id)
    check_ahead(event, now)
    hall = hall_of(work, event)
    row = await hall.locked(event.id)
    school = who.school.school
    new = SignUp(
        SignUpId(0), event.id, who.person, school, who.school.municipality, Sits.SELF, now, by=who.by, by_role=who.role
    )
    signup = replace(new, id=await work.event_signups.add(new))
    kept = None if school is None else await work.event_signups.kept(event.id, school)
    if kept is not None:
        await _in_kept_seat(work, event, row, kept, who.person, elsewhere, now)
    else:
        if school is not None:
            await work.event_schools.take(event.id, school, 1, event.terms.quota)
        await hall.take(row, 1, now, person=who.person, refusal=elsewhere)
        if row.held:
            # the quota of a colleague to whom a seat is offered may be reached by this
            await work.event_clock.look(event.id, now)
    await work.notices.lay(reminders.of_signup(signup, event.open_lessons, now))
    if row.taken == 0:
        await work.notices.lay(await host_rows(work, event, event.open_lessons, now))
    return signup


async def host_rows(work: EventWork, event: Event, lessons: Sequence[Lesson], now: datetime) -> Sequence[Notice]:
    """Reminders of who leads it; where nobody does, who runs the seminar is asked how each lesson was."""
    if event.terms.host is not None:
        return reminders.of_host(event.terms.host, lessons, now)
    people = await who_runs(work, event.region, now)
    return [how_was_it(each, person, reminders.host_subject(each.id), now) for each in lessons for person in people]


async def rise(
    work: EventWork, event: Event, signup: SignUp, state: SignUpState, now: datetime, reason: str | None = None
) -> None:
    """Give the seats of a live sign-up of the held event back: before the first lesson to the queue, else to all, and
    to the quota of the school; later to nobody (W3). Hours of lessons ahead are free. Raises `Stale` where it has
    ended."""
    if not await work.event_signups.end(signup.id, state, now, reason):
        raise Stale
    if signup.person is not None:
        for lesson in event.lessons:
            if lesson.starts > now:
                await work.lesson_times.release(signup.person, lesson.id)
    await work.notices.cancel_all(reminders.subjects_of(signup.id, event), now)
    if begun(event, now):
        return
    await give_seats(work, event, signup, signup.heads, now)


async def give_seats(work: EventWork, event: Event, signup: SignUp, heads: int, now: datetime) -> None:
    """So many seats of the held event less, on the quota of the sign-up; who waits there is looked at anew, for a
    colleague of hers may be able to come now."""
    if signup.school is not None:
        await work.event_schools.give(event.id, signup.school, heads)
    hall = hall_of(work, event)
    await hall.give_back(event.id, heads, now)
    if (await hall.locked(event.id)).held:
        await work.event_clock.look(event.id, now)


def begun(event: Event, now: datetime) -> bool:
    """True from its first lesson on."""
    return bool(event.open_lessons) and event.open_lessons[0].starts <= now


def check_not_over(event: Event, now: datetime) -> None:
    """Raise `EventOver` after its last lesson."""
    if event.over(now):
        raise EventOver


async def held_event(work: EventWork, event: Event) -> Event:
    """The same as it is now, which nobody else changes until the unit ends; raises `NotFound`."""
    found = await work.seminar_events.hold(event.id)
    if found is None:
        raise NotFound
    return found


async def _in_kept_seat(
    work: EventWork,
    event: Event,
    row: Room,
    kept: SignUp,
    person: PersonId,
    elsewhere: type[DomainError],
    now: datetime,
) -> None:
    """One of the kept seats is hers now; the last ends what was kept. Seats and quota are counted already."""
    if kept.heads == 1:
        fewer = await work.event_signups.end(kept.id, SignUpState.NAMED, now)
        await work.notices.cancel_all(reminders.subjects_of(kept.id, event), now)
    else:
        fewer = await work.event_signups.recount(kept.id, kept.heads, kept.heads - 1)
    if not fewer:
        raise Stale
    hall, offer = hall_of(work, event), await work.event_offers.open_to(row.id, person)
    if offer is not None:
        await hall.end_offer(offer, OfferState.WITHDRAWN, now)
        await work.event_clock.look(row.id, now)
    await hall.house.occupy(person, row, elsewhere)
    await hall.seated(row.id, person, None, now)
