"""The host of a meeting answers what its people have asked, before they meet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import SCHOOL_ROLES, Actor, PersonId
from shnor_domain.people.use_cases.rights import in_force_now, person_of
from shnor_domain.questions.answered import answered
from shnor_domain.questions.errors import QuestionClosed
from shnor_domain.questions.model import Question, QuestionId, QuestionState, Topic, Words
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import MeetingOfBooking, QuestionFiles, QuestionWork
from shnor_domain.questions.rules import PATIENCE, checked
from shnor_domain.questions.turning import require_files
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AnswerAhead:
    """The host of a live booking answers its question before they meet. `NotFound` to all others and where nothing was
    asked, else as `AnswerQuestion`."""

    write: Opens[QuestionWork]
    question_files: QuestionFiles
    clock: Clock

    async def __call__(self, actor: Actor, booking: int, words: Words) -> QuestionId:
        """The topic of the booking becomes the first turn where its visitor has written no more."""
        person, now = person_of(actor), self.clock.now()
        said = checked(words)
        await require_files(self.question_files, said)
        operation = f"question:ahead:{booking}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return QuestionId(int(done))
            meeting = await _hosted(work, person, booking)
            await work.questions.lock_asker(meeting.visitor)
            found = (await work.questions.of_bookings([booking])).get(booking)
            if found is None:
                found = await _of_topic(work, meeting, now)
            question = await work.questions.hold(found.id)
            # who led the meeting before her has it no more
            if question is None or question.state is QuestionState.CLOSED:
                raise QuestionClosed
            await answered(work, question, person, now, said)
            await work.applied.save(operation, str(question.id))
        return question.id


@dataclass(frozen=True, slots=True)
class AskedAhead:
    """The host of a meeting: its live bookings with something to answer, in the order in which they were made.
    `NotFound` to all others where there are any."""

    read: Opens[QuestionWork]

    async def __call__(self, actor: Actor, slot: int, starts: datetime) -> Sequence[tuple[MeetingOfBooking, bool]]:
        """Each with whether its visitor has written more than a topic."""
        person = person_of(actor)
        async with self.read() as work:
            bookings = await work.meetings_asked.of_meeting(slot, starts)
            if any(each.host != person for each in bookings):
                raise NotFound
            asked = await work.questions.of_bookings([each.booking for each in bookings])
        return [(each, each.booking in asked) for each in bookings if each.topic or each.booking in asked]


async def _hosted(work: QuestionWork, person: PersonId, booking: int) -> MeetingOfBooking:
    meeting = await work.meetings_asked.of_booking(booking)
    if meeting is None or meeting.host != person or meeting.visitor == person:
        raise NotFound
    return meeting


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
