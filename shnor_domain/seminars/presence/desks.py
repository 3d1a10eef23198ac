"""A lesson as who leads it, or runs the seminar, marks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.seminars.access import runs
from shnor_domain.seminars.events.changing import leads, lesson_of
from shnor_domain.seminars.events.model import Event, EventState, Lesson, LessonId, LessonState
from shnor_domain.seminars.presence.model import CORRECTED, LessonMark, Presence, SaidBy
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.seminars.presence.rules import asks_for, expected, kept_heads
from shnor_domain.seminars.requests.ports import KnownSchool
from shnor_domain.seminars.signing.model import SignUp, SignUpId, Sits


@dataclass(frozen=True, slots=True)
class Participant:
    """One seat of a lesson: who sits in it (None once she has left the bot), of which school, and what is said of
    her."""

    signup: SignUp
    name: str | None
    school: KnownSchool | None
    presence: Presence


@dataclass(frozen=True, slots=True)
class LessonDesk:
    """`people` by school and name; `kept` seats of schools without names. It is corrected until `until`, UTC.
    `leads`: the reader is its host, or runs the seminar where it has none, and is shown the code."""

    event: Event
    lesson: Lesson
    people: tuple[Participant, ...]
    kept: int
    mark: LessonMark | None
    by: SaidBy
    leads: bool

    @property
    def until(self) -> datetime:
        """Two weeks after its end."""
        return self.lesson.ends + CORRECTED

    @property
    def takes_place(self) -> bool:
        """False where it, or its event, was called off."""
        return self.event.state is EventState.OPEN and self.lesson.state is LessonState.OPEN

    @property
    def came(self) -> Mapping[SignUpId, bool]:
        """Of each person."""
        return {each.signup.id: each.presence.came for each in self.people}

    @property
    def count(self) -> int:
        """How many came, of seats without names too; nobody where it was not held."""
        if self.mark is not None and not self.mark.held:
            return 0
        return sum(self.came.values()) + (0 if self.mark is None else self.mark.kept_came)


def answers_for(actor: Actor, event: Event) -> bool:
    """True for who leads the event; where nobody does, for who runs the seminar."""
    return leads(actor, event) or (event.terms.host is None and runs(actor, event.region))


async def led(work: PresenceWork, actor: Actor, lesson_id: LessonId) -> tuple[Event, Lesson]:
    """A lesson of a published event for who leads it or runs the seminar; `NotFound` for all others."""
    event = await work.seminar_events.of_lesson(lesson_id)
    if event is None or event.state is EventState.DRAFT or not (runs(actor, event.region) or leads(actor, event)):
        raise NotFound
    return event, lesson_of(event, lesson_id)


async def lesson_desk(work: PresenceWork, actor: Actor, lesson_id: LessonId) -> LessonDesk:
    """As it stands now; raises `NotFound` as `led`."""
    event, lesson = await led(work, actor, lesson_id)
    signups = expected(lesson, await work.event_signups.of_event(event.id))
    said = await work.presence.of_lesson(lesson_id)
    seats = [each for each in signups if each.sits is Sits.SELF]
    names = await names_of(work, seats)
    schools = await work.seminar_directory.schools({each.school for each in seats if each.school is not None})
    people = [
        Participant(
            each,
            None if each.person is None else names.get(each.person),
            None if each.school is None else schools.get(each.school),
            said.get(each.id, Presence(lesson_id, each.id)),
        )
        for each in seats
    ]
    return LessonDesk(
        event=event,
        lesson=lesson,
        people=tuple(sorted(people, key=_by_school)),
        kept=kept_heads(signups),
        mark=(await work.presence.marks([lesson_id])).get(lesson_id),
        by=asks_for(event),
        leads=answers_for(actor, event),
    )


async def names_of(work: PresenceWork, signups: list[SignUp]) -> Mapping[PersonId, str]:
    """How those who sit there are called."""
    found = await work.people.many({each.person for each in signups if each.person is not None})
    return {each.id: each.name for each in found.values()}


def _by_school(each: Participant) -> tuple[tuple[bool, int, str, int], str, int]:
    place = (True, 0, "", 0) if each.school is None else each.school.order
    return place, (each.name or "").casefold(), int(each.signup.id)
