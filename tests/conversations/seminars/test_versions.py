"""A programme is sent, returned, approved and published, and its schools hear of it (I28–I32)."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.worker.tables import read_table
from shnor_domain.identity import Role
from shnor_domain.seminars.cycle.use_cases.wishing import WishTopic
from shnor_domain.seminars.events.hours import take_hours
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.programme.use_cases.carrying import CarryProgramme
from shnor_domain.seminars.requests.use_cases.sending import SendSeminarRequest
from shnor_domain.tables import Table
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.conversation import Person
from tests.support.event_talk import drafts
from tests.support.hosts import YAKUTIA
from tests.support.seminar_requests import wanted
from tests.support.seminar_talk import LITERACY, READING, SEPTEMBER_10, SeminarTalk, seminar_talk, starting

FRIDAY_MORNING = datetime(2026, 9, 11, 1, 0, tzinfo=UTC)


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def _coordinator(here: SeminarTalk, name: str = "Регина Краевая") -> Person:
    return await here.talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name=name)


async def _told(here: SeminarTalk, instant: datetime | None = None) -> None:
    """The job goes; all that is due has come."""
    here.talk.clock.instant = instant or here.talk.clock.instant
    await (await here.talk.the(CarryProgramme))()
    for mailing in (False, True):
        while await here.talk.deliver(mailing=mailing):
            pass


async def _sent(here: SeminarTalk) -> None:
    """The only draft is sent."""
    await here.methodist.opens("Запросы на семинары", "Черновик программы", "Отправить на утверждение")
    await here.methodist.presses("Да, отправить")


async def test_a_programme_is_returned_with_a_reason_then_approved_and_published(here: SeminarTalk) -> None:
    coordinator = await _coordinator(here)
    request = await here.sends(here.lead)
    await here.supports(here.second, request)
    who = await drafts(here)
    await _sent(here)
    who.sees("Программа отправлена на утверждение.", "На утверждении с 10 сентября.", "Всего 1 мероприятие.")
    await who.presses("Назад")
    who.sees("Программа на утверждении: её черновики сейчас не меняются")
    await who.presses(starting("1."))
    await who.presses("Изменить")
    await who.presses("Для кого")
    await who.presses("Для управленческой команды")
    who.sees("Программа на утверждении. Сначала отзовите её")
    await coordinator.opens("Ждёт моего решения (1)")
    coordinator.sees("Вашего решения ждёт 1 программа")
    await coordinator.presses(starting("Осень 2026"))
    coordinator.sees("Программа, осень 2026", "На утверждении с 10 сентября")
    await coordinator.presses("Мероприятия")
    coordinator.sees("Понедельник, 14 сентября", LITERACY, "Ведущий: Пётр Семёнович. Просили: 2 школы, 15 человек")
    await coordinator.presses(starting("1."))
    coordinator.sees("25 мест, от одной школы не больше 3")
    await coordinator.presses("Назад")
    await coordinator.presses("Назад")
    await coordinator.presses("Вернуть")
    await coordinator.sends("Не хватает математики")
    coordinator.sees("Программа возвращена", "Возвращена 10 сентября: Не хватает математики")
    await _told(here)
    who.sees("Программу семинаров (осень 2026) вернули. Что исправить:", "Не хватает математики")
    await who.presses("Открыть программу")
    who.sees("Возвращена 10 сентября")
    await _sent(here)
    await coordinator.opens("Ждёт моего решения (1)")
    await coordinator.presses(starting("Осень 2026"))
    await coordinator.presses("Утвердить")
    coordinator.sees("Утвердить программу (осень 2026)?", "В ней 1 новое мероприятие.")
    await coordinator.presses("Да, утвердить")
    coordinator.sees("Программа утверждена", "Утверждена 10 сентября, можно опубликовать")
    await _told(here)
    who.sees("Программу семинаров (осень 2026) утвердили. Её можно опубликовать.")
    await who.presses("Открыть программу")
    await who.presses("Опубликовать")
    who.sees(
        "1 мероприятие откроется", "просила эту тему» прочтут: 2 школы", "Сообщение о программе получат: 1 человек"
    )
    await who.presses("Да, опубликовать")
    who.sees("Программа опубликована", "Редакция 1 от 10 сентября, действует")


async def _published(here: SeminarTalk, coordinator: Person | None = None) -> Person:
    """By the methodist, after her coordinator has approved it."""
    coordinator = coordinator or await _coordinator(here)
    await _sent(here)
    await coordinator.opens("Ждёт моего решения (1)")
    await coordinator.presses(starting("Осень 2026"))
    await coordinator.presses("Утвердить")
    await coordinator.presses("Да, утвердить")
    await here.methodist.opens("Запросы на семинары", "Черновик программы", "Программа на утверждении")
    await here.methodist.presses("Опубликовать")
    await here.methodist.presses("Да, опубликовать")
    return coordinator


async def test_schools_that_asked_hear_of_their_topic_and_the_others_of_the_programme(here: SeminarTalk) -> None:
    teacher = await here.talk.grown_person(Role.TEACHER, "Момский", "СОШ № 1", name="Айталина Петровна")
    actor, lead = await here.talk.actor(teacher), await here.talk.actor(here.lead)
    school = actor.places[0].territory.school
    assert school is not None
    wish = await (await here.talk.the(WishTopic))(actor, here.cycle, school, LITERACY)
    send = await here.talk.the(SendSeminarRequest)
    await send(lead, here.cycle, school, wanted(LITERACY), 10, wishes=[wish.id])
    await drafts(here)
    await _published(here)
    await _told(here)
    here.lead.sees(
        "Ваша школа (СОШ № 1) просила тему «Функциональная грамотность». Она в программе",
        "14 сентября, 17:30 (у вас) · 15:30 Якутск",
        "Записать учителей?",
    )
    teacher.sees("Тема, которую вы предлагали («Функциональная грамотность»), в программе")
    here.second.does_not_see("программ")
    await here.lead.presses("Открыть мероприятие")
    here.lead.sees("Вебинар, дистанционно, для учителей", "Эту тему просили вы или ваша школа")
    await here.lead.opens("Запросы школы", starting("1."), starting("К мероприятию: Функ"))
    here.lead.sees("25 мест")
    await _told(here, FRIDAY_MORNING)
    here.second.sees("Вышла программа семинаров, осень 2026", "Для вас в ней 1 мероприятие")
    await here.second.presses("Открыть программу")
    here.second.sees("Программа, осень 2026", LITERACY)


async def test_a_moved_lesson_makes_a_version_of_its_day_that_says_so(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await drafts(here)
    coordinator = await _published(here)
    who = here.methodist
    await who.opens("Запросы на семинары", "Черновик программы", starting("1."))
    await who.presses("Занятия")
    await who.presses(starting("1."))
    await who.presses("Перенести")
    await who.presses("15")
    await who.presses("В то же время: 15:30")
    await who.presses("Да, перенести")
    await here.lead.sends("/seminars")
    await here.lead.presses("Программа")
    here.lead.sees("Редакция 2 от 10 сентября. Изменилось: 1.")
    await here.lead.presses("Что изменилось (1)")
    here.lead.sees("занятие 1 перенесено: вторник, 15 сентября, 17:30", "(было: понедельник, 14 сентября, 17:30")
    await who.opens("Запросы на семинары", "Черновик программы", "Все редакции")
    who.sees(
        "1. Редакция 2 от 10 сентября, действует. Изменения одного дня", "2. Редакция 1 от 10 сентября, уже заменена"
    )
    await who.presses(starting("1."))
    await who.presses("Excel")
    file = next(screen for screen in reversed(who.screens) if screen.file_name)
    assert file.file_name == "Программа семинаров, осень 2026.xlsx" and file.body is not None
    table = read_table("a.xlsx", file.body)
    assert isinstance(table, Table)
    head, row = table.sheets[0].rows
    told = dict(zip(head, row, strict=True))
    assert (told["№"], told["Тема"], told["Ведущий"], told["Школ просили"]) == ("1", LITERACY, "Пётр Семёнович", "1")
    assert "перенесено: вторник, 15 сентября" in told["Изменилось"]
    await drafts(here)
    await _published(here, coordinator)
    who.sees("Редакция 3 от 10 сентября, действует.", "Всего 2 мероприятия. Новых: 1, изменилось всего: 1.")
    await _told(here)
    await _told(here, FRIDAY_MORNING)
    here.third.sees("Программа семинаров, осень 2026: редакция 3", "Изменилось: 2. Впереди для вас 2 мероприятия.")
    here.third.does_not_see("Вышла программа")


async def test_what_is_not_ready_is_named_and_what_was_sent_is_taken_back(here: SeminarTalk) -> None:
    await here.sends(here.lead, READING)
    who = await drafts(here, host="Пока без ведущего")
    await who.opens("Запросы на семинары", "Черновик программы", "Отправить на утверждение")
    who.sees("отправить пока нельзя. 1 мероприятию чего-то не хватает", "«Читательская грамотность»: нет ведущего")
    assert "Да, отправить" not in who.buttons
    await who.presses("Назад")
    await who.presses(starting("1."))
    await who.presses("Изменить")
    await who.presses("Ведущий")
    await who.presses("Пётр Семёнович")
    coordinator = await _coordinator(here)
    await coordinator.opens("Запросы на семинары", "Черновик программы", "Отправить на утверждение")
    await coordinator.presses("Да, отправить")
    coordinator.sees("Эту программу отправили вы: её смотрит другой координатор")
    assert "Утвердить" not in coordinator.buttons
    await who.opens("Запросы на семинары", "Черновик программы", "Программа на утверждении")
    await who.presses("Отозвать")
    await who.presses("Да, отозвать")
    who.sees("Программа отозвана", "Отозвана. Отправляли 10 сентября")


async def test_a_reason_that_came_too_late_is_not_lost(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await drafts(here)
    await _sent(here)
    coordinator = await _coordinator(here)
    await coordinator.opens("Ждёт моего решения (1)", starting("Осень 2026"), "Вернуть")
    await here.methodist.presses("Отозвать")
    await here.methodist.presses("Да, отозвать")
    await coordinator.sends("Не хватает математики")
    coordinator.sees("здесь всё изменилось", "Вы написали: Не хватает математики")
    await coordinator.presses("Назад")
    coordinator.sees("Отозвана. Отправляли 10 сентября")
    assert "Утвердить" not in coordinator.buttons


async def test_with_who_decided_go_the_words_in_which_she_did(here: SeminarTalk) -> None:
    coordinator = await _coordinator(here)
    await here.sends(here.lead)
    who = await drafts(here)
    await _sent(here)
    await coordinator.opens("Ждёт моего решения (1)", starting("Осень 2026"), "Вернуть")
    await coordinator.sends("Не хватает математики")
    await _told(here)
    await coordinator.sends("/privacy")
    await coordinator.presses("Удалить мои данные")
    await coordinator.presses("Да, удалить всё")
    await who.presses("Открыть программу")
    who.sees("Возвращена 10 сентября")
    assert "математики" not in who.last.text


async def test_a_programme_whose_host_is_busy_is_not_published_and_says_of_which_event(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await drafts(here)
    coordinator = await _coordinator(here)
    await _sent(here)
    await coordinator.opens("Ждёт моего решения (1)", starting("Осень 2026"), "Утвердить", "Да, утвердить")
    async with here.talk.units.write() as work:
        (event,) = await work.seminar_events.of_cycle(here.cycle, EventState.DRAFT)
        await take_hours(work, event)
    who = here.methodist
    await who.opens("Запросы на семинары", "Черновик программы", "Программа на утверждении", "Опубликовать")
    await who.presses("Да, опубликовать")
    who.sees("ведущий мероприятия «Функциональная грамотность» в одно из его занятий уже занят")
    who.sees("Утверждена 10 сентября, можно опубликовать")
