"""What of events goes with a person, or with a place of hers (rule 10)."""

from datetime import UTC, datetime

from shnor_domain.identity import PersonId
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.seminars.events.hosts import end_uncarried, let_go
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.events.rules import LEADING
from shnor_domain.seminars.events.work import EventWork

_ALL = datetime.fromtimestamp(0, UTC)


async def on_person_leaves(work: EventWork, person: PersonId, now: datetime) -> None:
    """Her hours are free, and what she led stands «без ведущего»: of what is ahead who runs the seminar is told
    (I25)."""
    await work.lesson_times.lock([person])
    await let_go(work, [each.id for each in await work.seminar_events.led_by(person, now)], person, now)
    await work.seminar_events.forget(person)


async def on_place_ends(work: EventWork, kept: KeptPlace, now: datetime) -> None:
    """The same for events ahead of a region where no other place lets her lead."""
    if kept.place.role in LEADING:
        await end_uncarried(work, kept.person, now)


async def contribute(work: EventWork, person: PersonId) -> dict[str, object]:
    """What she leads, or led, as JSON values for /privacy: instants in ISO 8601. Drafts are nobody's yet (I19)."""
    return {
        "seminar_events_led": [
            {"event": event.terms.title, "lessons": [each.starts.isoformat() for each in event.open_lessons]}
            for event in await work.seminar_events.led_by(person, _ALL)
            if event.state is not EventState.DRAFT
        ]
    }
