"""Questions in words: topics, threads, who sees what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aiogram_dialog import DialogManager

from handlers.names import shown
from handlers.people.eyes import eyes_of
from handlers.shell import given
from handlers.texts import Safe, Texts, times
from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import Person
from shnor_domain.people.model.preferences import Names
from shnor_domain.questions.audience import Audience, Level
from shnor_domain.questions.model import Question, QuestionState, Topic, Turn
from shnor_domain.questions.seeing import Card
from shnor_domain.territories.use_cases.subjects import NameSubjects

_ROOM = 3_200
"""Letters of turns on one page; a longer turn has a page of its own."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who reads: `zone` is hers, `names` what she may see, `subjects` names by code."""

    texts: Texts
    zone: str
    now: datetime
    names: Names
    subjects: Mapping[SubjectId, str]

    def topic(self, topic: Topic) -> str:
        """«химия», «отметка в МЭДК»."""
        if topic.subject is None:
            return self.texts.plain("question-topic", matter=topic.matter.value)
        return self.subjects.get(topic.subject, topic.subject)

    def name(self, person: Person | None, *, asker: bool = False) -> str:
        """As she may see it; a general word where there is none."""
        name, who = "" if person is None else person.name, "asker" if asker else "host"
        return shown(self.texts, name, self.names, self.texts.plain("question-somebody", who=who))

    def last_day(self, due: datetime) -> date:
        """The day that ends at `due`, on her calendar."""
        return local_day(due - timedelta(minutes=1), self.zone)

    def day(self, instant: datetime) -> str:
        """«19 ноября в 17:00»."""
        return times.date_and_clock(self.texts, instant, self.zone)


async def spoken(manager: DialogManager) -> Spoken:
    """Who reads this window."""
    eyes = await eyes_of(manager)
    subjects = await (await given(manager, NameSubjects))()
    return Spoken(eyes.texts, eyes.actor.zone, eyes.now, eyes.names, subjects)


def topic_of(code: object) -> Topic:
    """The topic of a button; `Stale` for a forged one."""
    try:
        return Topic.of(str(code))
    except ValueError as forged:
        raise Stale from forged


def seen_words(texts: Texts, found: Audience) -> Safe:
    """Who will see it, honestly."""
    count = len(found.people)
    if found.tutor is not None:
        return texts("question-seen-tutor", count=count - 1, more=count > 1)
    if found.level is Level.NOBODY:
        return texts("question-seen-nobody")
    return texts("question-seen", level=found.level.value, people=texts.plain("question-people", count=count))


def standing(eyes: Spoken, card: Card, *, mine: bool) -> Safe:
    """What has become of it, to its asker or to who answers."""
    question = card.question
    state = question.state.value
    if question.state is QuestionState.OPEN and question.holder is not None:
        state = "taken"
    holder = eyes.name(card.people.get(question.holder)) if question.holder is not None else ""
    key = "question-stands-mine" if mine else "question-stands"
    return eyes.texts(key, state=state, since=eyes.day(question.turned), name=holder)


def pages(eyes: Spoken, card: Card, me: PersonId | None) -> list[tuple[str, tuple[Turn, ...]]]:
    """The thread in pages that fit into a message: the words of each with its turns, the first turn first."""
    found: list[tuple[str, tuple[Turn, ...]]] = []
    for turn in card.turns:
        words = turn_words(eyes, card, turn, me)
        if found and len(found[-1][0]) + len(words) <= _ROOM:
            before, turns = found.pop()
            found.append((f"{before}\n\n{words}", (*turns, turn)))
        else:
            found.append((words, (turn,)))
    return found


def turn_words(eyes: Spoken, card: Card, turn: Turn, me: PersonId | None) -> str:
    """Who said it when, the words, and how many files are beside them."""
    texts = eyes.texts
    who = "me" if me is not None and turn.author == me else "other"
    person = None if turn.author is None else card.people.get(turn.author)
    lines = [texts("question-turn", who=who, name=eyes.name(person, asker=not turn.answer), when=eyes.day(turn.at))]
    lines.append(texts("question-words", text=turn.words.text) if turn.words.text else texts("question-wiped"))
    if turn.words.files:
        lines.append(texts("question-files", count=len(turn.words.files)))
    return "\n".join(lines)


def since_word(eyes: Spoken, question: Question) -> str:
    """«19 ноября» for rows."""
    return eyes.texts.plain("question-day", day=local_day(question.asked, eyes.zone))
