"""A participant says herself that she is at a lesson, by a button or by the code that is heard there (JP1, JP2)."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from shnor_domain.clock import Clock
from shnor_domain.errors import DomainError, NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.seminars.certificates.voiding import recheck
from shnor_domain.seminars.events.changing import event_of, lesson_of
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson, LessonId, LessonState
from shnor_domain.seminars.materials.catching_up import newly_there
from shnor_domain.seminars.materials.ports import MaterialWork
from shnor_domain.seminars.presence.desks import answers_for
from shnor_domain.seminars.presence.errors import CodeLocked, CodeNeeded, NoCodeYet, NotSignedUp, WrongCode
from shnor_domain.seminars.presence.model import (
    CODE_FIGURES,
    EARLY,
    LATE,
    TRIES,
    LessonMark,
    Presence,
    SaidBy,
    WhyNotHeld,
)
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.seminars.presence.rules import asks_for, check_open, check_window, typed_code
from shnor_domain.seminars.rating.notices import asked
from shnor_domain.seminars.signing.model import SignUp
from shnor_domain.work import Opens

_WRONG, _LOCKED = "wrong", "locked"


class Stands(Enum):
    """A lesson for who has, or had, a seat in it: called off, her seat has ended, or by the time that it is."""

    OFF = "off"
    ENDED = "ended"
    AHEAD = "ahead"
    NOW = "now"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """A lesson of hers. `presence` None while nothing was said of her; `by` is what it asks for; `live`: she has the
    seat still; `mark` is the host's word about the lesson as a whole."""

    event: Event
    lesson: Lesson
    by: SaidBy
    presence: Presence | None
    live: bool
    mark: LessonMark | None = None

    @property
    def opens(self) -> datetime:
        """From when on one checks in, UTC."""
        return self.lesson.starts - EARLY

    @property
    def closes(self) -> datetime:
        """Until when."""
        return self.lesson.ends + LATE

    @property
    def said_at(self) -> datetime | None:
        """When she checked in."""
        return None if self.presence is None else self.presence.said_at

    @property
    def host_says(self) -> bool | None:
        """What the host says of her, None while she has said nothing."""
        return None if self.presence is None else self.presence.host_says

    @property
    def why_not_held(self) -> WhyNotHeld | None:
        """Why there was no lesson, None where there was, or nobody has said."""
        return None if self.mark is None else self.mark.reason

    @property
    def spoken(self) -> bool:
        """The host has said how it was with her: her own word changes nothing."""
        return self.host_says is not None or self.why_not_held is not None

    def stands(self, now: datetime) -> Stands:
        """Where she is with this lesson."""
        if self.event.state is not EventState.OPEN or self.lesson.state is not LessonState.OPEN:
            return Stands.OFF
        if not self.live:
            return Stands.ENDED
        if now < self.opens:
            return Stands.AHEAD
        return Stands.NOW if now <= self.closes else Stands.OVER

    def may(self, now: datetime) -> bool:
        """She checks in now, and has not yet."""
        return self.stands(now) is Stands.NOW and self.said_at is None


@dataclass(frozen=True, slots=True)
class ShownCode:
    """Four figures of a lesson, good until `until`, UTC; whoever has a seat in it types them."""

    event: Event
    lesson: Lesson
    code: str
    until: datetime


@dataclass(frozen=True, slots=True)
class MyLesson:
    """Who has, or had, a seat of the event; for all others it is `NotFound`."""

    read: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, lesson_id: LessonId) -> CheckedIn:
        """As it stands, whether one checks in now or not."""
        async with self.read() as work:
            event, lesson, signup = await _hers(work, actor, lesson_id)
            presence = None if signup is None else (await work.presence.of_signup(signup.id)).get(lesson_id)
            mark = (await work.presence.marks([lesson_id])).get(lesson_id)
            return CheckedIn(event, lesson, asks_for(event), presence, signup is not None, mark)


@dataclass(frozen=True, slots=True)
class LessonsNow:
    """Whoever has a live seat of the event; for all others there are none."""

    read: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> Sequence[Lesson]:
        """Lessons of it to which she may check in now and has not yet, by time."""
        if actor.person is None:
            return ()
        now = self.clock.now()
        async with self.read() as work:
            signup = await work.event_signups.live(event_id, actor.person)
            event = None if signup is None else await work.seminar_events.get(event_id)
            if signup is None or event is None:
                return ()
            said = await work.presence.of_signup(signup.id)
        lessons = (CheckedIn(event, each, asks_for(event), said.get(each.id), True) for each in event.open_lessons)
        return [each.lesson for each in lessons if each.may(now)]


@dataclass(frozen=True, slots=True)
class CheckIn:
    """As `MyLesson`.

    Refused: `NotInWindow`, `NotSignedUp` once she has the seat no more, `LessonOff`; where the code is asked for
    `CodeNeeded`, `NoCodeYet`, `WrongCode(left=…)`, and `CodeLocked` after five of them. A wrong code stays counted.
    """

    write: Opens[MaterialWork]
    clock: Clock

    async def __call__(self, actor: Actor, lesson_id: LessonId, code: str | None = None) -> CheckedIn:
        """A second time it gives the first instant."""
        operation = f"check-in:{lesson_id}"
        async with self.write() as work:
            event, lesson, signup = await _hers(work, actor, lesson_id)
            done = await work.applied.result(operation)
            if done is None:
                await work.lesson_times.lock([_person(actor)])
                # who moves the lesson, calls it off or ends her seat locks her too: it is read as it is now
                event, lesson, signup = await _hers(work, actor, lesson_id)
                done = await self._tried(work, actor, event, lesson, signup, code, self.clock.now())
                await work.applied.save(operation, done)
            if not done.startswith((_WRONG, _LOCKED)):
                if signup is None:
                    raise NotSignedUp
                presence = (await work.presence.of_signup(signup.id)).get(lesson_id)
                mark = (await work.presence.marks([lesson_id])).get(lesson_id)
                return CheckedIn(event, lesson, asks_for(event), presence, live=True, mark=mark)
        # raised outside: inside it would take the count of tries back
        raise _refusal(done)

    async def _tried(
        self,
        work: MaterialWork,
        actor: Actor,
        event: Event,
        lesson: Lesson,
        signup: SignUp | None,
        code: str | None,
        now: datetime,
    ) -> str:
        person = _person(actor)
        check_open(event, lesson)
        if signup is None:
            raise NotSignedUp
        if (await work.presence.of_signup(signup.id)).get(lesson.id, _nothing(lesson, signup)).said_at is not None:
            return "before"
        check_window(lesson, now)
        by = asks_for(event)
        if by is SaidBy.CODE and (wrong := await _wrong(work, lesson.id, person, code)) is not None:
            return wrong
        async with newly_there(work, event, now):
            await work.presence.say(lesson.id, signup.id, by, now)
        await recheck(work, event, [person], now)
        await work.notices.lay(asked(event, [person], now))
        return "here"


@dataclass(frozen=True, slots=True)
class ShowCode:
    """Who leads the event, or runs the seminar where nobody does, of a lesson at one place, within its window; for
    others, and at a distance, it is `NotFound`. Refused: `NotInWindow`, `LessonOff`."""

    write: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, lesson_id: LessonId) -> ShownCode:
        """The first look makes it; every other one finds the same."""
        operation, now = f"lesson-code:{lesson_id}", self.clock.now()
        async with self.write() as work:
            event = await work.seminar_events.get(await event_of(work, lesson_id))
            if event is None or not answers_for(actor, event) or asks_for(event) is not SaidBy.CODE:
                raise NotFound
            lesson = lesson_of(event, lesson_id)
            check_open(event, lesson)
            check_window(lesson, now)
            code = await work.applied.result(operation)
            if code is None:
                code = await work.presence.make_code(lesson_id, _new_code())
                await work.applied.save(operation, code)
            return ShownCode(event, lesson, code, lesson.ends + LATE)


@dataclass(frozen=True, slots=True)
class ForgetCodes:
    """A job, once a day: nobody's action."""

    write: Opens[PresenceWork]
    clock: Clock

    async def __call__(self) -> int:
        """Codes of lessons that ended two weeks ago, and who tried which, go; gives how many rows."""
        async with self.write() as work:
            return await work.presence.forget_codes(self.clock.now() - timedelta(days=14))


async def _hers(work: PresenceWork, actor: Actor, lesson_id: LessonId) -> tuple[Event, Lesson, SignUp | None]:
    """The lesson with her live seat, None where it has ended."""
    event = await work.seminar_events.of_lesson(lesson_id)
    if event is None or actor.person is None or event.state is EventState.DRAFT:
        raise NotFound
    signup = await work.event_signups.live(event.id, actor.person)
    if signup is None and not any(each.event == event.id for each in await work.event_signups.of_person(actor.person)):
        raise NotFound
    return event, lesson_of(event, lesson_id), signup


def _person(actor: Actor) -> PersonId:
    if actor.person is None:
        raise NotFound
    return actor.person


def _nothing(lesson: Lesson, signup: SignUp) -> Presence:
    return Presence(lesson.id, signup.id)


async def _wrong(work: PresenceWork, lesson: LessonId, person: PersonId, typed: str | None) -> str | None:
    """What is wrong with a code, None where it is the one."""
    wrong = await work.presence.wrong(lesson, person)
    if wrong >= TRIES:
        return _LOCKED
    if typed is None:
        raise CodeNeeded
    code, said = await work.presence.code(lesson), typed_code(typed)
    if code is None:
        raise NoCodeYet
    if said is not None:
        if secrets.compare_digest(said, code):
            return None
        wrong = await work.presence.count_wrong(lesson, person)
    return f"{_WRONG}:{TRIES - wrong}"


def _refusal(done: str) -> DomainError:
    left = int(done.partition(":")[2] or 0)
    return WrongCode(left=left) if left else CodeLocked()


def _new_code() -> str:
    return "".join(secrets.choice("0123456789") for _ in range(CODE_FIGURES))
