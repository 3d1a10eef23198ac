"""The host of a meeting answers what its people have asked, before they meet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import SCHOOL_ROLES, Actor, PersonId
from shnor_domain.people.use_cases.rights import in_force_now, person_of
from shnor_domain.questions.answered import answered
from shnor_domain.questions.errors import QuestionClosed, QuestionTaken
from shnor_domain.questions.model import Question, QuestionId, QuestionState, Topic, Words
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import MeetingOfBooking, QuestionFiles, QuestionWork
from shnor_domain.questions.rules import PATIENCE, checked
from shnor_domain.questions.seeing import answerable
from shnor_domain.questions.turning import require_files
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AnswerAhead:
    """The host of a live booking answers its question before they meet, and what waits with her from a meeting that is
    over. `NotFound` to all others and where nothing was asked, else as `AnswerQuestion`."""

    write: Opens[QuestionWork]
    question_files: QuestionFiles
    clock: Clock

    async def __call__(self, actor: Actor, booking: int, words: Words) -> QuestionId:
        """The topic of the booking becomes a turn where its visitor has written no more, or has closed that."""
        person, now = person_of(actor), self.clock.now()
        said = checked(words)
        await require_files(self.question_files, said)
        operation = f"question:ahead:{booking}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return QuestionId(int(done))
            meeting = await _hosted(work, person, booking, now)
            if meeting is None:
                question = await _left_with(work, actor, booking, now)
            else:
                question = await _before(work, meeting, now)
            await answered(work, question, person, now, said)
            await work.applied.save(operation, str(question.id))
        return question.id


@dataclass(frozen=True, slots=True)
class AskedOne:
    """A booking with something to answer. `state` is that of its thread, None where only the topic is to be
    answered."""

    meeting: MeetingOfBooking
    state: QuestionState | None


@dataclass(frozen=True, slots=True)
class AskedAhead:
    """The host of a meeting: its live bookings with something to answer, in the order in which they were made.
    `NotFound` to all others where there are any."""

    read: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, slot: int, starts: datetime) -> Sequence[AskedOne]:
        """What its visitor has closed is left out, unless her topic is open; after the meeting topics are over."""
        person, now = person_of(actor), self.clock.now()
        async with self.read() as work:
            bookings = await work.meetings_asked.of_meeting(slot, starts)
            if any(each.host != person for each in bookings):
                raise NotFound
            asked = await work.questions.of_bookings([each.booking for each in bookings])
            found: list[AskedOne] = []
            for each in bookings:
                question = asked.get(each.booking)
                if question is not None and question.state is not QuestionState.CLOSED:
                    found.append(AskedOne(each, question.state))
                elif each.ends > now and await _topic_waits(work, each, question):
                    found.append(AskedOne(each, None))
        return found


async def _hosted(work: QuestionWork, person: PersonId, booking: int, now: datetime) -> MeetingOfBooking | None:
    """The meeting before it is over; None for all others."""
    meeting = await work.meetings_asked.of_booking(booking)
    if meeting is None or meeting.host != person or meeting.visitor == person or meeting.ends <= now:
        return None
    return meeting


async def _left_with(work: QuestionWork, actor: Actor, booking: int, now: datetime) -> Question:
    """What was asked about a meeting that is over, or will not be, and may be answered still; no new thread."""
    found = (await work.questions.of_bookings([booking])).get(booking)
    if found is None:
        raise NotFound
    question = await answerable(work, actor, found.id, now, hold=True)
    if question.state is QuestionState.CLOSED:
        raise QuestionClosed
    if question.holder not in (None, actor.person):
        raise QuestionTaken
    return question


async def _before(work: QuestionWork, meeting: MeetingOfBooking, now: datetime) -> Question:
    """Held; who led the meeting before her has it no more."""
    await work.questions.lock_asker(meeting.visitor)
    found = (await work.questions.of_bookings([meeting.booking])).get(meeting.booking)
    if found is None:
        found = await _of_topic(work, meeting, now)
    question = await work.questions.hold(found.id)
    if question is None:
        raise QuestionClosed
    if question.state is not QuestionState.CLOSED:
        return question
    if not meeting.topic or not await _topic_waits(work, meeting, question):
        raise QuestionClosed
    await work.questions.add_turn(question.id, meeting.visitor, False, now, Words(meeting.topic))
    return replace(question, state=QuestionState.OPEN, closed=None, turned=now)


async def _topic_waits(work: QuestionWork, meeting: MeetingOfBooking, question: Question | None) -> bool:
    """True for a topic that nobody has answered in writing: it is no turn of the thread yet."""
    if not meeting.topic:
        return False
    turns = () if question is None else await work.questions.turns(question.id)
    return all(turn.answer or turn.words.text != meeting.topic for turn in turns)


async def _of_topic(work: QuestionWork, meeting: MeetingOfBooking, now: datetime) -> Question:
    if not meeting.topic:
        raise NotFound
    places = await in_force_now(work, meeting.visitor, now)
    where = next((place.territory for place in places if place.role in SCHOOL_ROLES and place.verified), None)
    if where is None:
        raise NotAllowed
    topic = Topic.of(meeting.subject)
    due = await Answering(work, now).end_of(where, PATIENCE)
    new = Question(
        QuestionId(0), meeting.visitor, where, topic, QuestionState.OPEN, now, now, due,
        booking=meeting.booking, holder=meeting.host,
    )  # fmt: skip
    made = replace(new, id=await work.questions.add(new))
    await work.questions.add_turn(made.id, meeting.visitor, False, now, Words(meeting.topic))
    return made
