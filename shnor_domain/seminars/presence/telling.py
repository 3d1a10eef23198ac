"""Whether the question to who leads a lesson is still to be asked, and what it says (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.errors import NotFound
from shnor_domain.notifications.model import StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.seminars.events.changing import lesson_of
from shnor_domain.seminars.events.model import Event, EventState, Lesson, LessonState
from shnor_domain.seminars.presence.model import LessonMark
from shnor_domain.seminars.presence.notices import HOW_WAS_IT
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.seminars.presence.rules import expected
from shnor_domain.seminars.requests.sides import who_runs
from shnor_domain.seminars.signing import reminders
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AskedLesson:
    """A lesson with how many were signed up for it, and its mark where there is one."""

    event: Event
    lesson: Lesson
    people: int
    mark: LessonMark | None


@dataclass(frozen=True, slots=True)
class AskedOfLesson:
    """For the words of the question."""

    read: Opens[PresenceWork]

    async def __call__(self, row: StoredNotice) -> AskedLesson:
        """The lesson that the row is about, in any state; raises `NotFound` when there is none."""
        which = reminders.lesson_of(row.notice)
        async with self.read() as work:
            event = await work.seminar_events.of_lesson(which)
            if event is None:
                raise NotFound
            lesson = lesson_of(event, which)
            signups = expected(lesson, await work.event_signups.of_event(event.id))
            mark = (await work.presence.marks([which])).get(which)
            return AskedLesson(event, lesson, sum(each.heads for each in signups), mark)


@dataclass(frozen=True, slots=True)
class LessonUnmarked:
    """It took place by the plan, somebody was signed up, and its host has not said how it was."""

    read: Opens[PresenceWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too for another than its host, or who runs the seminar where it has none, and for a start that was
        moved."""
        asked = await AskedOfLesson(self.read)(row)
        held = asked.event.state is EventState.OPEN and asked.lesson.state is LessonState.OPEN
        hers = asked.event.terms.host == row.notice.person or await self._runs_alone(asked.event, row, now)
        as_planned = asked.lesson.starts == reminders.starts_of(row.notice)
        return held and hers and as_planned and asked.people > 0 and asked.mark is None

    async def _runs_alone(self, event: Event, row: StoredNotice, now: datetime) -> bool:
        if event.terms.host is not None:
            return False
        async with self.read() as work:
            return row.notice.person in await who_runs(work, event.region, now)


def checks(read: Opens[PresenceWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {HOW_WAS_IT: LessonUnmarked(read)}
