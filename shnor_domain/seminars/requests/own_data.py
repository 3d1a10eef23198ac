"""What of requests goes with a person (rule 10)."""

from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.seminars.requests.ports import RequestWork


async def on_person_leaves(work: RequestWork, person: PersonId, now: datetime) -> None:
    """Who asked, decided and why in her own words is gone; what her school stands behind, and its number, stay: other
    leads of the school go on with it (I25)."""
    await work.request_supports.forget(person)


async def contribute(work: RequestWork, person: PersonId) -> dict[str, object]:
    """What she has sent or supported for her school as JSON values for /privacy: the instant in ISO 8601."""
    return {
        "seminar_requests": [
            {
                "created": support.joined.isoformat(),
                "topic": request.wanted.topic,
                "people": support.people,
                "support_state": support.state.value,
            }
            for support, request in await work.request_supports.of_person(person)
        ]
    }
