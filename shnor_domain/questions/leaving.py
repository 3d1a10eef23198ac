"""What questions do when a person leaves or a place of hers ends, inside the unit of work of people (rule 10)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.questions import notices
from shnor_domain.questions.audience import ANSWERING
from shnor_domain.questions.model import Question, QuestionState
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import QuestionFiles, QuestionWork
from shnor_domain.questions.telling import to_queue, withdraw_invitations


@dataclass(frozen=True, slots=True)
class PersonLeaves:
    """Port `people.ports.Leaves`. What she has goes to the queue; what she has asked closes; her words and files go
    everywhere, from the chats of others too, and with her own threads the answers; counts stay."""

    question_files: QuestionFiles

    async def __call__(self, work: QuestionWork, person: PersonId, now: datetime) -> None:
        """Bodies go at once: nobody is to ask for them again, whatever becomes of the unit."""
        for question in await work.questions.of_asker(person):
            await withdraw_invitations(work, question, now)
            for kind in notices.WITH_WORDS:
                await work.notices.cancel(
                    notices.thread_of(question.id), now, key_prefix=notices.keys_of(kind, question.id)
                )
        await _unsay(work, person, now)
        for question in await _open_of(work, person):
            await to_queue(work, question, now, by=person)
        for key in await work.questions.wipe_person(person, now):
            await self.question_files.erase(key)


async def _unsay(work: QuestionWork, person: PersonId, now: datetime) -> None:
    for question, turns in (await work.questions.answered_by(person)).items():
        for row in await work.notices.of_subject(notices.thread_of(question)):
            if notices.turn_in(row) in turns:
                await work.notices.cancel(notices.thread_of(question), now, key_prefix=row.notice.key)


async def on_place_ends(work: QuestionWork, kept: KeptPlace, now: datetime) -> None:
    """What no place of hers lets her answer any longer goes back to the queue."""
    if kept.place.role not in ANSWERING:
        return
    answering = Answering(work, now)
    for question in await _open_of(work, kept.person):
        if not await answering.stands(question, kept.person):
            await to_queue(work, question, now, by=kept.person)


async def contribute(work: QuestionWork, person: PersonId) -> dict[str, object]:
    """What she has asked and answered as JSON values for /privacy: instants in ISO 8601, her own words, files by
    name."""
    return {
        "questions": [
            {
                "created": turn.at.isoformat(),
                "answer": turn.answer,
                "text": turn.words.text,
                "files": [file.name for file in turn.words.files],
            }
            for turn in await work.questions.said_by(person)
        ]
    }


async def _open_of(work: QuestionWork, person: PersonId) -> list[Question]:
    return [each for each in await work.questions.held_by(person) if each.state is QuestionState.OPEN]
