"""What of all that follows a lesson goes with a person, and what of it is shown to her (rule 10)."""

from datetime import datetime
from typing import Protocol

from shnor_domain.identity import PersonId
from shnor_domain.seminars.materials.ports import MaterialWork
from shnor_domain.seminars.rating.ports import RatingWork


class LeavingWork(MaterialWork, RatingWork, Protocol):
    """A unit with all that follows a lesson."""


async def on_person_leaves(work: LeavingWork, person: PersonId, now: datetime) -> None:
    """Her name on certificates, marks and materials goes, and her lines about events; numbers, hours and scores stay
    without her. Her seats are still hers then: they are forgotten after this."""
    await work.presence.forget(person)
    await work.certificates.forget(person)
    await work.event_materials.forget(person)
    await work.event_ratings.forget(person)


async def contribute(work: LeavingWork, person: PersonId) -> dict[str, object]:
    """Lessons that she attended, her ratings and certificates as JSON values for /privacy: instants in ISO 8601."""
    return {
        "seminar_hours": [
            {
                "event": each.title,
                "lesson_number": each.number,
                "starts": each.starts.isoformat(),
                "minutes": each.minutes,
            }
            for each in await work.presence.attended(person)
        ],
        "seminar_ratings": [
            {"score": rating.score, "text": rating.words}
            for _event, rating in await work.event_ratings.of_person(person)
        ],
        "seminar_certificates": [
            {
                "school_year": each.year,
                "number": each.number,
                "name": each.name,
                "minutes": each.minutes,
                "last_day": each.day.isoformat(),
                "certificate_state": each.state.value,
            }
            for each in await work.certificates.of_person(person)
        ],
    }
