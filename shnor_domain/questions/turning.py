"""A further turn of the asker, inside her unit of work; and the files beside any turn."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.contents import BadEvidence
from shnor_domain.identity import PersonId
from shnor_domain.questions import notices
from shnor_domain.questions.errors import QuestionOver
from shnor_domain.questions.meeting import meeting_ahead
from shnor_domain.questions.model import Question, QuestionState, TurnId, Words
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import QuestionFiles, QuestionWork
from shnor_domain.questions.rules import PATIENCE, goes_on
from shnor_domain.questions.telling import invite, to_queue


async def require_files(files: QuestionFiles, words: Words) -> None:
    """What was kept a day ago and not sent has been swept away: it is sent anew."""
    for file in words.files:
        if await files.read(file.key) is None:
            raise BadEvidence("damaged")


async def go_on(work: QuestionWork, question: Question, person: PersonId, now: datetime, words: Words) -> None:
    """Its asker has said more: it waits again, with who had it while he may answer; about a meeting with who leads it
    now. `QuestionOver` two weeks after the last word, unless they meet still."""
    turn = await work.questions.add_turn(question.id, person, False, now, words)
    meeting = await meeting_ahead(work, question, now)
    if meeting is not None:
        await _before_meeting(work, question, meeting.host, now, turn)
        return
    if not goes_on(question, now):
        raise QuestionOver
    answering = Answering(work, now)
    due = await answering.end_of(question.where, PATIENCE)
    again = replace(question, state=QuestionState.OPEN, closed=None, turned=now, due=due)
    if question.booking is not None and question.first_answer is None:
        again = replace(again, first_due=due)
    if question.state is not QuestionState.OPEN:
        again = replace(again, rounds=0)
    if question.holder is None:
        if question.state is QuestionState.CLOSED:
            await work.questions.save(again)
            await invite(work, again, now)
        else:
            # it has waited since its first turn: that it says more puts nothing off
            await work.questions.save(replace(question, turned=now))
    elif await answering.stands(question, question.holder):
        await work.questions.save(again)
        await work.notices.cancel(notices.parted_of(question.id), now)
        await work.notices.plan(notices.told(notices.ASKED_ON, question.id, question.holder, now, turn))
    else:
        await to_queue(work, again, now)


async def _before_meeting(work: QuestionWork, question: Question, host: PersonId, now: datetime, turn: TurnId) -> None:
    await work.questions.save(
        replace(question, state=QuestionState.OPEN, closed=None, turned=now, due=None, holder=host)
    )
    kind = notices.ASKED_ON if question.holder == host else notices.HANDED
    await work.notices.plan(notices.told(kind, question.id, host, now, turn if kind == notices.ASKED_ON else None))
