"""Lessons in words: which, when, and what is said of who came."""

from handlers.seminars.events.views import Look, by_time
from handlers.seminars.requests.views import short
from handlers.texts import Safe
from shnor_domain.seminars.events.model import Event, Lesson
from shnor_domain.seminars.presence.desks import LessonDesk, Participant

NAME = 40
"""Letters of a name on a button."""


def lesson_head(look: Look, event: Event, lesson: Lesson) -> Safe:
    """Title, which lesson of how many, and when on both clocks."""
    number, count = by_time(event).index(lesson) + 1, len(event.lessons)
    return look.texts(
        "scame-head",
        title=short(event.terms.title),
        number=str(number),
        count=str(count),
        series=count > 1,
        at=look.moment(lesson.starts, event.zone),
    )


def mark_word(desk: LessonDesk) -> str:
    """The key of what became of a lesson: «off», «none» while its host has said nothing, «held», or why it was not."""
    mark = desk.mark
    if not desk.takes_place:
        return "off"
    if mark is None:
        return "none"
    return "held" if mark.reason is None else mark.reason.value


def people_count(desk: LessonDesk) -> int:
    """Seats of the lesson, those without names too."""
    return len(desk.people) + desk.kept


def participant(look: Look, each: Participant) -> str:
    """Name and school, as far as the reader is shown names."""
    name = look.texts.plain("scame-left") if each.name is None else look.person(each.name)
    return name if each.school is None else look.texts.plain("scame-of-school", name=name, school=each.school.name)
