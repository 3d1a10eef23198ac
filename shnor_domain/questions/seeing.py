"""A question as a card, for who may see it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.model.person import Person, PersonState
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.questions.model import Question, QuestionId, QuestionState, Turn
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import QuestionWork
from shnor_domain.questions.rules import offered_to


@dataclass(frozen=True, slots=True)
class Card:
    """A question with its thread; `people` are those who speak in it or have it, by id, who left is missing. `ahead`:
    its asker meets the host still, and may ask on however long ago the last word was."""

    question: Question
    turns: tuple[Turn, ...]
    people: Mapping[PersonId, Person]
    ahead: bool = False


async def own(work: QuestionWork, actor: Actor, which: QuestionId, *, hold: bool = False) -> Question:
    """The actor's own question; `NotFound` for another's."""
    person = person_of(actor)
    found = await (work.questions.hold(which) if hold else work.questions.get(which))
    if found is None or found.asker != person:
        raise NotFound
    return found


async def answerable(
    work: QuestionWork, actor: Actor, which: QuestionId, now: datetime, *, hold: bool = False
) -> Question:
    """A question that the actor may read as one who answers: who has it, or is offered it until it is closed, or has
    answered in it. `NotFound` to all others."""
    person = person_of(actor)
    found = await (work.questions.hold(which) if hold else work.questions.get(which))
    if found is None or found.asker == person or not await _reads(work, found, person, now):
        raise NotFound
    return found


async def _reads(work: QuestionWork, question: Question, person: PersonId, now: datetime) -> bool:
    answering = Answering(work, now)
    if question.booking is not None:
        meeting = await work.meetings_asked.of_booking(question.booking)
        if meeting is not None and meeting.host == person:
            return True
    if question.holder == person or await work.questions.has_answered(question.id, person):
        return await answering.stands(question, person)
    if question.booking is not None:
        return False
    if question.state is QuestionState.CLOSED or not offered_to(question, person, now):
        return False
    return person in (await answering.of(question, person)).people


async def card_of(work: QuestionWork, question: Question) -> Card:
    """With its turns and people."""
    turns = tuple(await work.questions.turns(question.id))
    people = {question.asker, question.holder, *(turn.author for turn in turns)}
    return Card(question, turns, await named(work, people))


async def named(work: QuestionWork, people: Collection[PersonId | None]) -> Mapping[PersonId, Person]:
    """Who is there still, by id."""
    known = await work.people.many({each for each in people if each is not None})
    return {which: person for which, person in known.items() if person.state is PersonState.ACTIVE}
