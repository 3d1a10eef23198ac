"""What time does to questions: nobody's action."""

import logging
from dataclasses import dataclass, replace
from datetime import timedelta

from shnor_domain.clock import Clock
from shnor_domain.questions.meeting import follow_meeting
from shnor_domain.questions.model import QuestionId, QuestionState
from shnor_domain.questions.ports import QuestionFiles, QuestionWork
from shnor_domain.questions.rules import KEPT
from shnor_domain.questions.telling import invite, to_queue, watched
from shnor_domain.work import Opens

UNNAMED = timedelta(days=1)
_BITE = 500
"""Keys of one statement: databases bound their parameters."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CarryQuestions:
    """A job, every few minutes: what a tutor had to himself opens to the others, what has waited for two working days
    goes back to the queue and into the digests of coordinators; what was asked about a meeting goes along with who
    leads it, and has its two working days from the end of the meeting, or of the booking, on. Each in a unit of its
    own, so that one cannot hold up the rest."""

    read: Opens[QuestionWork]
    write: Opens[QuestionWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many moved."""
        async with self.read() as work:
            now = self.clock.now()
            found = {*await work.questions.overdue(now), *await work.meetings_asked.astray(now)}
        moved = 0
        for which in sorted(found):
            try:
                moved += await self._moved(which)
            except Exception:
                logger.exception("question %s could not be carried on", which)
        return moved

    async def _moved(self, which: QuestionId) -> bool:
        now = self.clock.now()
        async with self.write() as work:
            question = await work.questions.hold(which)
            if question is None or question.state is not QuestionState.OPEN:
                return False
            if question.booking is not None and await follow_meeting(work, question, now):
                return True
            late = question.due is not None and question.due <= now
            if late:
                await watched(work, await to_queue(work, question, now, late=True), now)
            elif question.opens is not None and question.opens <= now:
                opened = replace(question, opens=None)
                await work.questions.save(opened)
                if opened.holder is None:
                    await invite(work, opened, now, but=(question.first_to,))
            else:
                return False
        return True


@dataclass(frozen=True, slots=True)
class SweepQuestions:
    """A job, once a day and at the start: a year after the last word texts and files go, and so do bodies that no turn
    names. Nobody's action."""

    read: Opens[QuestionWork]
    write: Opens[QuestionWork]
    question_files: QuestionFiles
    clock: Clock
    real: Clock

    async def __call__(self) -> int:
        """How many bodies went; ages of unnamed ones are by the machine's clock, as the disk keeps them."""
        async with self.write() as work:
            gone = set(await work.questions.wipe_before(self.clock.now() - KEPT))
        old = await self.question_files.kept_before(self.real.now() - UNNAMED)
        for start in range(0, len(old), _BITE):
            bite = old[start : start + _BITE]
            async with self.read() as work:
                gone |= set(bite) - set(await work.questions.named(bite))
        for key in gone:
            await self.question_files.erase(key)
        return len(gone)
