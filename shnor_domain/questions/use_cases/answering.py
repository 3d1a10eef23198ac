"""Who may answer sees the queue, takes a question, answers it or gives it back (R154)."""

from collections.abc import Mapping
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.model.person import Person
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.questions.answered import answered
from shnor_domain.questions.audience import ANSWERING, reach_of
from shnor_domain.questions.errors import QuestionClosed, QuestionTaken
from shnor_domain.questions.model import Question, QuestionId, QuestionState, Words
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import QuestionFiles, QuestionWork
from shnor_domain.questions.rules import PATIENCE, checked
from shnor_domain.questions.seeing import Card, answerable, card_of, named
from shnor_domain.questions.telling import to_queue, withdraw_invitations
from shnor_domain.questions.turning import require_files
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Queue:
    """`mine` wait for the actor's answer, `free` for anybody's, `taken` for others'; the longest waiting first.
    `people` have the taken ones, `answered` are the actor's earlier answers, the latest first."""

    mine: tuple[Question, ...] = ()
    free: tuple[Question, ...] = ()
    taken: tuple[Question, ...] = ()
    answered: tuple[Question, ...] = ()
    people: Mapping[PersonId, Person] | None = None


@dataclass(frozen=True, slots=True)
class QuestionQueue:
    """Who holds a role that answers: questions offered to her now, by subject and territory (rule 1). Empty for all
    others."""

    read: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Queue:
        """Rows without a word of what was asked, narrowed by storage to what she may see; a few statements."""
        if actor.person is None or not actor.has(*ANSWERING):
            return Queue()
        person, now = actor.person, self.clock.now()
        async with self.read() as work:
            answering = Answering(work, now)
            held = await work.questions.held_by(person)
            free: list[Question] = []
            taken: list[Question] = []
            waiting = await work.questions.offered(person, reach_of(actor.places), now)
            await answering.foresee({each.asker for each in waiting if each.asker is not None})
            for question in waiting:
                if person in (await answering.of(question, person)).people:
                    (free if question.holder is None else taken).append(question)
            people = await named(work, [question.holder for question in taken])
        mine = [each for each in held if each.state is QuestionState.OPEN]
        answered = [each for each in held if each.state is not QuestionState.OPEN]
        return Queue(tuple(reversed(mine)), tuple(free), tuple(taken), tuple(answered), people)


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """How many questions wait for her answer, hers and those that anybody may take; `known`: there is something in her
    `Queue` at all."""

    waiting: int = 0
    known: bool = False


@dataclass(frozen=True, slots=True)
class CountQuestions:
    """As `QuestionQueue`, in numbers for the menu, which everybody opens: no row of a question is read."""

    read: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> ToAnswer:
        """Counted by the database, narrowed by territory and subject; as many statements however many ask."""
        if actor.person is None or not actor.has(*ANSWERING):
            return ToAnswer()
        person, now, reach = actor.person, self.clock.now(), reach_of(actor.places)
        async with self.read() as work:
            mine, held = await work.questions.count_held(person)
            free, taken = await work.questions.count_near(person, reach, now)
            heaps = await work.questions.heaps(person, reach, now)
            answering = Answering(work, now)
            if askers := {heap.asker for heap in heaps if heap.asker is not None}:
                await answering.foresee(askers)
            for heap in heaps:
                if person in (await answering.audience(heap.topic, heap.where, heap.asker, person)).people:
                    free, taken = free + heap.free, taken + heap.taken
        return ToAnswer(mine + free, bool(held or free or taken))


@dataclass(frozen=True, slots=True)
class ShowQuestion:
    """Who may answer it, has it, or has answered in it; `NotFound` to all others, its asker too."""

    read: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: QuestionId) -> Card:
        """With its thread."""
        async with self.read() as work:
            return await card_of(work, await answerable(work, actor, which, self.clock.now()))


@dataclass(frozen=True, slots=True)
class TakeQuestion:
    """As `ShowQuestion`: «Беру». `QuestionTaken` when somebody was first, `QuestionClosed` when it is needed no
    more."""

    write: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: QuestionId) -> None:
        """Hers for two working days; the others' invitations say so at once."""
        person, now = person_of(actor), self.clock.now()
        operation = f"question:take:{which}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            question = await answerable(work, actor, which, now)
            due = await Answering(work, now).end_of(question.where, PATIENCE)
            if not await work.questions.take(which, person, None if question.booking is not None else due):
                _refuse(await work.questions.get(which), person)
            else:
                await withdraw_invitations(work, question, now)
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class ReturnQuestion:
    """Who has it: back to the queue. `NotFound` to all others, and for what was asked about her own meeting."""

    write: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: QuestionId) -> None:
        """The others are invited anew, she is not."""
        person, now = person_of(actor), self.clock.now()
        operation = f"question:return:{which}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            question = await work.questions.hold(which)
            if question is None or question.holder != person or question.state is not QuestionState.OPEN:
                raise NotFound
            if question.booking is not None:
                raise NotFound
            await to_queue(work, question, now, by=person)
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """As `ShowQuestion`; an answer takes what nobody has. Refused: `QuestionTaken`, `QuestionClosed`, and what
    `AskQuestion` refuses of words."""

    write: Opens[QuestionWork]
    question_files: QuestionFiles
    clock: Clock

    async def __call__(self, actor: Actor, which: QuestionId, words: Words) -> None:
        """The asker is told."""
        person, now = person_of(actor), self.clock.now()
        said = checked(words)
        await require_files(self.question_files, said)
        operation = f"question:answer:{which}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            question = await answerable(work, actor, which, now, hold=True)
            if question.state is QuestionState.CLOSED or question.holder not in (None, person):
                _refuse(question, person)
            await answered(work, question, person, now, said)
            await work.applied.save(operation, "done")


def _refuse(question: Question | None, person: PersonId) -> None:
    if question is None or question.state is QuestionState.CLOSED:
        raise QuestionClosed
    if question.holder != person:
        raise QuestionTaken
