"""A school asks for a seminar, or supports what others ask for (I5–I7, I12)."""

from collections.abc import AsyncIterator

import pytest

from handlers.seminars.requests.callbacks import OpenBoard, OpenRequest
from shnor_domain.identity import Role
from shnor_domain.seminars.model import RequestId
from shnor_domain.territories.use_cases.change_schools import CloseSchool
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.forgeries import taps
from tests.support.hosts import YAKUTIA
from tests.support.seminar_talk import LITERACY, SEPTEMBER_10, SeminarTalk, seminar_talk, starting


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def test_a_lead_sends_a_request_in_steps_and_nothing_typed_is_lost(here: SeminarTalk) -> None:
    lead = here.lead
    await lead.opens("Запросы школы")
    lead.sees("Запросы школы, осень 2026", "Запросов пока нет. Их собирают до 15 сентября.")
    await lead.presses("Новый запрос")
    lead.sees("Шаг 1 из 6", "Какая тема нужна учителям?", "Имён и оценок детей")
    await lead.sends("ы" * 400)
    lead.sees("не больше 300")
    await lead.sends("Работа с детьми с ОВЗ")
    lead.sees("Тема: Работа с детьми с ОВЗ", "Для кого?")
    await lead.presses("Для учителей")
    await lead.presses("Дистанционно")
    lead.sees("Шаг 4 из 6", "Сколько человек придёт?")
    await lead.sends("много")
    lead.sees("Такое число не подходит")
    await here.talk.restart()
    await lead.sends("12 человек")
    await lead.presses("Октябрь 2026")
    lead.sees("Почему эта тема?")
    await lead.presses("Просили учителя")
    lead.sees(
        "Проверьте, всё ли верно",
        "Тема: Работа с детьми с ОВЗ\nКому: учителям, дистанционно, октябрь 2026. Придут: 12 человек.",
        "Запрос пойдёт в план полугодия",
        "Почему: просили учителя",
    )
    await lead.presses("Сколько человек")
    await lead.presses("15")
    lead.sees("Придут: 15 человек", "Работа с детьми с ОВЗ")
    await lead.presses("Отправить запрос")
    lead.sees(
        "Запрос отправлен",
        "Поддержали: 1 школа, 15 человек",
        "Пойдёт по плану полугодия: пришёл, пока шёл сбор",
        "СОШ № 1: 15 человек, просили учителя",
        "Ход: отправлен 10 сентября",
    )
    await lead.presses("Назад")
    lead.sees("1. Работа с детьми с ОВЗ: рассматривается. Поддержали: 1 школа")


async def test_what_the_school_asks_for_already_is_refused_and_the_form_stays(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await here.lead.opens("Запросы школы", "Новый запрос")
    await here.lead.sends("функциональная грамотность!")
    await here.lead.presses("Моя тема другая")
    for label in ("Для учителей", "Очно", "5", "Всё равно", "Пропустить", "Отправить запрос"):
        await here.lead.presses(label)
    here.lead.sees("Ваша школа уже просит эту тему")
    await here.lead.presses("Тема")
    await here.lead.sends("Совсем другое дело")
    here.lead.sees("Тема: Совсем другое дело", "очно", "5 человек")
    await here.lead.presses("Отправить запрос")
    here.lead.sees("Запрос отправлен", "Совсем другое дело")


async def test_what_is_alike_is_offered_before_a_twin_is_sent(here: SeminarTalk) -> None:
    await here.sends(here.second, "Развитие функциональной грамотности", 8)
    lead = here.lead
    await lead.opens("Запросы школы", "Новый запрос")
    await lead.sends(LITERACY)
    lead.sees("Похожие запросы уже есть", "1. Развитие функциональной грамотности: 1 школа")
    lead.does_not_see("Амг", "8 человек")
    await lead.presses("1. Развитие функциональной грамотности")
    lead.sees("Поддержали: 1 школа, 8 человек")
    lead.does_not_see("СОШ")
    await lead.presses("Поддержать")
    await lead.presses("10")
    await lead.presses("Пропустить")
    lead.sees("школа поддержала эту тему", "Поддержали: 2 школы, 18 человек", "СОШ № 1: 10 человек")
    await lead.presses("Назад")
    lead.sees("Похожие запросы уже есть", "2 школы, ваша среди них")


async def test_a_school_changes_its_number_and_withdraws_and_the_others_stay(here: SeminarTalk) -> None:
    request = await here.sends(here.lead)
    await here.supports(here.second, request)
    await here.second.opens("Запросы школы", "1. Функциональная грамотность", "Изменить число")
    await here.second.sends("600")
    here.second.sees("Такое число не подходит")
    await here.second.presses("20")
    here.second.sees("Число изменено", "СОШ № 1: 20 человек", "Поддержали: 2 школы, 30 человек")
    await here.second.presses("Отозвать")
    here.second.sees("Другие школы останутся")
    await here.second.presses("Да, отозвать")
    here.second.sees("Школа эту тему больше не просит", "Поддержали: 1 школа, 10 человек")
    await here.second.presses("Назад")
    here.second.sees("1. Функциональная грамотность: отозвали")
    await here.lead.opens("Запросы школы", "1. Функциональная грамотность", "Отозвать")
    here.lead.sees("Других школ у этой темы нет: запрос закроется")
    await here.lead.presses("Да, отозвать")
    here.lead.sees("Сейчас: отозван")


async def test_before_anything_is_announced_the_list_says_what_comes(here: SeminarTalk) -> None:
    elsewhere = await here.talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 5", name="Ольга Ивановна")
    await elsewhere.opens("Запросы школы")
    elsewhere.sees("Запросов пока нет. Их собирают, когда институт объявит темы полугодия")
    assert "Новый запрос" not in elsewhere.buttons


async def test_after_collecting_a_topic_goes_beyond_the_plan_and_says_so(here: SeminarTalk) -> None:
    here.talk.clock.advance(days=10)
    await here.lead.opens("Запросы школы")
    here.lead.sees("Сбор прошёл 15 сентября, но тему можно предложить и сейчас")
    await here.lead.presses("Новый запрос")
    await here.lead.sends(LITERACY)
    for label in ("Для учителей", "Очно", "5", "Всё равно", "Пропустить"):
        await here.lead.presses(label)
    here.lead.sees("Сбор уже прошёл: запрос пойдёт сверх плана, в течение года (внебюджет)")
    await here.lead.presses("Отправить запрос")
    here.lead.sees("Пойдёт сверх плана, в течение года (внебюджет): пришёл после сбора")


async def test_a_teacher_and_a_stranger_read_no_request(here: SeminarTalk) -> None:
    request = await here.sends(here.lead)
    teacher = await here.talk.grown_person(Role.TEACHER, "Момский", "СОШ № 1", name="Айталина Петровна")
    assert not {"Запросы школы", "Запросы на семинары"} & set(await teacher.offers())
    other = await here.talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 5", name="Ольга Ивановна")
    for stranger in (teacher, other, here.talk.person(77)):
        for data in (OpenRequest(request=request), OpenRequest(request=RequestId(404)), OpenBoard(cycle=here.cycle)):
            await stranger.sends("/start")
            await taps(stranger, data.pack(), stranger.last)
            stranger.does_not_see(LITERACY)
    await here.lead.sends("/menu")
    await taps(here.lead, OpenBoard(cycle=here.cycle).pack(), here.lead.last)
    here.lead.does_not_see(LITERACY)


async def test_a_curator_reads_requests_of_her_school_and_sends_none(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    curator = await here.curator_of(here.lead)
    await curator.opens("Запросы школы")
    curator.sees("1. Функциональная грамотность: рассматривается")
    assert "Новый запрос" not in curator.buttons
    await curator.presses(starting("1."))
    curator.sees("Поддержали: 1 школа, 10 человек")
    assert not {"Поддержать", "Изменить число", "Отозвать"} & set(curator.buttons)
    await curator.presses("Школы")
    curator.sees("1. СОШ № 1: 10 человек")


async def test_with_who_asked_and_who_decided_go_their_words_and_the_school_goes_on(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await here.methodist.opens("Запросы на семинары", starting("1."), "Не войдёт в программу")
    await here.methodist.sends("Ждём ведущего из Якутска, вернёмся весной.")
    for who in (here.methodist, here.lead):
        await who.sends("/privacy")
        await who.presses("Удалить мои данные")
        await who.presses("Да, удалить всё")
    colleague = await here.talk.grown_person(Role.SCHOOL_LEAD, "Момский", "СОШ № 1", name="Ольга Новая")
    await colleague.opens("Запросы школы", starting("1."))
    colleague.sees("не вошёл: причина не сохранилась", "СОШ № 1: 10 человек")


async def test_what_a_merged_school_asked_for_its_successor_asks_once(here: SeminarTalk) -> None:
    request = await here.sends(here.second, people=4)
    await here.supports(here.third, request, 9)
    coordinator = await here.talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    old, heir = [(await here.talk.actor(who)).places[0].territory.school for who in (here.third, here.second)]
    assert old is not None and heir is not None
    await (await here.talk.the(CloseSchool))(await here.talk.actor(coordinator), old, heir)
    await here.methodist.opens("Запросы на семинары")
    here.methodist.sees("1. Функциональная грамотность: 1 школа, 9 человек")
    await here.second.opens("Запросы школы", starting("1."))
    here.second.sees("Поддержали: 1 школа, 9 человек")


async def test_a_coordinator_reads_which_schools_ask_and_for_what(here: SeminarTalk) -> None:
    coordinator = await here.talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Клара Районова")
    await coordinator.opens("Кто просит семинары")
    coordinator.sees("Ни одна школа пока ничего не попросила (школ всего: 2)")
    await here.sends(here.third)
    await here.sends(here.lead)
    await coordinator.opens("Кто просит семинары")
    coordinator.sees("Школ, которые просят: 1 из 2.", "1. СОШ № 2: 1 тема")
    await coordinator.presses("1. СОШ № 2")
    coordinator.sees("СОШ № 2 просит", "1. Функциональная грамотность: рассматривается")
