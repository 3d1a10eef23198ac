"""Whom a change of a question concerns, inside its transaction."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.questions import notices
from shnor_domain.questions.model import Question, QuestionState
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import QuestionWork
from shnor_domain.questions.rules import PATIENCE


async def invite(
    work: QuestionWork, question: Question, now: datetime, *, but: Collection[PersonId | None] = ()
) -> None:
    """Whoever may answer hears that it waits; her own tutor alone while it is his."""
    found = await Answering(work, now).of(question)
    people = found.people - set(but)
    if question.first_to is not None and question.opens is not None and question.opens > now:
        people = people & {question.first_to}
    said = len(await work.notices.of_subject(notices.subject_of(question.id)))
    await work.notices.plan(*notices.asked(question, people, now, said))


async def withdraw_invitations(work: QuestionWork, question: Question, now: datetime) -> None:
    """Those that went say what has become of it, the others never go; coordinators' rows neither, nor what its asker
    is asked after a meeting."""
    await work.notices.cancel(notices.subject_of(question.id), now)
    await work.notices.cancel(notices.watch_of(question.id), now)
    await work.notices.cancel(notices.parted_of(question.id), now)


async def to_queue(
    work: QuestionWork, question: Question, now: datetime, *, by: PersonId | None = None, late: bool = False
) -> Question:
    """Nobody has it any more: whoever had it and whoever may answer are told, but `by`, who gives it back or leaves.
    About a meeting it is no more: unless it is `late` already its two days begin now. Gives it as it is saved."""
    due, met = await Answering(work, now).end_of(question.where, PATIENCE), question.booking is not None
    freed = replace(
        question,
        holder=None,
        booking=None,
        due=due,
        first_due=due if met and not late else question.first_due,
        rounds=question.rounds + late,
        opens=None,
    )
    await work.questions.save(freed)
    await work.notices.cancel(notices.parted_of(question.id), now)
    if question.holder is not None and question.holder != by:
        await work.notices.plan(notices.told(notices.BACK, question.id, question.holder, now))
    await invite(work, freed, now, but=(by, question.holder))
    return freed


async def close(work: QuestionWork, question: Question, now: datetime) -> None:
    """Its asker needs it no more."""
    closed = replace(question, state=QuestionState.CLOSED, closed=now, due=None, opens=None)
    await work.questions.save(closed)
    await withdraw_invitations(work, question, now)


async def watched(work: QuestionWork, question: Question, now: datetime) -> None:
    """Coordinators read of it in their next digest: from the second time on the region too."""
    people = await Answering(work, now).coordinators(question.where, region=question.rounds > 1)
    others: set[PersonId] = {each for each in people if each != question.asker}
    await work.notices.plan(*notices.waits(question, others, now))
