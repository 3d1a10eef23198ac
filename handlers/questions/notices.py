"""What askers, those who answer and coordinators are told of questions: read anew as it goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

from handlers.names import strictest
from handlers.questions.callbacks import AfterIt, AskMore, OpenIt, OpenMine, TakeIt, Thanks, WatchIt
from handlers.questions.words import Spoken, since_word
from handlers.registration.views import place_words
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import DigestKind, Kind
from shnor_domain.notifications.model import Face, Line, Part, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.preferences import Names
from shnor_domain.people.use_cases.settings import ShowSettings
from shnor_domain.questions.checks import checks
from shnor_domain.questions.model import QuestionState, Turn, TurnId
from shnor_domain.questions.notices import (
    ANSWERED,
    ASKED,
    ASKED_ON,
    BACK,
    HANDED,
    PARTED,
    POLICIES,
    WAITS,
    question_in,
    turn_in,
)
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import QuestionWork
from shnor_domain.questions.seeing import Card, card_of
from shnor_domain.questions.use_cases.parting import AfterMeeting
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.subjects import NameSubjects
from shnor_domain.work import Opens

_BEGINNING, _ANSWER, _PLACE = 300, 2_500, 80


@dataclass(frozen=True, slots=True)
class QuestionNotices:
    """Views of one installation; `names_in_messages` is its NAMES_IN_MESSAGES."""

    texts: Texts
    clock: Clock
    read: Opens[QuestionWork]
    names: NameTerritories
    subjects: NameSubjects
    settings: ShowSettings
    names_in_messages: Names = Names.FULL

    def kinds(self) -> tuple[Kind | DigestKind, ...]:
        """Every policy with its check and its view."""
        still, policies = checks(self.read), {policy.kind: policy for policy in POLICIES}
        views: Mapping[str, Render] = {
            ASKED: self.asked,
            HANDED: self.handed,
            ASKED_ON: self.asked_on,
            ANSWERED: self.answered,
            BACK: self.back,
            PARTED: self.parted,
        }
        told = [Kind(policies[kind], still[kind], view) for kind, view in views.items()]
        return (*told, DigestKind(policies[WAITS], still[WAITS], self.waits))

    async def asked(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who may answer; once somebody has it, who."""
        card, eyes = await self._card(row), await self._eyes(reader)
        if face is not Face.NEW:
            return self._became(card, eyes, reader)
        text = self.texts("notice-question-asked", **await self._asked(card, eyes))
        take = self._button("btn-question-take", TakeIt(question=card.question.id))
        return Message(text, ((take, self._open(card)),))

    async def handed(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To whom a coordinator has given it, or to the host whose visitor has asked ahead of their meeting, or waits
        for an answer after it."""
        card, eyes = await self._card(row), await self._eyes(reader)
        if face is not Face.NEW:
            return self._gone(card, eyes)
        why = "after" if card.question.parted else "other" if card.question.booking is None else "meeting"
        text = self.texts("notice-question-handed", why=why, **await self._asked(card, eyes, turn_in(row)))
        return Message(text, ((self._open(card),),))

    async def asked_on(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who has it: what the asker has added."""
        card, eyes = await self._card(row), await self._eyes(reader)
        if face is not Face.NEW:
            return self._gone(card, eyes)
        text = self.texts("notice-question-asked-on", **await self._asked(card, eyes, turn_in(row)))
        return Message(text, ((self._open(card),),))

    async def answered(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the asker: the answer itself."""
        card, eyes = await self._card(row), await self._eyes(reader)
        if face is not Face.NEW:
            return self._gone(card, eyes)
        last = self._answer(card, turn_in(row))
        person = None if last is None or last.author is None else card.people.get(last.author)
        text = self.texts(
            "notice-question-answered",
            topic=eyes.topic(card.question.topic),
            name=eyes.name(person),
            words=self._words([] if last is None else [last], _ANSWER),
            files=0 if last is None else len(last.words.files),
            filed=last is not None and bool(last.words.files),
        )
        which = card.question.id
        return Message(
            text,
            (
                (self._button("btn-question-thanks", Thanks(question=which)),),
                (
                    self._button("btn-question-more", AskMore(question=which)),
                    self._button("btn-question-open", OpenMine(question=which)),
                ),
            ),
        )

    async def back(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who had it: it is in the queue again, where she may take it or may not, or another's. Nobody is told that
        she was late."""
        card, eyes = await self._card(row), await self._eyes(reader)
        state = "taken"
        if card.question.holder is None:
            state = "free" if await self._may_take(card, reader) else "gone"
        text = self.texts("notice-question-back", state=state, **await self._head(card, eyes))
        take = self._button("btn-question-take", TakeIt(question=card.question.id))
        return Message(text, ((take, self._open(card)),) if state == "free" else ())

    async def parted(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the asker, after the meeting or instead of it: what is to become of her question."""
        card, eyes = await self._card(row), await self._eyes(reader)
        question, topic = card.question, eyes.topic(card.question.topic)
        mine = self._button("btn-question-open", OpenMine(question=question.id))
        if face is not Face.NEW or question.due is None:
            text = self.texts("notice-question-parted-over", topic=topic, state=question.state.value)
            return Message(text, ((mine,),), silent=True)
        met = bool(row.notice.payload["met"])
        day = self.texts.plain("question-day", day=eyes.last_day(question.due))
        words = self._words(_unanswered(card), _BEGINNING)
        text = self.texts("notice-question-parted", topic=topic, met=met, day=day, words=words)
        said = (AfterMeeting.ANSWERED, AfterMeeting.WAITS) if met else (AfterMeeting.OTHERS, AfterMeeting.WAITS)
        rows = [(self._button(f"btn-question-after-{each.value}", AfterIt(question=question.id, said=each)),)
                for each in said]  # fmt: skip
        return Message(text, (*rows, (mine,)))

    async def waits(self, row: StoredNotice, reader: Reader) -> Line:
        """To coordinators: by the day it was asked, without its text."""
        card, eyes = await self._card(row), await self._eyes(reader)
        question, topic = card.question, eyes.topic(card.question.topic)
        where = place_words(self.texts, (await self.names([question.where]))[question.where])
        text = self.texts("digest-question-waits", topic=topic, where=where, day=since_word(eyes, question))
        day = local_day(question.asked, reader.zone)
        button = Button(topic, WatchIt(question=question.id).pack())
        return Line(Part.WAITING, text, button, (day, question.id), f"question:{question.id}")

    def _gone(self, card: Card, eyes: Spoken) -> Message:
        """Without the words: who said them has left, or they are a year old."""
        return Message(self.texts("notice-question-wiped", topic=eyes.topic(card.question.topic)), silent=True)

    def _became(self, card: Card, eyes: Spoken, reader: Reader) -> Message:
        question = card.question
        state = "taken" if question.state is QuestionState.OPEN else question.state.value
        mine = question.holder == reader.person
        if question.holder is None and question.state is QuestionState.OPEN:
            state = "waits"
        name = "" if question.holder is None else eyes.name(card.people.get(question.holder))
        text = self.texts(
            "notice-question-became",
            topic=eyes.topic(question.topic),
            state="mine" if mine and state == "taken" else state,
            name=name,
        )
        return Message(text, ((self._open(card),),) if mine else (), silent=True)

    async def _asked(self, card: Card, eyes: Spoken, said: TurnId | None = None) -> dict[str, object]:
        """What the asker has said in one turn, or since the last answer, and where she works."""
        turns = [turn for turn in card.turns if turn.id == said] or _unanswered(card)
        return {"words": self._words(turns, _BEGINNING), **await self._head(card, eyes)}

    async def _head(self, card: Card, eyes: Spoken) -> dict[str, object]:
        where = card.question.where
        place = place_words(self.texts, (await self.names([where]))[where])
        return {"topic": eyes.topic(card.question.topic), "where": fit(place, _PLACE)}

    def _words(self, turns: Sequence[Turn], most: int) -> Safe:
        text = "\n".join(turn.words.text for turn in turns)
        return self.texts("question-words", text=fit(text, most)) if text else Safe("")

    def _answer(self, card: Card, said: TurnId | None) -> Turn | None:
        answers = [turn for turn in card.turns if turn.answer]
        return next((turn for turn in answers if turn.id == said), answers[-1] if answers else None)

    async def _may_take(self, card: Card, reader: Reader) -> bool:
        async with self.read() as work:
            found = await Answering(work, self.clock.now()).of(card.question, reader.person)
        return reader.person in found.people

    def _open(self, card: Card) -> Button:
        return self._button("btn-question-open", OpenIt(question=card.question.id))

    def _button(self, key: str, data: CallbackData) -> Button:
        return Button(self.texts.button(key), data=data.pack())

    async def _card(self, row: StoredNotice) -> Card:
        async with self.read() as work:
            question = await work.questions.get(question_in(row))
            if question is None:
                raise NotFound
            return await card_of(work, question)

    async def _eyes(self, reader: Reader) -> Spoken:
        _, preferences = await self.settings(Actor(reader.person, 0))
        names = strictest(self.names_in_messages, preferences.names)
        return Spoken(self.texts, reader.zone, self.clock.now(), names, await self.subjects())


def _unanswered(card: Card) -> list[Turn]:
    """The asker's turns since the last answer; her last one where nothing waits."""
    since = max((number for number, turn in enumerate(card.turns, 1) if turn.answer), default=0)
    own = [turn for turn in card.turns if not turn.answer]
    return list(card.turns[since:]) or own[-1:]
