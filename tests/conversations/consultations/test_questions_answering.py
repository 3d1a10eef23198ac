"""Who may answer: the queue, «Беру», two working days, handing on; a stranger sees nothing (R154)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from aiogram.types import InlineKeyboardButton
from sqlalchemy import select

from handlers.questions.callbacks import OpenIt, TakeIt
from shnor_domain.consultations.statistics.model import HelpKind
from shnor_domain.consultations.statistics.periods import PeriodKind
from shnor_domain.consultations.statistics.use_cases.hours import HoursOfHost
from shnor_domain.identity import Role
from shnor_domain.people.model.preferences import Names
from shnor_domain.questions.use_cases.carrying import CarryQuestions
from shnor_domain.storage.schema.notifications import notification
from tests.support.asking import HERE, asks, coordinator, helps, methodist, passes, teacher, told
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA
from tests.support.screens import Screen


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url) as talk:
        yield talk


async def answers(host: Person, text: str = "Найдите избыток.") -> None:
    """From the card."""
    await host.presses("Ответить")
    await host.sends(text)
    await host.presses("Отправить")


async def test_one_takes_a_question_and_the_others_see_who_has_it(talk: Talk) -> None:
    anna = await teacher(talk)
    pyotr, maria = await methodist(talk), await methodist(talk, "Мария Егоровна")
    await asks(anna)
    await told(talk)
    invitation = maria.last
    await pyotr.presses("Беру")
    maria.looks_away()
    await told(talk)
    maria.sees("Вопрос: химия", "Отвечает Пётр Семёнович.")
    assert maria.last.buttons == []
    await maria.presses_old(_with(invitation, TakeIt(question=1).pack()), "Беру")
    maria.sees("На этот вопрос уже отвечает другой ведущий. Спасибо, что откликнулись.")
    await maria.sends("/menu")
    await maria.presses("Вопросы")
    maria.sees("отвечает Пётр Семёнович")
    await maria.presses("1. Химия")
    maria.sees("Как решать задание 34?", "Отвечает Пётр Семёнович.")
    assert "Ответить" not in maria.buttons


async def test_whoever_writes_an_answer_too_late_keeps_her_words(talk: Talk) -> None:
    anna = await teacher(talk)
    pyotr, maria = await methodist(talk), await methodist(talk, "Мария Егоровна")
    await asks(anna)
    await told(talk)
    for host in (pyotr, maria):
        await host.presses("Открыть")
        await host.presses("Ответить")
        await host.sends(f"Найдите избыток, говорит {host.user.first_name}.")
    await pyotr.presses("Отправить")
    pyotr.sees("Ответ отправлен.")
    await maria.presses("Отправить")
    maria.sees("На этот вопрос уже отвечает другой ведущий", "говорит Мария Егоровна.")
    await told(talk)
    anna.sees("говорит Пётр Семёнович.")
    anna.does_not_see("Мария")


async def test_an_answer_being_typed_waits_in_its_thread_through_the_menu_help_and_a_restart(talk: Talk) -> None:
    anna, pyotr = await teacher(talk), await methodist(talk)
    await asks(anna)
    await asks(anna, "Как хранить щёлочи?")
    await pyotr.opens("Вопросы (2)", "1. Химия", "Ответить")
    await pyotr.sends("Найдите избыток.")
    await pyotr.sends("/help")
    await pyotr.opens("Вопросы (2)", "2. Химия")
    pyotr.does_not_see("Черновик")
    await talk.restart()
    await pyotr.opens("Вопросы (2)", "1. Химия")
    pyotr.sees("Как решать задание 34?", "Черновик: Найдите избыток.")
    await pyotr.presses("Посмотреть и отправить")
    await pyotr.presses("В меню")
    await pyotr.opens("Вопросы (2)", "1. Химия", "Посмотреть и отправить", "Отправить")
    pyotr.sees("Ответ отправлен", "Найдите избыток.")
    pyotr.does_not_see("Черновик")
    await told(talk)
    anna.sees("Найдите избыток.")
    await pyotr.presses("Дополнить ответ")
    await pyotr.sends("Лишнее")
    await pyotr.sends("/menu")
    await pyotr.opens("Вопросы (1)", "Мои ответы", "1. Химия", "Убрать неотправленное")
    pyotr.does_not_see("Черновик", "Лишнее")


async def test_a_further_question_being_typed_waits_in_its_thread(talk: Talk) -> None:
    anna = await teacher(talk)
    await asks(anna)
    await anna.sends("/my")
    await anna.presses("Мои вопросы")
    await anna.presses("1. Химия")
    await anna.presses("Дополнить вопрос")
    await anna.sends("И какую книгу взять?")
    await anna.presses("В меню")
    await anna.sends("/my")
    await anna.presses("Мои вопросы")
    await anna.presses("1. Химия")
    anna.sees("Черновик: И какую книгу взять?")
    await anna.presses("Посмотреть и отправить")
    await anna.presses("Отправить")
    anna.sees("И какую книгу взять?", "Отправлено. Ответ придёт сюда.")
    anna.does_not_see("Черновик")


async def test_the_menu_counts_what_waits_and_a_question_can_be_given_back(talk: Talk) -> None:
    anna = await teacher(talk)
    pyotr, maria = await methodist(talk), await methodist(talk, "Мария Егоровна")
    await asks(anna)
    await asks(anna, "Как хранить щёлочи?")
    await pyotr.sends("/menu")
    pyotr.sees("Ждут ответа: 2 вопроса.")
    await pyotr.presses("Вопросы (2)")
    pyotr.sees("1. Химия, СОШ № 1, Момский, 30 ноября: никто ещё не взял")
    await pyotr.presses("1. Химия")
    await pyotr.presses("Беру")
    await told(talk)
    await pyotr.presses("Вернуть в очередь")
    pyotr.sees("Вопрос снова видят все", "никто ещё не взял")
    maria.looks_away()
    pyotr.looks_away()
    await told(talk)
    maria.sees("Новый вопрос: химия")
    pyotr.hears_nothing()


async def test_the_menu_counts_what_nobody_nearer_sees(talk: Talk) -> None:
    anna, physicist = await teacher(talk), await methodist(talk, "Нина Егоровна", "physics")
    regional = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Иван Иванович")
    await asks(anna)
    # chemistry has nobody of its own here: the region's methodists see it, and the coordinator does not
    assert "Вопросы (1)" in await physicist.offers()
    assert not [label for label in await regional.offers() if label.startswith("Вопросы (")]
    chemist = await methodist(talk)
    assert "Вопросы (1)" in await chemist.offers()
    assert "Вопросы" in await physicist.offers()


async def test_a_teachers_own_tutor_is_asked_first_and_the_others_after_a_working_day(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    tutor = await talk.grown_person(Role.TUTOR, HERE, subjects=["biology"], name="Марфа Ильинична")
    await helps(talk, tutor, anna)
    await anna.sends("/ask")
    await anna.presses("Химия")
    anna.sees("Сначала вопрос увидит ваш тьютор, через рабочий день и другие ведущие: 1.")
    await anna.sends("Как решать задание 34?")
    await anna.presses("Отправить")
    await told(talk)
    tutor.sees("Новый вопрос: химия")
    host.hears_nothing()
    await host.sends("/menu")
    assert "Вопросы" in host.buttons
    await passes(talk, days=1)
    host.does_not_see("Новый вопрос")
    await passes(talk, hours=18)  # Wednesday morning: the working day after Monday is over
    host.sees("Новый вопрос: химия")
    await host.presses("Беру")
    host.sees("Вы взяли этот вопрос")


async def test_two_working_days_without_an_answer_bring_it_back_and_to_the_coordinator(talk: Talk) -> None:
    anna, boss = await teacher(talk), await coordinator(talk)
    pyotr, maria = await methodist(talk), await methodist(talk, "Мария Егоровна")
    await asks(anna)
    await told(talk)
    await pyotr.presses("Беру")
    await told(talk)
    await passes(talk, days=2)
    pyotr.looks_away()
    maria.looks_away()
    anna.looks_away()
    await passes(talk, days=1)
    pyotr.sees("Вопрос снова видят все, кто может ответить: химия", "Его можно взять ещё раз.")
    maria.sees("Новый вопрос: химия")
    pyotr.looks_away()
    await passes(talk, hours=16)  # nine in the morning of Friday
    boss.sees("План на сегодня", "Вопрос ждёт ответа с 30 ноября: химия, СОШ № 1")
    boss.does_not_see("задание 34", "Пётр")
    anna.hears_nothing()
    await boss.presses("химия")
    boss.sees("Никто ещё не взял", "вопрос от 30 ноября")
    boss.does_not_see("задание 34", "Пётр Семёнович опоздал")
    await maria.presses("Беру")
    await answers(maria)
    await told(talk)
    anna.sees("Ответ на ваш вопрос: химия", "Мария Егоровна")


async def test_a_coordinator_sees_counts_and_hands_a_question_to_another(talk: Talk) -> None:
    anna, boss = await teacher(talk), await coordinator(talk)
    pyotr, maria = await methodist(talk), await methodist(talk, "Мария Егоровна")
    await asks(anna)
    await told(talk)
    await pyotr.presses("Беру")
    await boss.opens("Вопросы школ")
    boss.sees("Химия: ждёт 1 вопрос, взяли 1", "Тексты вопросов видят только те, кто отвечает.")
    await boss.presses("Химия")
    boss.sees("1. СОШ № 1, Момский, 30 ноября: отвечает Пётр Семёнович до 2 декабря")
    await boss.presses("1. От 30 ноября")
    boss.sees("Отвечает Пётр Семёнович. Ответа ждут до конца дня 2 декабря.")
    await boss.presses("Передать другому")
    assert "Пётр Семёнович" not in boss.buttons
    await boss.presses("Мария Егоровна")
    boss.sees("Вопрос передан, новому ведущему сообщили.", "Отвечает Мария Егоровна.")
    boss.does_not_see("задание 34")
    pyotr.looks_away()
    maria.looks_away()
    await told(talk)
    pyotr.sees("На этот вопрос отвечает другой ведущий: химия")
    maria.sees("Вам передали вопрос: химия", "Как решать задание 34?")
    await maria.presses("Открыть")
    await answers(maria)
    maria.sees("Ответ отправлен.", "Вы ответили.")


async def test_a_methodist_of_another_region_and_of_another_subject_see_nothing(talk: Talk) -> None:
    anna = await teacher(talk)
    await methodist(talk)
    others = [
        await methodist(talk, "Мария Егоровна", "biology"),
        await talk.grown_person(Role.METHODIST, "Лабинский", subjects=["chemistry"], name="Чужая Ивановна"),
        await talk.grown_person(Role.METHODIST, "Амгинский", subjects=["chemistry"], name="Соседняя Ивановна"),
        await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Не Здешняя"),
        await teacher(talk, "Белла Ивановна"),
    ]
    await asks(anna)
    await told(talk)
    for other in others:
        other.hears_nothing()
        await other.sends("/menu")
        screen = _with(other.last, OpenIt(question=1).pack())
        await other.presses_old(screen, "Беру")
        other.does_not_see("задание 34", "Айталина")
        await other.presses_old(_with(other.last, TakeIt(question=1).pack()), "Беру")
        other.does_not_see("задание 34", "Айталина")
    await anna.sends("/ask")
    await anna.presses("Мои вопросы")
    anna.sees("ждёт ответа")


async def test_nobody_answers_herself(talk: Talk) -> None:
    anna = await teacher(talk)
    await talk.grown_person(Role.METHODIST, region=YAKUTIA, subjects=["chemistry"], chat=anna.chat)
    await asks(anna)
    await told(talk)
    anna.does_not_see("Новый вопрос")
    await anna.sends("/menu")
    assert "Вопросы (1)" not in anna.buttons


async def test_an_invitation_to_answer_waits_for_a_working_day(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url, MovedClock(MovedClock().instant - timedelta(days=1))) as talk:
        anna, host = await teacher(talk), await methodist(talk)
        await asks(anna)
        await told(talk)
        host.hears_nothing()
        await passes(talk, days=1)
        host.sees("Новый вопрос: химия")


async def test_who_loses_the_role_gives_the_question_back(talk: Talk) -> None:
    anna, boss = await teacher(talk), await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA)
    pyotr, maria = await methodist(talk), await methodist(talk, "Мария Егоровна")
    await asks(anna)
    await told(talk)
    await pyotr.presses("Беру")
    await told(talk)
    maria.looks_away()
    await pyotr.sends("/privacy")
    await pyotr.presses("Отозвать согласие")
    await pyotr.presses("Да, отозвать согласие")
    await told(talk)
    maria.sees("Новый вопрос: химия", "Как решать задание 34?")
    boss.does_not_see("задание 34")


async def test_figures_name_their_numbers_and_their_period(talk: Talk) -> None:
    anna, boss, pyotr = await teacher(talk), await coordinator(talk), await methodist(talk)
    for _ in range(3):
        await asks(anna)
    await told(talk)
    await pyotr.presses("Открыть")
    await answers(pyotr)
    await passes(talk, days=5)
    await pyotr.sends("/menu")
    await pyotr.presses("Вопросы (2)")
    await pyotr.presses("1. Химия")
    await answers(pyotr)
    await boss.opens("Вопросы школ")
    await boss.presses("Как отвечают")
    await boss.presses("Учебный год")
    boss.sees(
        "1 августа 2026 – 5 декабря 2026",
        "Химия: задано 3, ответ есть на 2. За два рабочих дня: 1 из 3 (33 %).",
        "сколько получили ответ до конца второго рабочего дня",
    )
    await boss.presses("Этот месяц")
    boss.sees("За этот срок вопросов нет. Выберите другой.")
    await pyotr.sends("/menu")
    await pyotr.presses("Вопросы (1)")
    await pyotr.presses("Как отвечают")
    await pyotr.presses("Учебный год")
    pyotr.sees("Химия: ответов 2. За два рабочих дня: 1 из 2 (50 %).", "на которые первыми ответили вы")


async def test_an_observer_reads_figures_and_nothing_else(talk: Talk) -> None:
    anna, _host = await teacher(talk), await methodist(talk)
    observer = await talk.grown_person(Role.OBSERVER, region=YAKUTIA, name="Аналитик Ивановна")
    await asks(anna)
    assert not {"Вопросы", "Вопросы школ"} & set(await observer.offers())
    await observer.opens("Как отвечают на вопросы")
    observer.sees("Химия: задано 1, ответ есть на 0. За два рабочих дня: нет данных.")
    observer.does_not_see("Половина ответов")
    assert observer.buttons == ["Учебный год", "В меню"]


async def test_where_names_are_not_carried_nobody_is_named(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url, names=Names.NONE) as talk:
        anna, pyotr = await teacher(talk), await methodist(talk)
        await asks(anna)
        await told(talk)
        await pyotr.presses("Беру")
        pyotr.sees("Автор вопроса, 30 ноября")
        pyotr.does_not_see("Айталина")
        await answers(pyotr)
        await told(talk)
        anna.sees("Ведущий", "Найдите избыток.")
        anna.does_not_see("Пётр")


async def test_answered_questions_stand_among_the_hours_of_a_host(talk: Talk) -> None:
    anna, pyotr = await teacher(talk), await methodist(talk)
    for _ in range(2):
        await asks(anna)
    await told(talk)
    await pyotr.presses("Открыть")
    await answers(pyotr)
    hours, _ = await (await talk.the(HoursOfHost))(await talk.actor(pyotr), PeriodKind.MONTH, date(2026, 11, 30))
    assert [(each.kind, each.month, each.times) for each in hours.helps] == [(HelpKind.QUESTION, date(2026, 11, 1), 1)]
    await pyotr.opens("Мои часы и отзывы")
    pyotr.sees("1 вопрос")


async def test_the_job_that_finds_nothing_changes_nothing(talk: Talk) -> None:
    anna, _host = await teacher(talk), await methodist(talk)
    await asks(anna)
    carry = await talk.the(CarryQuestions)
    assert await carry() == 0
    await passes(talk, days=4)
    assert await carry() == 0
    async with talk.database.read() as connection:
        rows = (await connection.execute(select(notification.c.kind))).scalars().all()
    assert rows.count("question-asked") == 2


def _with(screen: Screen, data: str) -> Screen:
    """A forged button «Беру» on a message of hers."""
    return replace(screen, rows=[[InlineKeyboardButton(text="Беру", callback_data=data)]])
