"""Coordinators see what waits, by subject and without texts, and hand a question to another who may answer."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, PersonId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.person import Person
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.questions import notices
from shnor_domain.questions.figures import Figure, figures
from shnor_domain.questions.model import Question, QuestionId, QuestionState, Topic
from shnor_domain.questions.people import COUNTING, WATCHING, Answering, watches
from shnor_domain.questions.ports import QuestionWork
from shnor_domain.questions.rules import PATIENCE
from shnor_domain.questions.seeing import named
from shnor_domain.questions.telling import withdraw_invitations
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TopicCount:
    """Questions of one topic that wait: all of them, those that somebody has, those over two working days once."""

    topic: Topic
    waiting: int
    taken: int
    late: int


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """Coordinators: counts by topic inside their territory, those of meetings that are over included; what waits for a
    meeting ahead is its host's alone (E17). `NotAllowed` to all others."""

    read: Opens[QuestionWork]

    async def __call__(self, actor: Actor) -> Sequence[TopicCount]:
        """By the topic's code."""
        async with self.read() as work:
            found = await _open(work, actor)
        waiting, taken, late = Counter[Topic](), Counter[Topic](), Counter[Topic]()
        for question in found:
            waiting[question.topic] += 1
            taken[question.topic] += question.holder is not None
            late[question.topic] += question.rounds > 0
        return [
            TopicCount(topic, waiting[topic], taken[topic], late[topic])
            for topic in sorted(waiting, key=lambda topic: topic.code)
        ]


@dataclass(frozen=True, slots=True)
class CountLateQuestions:
    """As `OpenQuestions`: how many nobody has answered in time, over all topics, for the menu (one number is read)."""

    read: Opens[QuestionWork]

    async def __call__(self, actor: Actor) -> int:
        """The sum of `late`."""
        person, within = person_of(actor), _watching(actor)
        async with self.read() as work:
            return await work.questions.count_late(within, person)


@dataclass(frozen=True, slots=True)
class Held:
    """A question without its text, and who has it while she is here."""

    question: Question
    holder: Person | None


@dataclass(frozen=True, slots=True)
class OpenQuestionsOf:
    """As `OpenQuestions`: those of one topic, the longest waiting first."""

    read: Opens[QuestionWork]

    async def __call__(self, actor: Actor, topic: Topic) -> Sequence[Held]:
        """Without a word of what was asked."""
        async with self.read() as work:
            found = [question for question in await _open(work, actor) if question.topic == topic]
            holders = await named(work, {question.holder for question in found})
        return [Held(each, None if each.holder is None else holders.get(each.holder)) for each in found]


@dataclass(frozen=True, slots=True)
class Watched:
    """A question without its text: who has it, and to whom it may be handed, by name."""

    question: Question
    holder: Person | None
    able: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class WatchedQuestion:
    """Coordinators of its territory, but for its asker; `NotFound` to all others."""

    read: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: QuestionId) -> Watched:
        """In any state."""
        person_of(actor)
        async with self.read() as work:
            question = _watched(actor, await work.questions.get(which))
            people: Mapping[PersonId, Person] = {}
            if question.state is QuestionState.OPEN and question.booking is None:
                people = await named(work, await Answering(work, self.clock.now()).able(question))
            holders = await named(work, [question.holder])
        free = [person for which, person in people.items() if which != question.holder]
        able = sorted(free, key=lambda person: (person.name.casefold(), person.id))
        return Watched(question, next(iter(holders.values()), None), tuple(able))


@dataclass(frozen=True, slots=True)
class HandQuestion:
    """As `WatchedQuestion`: to another who may answer. `NotFound` for one who may not, `Stale` once it is answered or
    closed, or is about a meeting."""

    write: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: QuestionId, to: PersonId) -> None:
        """Hers for two working days; who had it hears that it is another's."""
        person, now = person_of(actor), self.clock.now()
        operation = f"question:hand:{which}:{to}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            question = _watched(actor, await work.questions.hold(which))
            if question.state is not QuestionState.OPEN or question.booking is not None:
                raise Stale
            answering = Answering(work, now)
            if to not in await answering.able(question):
                raise NotFound
            if question.holder != to:
                due = await answering.end_of(question.where, PATIENCE)
                await work.questions.save(replace(question, holder=to, due=due, opens=None))
                await withdraw_invitations(work, question, now)
                told = [notices.told(notices.HANDED, which, to, now)]
                if question.holder is not None:
                    told.append(notices.told(notices.BACK, which, question.holder, now))
                await work.notices.plan(*told)
                await work.audit.add(AuditEntry(now, person, "question-handed", f"question:{which}", to))
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """Figures of [`since`, `until`): with `own` of questions that the actor has answered first, else of the territory
    of coordinators and observers; `NotAllowed` to all others."""

    read: Opens[QuestionWork]
    clock: Clock

    async def __call__(self, actor: Actor, since: datetime, until: datetime, *, own: bool = False) -> Sequence[Figure]:
        """By the topic's code; explained by `figures` (rule 9)."""
        person = person_of(actor)
        within = [place.territory for place in actor.places if place.verified and place.role in COUNTING]
        if not own and not within:
            raise NotAllowed
        async with self.read() as work:
            rows = await work.questions.asked(since, until, within=None if own else within, by=person if own else None)
        return figures(rows, self.clock.now())


async def _open(work: QuestionWork, actor: Actor) -> list[Question]:
    person = person_of(actor)
    found = await work.questions.open_in(_watching(actor))
    return [each for each in found if each.asker != person and (each.booking is None or each.parted)]


def _watching(actor: Actor) -> list[Territory]:
    within = [place.territory for place in actor.places if place.verified and place.role in WATCHING]
    if not within:
        raise NotAllowed
    return within


def _watched(actor: Actor, question: Question | None) -> Question:
    if question is None or question.asker == actor.person or not watches(actor, question):
        raise NotFound
    return question
