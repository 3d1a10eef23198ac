"""Roles given and taken, pairs, deputies, new telephones: by order, and each in the audit log."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.identity import Role
from tests.support.conversation import Person
from tests.support.neighbours import CANARY, REGION, Neighbours, neighbours


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def open_card(person: Person, name: str) -> None:
    await person.sends("/people")
    await person.sends(name)
    await person.presses(f"1. {name}")


async def by_order(person: Person, number: str = "14-о", dated: str = "01.09.2026") -> None:
    await person.sends(number)
    await person.sends(dated)


async def test_a_role_is_given_by_order_and_taken_again(here: Neighbours) -> None:
    coordinator, talk = here.coordinator, here.talk
    await open_card(coordinator, "Тамара Учителева")
    coordinator.sees("учитель, СОШ № 6, Лабинский: физика; с 30.11.2026", "Сообщения доходят")
    await coordinator.presses("Дать роль")
    assert "Региональный координатор" not in coordinator.buttons and "Координатор района" not in coordinator.buttons
    await coordinator.presses("Тьютор")
    await coordinator.presses("Физика")
    await coordinator.presses("Готово")
    assert "Без приказа" not in coordinator.buttons
    await coordinator.sends("№ 14-о <b>&_*[")
    coordinator.sees("Дата приказа № 14-о <b>&_*[?")
    await coordinator.sends("вчера")
    coordinator.sees("Не получилось прочитать дату")
    await coordinator.sends("31.12.2026")
    coordinator.sees("Эта дата ещё не наступила", "Дата приказа № 14-о <b>&_*[?")
    await coordinator.sends("01.09.2026")
    coordinator.sees("Кому: Тамара Учителева", "Основание: приказ № 14-о <b>&_*[ от 01.09.2026", "Предметы: физика")
    await coordinator.presses("Дать роль")
    coordinator.sees("Готово. Тамара Учителева: тьютор, Лабинский, Краснодарский край")
    assert (await talk.actor(here.teacher)).has(Role.TUTOR)
    await coordinator.presses("К человеку")
    await coordinator.presses("Забрать роль")
    await coordinator.presses("тьютор, Лабинский")
    await by_order(coordinator, "15-о")
    coordinator.sees("Забираем роль: тьютор, Лабинский", "Основание: приказ № 15-о от 01.09.2026")
    await coordinator.presses("Забрать роль")
    coordinator.sees("Готово. Роль закончилась: тьютор, Лабинский")
    assert not (await talk.actor(here.teacher)).has(Role.TUTOR)
    hers = await talk.person_id(coordinator)
    assert [line for line in await here.audited() if line[0].startswith("role-")] == [
        ("role-give", hers),
        ("role-take", hers),
    ]
    assert await here.told("role-given") == await here.told("role-taken") == [await talk.person_id(here.teacher)]


async def test_a_mentor_gets_a_team_and_loses_it(here: Neighbours) -> None:
    coordinator, talk = here.coordinator, here.talk
    mentor = await talk.grown_person(Role.MENTOR, "Лабинский", name="Мария Наставница")
    await open_card(coordinator, "Мария Наставница")
    await coordinator.presses("Закрепить")
    await coordinator.presses("Команду, наставник")
    await coordinator.sends("6")
    assert coordinator.buttons[:2] == ["СОШ № 6, Лабинск", "СОШ № 16, Лабинск"]
    await coordinator.presses("СОШ № 6, Лабинск")
    await by_order(coordinator, "7")
    coordinator.sees("Наставник команды: СОШ № 6, Лабинский", "Основание: приказ № 7 от 01.09.2026")
    await coordinator.presses("Закрепить")
    coordinator.sees("Готово. Мария Наставница: наставник команды, СОШ № 6, Лабинский")
    assert talk.where("Лабинский", "СОШ № 6").school in (await talk.actor(mentor)).places[0].assigned
    await coordinator.presses("К человеку")
    coordinator.sees("1. Наставник команды: СОШ № 6, Лабинский; приказ № 7 от 01.09.2026")
    await coordinator.presses("Закончить закрепление 1")
    await coordinator.presses("Закончить")
    coordinator.does_not_see("Закончить закрепление 1")
    assert (await talk.actor(mentor)).places[0].assigned == frozenset()
    hers = await talk.person_id(coordinator)
    assert [line for line in await here.audited() if line[0].startswith("pair-")] == [
        ("pair-appoint", hers),
        ("pair-end", hers),
    ]


async def test_a_tutor_gets_a_teacher_and_a_curator_with_a_listed_school_is_a_warning(here: Neighbours) -> None:
    coordinator, talk = here.coordinator, here.talk
    tutor = await talk.grown_person(Role.TUTOR, "Лабинский", name="Таисия Тьюторова")
    await open_card(coordinator, "Таисия Тьюторова")
    await coordinator.presses("Закрепить")
    await coordinator.presses("Учителя, тьютор")
    await coordinator.presses("СОШ № 6, Лабинск")
    await coordinator.presses("1. Тамара Учителева")
    await coordinator.presses("Физика")
    await by_order(coordinator)
    coordinator.sees("Тьютор учителя: Тамара Учителева, СОШ № 6, Лабинский физика")
    await coordinator.presses("Закрепить")
    teacher, helper = await talk.person_id(here.teacher), await talk.person_id(tutor)
    assert sorted(await here.told("pair-appointed")) == sorted([teacher, helper])
    await talk.grown_person(Role.SCHOOL_CURATOR, "Лабинский", name="Лидия Руководителева", chat=here.lead.chat)
    await open_card(coordinator, "Лидия Руководителева")
    await coordinator.presses("Закрепить")
    await coordinator.presses("Школу, куратор школы")
    await coordinator.presses("СОШ № 5, Лабинск")
    await by_order(coordinator)
    await coordinator.presses("Закрепить")
    coordinator.sees("школа, в которой работает этот куратор школы, сама в списке года")


async def test_a_deputy_is_appointed_from_to_by_the_region_alone(here: Neighbours) -> None:
    regional, talk = here.regional, here.talk
    await open_card(here.coordinator, "Лидия Руководителева")
    assert "Назначить заместителя" not in here.coordinator.buttons
    await open_card(regional, "Клара Районова")
    await regional.presses("Назначить заместителя")
    await regional.presses("координатор района, Лабинский")
    await regional.sends("Лидия")
    await regional.presses("1. Лидия Руководителева")
    regional.sees("С какого дня?")
    await regional.presses("• 30")
    await regional.presses("декабрь ›")
    await regional.presses("25")
    await by_order(regional, "3-зам")
    regional.sees("Заместитель: Лидия Руководителева", "Вместо: Клара Районова", "С 30.11.2026 по 25.12.2026")
    await regional.presses("Назначить")
    regional.sees("Готово. Лидия Руководителева замещает с 30.11.2026 по 25.12.2026")
    deputy = await talk.actor(here.lead)
    assert deputy.has(Role.MUNICIPAL_COORDINATOR) and any(place.deputy for place in deputy.places)
    talk.clock.advance(days=26)
    assert not (await talk.actor(here.lead)).has(Role.MUNICIPAL_COORDINATOR)
    assert ("role-give", await talk.person_id(regional)) in await here.audited()


async def test_a_new_telephone_gets_a_link_and_a_picture(here: Neighbours) -> None:
    coordinator, talk = here.coordinator, here.talk
    await open_card(coordinator, "Тамара Учителева")
    await coordinator.presses("Новый телефон")
    coordinator.sees("Передавайте её только лично")
    await coordinator.presses("Сделать ссылку")
    message, window = coordinator.screens[-2:]
    assert "https://t.me/sample_bot?start=" in message.text and message.rows == []
    assert window.buttons == ["QR-код картинкой", "Назад"]
    await coordinator.presses("QR-код картинкой")
    picture = coordinator.screens[-2]
    assert picture.file_name == "Приглашение.png" and picture.body is not None
    assert picture.body.startswith(b"\x89PNG")
    code = message.text.split("start=")[1].split()[0]
    fresh = talk.person(801, "Тамара")
    await fresh.sends(f"/start {code}")
    await fresh.presses("Да, это мой новый телефон")
    assert (await talk.actor(fresh)).has(Role.TEACHER)
    assert (await talk.actor(here.teacher)).person is None
    assert ("link-make", await talk.person_id(coordinator)) in await here.audited()


async def test_the_region_invites_a_methodist_by_a_link_for_one(here: Neighbours) -> None:
    regional = here.regional
    await regional.sends("/people")
    await regional.presses("Пригласить по ссылке")
    await regional.presses("Методист")
    await regional.presses("По всему региону")
    await regional.presses("Химия")
    await regional.presses("Готово")
    regional.sees("Приглашение: методист, Краснодарский край", "Предметы: химия", "действует 14 дней")
    await regional.presses("Сделать ссылку")
    message = regional.screens[-2]
    assert "Роль: методист. Место: Краснодарский край." in message.text and "?start=" in message.text
    regional.sees("Приглашение готово")


async def test_people_are_listed_by_name_and_role_inside_ones_own_territory(here: Neighbours) -> None:
    await here.coordinator.sends("/people")
    here.coordinator.sees("Люди: 3")
    names = [label for label in here.coordinator.buttons if label[0].isdigit()]
    assert names == ["1. Клара Районова", "2. Лидия Руководителева", "3. Тамара Учителева"]
    await here.coordinator.presses("Показать одну роль")
    await here.coordinator.presses("Учитель")
    here.coordinator.sees("Люди: 1", "1. Тамара Учителева: учитель, СОШ № 6, Лабинский", "Показаны: учитель")
    await here.coordinator.sends("<b>&_*[")
    here.coordinator.sees("Никого не нашлось", "Поиск: «<b>&_*[»")
    await here.coordinator.sends("а" * 5000)
    here.coordinator.sees("Получилось 5000 знаков, а можно не больше 80")
    await here.coordinator.presses("Показать всех")
    here.coordinator.sees("Люди: 3")
    for person in (here.teacher, here.far, here.stranger):
        await person.sends("/people")
        person.does_not_see("Люди:", "Лидия", "Клара", CANARY)
    await here.foreign.sends("/people")
    here.foreign.sees("Люди: 2")
    here.foreign.does_not_see("Лидия", "Клара", "Тамара")
    await here.lead.sends("/people")
    here.lead.sees("Люди: 2")
    here.lead.does_not_see("Клара")
    for person in (here.coordinator, here.regional, here.lead, here.teacher, here.stranger):
        assert CANARY not in here.everything_shown_to(person)


async def test_a_window_left_open_opens_nothing_once_the_right_is_gone(here: Neighbours) -> None:
    lead, coordinator = here.lead, here.coordinator
    await open_card(lead, "Тамара Учителева")
    await open_card(coordinator, "Лидия Руководителева")
    await coordinator.presses("Забрать роль")
    await coordinator.presses("директор или завуч")
    await coordinator.presses("Без приказа")
    await coordinator.presses("Забрать роль")
    await lead.presses("Дать роль")
    lead.does_not_see("Тамара")
    await lead.sends("/people")
    lead.does_not_see("Тамара", "Люди:")
    assert REGION not in here.everything_shown_to(here.stranger)
