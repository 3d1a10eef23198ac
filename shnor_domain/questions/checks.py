"""Whether what was planned is still to be said."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import COORDINATOR_ROLES, PersonId
from shnor_domain.notifications.model import StoredNotice
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.questions.model import Question, QuestionState
from shnor_domain.questions.notices import ANSWERED, ASKED, ASKED_ON, BACK, HANDED, PARTED, WAITS, question_in
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import QuestionWork
from shnor_domain.questions.rules import offered_to
from shnor_domain.work import Opens

Holds = Callable[[QuestionWork, Question, PersonId, datetime], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class StillSo:
    """Port `MayGo` over one rule."""

    read: Opens[QuestionWork]
    holds: Holds

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once the question is gone."""
        async with self.read() as work:
            question = await work.questions.get(question_in(row))
            return question is not None and await self.holds(work, question, row.notice.person, now)


def checks(read: Opens[QuestionWork]) -> Mapping[str, StillSo]:
    """By kind."""
    rules: dict[str, Holds] = {
        ASKED: _invites,
        HANDED: _has_it,
        ASKED_ON: _has_it,
        ANSWERED: _is_answered,
        BACK: _has_it_not,
        PARTED: _parted,
        WAITS: _waits,
    }
    return {kind: StillSo(read, rule) for kind, rule in rules.items()}


async def _invites(work: QuestionWork, question: Question, person: PersonId, now: datetime) -> bool:
    if question.state is not QuestionState.OPEN or question.holder is not None:
        return False
    found = await Answering(work, now).of(question, person)
    return person in found.people and offered_to(question, person, now)


async def _has_it(work: QuestionWork, question: Question, person: PersonId, now: datetime) -> bool:
    return question.state is QuestionState.OPEN and question.holder == person


async def _has_it_not(work: QuestionWork, question: Question, person: PersonId, now: datetime) -> bool:
    return question.state is QuestionState.OPEN and question.holder != person


async def _parted(work: QuestionWork, question: Question, person: PersonId, now: datetime) -> bool:
    return question.parted and question.asker == person


async def _is_answered(work: QuestionWork, question: Question, person: PersonId, now: datetime) -> bool:
    # she may have said more before she has read it
    return question.asker == person and question.state is not QuestionState.CLOSED


async def _waits(work: QuestionWork, question: Question, person: PersonId, now: datetime) -> bool:
    if question.state is not QuestionState.OPEN or question.holder is not None:
        return False
    places = await in_force_now(work, person, now)
    return any(
        place.verified and place.role in COORDINATOR_ROLES and place.territory.covers(question.where)
        for place in places
    )
