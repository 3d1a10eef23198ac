"""What becomes of seats and places in queues when a place of hers ends, or she leaves (J9)."""

from datetime import datetime

from shnor_domain.identity import SCHOOL_ROLES, PersonId, Role, SchoolId
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.seats.model import WaitState
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing import notices, reminders
from shnor_domain.seminars.signing.access import places_of, project_schools
from shnor_domain.seminars.signing.house import hall_of
from shnor_domain.seminars.signing.model import SignUp, SignUpState, Sits
from shnor_domain.seminars.signing.rights import uninvited
from shnor_domain.seminars.signing.sitting import begun, rise


async def end_uninvited(work: EventWork, person: PersonId, now: datetime) -> int:
    """End her seats of what has not begun and to which no place of hers invites her any longer, and her places in such
    queues; she is told. Gives the number of seats."""
    await work.lesson_times.lock([person])
    places, ended = await places_of(work, person), 0
    seats = {each.event: each for each in await work.event_signups.of_person(person, SignUpState.LIVE)}
    waits = {each.session: each for each in await work.event_queue.of_person(person, now)}
    for event_id in sorted({*seats, *waits}):
        event = await _ahead(work, event_id, now)
        if event is None:
            continue
        project = await project_schools(work, event, places, now)
        if not uninvited(event, event.open_lessons[0].starts, places, project, now):
            continue
        if event_id in seats:
            await rise(work, event, seats[event_id], SignUpState.PLACE_ENDED, now)
            await work.notices.plan(*notices.place_ended(seats[event_id], event, now))
            ended += 1
        if event_id in waits:
            await hall_of(work, event).lose_place(waits[event_id], now)
    return ended


async def end_unkept(work: EventWork, school: SchoolId, now: datetime) -> int:
    """Seats that the school keeps of what has not begun: where nobody leads it, or its successor, any longer they are
    given back, where another does they are hers to name. Gives the number of sign-ups that ended."""
    whole = await work.seminar_directory.whole(school)
    where = await work.lands.of_school(whole)
    day = None if where is None else local_day(now, await work.lands.zone_of(where))
    leads = [] if day is None else list(await work.places.leads(whole, day))
    ended = 0
    found = await work.event_signups.of_schools([whole], now)
    kept = [each for each in found if each.sits is Sits.KEPT and each.school == school]
    for each in sorted(kept, key=lambda one: one.event):
        event = await _ahead(work, each.event, now)
        # how many they are may have changed while this waited
        now_it_is = await work.event_signups.kept(each.event, school)
        if event is None or now_it_is is None or now_it_is.by in leads:
            continue
        if leads:
            await _hand_over(work, event, now_it_is, leads[0], now)
        else:
            await rise(work, event, now_it_is, SignUpState.PLACE_ENDED, now)
            await work.notices.plan(*notices.place_ended(now_it_is, event, now))
            ended += 1
    return ended


async def on_place_ends(work: EventWork, kept: KeptPlace, now: datetime) -> None:
    """Seats that no place of hers carries any longer are free; those that she kept are another lead's, or free."""
    if kept.place.role not in SCHOOL_ROLES:
        return
    await end_uninvited(work, kept.person, now)
    if kept.place.role is Role.SCHOOL_LEAD and kept.place.territory.school is not None:
        await end_unkept(work, kept.place.territory.school, now)


async def on_person_leaves(work: EventWork, person: PersonId, now: datetime) -> None:
    """Her seats of what has not begun are free, in a series her coming hours; her places in queues end; what she has
    attended stays as a number without her."""
    await work.lesson_times.lock([person])
    seats = {each.event: each for each in await work.event_signups.of_person(person, SignUpState.LIVE)}
    waits = {each.session: each for each in await work.event_queue.of_person(person, now)}
    for event_id in sorted({*seats, *waits}):
        event = await work.seminar_events.hold(event_id)
        if event is None or event.state is not EventState.OPEN or event.over(now):
            continue
        if event_id in seats:
            state = SignUpState.LEFT if begun(event, now) else SignUpState.CANCELLED
            await rise(work, event, seats[event_id], state, now)
        if event_id in waits:
            await hall_of(work, event).leave_queue(waits[event_id], WaitState.LEFT, now)
    await work.event_signups.forget(person)


async def contribute(work: EventWork, person: PersonId) -> dict[str, object]:
    """Her sign-ups and queues as JSON values for /privacy: instants in ISO 8601."""
    signups = await work.event_signups.of_person(person)
    waits = await work.event_queue.all_of_person(person)
    events = await work.seminar_events.many({*(each.event for each in signups), *(each.session for each in waits)})
    return {
        "event_sign_ups": [
            {"event": _title(events.get(each.event)), "made": each.made.isoformat(), "state": each.state.value}
            for each in signups
        ],
        "event_sign_ups_for_others": [
            {"made": each.made.isoformat(), "seats": each.heads, "state": each.state.value}
            for each in await work.event_signups.made_by(person)
        ],
        "event_queues": [
            {"event": _title(events.get(each.session)), "joined": each.joined.isoformat(), "state": each.state.value}
            for each in waits
        ],
    }


def _title(event: Event | None) -> str | None:
    return None if event is None else event.terms.title


async def _ahead(work: EventWork, event_id: EventId, now: datetime) -> Event | None:
    event = await work.seminar_events.hold(event_id)
    if event is None or event.state is not EventState.OPEN or begun(event, now):
        return None
    return event


async def _hand_over(work: EventWork, event: Event, kept: SignUp, to: PersonId, now: datetime) -> None:
    await work.notices.cancel_all(reminders.subjects_of(kept.id, event), now)
    await work.event_signups.hand_over(kept.id, to)
    handed = await work.event_signups.get(kept.id)
    if handed is not None:
        await work.notices.lay(reminders.of_signup(handed, event.open_lessons, now))
        await work.notices.plan(*notices.kept_yours(handed, event, now))
