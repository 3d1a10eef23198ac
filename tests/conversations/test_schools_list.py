"""/schools: who is in the bot and who is not, invitations, and nobody else's schools."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from shnor_domain.identity import Role
from shnor_domain.people.use_cases.actor import NoteActivity
from tests.support.neighbours import CANARY, Neighbours, neighbours


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def test_a_coordinator_sees_who_is_in_the_bot_and_who_is_not(here: Neighbours) -> None:
    await (await here.talk.the(NoteActivity))(await here.talk.actor(here.lead))
    coordinator = here.coordinator
    await coordinator.sends("/menu")
    await coordinator.presses("Школы")
    coordinator.sees(
        "Школы: 4",
        "1. СОШ № 5, Лабинск: в боте никого нет",
        "2. СОШ № 6, Лабинск: руководитель есть, 1 учитель, куратора школы нет, были: сегодня",
    )
    assert [label for label in coordinator.buttons if "СОШ" in label] == [
        "СОШ № 5, Лабинск",
        "СОШ № 6, Лабинск",
        "СОШ № 9, Вознесенская",
        "СОШ № 16, Лабинск",
    ]
    await coordinator.presses("Кого нет в боте")
    coordinator.sees("Школы, где руководителя в боте нет: 3")
    coordinator.does_not_see("СОШ № 6")
    await coordinator.presses("Показать все")
    await coordinator.sends("вознисенская")
    coordinator.sees("Поиск: «вознисенская»", "1. СОШ № 9, Вознесенская")
    await coordinator.sends("<b>&_*[")
    coordinator.sees("«<b>&_*[» не нашли", "Школы: 4")
    await coordinator.presses("СОШ № 6, Лабинск")
    coordinator.sees(
        "СОШ № 6, Лабинск\nЛабинский",
        "Руководитель: Лидия Руководителева",
        "Школе пока не назначен куратор школы",
        "Учителей в боте: 1",
        "2026/27: школа проекта",
    )
    await coordinator.presses("Люди школы")
    coordinator.sees("Люди: 2", "Лидия Руководителева", "Тамара Учителева", "Показаны люди одной школы")


async def test_the_head_of_a_school_invites_her_teachers_by_text_and_picture(here: Neighbours) -> None:
    lead = here.lead
    assert "Что требует внимания" not in await lead.offers()
    await lead.sends("/schools")
    lead.sees("СОШ № 6, Лабинск", "Учителей в боте: 1")
    lead.does_not_see("школа проекта", "2026/27")
    assert "Пригласить директора" not in lead.buttons
    await lead.presses("Пригласить учителей")
    lead.sees("Действует 30 дней", "На сколько человек?")
    terms = replace(lead.last, rows=list(lead.last.rows))
    await lead.presses("30")
    message, window = lead.screens[-2:]
    assert "Школа: СОШ № 6, Лабинский." in message.text and "Ссылка на 30 человек, действует до:" in message.text
    assert message.rows == [] and "Оно на 30 человек и на 30 дней" in window.text
    await lead.presses_old(terms, "30")
    assert (await here.audited()).count(("link-make", await here.talk.person_id(lead))) == 1
    await lead.presses("QR-код картинкой")
    assert (lead.screens[-2].body or b"").startswith(b"\x89PNG")
    newcomer = here.talk.person(901, "Новая")
    await newcomer.sends(f"/start {message.text.split('start=')[1].split()[0]}")
    newcomer.sees("Вас приглашают: СОШ № 6, Лабинский. Роль: учитель")


async def test_a_coordinator_invites_a_head_by_a_link_for_one(here: Neighbours) -> None:
    await here.coordinator.sends("/schools")
    await here.coordinator.presses("СОШ № 5, Лабинск")
    here.coordinator.sees("Руководителя в боте нет", "Последний раз были: ещё не было")
    await here.coordinator.presses("Пригласить директора")
    here.coordinator.sees("Она для одного человека и действует 14 дней")
    await here.coordinator.presses("Сделать ссылку")
    assert "Роль: директор или завуч. Место: СОШ № 5, Лабинский." in here.coordinator.screens[-2].text
    await here.coordinator.presses("К школе")
    here.coordinator.sees("СОШ № 5, Лабинск")


async def test_the_region_first_chooses_a_municipality(here: Neighbours) -> None:
    yakutia = await here.talk.grown_person(
        Role.REGIONAL_COORDINATOR, region="Республика Саха (Якутия)", name="Сардаана"
    )
    await yakutia.sends("/schools")
    yakutia.sees("Районы и улусы: 36")
    assert "1 из 3" in yakutia.buttons and "Лабинский" not in yakutia.buttons
    await yakutia.sends("батагай")
    assert [label for label in yakutia.buttons if label[-3:] == "кий"] == ["Верхоянский", "Эвено-Бытантайский"]
    await yakutia.sends("Лабинск")
    yakutia.sees("«Лабинск» среди ваших районов нет")
    await yakutia.sends("хонуу")
    await yakutia.presses("Момский")
    yakutia.sees("Школы: 1", "1. СОШ № 1, Хонуу: руководителя нет, 1 учитель")
    yakutia.does_not_see("Лабинск")


async def test_others_see_no_school_of_ours(here: Neighbours) -> None:
    for person in (here.teacher, here.far, here.stranger):
        await person.sends("/schools")
        person.does_not_see("СОШ", "Лабинск", "Хонуу")
    await here.foreign.sends("/schools")
    here.foreign.sees("СОШ № 1, Хонуу")
    await here.foreign.presses("К списку школ")
    await here.foreign.sends("6")
    here.foreign.sees("«6» не нашли")
    await here.coordinator.sends("/schools")
    await here.coordinator.sends("хонуу")
    here.coordinator.sees("«хонуу» не нашли")
    await here.coordinator.presses("СОШ № 6, Лабинск")
    card = replace(here.coordinator.last, rows=list(here.coordinator.last.rows))
    await here.foreign.presses_old(replace(card, chat=here.foreign.chat), "Люди школы")
    assert "Лабинск" not in here.everything_shown_to(here.foreign)
    for person in (here.coordinator, here.teacher, here.lead, here.stranger):
        assert CANARY not in here.everything_shown_to(person)


async def test_an_observer_counts_and_reads_no_names(here: Neighbours) -> None:
    observer = await here.talk.grown_person(Role.OBSERVER, region="Краснодарский край", name="Ольга")
    await observer.sends("/schools")
    if "Лабинский" in observer.buttons:
        await observer.presses("Лабинский")
    await observer.presses("СОШ № 6, Лабинск")
    observer.sees("Руководителей в боте: 1", "Учителей в боте: 1")
    assert not {"Пригласить учителей", "Пригласить директора", "Люди школы"} & set(observer.buttons)
    assert "Лидия" not in here.everything_shown_to(observer)
