"""Who leads an event and may do so no more: it stands «без ведущего», her hours are free, who runs the seminar reads so
(I25)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from shnor_domain.errors import Stale
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seminars.events import notices
from shnor_domain.seminars.events.hours import give_hours_back
from shnor_domain.seminars.events.model import EventId, EventState
from shnor_domain.seminars.events.rules import LEADING
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.programme.changing import note_change
from shnor_domain.seminars.requests.sides import who_runs
from shnor_domain.seminars.signing.moving import on_handed_over

_NOBODY = Actor(None, 0)


async def end_uncarried(work: EventWork, person: PersonId, now: datetime) -> int:
    """Events ahead, drafts too, of regions where none of her places in force today lets her lead. Gives their
    number."""
    places = await in_force_now(work, person, now)
    regions = {place.territory.region for place in places if place.verified and place.role in LEADING}
    await work.lesson_times.lock([person])
    gone = [each.id for each in await work.seminar_events.led_by(person, now) if each.region not in regions]
    await let_go(work, gone, person, now)
    return len(gone)


async def let_go(work: EventWork, events: Collection[EventId], person: PersonId, now: datetime) -> None:
    """Nobody leads them now; of drafts their own windows say so. Her lock is held. All events are held before the first
    half-year is, which is locked last of all (ADR 12)."""
    held = await work.seminar_events.hold_many(events)
    hers = [each for each in held if each.terms.host == person]
    for event in hers:
        await give_hours_back(work, event)
        # also of a draft that waits for approval, which changes in nothing else: who publishes reads that it is unready
        if not await work.seminar_events.save(event, replace(event.terms, host=None), event.state, now):
            raise Stale
    opened = [each for each in hers if each.state is EventState.OPEN]
    for event in opened:
        await work.notices.plan(*notices.host_gone(event, await who_runs(work, event.region, now), now))
        await on_handed_over(work, replace(event, terms=replace(event.terms, host=None)), now)
    # one of each half-year: its version is made of all that is open in it
    for _cycle, event in sorted({each.cycle: each for each in opened}.items()):
        await note_change(work, event, _NOBODY, now)
