"""Who runs the seminar drafts events of what schools ask for; who leads moves them and calls them off (I19–I24)."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.identity import Role
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.conversation import Person
from tests.support.event_talk import drafts, published
from tests.support.hosts import keeps_the_clock_of
from tests.support.seminar_talk import LITERACY, READING, SEPTEMBER_10, SeminarTalk, seminar_talk, starting

HOST = "Хозяйка Занятия"


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def host_of(here: SeminarTalk) -> Person:
    """A tutor whose own clock is that of Якутск."""
    host = await here.talk.grown_person(Role.TUTOR, "Амгинский", subjects=["chemistry"], name=HOST)
    await keeps_the_clock_of(here.talk, host, "Asia/Yakutsk")
    return host


async def test_an_event_is_made_of_a_request_in_steps(here: SeminarTalk) -> None:
    request = await here.sends(here.lead)
    await here.supports(here.second, request)
    who = here.methodist
    await who.opens("Запросы на семинары", "Черновик программы")
    who.sees("Черновик программы, осень 2026", "Мероприятий пока нет. Без мероприятия 1 запрос из 1.")
    await who.presses("Запросы школ")
    who.sees("1. Функциональная грамотность: 2 школы, 15 человек. Мероприятия нет")
    await who.presses(starting("1."))
    who.sees("Мероприятия по этому запросу пока нет")
    await who.presses("Сделать мероприятие")
    who.sees("Название: Функциональная грамотность", "Эту тему просят: 2 школы, 15 человек")
    await who.presses("Оставить")
    await who.presses("Вебинар")
    who.sees("Занятие 1. Какой день?")
    await who.presses("14")
    who.sees("Понедельник, 14 сентября. Во сколько? Время местное: Якутск (UTC+9)")
    await who.sends("в 15:30")
    await who.presses("60 минут")
    who.sees("1. Понедельник, 14 сентября, 15:30, 60 минут")
    await who.presses("Ещё занятие")
    await who.presses("21")
    await who.sends("15:30")
    await who.sends("полтора часа")
    who.sees("2. Понедельник, 21 сентября, 15:30, 90 минут")
    await who.presses("Дальше")
    await who.presses("Пётр Семёнович")
    await who.presses("25")
    await who.presses("3")
    await who.presses("Только школам региона")
    who.sees("Проверьте, всё ли верно", "Ведущий: Пётр Семёнович", "25 мест, от одной школы не больше 3")
    await who.presses("Сохранить в черновик")
    who.sees("Мероприятие сохранено в черновик", "Черновик: его видят только те, кто составляет программу")
    who.sees("Просили: 2 школы, 15 человек. Темы: Функциональная грамотность")
    who.does_not_see("не хватает")
    await who.presses("Назад")
    who.sees("Мероприятие по этому запросу есть в черновике")
    await who.presses("Назад")
    await who.presses("Назад")
    who.sees(
        "Готово 1 из 1. Все запросы школ учтены.", "1. Функциональная грамотность: понедельник, 14 сентября, 15:30"
    )


async def test_what_a_draft_lacks_is_said_and_filled_in_one_at_a_time(here: SeminarTalk) -> None:
    who = here.methodist
    await who.opens("Запросы на семинары", "Черновик программы", "Своё мероприятие")
    who.sees("Как назвать мероприятие?")
    await who.sends("Педсовет о чтении")
    for label in ("Практикум", "Для управленческой команды", "Очно", "Пока без даты", "Пока без ведущего", "15"):
        await who.presses(label)
    await who.presses("Без ограничения")
    await who.presses("Только школам региона")
    await who.presses("Сохранить в черновик")
    who.sees("Занятий пока нет", "Ведущий: без ведущего", "не хватает: ведущего, занятия")
    await who.presses("Назад")
    who.sees("Готово 0 из 1", "1. Педсовет о чтении: без даты. Нет ведущего, нет занятия")
    await who.presses(starting("1."))
    await who.presses("Изменить")
    await who.presses("Ведущий")
    await who.presses("Пётр Семёнович")
    who.sees("Изменено", "Ведущий: Пётр Семёнович")
    await who.presses("О чём")
    await who.sends("Как читать вместе")
    who.sees("Как читать вместе")
    await who.presses("Кого приглашает")
    await who.presses("Только школы проекта")
    who.sees("только школы проекта")
    await who.presses("Назад")
    await who.presses("Занятия")
    await who.presses("Добавить занятие")
    await who.presses("14")
    await who.presses("10:00")
    await who.presses("45 минут")
    who.sees("Занятие добавлено", "1. Понедельник, 14 сентября, 10:00, 45 минут, ни ссылки, ни места пока нет")
    await who.presses("Назад")
    who.does_not_see("не хватает")


async def test_what_is_refused_is_asked_again_and_the_rest_stays(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    who = here.methodist
    await who.opens("Запросы на семинары", "Черновик программы", "Запросы школ", starting("1."))
    await who.presses("Сделать мероприятие")
    await who.sends("Грамотность на каждый день")
    await who.presses("Семинар")
    await who.presses("10")
    await who.presses("9:00")
    await who.presses("60 минут")
    who.sees("Этот день или час уже прошёл", "Во сколько?")
    await who.sends("16:00")
    await who.presses("60 минут")
    await who.presses("Дальше")
    await who.presses("Пока без ведущего")
    await who.sends("2")
    await who.presses("5")
    await who.presses("Всем, и без регистрации")
    await who.presses("Сохранить в черновик")
    who.sees("Такое число не подходит", "Сколько мест может занять одна школа?")
    await who.presses("2")
    who.sees("Проверьте, всё ли верно", "Грамотность на каждый день", "10 сентября, 16:00", "не больше 2")
    await who.presses("Сохранить в черновик")
    who.sees("сохранено в черновик", "Грамотность на каждый день")


async def test_one_event_answers_a_second_request_too(here: SeminarTalk) -> None:
    await here.sends(here.lead, LITERACY, 20)
    await here.sends(here.second, READING, 5)
    await drafts(here)
    who = here.methodist
    await who.opens("Запросы на семинары", "Черновик программы", "Запросы школ", starting("2."))
    await who.presses("Учесть в готовом черновике")
    await who.presses(LITERACY)
    who.sees("Запрос учтён", "Мероприятие по этому запросу есть в черновике")
    await who.presses(LITERACY)
    who.sees("Темы: Функциональная грамотность, Читательская грамотность")


async def test_a_draft_is_thrown_away_and_its_request_waits_again(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    who = await drafts(here)
    await who.presses("Убрать из черновика")
    who.sees("Убрать «Функциональная грамотность» из черновика?")
    await who.presses("Да, убрать")
    who.sees("Мероприятие убрано из черновика", "Мероприятия по этому запросу пока нет")


async def test_who_leads_finds_her_lessons_and_sets_a_link(here: SeminarTalk) -> None:
    host = await host_of(here)
    await here.sends(here.lead)
    await drafts(here, HOST)
    assert "Мои занятия" not in await host.offers()
    await published(here)
    await host.opens("Мои занятия")
    host.sees("1. Понедельник, 14 сентября, 15:30. Функциональная грамотность, ни ссылки, ни места пока нет")
    await host.presses(starting("1."))
    await host.presses("Ссылка или место")
    await host.sends("у меня в кабинете")
    host.sees("Такая ссылка не откроется", "Вы написали: у меня в кабинете")
    await host.sends("meet.example/room")
    host.sees("Сохранено", "Ссылка: https://meet.example/room")
    await host.presses("Назад")
    await host.presses("Назад")
    host.sees("Мои занятия", "ссылка есть")


async def test_who_leads_moves_a_lesson_and_over_the_border_she_is_asked(here: SeminarTalk) -> None:
    host = await host_of(here)
    await here.sends(here.lead)
    await drafts(here, HOST)
    await published(here)
    await host.opens("Мои занятия", starting("1."), "Перенести")
    await host.presses("15")
    await host.presses("В то же время: 15:30")
    host.sees("Было: понедельник, 14 сентября, 15:30", "Станет: вторник, 15 сентября, 15:30", "Его просили: 1 школа")
    host.does_not_see("другое полугодие")
    await host.presses("Да, перенести")
    host.sees("Занятие перенесено", "Вторник, 15 сентября, 15:30", "Было: понедельник, 14 сентября, 15:30")
    await host.presses("Перенести")
    for month in ("октябрь", "ноябрь", "декабрь", "январь"):
        await host.presses(starting(month))
    await host.presses("20")
    await host.sends("10:00")
    host.sees("Занятие уйдёт в другое полугодие")
    await host.presses("Да, перенести")
    host.sees("Среда, 20 января 2027 года, 10:00")


async def test_a_lesson_where_its_host_is_elsewhere_is_not_moved(here: SeminarTalk) -> None:
    host = await host_of(here)
    await here.sends(here.lead)
    await here.sends(here.second, READING, 1)
    await drafts(here, HOST)
    await published(here)
    who = here.methodist
    await who.opens("Запросы на семинары", "Черновик программы", "Запросы школ", starting("2."), "Сделать мероприятие")
    await who.presses("Оставить")
    await who.presses("Вебинар")
    await who.presses("14")
    await who.sends("15:30")
    await who.presses("60 минут")
    await who.presses("Дальше")
    await who.finds(f"{HOST} (занят)")
    await who.presses("Назад")
    await who.presses("Убрать последнее")
    await who.presses("Ещё занятие")
    await who.presses("14")
    await who.sends("17:00")
    await who.presses("60 минут")
    await who.presses("Дальше")
    await who.presses(HOST)
    await who.presses("15")
    await who.presses("Без ограничения")
    await who.presses("Только школам региона")
    await who.presses("Сохранить в черновик")
    await published(here)
    await host.opens("Мои занятия", starting("2."), "Перенести")
    await host.presses("14")
    await host.sends("16:00")
    host.sees("В это время ведущий уже занят")
    assert "Да, перенести" not in host.buttons
    await host.presses("Назад")
    host.sees("На какой день перенести?")


async def test_a_called_off_event_is_told_to_the_schools_that_asked(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    who = await drafts(here)
    await published(here)
    here.talk.clock.advance(minutes=5)
    await who.opens("Запросы на семинары", "Черновик программы", starting("1."), "Отменить мероприятие")
    who.sees("Отменить «Функциональная грамотность» целиком?", "Его просили: 1 школа", "Пока никто не записан.")
    await who.presses("Да, отменить")
    who.sees("Мероприятие отменено", "Отменено")
    await here.hears()
    here.lead.sees("«Функциональная грамотность», которое просила ваша школа", "Запрос снова рассматривается")
    here.second.hears_nothing()
    await here.lead.presses("Открыть запрос")
    here.lead.sees("Функциональная грамотность", "снова рассматривается")


async def test_who_runs_the_seminar_reads_that_a_school_asks_no_more_for_what_is_in_the_programme(
    here: SeminarTalk,
) -> None:
    request = await here.sends(here.lead)
    await here.supports(here.second, request)
    await drafts(here)
    await published(here)
    await here.second.opens("Запросы школы", starting("1."), "Отозвать")
    await here.second.presses("Да, отозвать")
    here.talk.clock.advance(days=1)
    await here.hears()
    who = here.methodist
    who.sees("Школа больше не просит тему «Функциональная грамотность», по ней есть мероприятие. Ещё просят: 1 школа")
    await who.presses(starting("1. Функциональная"))
    who.sees("Поддержали: 1 школа")
    here.talk.clock.advance(days=10)
    await here.lead.opens("Запросы школы", starting("1."))
    assert "Отозвать" not in here.lead.buttons


async def test_only_one_lesson_of_a_course_is_called_off(here: SeminarTalk) -> None:
    host = await host_of(here)
    await here.sends(here.lead)
    who = await drafts(here, HOST)
    await who.presses("Занятия")
    await who.presses("Добавить занятие")
    await who.presses("21")
    await who.presses("10:00")
    await who.presses("45 минут")
    await published(here)
    await host.opens("Мои занятия", starting("2."), "Отменить занятие")
    host.sees("Отменить занятие «Функциональная грамотность»?", "21 сентября, 10:00")
    await host.presses("Да, отменить занятие")
    host.sees("Занятие отменено", "Отменено")
    await host.opens("Мои занятия", starting("1."), "Отменить занятие")
    await host.presses("Да, отменить занятие")
    host.sees("Это единственное занятие: отмените мероприятие целиком")


async def test_who_runs_the_seminar_reads_of_an_event_that_nobody_leads_any_more(here: SeminarTalk) -> None:
    host = await host_of(here)
    await here.sends(here.lead)
    await drafts(here, HOST)
    await published(here)
    await here.leaves_her_place(host)
    assert "Мои занятия" not in await host.offers()
    here.talk.clock.advance(days=1)
    await here.hears()
    who = here.methodist
    who.sees("Без ведущего: «Функциональная грамотность», ближайшее занятие 14 сентября в 15:30. Выберите, кто его")
    await who.presses(starting("1. Функциональная"))
    await who.presses("Вести мероприятие")
    who.sees("Ведущий: без ведущего")
