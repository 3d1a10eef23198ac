"""A teacher or a school's lead asks, asks on, and says that it is enough (R152, R154)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.contents import clean_name, type_of
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import SCHOOL_ROLES, Actor, PersonId, Place, SubjectId
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.questions import notices
from shnor_domain.questions.audience import ANSWERING, Audience
from shnor_domain.questions.errors import TooManyQuestions
from shnor_domain.questions.model import Attached, Question, QuestionId, QuestionState, Topic, Words
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import MeetingOfBooking, QuestionFiles, QuestionWork
from shnor_domain.questions.rules import MOST_OPEN, PATIENCE, TUTOR_FIRST, checked
from shnor_domain.questions.seeing import own
from shnor_domain.questions.telling import invite
from shnor_domain.questions.turning import go_on, require_files
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class OfferedTopics:
    """Subjects that the asker teaches, and the others of the catalogue, in its order."""

    own: tuple[SubjectId, ...]
    others: tuple[SubjectId, ...]


@dataclass(frozen=True, slots=True)
class TopicsToAsk:
    """Teachers and leads; `NotAllowed` to all others."""

    read: Opens[QuestionWork]

    async def __call__(self, actor: Actor) -> OfferedTopics:
        """Matters of the project are open to all who ask."""
        _school_places(actor)
        taught = {subject for place in actor.places for subject in place.subjects}
        async with self.read() as work:
            known = [each.code for each in await work.subjects.all() if each.active]
        return OfferedTopics(
            tuple(code for code in known if code in taught), tuple(code for code in known if code not in taught)
        )


@dataclass(frozen=True, slots=True)
class WhoSees:
    """As `TopicsToAsk`: before she sends, who will see it."""

    read: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, topic: Topic) -> Audience:
        """As things stand now; nobody where nobody could answer."""
        place = _school_place(actor, topic)
        async with self.read() as work:
            return await Answering(work, self.clock.now()).audience(topic, place.territory, actor.person)


@dataclass(frozen=True, slots=True)
class KeepQuestionFile:
    """Who asks or answers at all: a file is kept before its words are sent; unsent it goes in a day. `BadEvidence` for
    what is not taken (R114)."""

    question_files: QuestionFiles

    async def __call__(self, actor: Actor, body: bytes, name: str) -> Attached:
        """By its bytes, never by its name."""
        person_of(actor)
        if not actor.has(*SCHOOL_ROLES, *ANSWERING):
            raise NotAllowed
        kind = type_of(body)
        key = await self.question_files.keep(body, kind.value)
        return Attached(key, clean_name(name, kind) or f"file.{kind.value}")


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Teachers and leads, in the name of their school. With `booking` about their own live booking: to its host alone,
    and a second one goes on in the same thread.

    Refused: `NotAllowed`, `NotFound` (no such subject, another's booking), `Invalid("text", …)`, `TooManyFiles`,
    `TooManyQuestions`, `BadEvidence` for a file that was kept too long ago.
    """

    write: Opens[QuestionWork]
    question_files: QuestionFiles
    clock: Clock

    async def __call__(self, actor: Actor, topic: Topic, words: Words, booking: int | None = None) -> QuestionId:
        """The question; fed again, the one that was made."""
        person, now = person_of(actor), self.clock.now()
        _school_places(actor)
        said = checked(words)
        await require_files(self.question_files, said)
        operation = f"question:ask:{topic.code}:{booking or 0}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return QuestionId(int(done))
            await work.questions.lock_asker(person)
            which = await self._asked(work, actor, topic, booking, now, said)
            await work.applied.save(operation, str(which))
        return which

    async def _asked(
        self, work: QuestionWork, actor: Actor, topic: Topic, booking: int | None, now: datetime, said: Words
    ) -> QuestionId:
        meeting, person = None, person_of(actor)
        if booking is not None:
            meeting = await _own_booking(work, actor, booking)
            topic = Topic.of(meeting.subject)
            before = (await work.questions.of_bookings([booking])).get(booking)
            if before is not None:
                held = await own(work, actor, before.id, hold=True)
                await go_on(work, held, person, now, said)
                return held.id
        if topic.subject is not None and topic.subject not in {each.code for each in await work.subjects.all()}:
            raise NotFound
        if await work.questions.count_open(person) >= MOST_OPEN:
            raise TooManyQuestions(most=MOST_OPEN)
        new = await _new(work, person, _school_place(actor, topic), topic, meeting, now)
        made = replace(new, id=await work.questions.add(new))
        turn = await work.questions.add_turn(made.id, person, False, now, said)
        if meeting is not None:
            await work.notices.plan(notices.told(notices.HANDED, made.id, meeting.host, now, turn))
        else:
            await invite(work, made, now)
        return made.id


async def _new(
    work: QuestionWork, person: PersonId, place: Place, topic: Topic, meeting: MeetingOfBooking | None, now: datetime
) -> Question:
    answering = Answering(work, now)
    due = await answering.end_of(place.territory, PATIENCE)
    new = Question(QuestionId(0), person, place.territory, topic, QuestionState.OPEN, now, now, due)
    if meeting is not None:
        return replace(new, booking=meeting.booking, holder=meeting.host)
    tutor = (await answering.audience(topic, place.territory, person)).tutor
    opens = None if tutor is None else await answering.end_of(place.territory, TUTOR_FIRST)
    return replace(new, due=due, first_to=tutor, opens=opens)


async def _own_booking(work: QuestionWork, actor: Actor, booking: int) -> MeetingOfBooking:
    meeting = await work.meetings_asked.of_booking(booking)
    if meeting is None or meeting.visitor != actor.person or meeting.host == actor.person:
        raise NotFound
    return meeting


def _school_places(actor: Actor) -> Collection[Place]:
    person_of(actor)
    places = [place for place in actor.places if place.verified and place.role in SCHOOL_ROLES]
    if not places:
        raise NotAllowed
    return places


def _school_place(actor: Actor, topic: Topic) -> Place:
    """Of several schools the one where she teaches the subject."""
    places = _school_places(actor)
    return max(places, key=lambda place: (topic.subject in place.subjects, -place.id))
