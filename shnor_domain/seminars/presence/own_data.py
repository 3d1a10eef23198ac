"""What of presence and certificates goes with a person, and what of it is shown to her (rule 10)."""

from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.seminars.presence.ports import PresenceWork


async def on_person_leaves(work: PresenceWork, person: PersonId, now: datetime) -> None:
    """Her name on certificates and marks goes; numbers and hours stay without her."""
    await work.presence.forget(person)
    await work.certificates.forget(person)


async def contribute(work: PresenceWork, person: PersonId) -> dict[str, object]:
    """Lessons that she attended and her certificates as JSON values for /privacy: instants in ISO 8601."""
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
