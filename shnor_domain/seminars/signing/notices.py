"""What who takes part is told, as rows. Words are made by `handlers.seminars.signing.notices`.

What is of one lesson has that lesson in its subject: two lessons that are moved in one night are two pieces of news.
"""

from dataclasses import replace
from datetime import datetime
from enum import Enum

from shnor_domain.identity import PersonId, Role
from shnor_domain.notifications.model import KindPolicy, Notice, Payload
from shnor_domain.seminars.events.model import Event, Lesson
from shnor_domain.seminars.model import Form
from shnor_domain.seminars.signing.model import SignUp
from shnor_domain.seminars.signing.reminders import subject_of, subject_of_form, subject_of_lesson

FOR_YOU = "seminar-for-you"
"""To who was signed up, or whose seat was given back, by another."""
MOVED = "lesson-moved"
"""To who is signed up: a lesson is at another hour."""
OFF = "lesson-off"
"""To the same: one lesson of several is called off."""
EVENT_OFF = "event-off"
"""To the same: all of it is."""
LINK = "lesson-link"
"""To the same: another link or place than she was told, or the first."""
FORM = "event-form"
"""To the same: people meet in another way."""
SEAT_LOST = "seat-lost"
"""To who is elsewhere at the new hour of a lesson."""
PLACE_ENDED = "signup-place-ended"
"""To who may not come any longer, for her place in the school has ended."""

KEPT_YOURS = "signup-kept-yours"
"""To another lead of a school: the seats that it keeps are hers to name now."""

_KINDS = (FOR_YOU, MOVED, OFF, EVENT_OFF, LINK, FORM, SEAT_LOST, PLACE_ENDED, KEPT_YOURS)
POLICIES = tuple(KindPolicy(kind) for kind in _KINDS)


class Deed(Enum):
    """What was done for the reader."""

    SIGNED_UP = "signed_up"
    CANCELLED = "cancelled"


def for_you(signup: SignUp, event: Event, deed: Deed, by: PersonId, role: Role, now: datetime) -> list[Notice]:
    """A row for who sits there: at night too where she must come, or must not, by the morning (N6)."""
    if signup.person is None:
        return []
    first = _first(event)
    return [
        Notice(
            key=f"{FOR_YOU}:{signup.id}:{deed.value}",
            person=signup.person,
            kind=FOR_YOU,
            subject=subject_of(signup.id),
            due=now,
            payload={"signup": signup.id, "deed": deed.value, "by": by, "role": role.value},
            act_by=first,
            on_site=_on_site(event),
            late_after=_last(event),
            news=True,
        )
    ]


def moved(signup: SignUp, event: Event, lesson: Lesson, was: datetime, now: datetime) -> list[Notice]:
    """`lesson` as it is now; `was` is its start as the reader knows it, which what was merged names first."""
    return _of_lesson(MOVED, signup, event, lesson, now, min(was, lesson.starts), was)


def lesson_off(signup: SignUp, event: Event, lesson: Lesson, now: datetime) -> list[Notice]:
    """`lesson` is the one that is off."""
    return _of_lesson(OFF, signup, event, lesson, now, lesson.starts, lesson.starts)


def linked(signup: SignUp, event: Event, lesson: Lesson, now: datetime) -> list[Notice]:
    """`lesson` as it is now."""
    return _of_lesson(LINK, signup, event, lesson, now, lesson.starts, lesson.starts)


def event_off(signup: SignUp, event: Event, now: datetime) -> list[Notice]:
    """The whole of it."""
    return _of_event(EVENT_OFF, signup, event, now)


def another_form(signup: SignUp, event: Event, was: Form, now: datetime) -> list[Notice]:
    """`event` as it is now; none of what has no lesson ahead."""
    ahead = [each.starts for each in event.open_lessons if each.starts > now]
    if signup.hears is None or not ahead:
        return []
    return [
        Notice(
            key=f"{FORM}:{signup.id}:{event.version}",
            person=signup.hears,
            kind=FORM,
            subject=subject_of_form(signup.id),
            due=now,
            payload={"signup": signup.id, "form": was.value},
            act_by=ahead[0],
            on_site=Form.ON_SITE in (was, event.terms.form),
            late_after=_last(event),
            news=True,
        )
    ]


def seat_lost(signup: SignUp, event: Event, lesson: Lesson, now: datetime) -> list[Notice]:
    """`lesson` as it is now: she is elsewhere then."""
    return _of_event(SEAT_LOST, signup, event, now, {"lesson": lesson.id})


def place_ended(signup: SignUp, event: Event, now: datetime) -> list[Notice]:
    """Nothing of it is hers any longer."""
    return _of_event(PLACE_ENDED, signup, event, now)


def kept_yours(signup: SignUp, event: Event, now: datetime) -> list[Notice]:
    """`signup` as it is now; they may be handed over more than once."""
    return [
        replace(row, key=f"{KEPT_YOURS}:{signup.id}:{row.person}:{int(now.timestamp())}")
        for row in _of_event(KEPT_YOURS, signup, event, now)
    ]


def _of_lesson(
    kind: str, signup: SignUp, event: Event, lesson: Lesson, now: datetime, act_by: datetime, was: datetime
) -> list[Notice]:
    reader = signup.hears
    if reader is None:
        return []
    return [
        Notice(
            key=f"{kind}:{signup.id}:{lesson.id}:{int(lesson.starts.timestamp())}:{int(now.timestamp())}",
            person=reader,
            kind=kind,
            subject=subject_of_lesson(signup.id, lesson.id),
            due=now,
            payload={"signup": signup.id, "lesson": lesson.id, "was": was.isoformat()},
            act_by=act_by,
            on_site=_on_site(event),
            late_after=lesson.ends,
            news=True,
        )
    ]


def _of_event(kind: str, signup: SignUp, event: Event, now: datetime, payload: Payload | None = None) -> list[Notice]:
    reader = signup.hears
    if reader is None:
        return []
    return [
        Notice(
            key=f"{kind}:{signup.id}",
            person=reader,
            kind=kind,
            subject=subject_of(signup.id),
            due=now,
            payload={"signup": signup.id, **(payload or {})},
            act_by=_first(event),
            on_site=_on_site(event),
            late_after=_last(event),
            news=True,
        )
    ]


def _first(event: Event) -> datetime:
    return min(each.starts for each in event.open_lessons or event.lessons)


def _last(event: Event) -> datetime:
    return max(each.ends for each in event.open_lessons or event.lessons)


def _on_site(event: Event) -> bool:
    return event.terms.form is Form.ON_SITE
