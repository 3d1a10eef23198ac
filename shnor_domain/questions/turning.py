"""A further turn of the asker, inside her unit of work; and the files beside any turn."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.contents import BadEvidence
from shnor_domain.questions import notices
from shnor_domain.questions.errors import QuestionOver
from shnor_domain.questions.model import Question, QuestionState, Words
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import QuestionFiles, QuestionWork
from shnor_domain.questions.rules import PATIENCE, goes_on
from shnor_domain.questions.telling import invite, to_queue


async def require_files(files: QuestionFiles, words: Words) -> None:
    """What was kept a day ago and not sent has been swept away: it is sent anew."""
    for file in words.files:
        if await files.read(file.key) is None:
            raise BadEvidence("damaged")


async def go_on(work: QuestionWork, question: Question, now: datetime) -> None:
    """It waits again, with who had it while he may answer. `QuestionOver` two weeks after the last word."""
    if not goes_on(question, now):
        raise QuestionOver
    answering = Answering(work, now)
    due = None if question.booking is not None else await answering.end_of(question.where, PATIENCE)
    again = replace(question, state=QuestionState.OPEN, closed=None, turned=now, due=due)
    if question.holder is None:
        if question.state is QuestionState.CLOSED:
            await work.questions.save(again)
            await invite(work, again, now)
        else:
            # it has waited since its first turn: that it says more puts nothing off
            await work.questions.save(replace(question, turned=now))
    elif await answering.stands(question, question.holder):
        await work.questions.save(again)
        await work.notices.plan(notices.told(notices.ASKED_ON, question.id, question.holder, now))
    else:
        await to_queue(work, again, now)
