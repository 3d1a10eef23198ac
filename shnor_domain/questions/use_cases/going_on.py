"""The asker of a question says more, or that it is enough."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.questions.model import QuestionId, QuestionState, Words
from shnor_domain.questions.ports import QuestionFiles, QuestionWork
from shnor_domain.questions.rules import checked
from shnor_domain.questions.seeing import own
from shnor_domain.questions.telling import close
from shnor_domain.questions.turning import go_on, require_files
from shnor_domain.work import Opens

_CLOSED = "done"


@dataclass(frozen=True, slots=True)
class AskOn:
    """The asker of a question: she says more, or opens it again. Refused: `NotFound`, `QuestionOver` two weeks after
    the last word, as `AskQuestion` for words."""

    write: Opens[QuestionWork]
    question_files: QuestionFiles
    clock: Clock

    async def __call__(self, actor: Actor, which: QuestionId, words: Words) -> None:
        """Who has it hears of it; where he may answer no more it goes to the queue."""
        person, now = person_of(actor), self.clock.now()
        said = checked(words)
        await require_files(self.question_files, said)
        operation = f"question:on:{which}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            question = await own(work, actor, which, hold=True)
            await go_on(work, question, person, now, said)
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class CloseQuestion:
    """The asker: it is needed no more, or with `thanks` «Спасибо, понятно», which closes what is answered and leaves
    alone what waits again. `NotFound` for another's."""

    write: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: QuestionId, *, thanks: bool = False) -> bool:
        """True when it is closed now. Closed stays closed, whatever is tapped again; a further question opens it for
        two weeks."""
        now = self.clock.now()
        operation = f"question:close:{which}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return done == _CLOSED
            question = await own(work, actor, which, hold=True)
            waits = thanks and question.state is QuestionState.OPEN
            if not waits and question.state is not QuestionState.CLOSED:
                await close(work, question, now)
            await work.applied.save(operation, "waits" if waits else _CLOSED)
        return not waits
