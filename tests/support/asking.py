"""People who ask and answer in writing, for conversations: `talk` at three in the afternoon of a Monday in Якутск."""

from dataclasses import replace
from datetime import date

from shnor_domain.identity import Role, SubjectId
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.people.model.places import Order
from shnor_domain.questions.use_cases.carrying import CarryQuestions
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA

HERE = "Момский"


async def teacher(talk: Talk, name: str = "Айталина Петровна", *, school: str = "СОШ № 1") -> Person:
    """Of chemistry, in Хонуу."""
    return await talk.grown_person(Role.TEACHER, HERE, school, subjects=["chemistry"], name=name)


async def methodist(talk: Talk, name: str = "Пётр Семёнович", *subjects: str) -> Person:
    """Of the whole region, of chemistry unless told otherwise."""
    return await talk.grown_person(Role.METHODIST, region=YAKUTIA, subjects=[*(subjects or ("chemistry",))], name=name)


async def coordinator(talk: Talk, name: str = "Дария Ивановна") -> Person:
    """Of the teacher's municipality."""
    return await talk.grown_person(Role.MUNICIPAL_COORDINATOR, HERE, name=name)


async def helps(talk: Talk, helper: Person, taught: Person | None = None, subject: str | None = "chemistry") -> None:
    """By order: the school of «СОШ № 1», or one teacher of it in a subject."""
    school = talk.where(HERE, "СОШ № 1").school
    assert school is not None
    since = date(2026, 9, 1)
    kind = PairKind.SCHOOL if taught is None else PairKind.TEACHER
    pair = Pair(PairId(0), kind, await talk.person_id(helper), school, Order("№ 1", since), since)
    if taught is not None:
        pair = replace(
            pair, teacher=await talk.person_id(taught), subject=None if subject is None else SubjectId(subject)
        )
    async with talk.units.write() as work:
        await work.pairs.add(pair)


async def asks(person: Person, text: str = "Как решать задание 34?", topic: str = "Химия") -> None:
    """/ask, the topic, the text, «Отправить»."""
    await person.sends("/ask")
    await person.presses(topic)
    await person.sends(text)
    await person.presses("Отправить")
    person.sees("Вопрос отправлен")


async def told(talk: Talk) -> None:
    """Whatever is due reaches the chats."""
    while await talk.deliver():
        pass


async def passes(talk: Talk, **by: float) -> None:
    """Time goes by, and the job of questions with it."""
    talk.clock.advance(**by)
    await (await talk.the(CarryQuestions))()
    await told(talk)
