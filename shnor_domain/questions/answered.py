"""An answer given, inside the unit of work of who gives it."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.questions import notices
from shnor_domain.questions.model import Question, QuestionState, Words
from shnor_domain.questions.ports import QuestionWork
from shnor_domain.questions.telling import withdraw_invitations


async def answered(work: QuestionWork, question: Question, person: PersonId, now: datetime, words: Words) -> None:
    """The last word is hers, and so is the question; its asker is told."""
    first = question.first_answer is None
    turn = await work.questions.add_turn(question.id, person, True, now, words)
    await work.questions.save(
        replace(
            question,
            state=QuestionState.ANSWERED,
            turned=now,
            holder=person,
            due=None,
            opens=None,
            first_answer=now if first else question.first_answer,
            first_by=person if first else question.first_by,
        )
    )
    await withdraw_invitations(work, question, now)
    if question.asker is not None:
        await work.notices.plan(notices.told(notices.ANSWERED, question.id, question.asker, now, turn))
