"""What people of the sample ask without a meeting, and what lies ready to be watched."""

from dataclasses import dataclass

from bot.sample.hands import Hands
from bot.sample.lived.clock import LivedClock
from bot.sample.lived.days import SampleDays
from bot.sample.rows import rows
from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.consultations.videos.model import Exam, Shown
from shnor_domain.consultations.videos.use_cases.keeping import AddVideo
from shnor_domain.identity import SubjectId
from shnor_domain.questions.model import Topic, Words
from shnor_domain.questions.use_cases.answering import AnswerQuestion
from shnor_domain.questions.use_cases.asking import AskQuestion


@dataclass(frozen=True, slots=True)
class SampleAsks:
    """Questions (questions.csv), wishes for a subject without a weekly day (wishes.csv), videos (videos.csv)."""

    hands: Hands
    clock: LivedClock
    days: SampleDays

    async def lay(self) -> None:
        """Each at its instant."""
        await self._questions()
        await self._wishes()
        await self._videos()

    async def _questions(self) -> None:
        ask, answer = await self.hands.the(AskQuestion), await self.hands.the(AnswerQuestion)
        for row in rows("lived/questions.csv"):
            asker = await self.hands.actor(row["by"])
            with self.clock.at(self.days.at(row["asked"], asker.zone)):
                which = await ask(asker, Topic.of(row["subject"]), Words(row["text"]))
            if row["answered"]:
                with self.clock.at(self.days.at(row["answered"], asker.zone)):
                    await answer(await self.hands.actor(row["who"]), which, Words(row["answer"]))

    async def _wishes(self) -> None:
        for row in rows("lived/wishes.csv"):
            actor = await self.hands.actor(row["chat"])
            with self.clock.at(self.days.at(row["asked"], actor.zone)):
                ask = await self.hands.the(AskForConsultation)
                await ask(actor, SubjectId(row["subject"]), row["topic"] or None)

    async def _videos(self) -> None:
        add = await self.hands.the(AddVideo)
        for row in rows("lived/videos.csv"):
            actor = await self.hands.actor(row["chat"])
            shown = Shown(
                subject=SubjectId(row["subject"]),
                title=row["title"],
                link=row["link"],
                exam=Exam(row["exam"]),
                topic=row["topic"] or None,
                minutes=int(row["minutes"]),
                megabytes=int(row["megabytes"]),
                summary=row["summary"] or None,
            )
            with self.clock.at(self.days.begin):
                await add(actor, actor.places[0].territory, shown)
