"""Who leads a lesson says who came; 14 days to correct it (JP3, JP4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, PersonId
from shnor_domain.seminars.access import regions_run
from shnor_domain.seminars.certificates.voiding import recheck
from shnor_domain.seminars.events.changing import event_of, lesson_of, note, seen
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson, LessonId
from shnor_domain.seminars.materials.catching_up import newly_there
from shnor_domain.seminars.materials.ports import MaterialWork
from shnor_domain.seminars.presence.desks import LessonDesk, Participant, answers_for, led, lesson_desk
from shnor_domain.seminars.presence.model import CORRECTED, EARLY, LessonMark, WhyNotHeld
from shnor_domain.seminars.presence.notices import HOW_WAS_IT
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.seminars.presence.rules import check_marking, check_open, checked_marks, expected
from shnor_domain.seminars.rating.notices import asked
from shnor_domain.seminars.signing.model import SignUpId, Sits
from shnor_domain.seminars.signing.reminders import host_subject
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class OneLesson:
    """Who leads the event, or runs the seminar; for others it is `NotFound`."""

    read: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, lesson_id: LessonId) -> LessonDesk:
        """The lesson with its people, at any time."""
        async with self.read() as work:
            return await lesson_desk(work, actor, lesson_id)


@dataclass(frozen=True, slots=True)
class MarkLesson:
    """As `OneLesson`, from the start of the lesson until 14 days after its end, as often as one likes.

    Refused: `NotYetBegun`, `LessonMarkingOver`, `LessonOff`, `Invalid("came" | "kept_came", …)`.
    """

    write: Opens[MaterialWork]
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        lesson_id: LessonId,
        came: Mapping[SignUpId, bool] | None,
        kept_came: int | None = None,
    ) -> LessonDesk:
        """Who came of those who are named, None for all; `kept_came` of the seats without names. What participants said
        stays, and does not count where the host has spoken."""
        return await _mark(self.write, self.clock, actor, lesson_id, None, came, kept_came)


@dataclass(frozen=True, slots=True)
class MarkLessonNotHeld:
    """As `MarkLesson`; nobody has hours of it."""

    write: Opens[MaterialWork]
    clock: Clock

    async def __call__(self, actor: Actor, lesson_id: LessonId, reason: WhyNotHeld) -> LessonDesk:
        """What was said of who came stays, for the case that it is corrected."""
        return await _mark(self.write, self.clock, actor, lesson_id, reason, None, None)


@dataclass(frozen=True, slots=True)
class UnmarkedLesson:
    """A lesson that waits for its host's word."""

    event: Event
    lesson: Lesson


@dataclass(frozen=True, slots=True)
class UnmarkedLessons:
    """A host's own of the last 14 days that had somebody, and those without a host for who runs the seminar; for all
    others there are none."""

    read: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[UnmarkedLesson]:
        """The earliest first."""
        if actor.person is None:
            raise NotAllowed
        now, found = self.clock.now(), []
        async with self.read() as work:
            for each in await work.presence.unmarked(actor.person, regions_run(actor), now - CORRECTED, now):
                event = await work.seminar_events.of_lesson(each)
                if event is not None and answers_for(actor, event):
                    found.append(UnmarkedLesson(event, lesson_of(event, each)))
        return found


@dataclass(frozen=True, slots=True)
class Attendance:
    """An event with its open lessons, by time, each with its people."""

    event: Event
    desks: tuple[LessonDesk, ...]

    @property
    def people(self) -> tuple[Participant, ...]:
        """Everybody who had a seat at any of them, once, in the order of the first."""
        found = {each.signup.id: each for desk in reversed(self.desks) for each in desk.people}
        order = {each.signup.id: None for desk in self.desks for each in desk.people}
        return tuple(found[each] for each in order)

    def came(self, desk: LessonDesk, signup: SignUpId) -> bool:
        """Whether she was at this lesson; nobody was at one that was not held."""
        return (desk.mark is None or desk.mark.held) and desk.came.get(signup, False)


@dataclass(frozen=True, slots=True)
class BegunLessons:
    """As `OneLesson`, of an event."""

    read: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> tuple[Event, Sequence[Lesson]]:
        """Its lessons to which people may have come by now, the latest first."""
        async with self.read() as work:
            event = await seen(work, actor, event_id)
        now = self.clock.now()
        begun = [each for each in event.open_lessons if each.starts - EARLY <= now]
        return event, begun[::-1] if event.state is EventState.OPEN else ()


@dataclass(frozen=True, slots=True)
class AttendanceTable:
    """As `OneLesson`, of an event."""

    read: Opens[PresenceWork]

    async def __call__(self, actor: Actor, event_id: EventId) -> Attendance:
        """All lessons of it with everybody who had a seat of any: the numbers of `OneLesson`."""
        async with self.read() as work:
            event = await seen(work, actor, event_id)
            desks = [await lesson_desk(work, actor, each.id) for each in event.open_lessons]
        return Attendance(event, tuple(desks))


async def _mark(
    write: Opens[MaterialWork],
    clock: Clock,
    actor: Actor,
    lesson_id: LessonId,
    reason: WhyNotHeld | None,
    came: Mapping[SignUpId, bool] | None,
    kept_came: int | None,
) -> LessonDesk:
    operation = f"lesson-mark:{lesson_id}"
    async with write() as work:
        await led(work, actor, lesson_id)
        if await work.applied.result(operation) is None:
            await work.seminar_events.hold(await event_of(work, lesson_id))
            now = clock.now()
            event, lesson = await led(work, actor, lesson_id)
            check_open(event, lesson)
            check_marking(lesson, now)
            signups = expected(lesson, await work.event_signups.of_event(event.id))
            if reason is None:
                marks, kept = checked_marks(signups, came, kept_came)
            else:
                before = (await work.presence.marks([lesson_id])).get(lesson_id)
                marks, kept = {}, 0 if before is None else before.kept_came
            async with newly_there(work, event, now):
                await work.presence.mark(LessonMark(lesson_id, _host(actor), reason, lesson.minutes, now, kept), marks)
            people = [each.person for each in signups if each.sits is Sits.SELF and each.person is not None]
            await recheck(work, event, people, now)
            came_now = [each.person for each in signups if each.person is not None and marks.get(each.id)]
            await work.notices.lay(asked(event, came_now, now))
            await work.notices.cancel(host_subject(lesson_id), now, key_prefix=f"{HOW_WAS_IT}:")
            await note(work, actor, event.id, "lesson-mark", now, {"lesson": int(lesson_id), "held": reason is None})
            await work.applied.save(operation, "marked")
        return await lesson_desk(work, actor, lesson_id)


def _host(actor: Actor) -> PersonId:
    if actor.person is None:
        raise NotAllowed
    return actor.person
