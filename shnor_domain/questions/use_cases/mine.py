"""The asker's own questions, and the files beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.questions.meeting import meeting_ahead
from shnor_domain.questions.model import Attached, FileId, Question, QuestionId, QuestionState
from shnor_domain.questions.ports import QuestionFiles, QuestionWork
from shnor_domain.questions.rules import goes_on
from shnor_domain.questions.seeing import Card, answerable, card_of, own
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MyQuestions:
    """Everybody with consent: her own, the latest turn first."""

    read: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, *, live: bool = False) -> Sequence[Question]:
        """In any state; with `live` those that wait or may go on: until two weeks after the last word, or until the
        meeting that they are about is over."""
        person, now = person_of(actor), self.clock.now()
        async with self.read() as work:
            found = await work.questions.of_asker(person)
            if not live:
                return found
            left = [each for each in found if each.state is not QuestionState.CLOSED]
            about = {each.booking for each in left if each.booking is not None and not goes_on(each, now)}
            ahead = await work.meetings_asked.ahead(about, now)
        return [each for each in left if goes_on(each, now) or each.booking in ahead]


@dataclass(frozen=True, slots=True)
class MyQuestion:
    """The asker: one of hers with its thread. `NotFound` for another's, like one that never was."""

    read: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: QuestionId) -> Card:
        """Any state."""
        async with self.read() as work:
            found = await own(work, actor, which)
            ahead = await meeting_ahead(work, found, self.clock.now()) is not None
            return replace(await card_of(work, found), ahead=ahead)


@dataclass(frozen=True, slots=True)
class QuestionOfBooking:
    """The asker, or the host of the meeting: the question of a booking."""

    read: Opens[QuestionWork]

    async def __call__(self, actor: Actor, booking: int) -> QuestionId | None:
        """None where there is none, or it is another's."""
        person = person_of(actor)
        async with self.read() as work:
            found = (await work.questions.of_bookings([booking])).get(booking)
            meeting = await work.meetings_asked.of_booking(booking)
        if found is None or person not in (found.asker, found.holder, None if meeting is None else meeting.host):
            return None
        return found.id


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """The asker, and who may read the question as one who answers; `NotFound` to all others."""

    read: Opens[QuestionWork]
    question_files: QuestionFiles
    clock: Clock

    async def __call__(self, actor: Actor, which: FileId) -> tuple[Attached, bytes]:
        """With its body; `NotFound` once it was wiped."""
        person = person_of(actor)
        async with self.read() as work:
            found = await work.questions.file(which)
            if found is None:
                raise NotFound
            question = await work.questions.get(found[0])
            if question is None or question.asker != person:
                await answerable(work, actor, found[0], self.clock.now())
        body = await self.question_files.read(found[1].key)
        if body is None:
            raise NotFound
        return found[1], body
