"""The menu of who answers counts in the database: right for each, and in as many statements however many ask."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import event

from shnor_domain.identity import Actor, Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.people.model.places import Order
from shnor_domain.questions.model import Matter, Topic
from shnor_domain.questions.use_cases.answering import CountQuestions, QuestionQueue, TakeQuestion, ToAnswer
from shnor_domain.questions.use_cases.asking import AskQuestion
from shnor_domain.territories.model import Subject
from tests.storage.questions.conftest import WORDS, Folk
from tests.support.questions import CHEMISTRY
from tests.support.village import CHEMISTRY as SUBJECT
from tests.support.village import whose

PHYSICS = SubjectId("physics")
TOPICS = (CHEMISTRY, Topic(Matter.SUBJECT, PHYSICS), Topic(Matter.MEDK))
SEPTEMBER = date(2026, 9, 1)


@contextmanager
def statements(folk: Folk) -> Iterator[list[str]]:
    """What is said to the database meanwhile."""
    seen: list[str] = []

    def note(*told: Any) -> None:
        seen.append(told[2])

    engine = folk.village.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


async def asker(folk: Folk, where: Territory, *, tutor: Actor | None = None) -> Actor:
    """A teacher of chemistry, by order helped by a tutor."""
    village = folk.village
    made = await village.settled(Role.TEACHER, where, subjects=frozenset({SUBJECT}))
    if tutor is not None:
        order = Order("№ 1", SEPTEMBER)
        school = where.school or SchoolId(0)
        pair = Pair(PairId(0), PairKind.TEACHER, whose(tutor), school, order, SEPTEMBER, teacher=whose(made))
        async with village.units.write() as work:
            await work.pairs.add(pair)
    return made


async def answerers(folk: Folk) -> dict[str, Actor]:
    """One of each that may see a question, each at a level of her own."""
    village = folk.village
    async with village.units.write() as work:
        await work.subjects.put(Subject(PHYSICS, "Физика"))
    of_physics = {"subjects": frozenset({PHYSICS})}
    curator = await village.settled(Role.SCHOOL_CURATOR, village.municipality)
    async with village.units.write() as work:
        school = village.school.school or SchoolId(0)
        order = Order("№ 2", SEPTEMBER)
        await work.pairs.add(Pair(PairId(0), PairKind.SCHOOL, whose(curator), school, order, SEPTEMBER))
    return {
        "host": folk.host,
        "far host": folk.far_host,
        "region": folk.region,
        "curator": await village.actor(curator.chat),
        "regional of physics": await village.settled(Role.METHODIST, village.region, **of_physics),
        "methodist of all": await village.settled(Role.METHODIST, village.far_municipality),
        "tutor of elsewhere": await village.settled(Role.TUTOR, village.far_municipality, **of_physics),
        "teacher": folk.teacher,
    }


async def test_the_number_of_the_menu_is_that_of_the_list_for_each_who_answers(folk: Folk) -> None:
    who, village = await answerers(folk), folk.village
    ask, some = folk.use(AskQuestion), []
    for where in (village.school, village.second_school, village.far_school):
        for tutor in (None, who["tutor of elsewhere"]):
            made = await asker(folk, where, tutor=tutor)
            some += [await ask(made, topic, WORDS) for topic in TOPICS]
    # one who answers asks too, and some have been taken
    both = await village.actor(who["host"].chat)
    await village.seat(both, Role.TEACHER, village.school, subjects=frozenset({PHYSICS}))
    some.append(await ask(await village.actor(both.chat), TOPICS[1], WORDS))
    await folk.use(TakeQuestion)(who["host"], some[0])
    await folk.use(TakeQuestion)(who["curator"], some[2])
    found = {}
    for name, actor in who.items():
        now = await village.actor(actor.chat)
        queue, told = await folk.use(QuestionQueue)(now), await folk.use(CountQuestions)(now)
        known = bool(queue.mine or queue.free or queue.taken or queue.answered)
        assert told == ToAnswer(len(queue.mine) + len(queue.free), known), name
        found[name] = told.waiting
    # for a region's coordinator nothing is left where a region has methodists
    assert [name for name, count in found.items() if not count] == ["region", "teacher"]


async def test_as_many_statements_count_for_the_menu_however_many_ask(folk: Folk) -> None:
    who, ask = await answerers(folk), folk.use(AskQuestion)
    told: dict[int, dict[str, tuple[int, int]]] = {}
    for askers in (3, 57):
        for number in range(askers):
            tutor = who["tutor of elsewhere"] if number % 3 == 1 else None
            made = await asker(folk, folk.village.school, tutor=tutor)
            await ask(made, TOPICS[number % 3], WORDS)
        told[askers] = {}
        for name, actor in who.items():
            with statements(folk) as seen:
                count = (await folk.use(CountQuestions)(actor)).waiting
            told[askers][name] = (count, len(seen))
    for name in who:
        (few, before), (many, after) = told[3][name], told[57][name]
        assert after == before <= 12, (name, told)
        assert many == 20 * few, (name, told)


async def test_who_is_near_needs_no_look_at_anybody_else(folk: Folk) -> None:
    ask = folk.use(AskQuestion)
    for _ in range(5):
        await ask(await asker(folk, folk.village.school), CHEMISTRY, WORDS)
    with statements(folk) as seen:
        assert await folk.use(CountQuestions)(folk.host) == ToAnswer(5, known=True)
    assert len([one for one in seen if one.startswith("SELECT")]) == 3


async def test_what_nobody_nearer_sees_is_counted_for_the_region(folk: Folk) -> None:
    await folk.use(AskQuestion)(folk.teacher, TOPICS[2], WORDS)
    assert await folk.use(CountQuestions)(folk.region) == ToAnswer(1, known=True)
    assert await folk.use(CountQuestions)(folk.host) == ToAnswer()
