"""«Меня не будет»: a colleague is asked, the booked hear of it once he has agreed, and else nothing happens to them."""

import pytest
from sqlalchemy import select

from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import (
    AbsenceAsks,
    CallOffUncovered,
    ChooseAnother,
    LookAtAsk,
    TakeAskBack,
)
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role
from shnor_domain.storage.schema.people import audit
from tests.support.away_talk import asks, booked, goes_away
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA, methodist_of, publishes


@pytest.fixture
async def colleague(talk: Talk, host: Person) -> Person:
    return await methodist_of(talk, name="Марфа Ильинична")


async def test_the_affected_are_listed_before_and_nothing_is_told_until_a_colleague_agrees(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await goes_away(host)
    host.sees("Химия", "Понедельник, 7 декабря, 15:00, записан 1 человек", "Пока он не согласится")
    await host.presses("Марфа Ильинична")
    host.sees("Вас не будет: понедельник, 7 декабря.", "Химия, 1 встреча: спрошу, сможет ли Марфа Ильинична")
    host.sees("Их записи сохранятся, о замене они узнают после согласия:", "Айталина Петровна")
    await talk.deliver()
    for person in (colleague, teacher):
        person.hears_nothing()
    await host.presses("Объявить")
    host.sees("Спросили 1 ведущего")
    await talk.deliver()
    teacher.hears_nothing()
    colleague.sees(
        "Сможете провести консультации вместо коллеги?\nХимия, Пётр Семёнович\nПонедельник, 7 декабря, 15:00"
    )
    await teacher.sends("/my")
    teacher.sees("Пётр Семёнович")


async def test_the_booked_are_told_once_and_keep_seat_and_question(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    question = colleague.last
    await colleague.presses("Согласиться")
    colleague.sees("Спасибо! Вы проведёте (химия):", "Понедельник, 7 декабря, 15:00")
    teacher.looks_away()
    await talk.deliver()
    assert [screen.text for screen in teacher.news] == [
        "Консультацию проведёт Марфа Ильинична\nХимия\nПонедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск\n"
        "Ссылка: https://meet.example.org/chem\nВаша запись и вопрос сохранились."
    ]
    host.sees("Ваши консультации проведёт Марфа Ильинична")
    assert "вы согласились" in question.text and question.buttons == []
    await teacher.presses("Открыть запись")
    teacher.sees("Химия, Марфа Ильинична", "задание 34")


async def test_without_a_colleague_the_meetings_are_called_off_and_the_days_closed(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await goes_away(host)
    host.sees("заменить некому")
    await host.presses("Никто, отменить встречи")
    host.sees("Химия, 1 встреча будет отменена", "Сообщу об отмене:", "Айталина Петровна")
    await host.presses("Объявить")
    host.sees("Замены не нужны. Об отмене сообщили: 1 человеку.")
    await talk.deliver()
    teacher.sees("Консультация не состоится")
    await teacher.presses("Выбрать другое время")
    assert not any("7 декабря" in label for label in teacher.buttons)
    assert any("14 декабря" in label for label in teacher.buttons)


async def test_several_days_and_no_meeting_in_them(talk: Talk, host: Person) -> None:
    await publishes(talk, host)
    await host.sends("/schedule")
    for label in ("Меня не будет", "1", "4"):
        await host.presses(label)
    host.sees("встреч нет", "Объявлять нечего")
    await host.presses("Назад")
    host.sees("С какого дня вас не будет?")


async def test_a_coordinator_says_it_for_a_host_who_cannot(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await booked(talk, host, teacher)
    await coordinator.sends("/schedule")
    for label in (
        "Понедельник",
        "Ведущего не будет",
        "7",
        "Только этот день",
        "Марфа Ильинична",
        "Объявить",
    ):
        await coordinator.presses(label)
    coordinator.sees("Спросили 1 ведущего")
    await talk.deliver()
    await colleague.presses("Не смогу")
    await talk.deliver()
    for person in (coordinator, host):
        person.sees("Марфа Ильинична не сможет провести")
    async with talk.database.read() as connection:
        found = await connection.execute(select(audit.c.actor_id).where(audit.c.action == "absence"))
    assert found.scalars().all() == [await talk.person_id(coordinator)]


async def test_a_leave_offers_to_say_so_and_does_nothing_by_itself(talk: Talk, host: Person, teacher: Person) -> None:
    await booked(talk, host, teacher)
    await host.sends("/settings")
    for label in ("отпуск", "декабрь ›", "10"):
        await host.presses(label)
    if "Никто" in " ".join(host.buttons):
        await host.presses("Никто")
    host.sees("На эти дни у вас", "Сами они не отменяются. Объявить, что вас не будет?")
    await talk.deliver()
    teacher.hears_nothing()
    await host.presses("Не сейчас")
    await teacher.sends("/my")
    teacher.sees("Пётр Семёнович")


async def test_asks_are_nothing_to_strangers(talk: Talk, host: Person, colleague: Person, teacher: Person) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    (found,) = await (await talk.the(AbsenceAsks))(await talk.actor(host))
    stranger = await talk.grown_person(Role.METHODIST, region="Краснодарский край", name="Чужая")
    for person in (stranger, teacher, talk.person(99)):
        actor = await talk.actor(person)
        with pytest.raises(NotFound):
            await (await talk.the(LookAtAsk))(actor, found.ask.id)
        with pytest.raises(NotFound):
            await (await talk.the(CallOffUncovered))(actor, found.ask.id)
        with pytest.raises(NotFound):
            await (await talk.the(TakeAskBack))(actor, found.ask.id)
        with pytest.raises(NotFound):
            await (await talk.the(AnswerAsk))(actor, found.ask.id, True)
        with pytest.raises(NotFound):
            await (await talk.the(ChooseAnother))(actor, found.ask.id, found.ask.substitute)
    await colleague.presses("Не смогу")
    colleague.sees("Понятно, вы не сможете")
