"""Hours of who leads an event: taken when it is published, given back when it is called off or changes hands (I20).

Whoever calls holds the event. A draft takes nobody's hours.
"""

from collections.abc import Iterable

from shnor_domain.seminars.events.model import Event, Lesson
from shnor_domain.seminars.events.work import EventWork


async def lock_hosts(work: EventWork, events: Iterable[Event]) -> None:
    """Before several events are published: nobody who deals with one of their hosts passes until the unit ends. Locks
    are taken in one order, people before rows (ADR 12)."""
    await work.lesson_times.lock({each.terms.host for each in events if each.terms.host is not None})


async def take_hours(work: EventWork, event: Event) -> None:
    """Its host is busy with each open lesson. Raises `HostIsElsewhere(event=…)` when she is somewhere already: then the
    unit ends with nothing taken."""
    for lesson in event.open_lessons:
        await take_lesson(work, event, lesson)


async def take_lesson(work: EventWork, event: Event, lesson: Lesson) -> None:
    """As `take_hours`, of one; nobody is busy with an event that nobody leads."""
    host = event.terms.host
    if host is not None:
        await work.lesson_times.lock([host])
        await work.lesson_times.occupy(host, lesson)


async def give_hours_back(work: EventWork, event: Event, lesson: Lesson | None = None) -> None:
    """Its host is free in the hours of one lesson, or of all of them."""
    host = event.terms.host
    if host is not None:
        await work.lesson_times.lock([host])
        for each in event.lessons if lesson is None else (lesson,):
            await work.lesson_times.release(host, each.id)
