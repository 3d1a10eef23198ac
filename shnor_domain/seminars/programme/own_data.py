"""What of versions goes with a person (rule 10)."""

from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.work import EventWork


async def on_person_leaves(work: EventWork, person: PersonId, now: datetime) -> None:
    """Who has submitted a version, decided on it and why, and who was to lead in it: versions stay, without her."""
    await work.seminar_programmes.forget(person)


async def contribute(work: EventWork, person: PersonId) -> dict[str, object]:
    """What she has submitted or decided on, as JSON values for /privacy: the instant in ISO 8601."""
    return {
        "seminar_versions": [
            {"created": version.made.isoformat(), "version_state": version.state.value, "reason": version.reason}
            for version in await work.seminar_programmes.of_person(person)
        ]
    }
