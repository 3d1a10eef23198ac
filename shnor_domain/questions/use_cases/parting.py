"""After a meeting its asker says what has become of her question."""

from dataclasses import dataclass
from enum import Enum

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.questions import notices
from shnor_domain.questions.model import QuestionId
from shnor_domain.questions.ports import QuestionWork
from shnor_domain.questions.seeing import own
from shnor_domain.questions.telling import close, to_queue
from shnor_domain.work import Opens


class AfterMeeting(Enum):
    """`ANSWERED`: at the meeting, it is closed. `WAITS`: who led it is to write. `OTHERS`: whoever may answer."""

    ANSWERED = "answered"
    WAITS = "waits"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class SayAfterMeeting:
    """The asker of a question about a meeting that is over, or will not be. `NotFound` for another's."""

    write: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: QuestionId, said: AfterMeeting) -> bool:
        """False where nothing is to be said any more: it was answered, closed, given to others, or they meet again."""
        now, operation = self.clock.now(), f"question:parted:{which}:{said.value}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return done == "done"
            question = await own(work, actor, which, hold=True)
            if not question.parted or question.holder is None:
                await work.applied.save(operation, "left")
                return False
            if said is AfterMeeting.ANSWERED:
                await close(work, question, now)
            elif said is AfterMeeting.OTHERS:
                await to_queue(work, question, now)
            else:
                await work.notices.cancel(notices.parted_of(which), now)
                await work.notices.plan(notices.wanted(question, question.holder, now))
            await work.applied.save(operation, "done")
        return True
