"""What was said and written after meetings: shown to who said it, and her words gone with her (product.md, rule 10)."""

from datetime import datetime

from shnor_domain.consultations.feedback.ports import FeedbackWork
from shnor_domain.identity import PersonId


async def on_person_leaves(work: FeedbackWork, person: PersonId, now: datetime) -> None:
    """What she has written is gone; her scores stay in the averages, where nobody can tell whose they are."""
    await work.feedback.forget(person)


async def contribute(work: FeedbackWork, person: PersonId) -> dict[str, object]:
    """What she has said of meetings and her answers, by start of the meeting, verbatim, instants in ISO 8601."""
    answers = {answer.booking: answer for answer in await work.feedback.of_visitor(person)}
    said = await work.attendance.said_by(person)
    return {
        "feedback": [
            {
                "starts": booking.key.starts.isoformat(),
                "subject": booking.subject,
                "said": said[booking.id].value,
                "score": answers[booking.id].score if booking.id in answers else None,
                "text": answers[booking.id].words if booking.id in answers else None,
            }
            for booking in await work.bookings.all_of_visitor(person)
            if booking.id in said
        ]
    }
