"""«Как прошло занятие?»: the one question to who leads it, once it is over, without a sound and never at night."""

from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seminars.events.model import Lesson
from shnor_domain.seminars.presence.model import CORRECTED

HOW_WAS_IT = "lesson-how-was-it"
"""To who leads a lesson for which somebody is signed up, at its end."""

POLICIES = (KindPolicy(HOW_WAS_IT, resend_unknown=False),)


def how_was_it(lesson: Lesson, host: PersonId, subject: str, now: datetime) -> Notice:
    """A row planned at `now` with the host's reminders and of the same `subject`; once the lesson is marked, or can be
    no longer, it says so."""
    return Notice(
        key=f"{HOW_WAS_IT}:{lesson.id}:{host}:{int(lesson.starts.timestamp())}",
        person=host,
        kind=HOW_WAS_IT,
        subject=subject,
        due=lesson.ends,
        payload={"lesson": lesson.id, "starts": lesson.starts.isoformat()},
        late_after=lesson.ends + CORRECTED,
        over_at=lesson.ends + CORRECTED,
        since=now,
    )
