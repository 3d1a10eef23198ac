"""Reminders of lessons: 24 h and 1 h before each, to who is signed up and to who leads (J7, N1–N3)."""

from collections.abc import Iterable
from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.notifications.before_start import pair
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seminars.events.model import Event, Lesson, LessonId
from shnor_domain.seminars.presence.notices import how_was_it
from shnor_domain.seminars.signing.model import SignUp, SignUpId

DAY_BEFORE, HOUR_BEFORE = "lesson-day-before", "lesson-hour-before"
"""To who sits there, or keeps seats for her school."""
HOST_DAY_BEFORE, HOST_HOUR_BEFORE = "lesson-host-day-before", "lesson-host-hour-before"
"""To who leads, where somebody is signed up."""

POLICIES = (
    KindPolicy(DAY_BEFORE),
    KindPolicy(HOUR_BEFORE, night=False),
    KindPolicy(HOST_DAY_BEFORE),
    KindPolicy(HOST_HOUR_BEFORE, night=False),
)


def subject_of(signup: SignUpId) -> str:
    """What is of the whole event."""
    return f"signup:{signup}"


def subject_of_lesson(signup: SignUpId, lesson: LessonId) -> str:
    """What is of one lesson: two that are moved in one night are two pieces of news."""
    return f"signup:{signup}:{lesson}"


def subject_of_form(signup: SignUpId) -> str:
    """That people meet in another way: no other news of it takes its place."""
    return f"signup:{signup}:form"


def host_subject(lesson: LessonId) -> str:
    """What its host is reminded of."""
    return f"lesson:{lesson}"


def subjects_of(signup: SignUpId, event: Event) -> list[str]:
    """All subjects of one sign-up."""
    return [
        subject_of(signup),
        subject_of_form(signup),
        *(subject_of_lesson(signup, each.id) for each in event.lessons),
    ]


def of_signup(signup: SignUp, lessons: Iterable[Lesson], now: datetime) -> list[Notice]:
    """Rows for who hears of it, for each lesson ahead; none where nobody does."""
    reader = signup.hears
    if reader is None:
        return []
    return [
        row
        for lesson in lessons
        for row in pair(
            (DAY_BEFORE, HOUR_BEFORE),
            f"{signup.id}:{lesson.id}:{reader}",
            reader,
            subject_of_lesson(signup.id, lesson.id),
            lesson.starts,
            {"signup": signup.id, "lesson": lesson.id},
            now,
        )
    ]


def of_host(host: PersonId | None, lessons: Iterable[Lesson], now: datetime) -> list[Notice]:
    """Rows for who leads, and «Как прошло?» at the end; none where nobody does."""
    if host is None:
        return []
    found: list[Notice] = []
    for lesson in lessons:
        subject = host_subject(lesson.id)
        found += pair(
            (HOST_DAY_BEFORE, HOST_HOUR_BEFORE),
            f"{lesson.id}:{host}",
            host,
            subject,
            lesson.starts,
            {"lesson": lesson.id},
            now,
        )
        found.append(how_was_it(lesson, host, subject, now))
    return found


def signup_of(notice: Notice) -> SignUpId:
    """Whose payload is {"signup": id, …}."""
    return SignUpId(int(notice.payload["signup"] or 0))


def lesson_of(notice: Notice) -> LessonId:
    """Whose payload is {"lesson": id, …}."""
    return LessonId(int(notice.payload["lesson"] or 0))


def starts_of(notice: Notice) -> datetime:
    """The start that a row was planned for: {…, "starts": instant in ISO 8601}."""
    return datetime.fromisoformat(str(notice.payload["starts"]))
