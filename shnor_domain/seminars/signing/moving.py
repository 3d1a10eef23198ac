"""What becomes of who takes part as an event is moved, called off, led by another or given other seats.

Each is one call inside the unit of work that changes the event, which is held, its people locked (`seated`).
"""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import Notice
from shnor_domain.seats.errors import YouAreBusy
from shnor_domain.seats.rules import OPENS
from shnor_domain.seminars.errors import EventBegun
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson, Terms
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing import notices, reminders
from shnor_domain.seminars.signing.house import hall_of
from shnor_domain.seminars.signing.model import SignUp, SignUpState
from shnor_domain.seminars.signing.queue_notices import queue_moved
from shnor_domain.seminars.signing.sitting import begun, host_rows, rise


async def seated(work: EventWork, event: EventId) -> Collection[PersonId]:
    """Who sits there: to be locked before the event."""
    live = await work.event_signups.of_event(event, SignUpState.LIVE)
    return frozenset(each.person for each in live if each.person is not None)


async def on_moved(
    work: EventWork, before: Event, lesson: Lesson, known: Collection[PersonId], by: PersonId | None, now: datetime
) -> None:
    """`lesson` as it is now. Who is elsewhere then loses the seat and is told; all others go along, with their
    reminders; what is offered is offered anew. `known` are the people who are locked: somebody who has signed up since
    is `Stale`."""
    live = await _live(work, before.id, known)
    was = next(each for each in before.lessons if each.id == lesson.id)
    people = {each.person for each in live if each.person is not None}
    for person in sorted(people):
        await work.lesson_times.release(person, lesson.id)
    away = await work.lesson_times.elsewhere(people, [lesson])
    event = await _now(work, before.id)
    for signup in live:
        if signup.person is not None and signup.person in away:
            await rise(work, event, signup, SignUpState.MOVED_AWAY, now)
            await work.notices.plan(*notices.seat_lost(signup, event, lesson, now))
            continue
        if signup.person is not None:
            await work.lesson_times.attend(signup.person, [lesson], YouAreBusy)
        await work.notices.cancel(reminders.subject_of_lesson(signup.id, lesson.id), now)
        await work.notices.lay(reminders.of_signup(signup, [lesson], now))
        await _tell(work, by, notices.moved(signup, event, lesson, was.starts, now))
    await remind_host(work, event, [lesson], now)
    for waiting in await work.event_queue.of_session(event.id):
        await _tell(work, by, [queue_moved(waiting, event, lesson, was.starts, now)])
    await hall_of(work, event).offer_anew(event.id, now)


async def on_lesson_off(
    work: EventWork, before: Event, lesson: Lesson, known: Collection[PersonId], by: PersonId | None, now: datetime
) -> None:
    """One of several is off: nobody is busy with it, and all are told."""
    for signup in await _live(work, before.id, known):
        if signup.person is not None:
            await work.lesson_times.release(signup.person, lesson.id)
        await work.notices.cancel(reminders.subject_of_lesson(signup.id, lesson.id), now)
        await _tell(work, by, notices.lesson_off(signup, before, lesson, now))
    await work.notices.cancel(reminders.host_subject(lesson.id), now)
    if before.open_lessons and before.open_lessons[0].id == lesson.id:
        # it begins later now, and so do the windows of its offers
        await hall_of(work, await _now(work, before.id)).offer_anew(before.id, now)


async def on_event_off(
    work: EventWork, before: Event, known: Collection[PersonId], by: PersonId | None, now: datetime
) -> None:
    """All of it is off: seats end, nobody is busy with it, who sat or waited is told once."""
    for signup in await _live(work, before.id, known):
        await work.event_signups.end(signup.id, SignUpState.EVENT_OFF, now)
        for lesson in before.lessons if signup.person is not None else ():
            if signup.person is not None:
                await work.lesson_times.release(signup.person, lesson.id)
        await work.notices.cancel_all(reminders.subjects_of(signup.id, before), now)
        await _tell(work, by, notices.event_off(signup, before, now))
    await work.notices.cancel_all([reminders.host_subject(each.id) for each in before.lessons], now)
    await hall_of(work, before).end_queue(before.id, by, now)
    await work.event_seats.empty(before.id)


async def on_linked(work: EventWork, event: Event, lesson: Lesson, by: PersonId | None, now: datetime) -> None:
    """`lesson` as it is now; who was told another link or place, or none, reads this one."""
    if event.state is EventState.OPEN and (lesson.link is not None or lesson.venue is not None):
        for signup in await work.event_signups.of_event(event.id, SignUpState.LIVE):
            await _tell(work, by, notices.linked(signup, event, lesson, now))


async def on_form(work: EventWork, before: Event, after: Event, by: PersonId | None, now: datetime) -> None:
    """Who is signed up reads that people meet in another way."""
    if after.state is EventState.OPEN and after.terms.form is not before.terms.form:
        for signup in await work.event_signups.of_event(after.id, SignUpState.LIVE):
            await _tell(work, by, notices.another_form(signup, after, before.terms.form, now))


async def on_handed_over(work: EventWork, after: Event, now: datetime) -> None:
    """Another leads it from now on, or nobody: reminders are hers."""
    ahead = [each for each in after.open_lessons if each.starts > now]
    await remind_host(work, after, ahead, now)


async def remind_host(work: EventWork, event: Event, lessons: Sequence[Lesson], now: datetime) -> None:
    """Of lessons ahead anew, where somebody is signed up."""
    await work.notices.cancel_all([reminders.host_subject(each.id) for each in lessons], now)
    room = (await work.event_seats.many([event.id])).get(event.id)
    if room is not None and room.taken:
        await work.notices.lay(await host_rows(work, event, lessons, now))


@asynccontextmanager
async def resized(work: EventWork, event: Event, terms: Terms, now: datetime) -> AsyncIterator[None]:
    """Inside of it the caller writes `terms`: more seats, or a greater quota, go to the queue first.

    Raises `Invalid("capacity", "seats-taken")`, `Invalid("quota", "quota-taken")` where more are taken already,
    `EventBegun` from the first lesson on.
    """
    same = (terms.capacity, terms.quota) == (event.terms.capacity, event.terms.quota)
    if event.state is not EventState.OPEN or same:
        yield
        return
    if begun(event, now):
        raise EventBegun
    hall = hall_of(work, event)
    room = await hall.locked(event.id)
    if terms.capacity < room.taken:
        raise Invalid("capacity", "seats-taken", taken=room.taken)
    most = max((await work.event_schools.taken(event.id)).values(), default=0)
    if terms.quota is not None and terms.quota < most:
        raise Invalid("quota", "quota-taken", taken=most)
    async with hall.resized([room], terms.capacity, now):
        yield
    if terms.quota != event.terms.quota:
        await work.event_schools.limit(event.id, terms.quota)
        await _offer_free(work, event, now)


async def _offer_free(work: EventWork, event: Event, now: datetime) -> None:
    """Free seats are held for who waits: the quota may let them sit down by now."""
    room = await hall_of(work, event).locked(event.id)
    waits = (await work.event_queue.counts([event.id])).get(event.id, 0)
    more = min(room.free, waits - room.held)
    if more > 0 and now < room.starts - OPENS:
        await work.event_seats.count(event.id, held=more)
        await work.event_offers.hold(event.id, more, now)
    if waits:
        await work.event_clock.look(event.id, now)


async def _live(work: EventWork, event: EventId, known: Collection[PersonId]) -> Sequence[SignUp]:
    live = await work.event_signups.of_event(event, SignUpState.LIVE)
    if not {each.person for each in live if each.person is not None} <= set(known):
        raise Stale
    return live


async def _now(work: EventWork, event: EventId) -> Event:
    found = await work.seminar_events.get(event)
    if found is None:
        raise NotFound
    return found


async def _tell(work: EventWork, by: PersonId | None, rows: Sequence[Notice]) -> None:
    """Whoever acts is answered on the screen only (N5)."""
    await work.notices.plan(*(row for row in rows if row.person != by))
