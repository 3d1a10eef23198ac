"""«Некому доставить» in the chat of a coordinator: who, how much waits, what to do, and nobody else's business."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from shnor_domain.identity import Role, Territory
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import Notice, NoticeState
from shnor_domain.territories.model import SchoolStatus, SchoolYear, Status
from tests.support.conversation import Person
from tests.support.neighbours import Neighbours, neighbours
from tests.support.plans import item, kept


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def listed(here: Neighbours, number: int) -> None:
    school = here.talk.where("Лабинский", f"СОШ № {number}").school
    assert school is not None
    async with here.talk.units.write() as work:
        await work.schools.set_status(SchoolStatus(school, SchoolYear(2026), Status.SHNOR, "list"))


async def was_told(here: Neighbours, person: Person, key: str, state: NoticeState) -> None:
    who, now = await here.talk.person_id(person), here.talk.clock.now()
    async with here.talk.units.write() as work:
        await work.notices.plan(Notice(key, who, "application-waiting", "application:1", now, {"application": 1}))
        row = next(row for row in await work.notices.in_state([NoticeState.PLANNED], 9) if row.notice.key == key)
        await work.notices.end(row.id, state, "refused", now)


async def test_the_menu_says_how_many_and_the_list_what_to_do(here: Neighbours) -> None:
    coordinator = here.coordinator
    await coordinator.sends("/menu")
    coordinator.does_not_see("Некому доставить")
    await here.teacher.blocks_the_bot()
    await listed(here, 9)
    await was_told(here, here.lead, "a", NoticeState.FAILED)
    await was_told(here, here.lead, "b", NoticeState.UNKNOWN)
    gone = await here.talk.grown_person(Role.TEACHER, "Лабинский", "СОШ № 5", name="Галина Ушедшева")
    async with here.talk.units.write() as work:
        await work.reach.lost(ChatId(gone.chat), "deactivated", here.talk.clock.now())
    await coordinator.sends("/menu")
    coordinator.sees("Некому доставить: 4")
    await coordinator.opens("Что требует внимания")
    await coordinator.presses("Некому доставить (4)")
    assert coordinator.last.text == (
        "Некому доставить: 4\n"
        "1. СОШ № 5, Лабинский: Галина Ушедшева. Аккаунт удалён. Передайте ссылку для нового телефона.\n"
        "2. СОШ № 6, Лабинский: Лидия Руководителева. Не дошло за две недели: 1. Неизвестно, дошло ли: 1."
        " Позвоните, если это было важно.\n"
        "3. СОШ № 6, Лабинский: Тамара Учителева. Бот остановлен."
        " Позвоните: снова включить бота может только сам человек.\n"
        "4. СОШ № 9, Лабинский: руководителя в боте нет. Передайте приглашение."
    )
    await coordinator.presses("4. СОШ № 9, Лабинский")
    coordinator.sees("СОШ № 9, Вознесенская", "Руководителя в боте нет")
    assert "Пригласить директора" in coordinator.buttons
    await coordinator.presses("Назад")
    await coordinator.presses("1. Галина Ушедшева")
    assert "Новый телефон" in coordinator.buttons
    await coordinator.presses("Назад")
    coordinator.sees("Некому доставить: 4")


async def test_messages_that_wait_are_counted_until_she_comes_back(here: Neighbours) -> None:
    await here.lead.blocks_the_bot()
    for number in range(1, 4):
        await here.applies(f"Учитель Номер {number}")
    await here.talk.deliver()
    await here.coordinator.opens("Что требует внимания")
    await here.coordinator.presses("Некому доставить (1)")
    here.coordinator.sees("Лидия Руководителева. Бот остановлен. Ждут 3 сообщения.")
    await here.lead.returns()
    await here.talk.deliver()
    await here.coordinator.presses("Назад")
    assert "Некому доставить (1)" not in here.coordinator.buttons


async def test_nine_come_by_pages(here: Neighbours) -> None:
    for number in range(9):
        one = await here.talk.grown_person(Role.TEACHER, "Лабинский", "СОШ № 5", name=f"Учитель {number}")
        await one.blocks_the_bot()
    await here.regional.sends("/menu")
    here.regional.sees("Некому доставить: 9")
    await here.regional.opens("Что требует внимания")
    await here.regional.presses("Некому доставить (9)")
    assert len([label for label in here.regional.buttons if "Учитель" in label]) == 8
    await here.regional.presses("›")
    here.regional.sees("9. СОШ № 5, Лабинский: Учитель 8. Бот остановлен.")


async def test_others_are_told_nothing_of_it(here: Neighbours) -> None:
    await here.teacher.blocks_the_bot()
    observer = await here.talk.grown_person(Role.OBSERVER, region="Краснодарский край", name="Ольга")
    for person in (here.foreign, here.lead, here.far, here.stranger, observer):
        await person.sends("/menu")
        person.does_not_see("Некому доставить")
    for person in (here.foreign, observer):
        await person.opens("Что требует внимания")
        assert not [label for label in person.buttons if "Некому доставить" in label]
        assert "Тамара" not in here.everything_shown_to(person)
    here.foreign.sees("Всё в порядке", "сообщения доходят до всех")
    observer.does_not_see("сообщения доходят")


async def test_the_region_reads_whose_items_have_nobody_and_what_to_do(here: Neighbours) -> None:
    unit = here.talk.where("Лабинский")
    region = Territory(unit.region)
    await kept(here.talk.units, region, item(region, bodies=("Институт <b>",)), item(unit, number=2, title="Приказ"))
    async with here.talk.units.write() as work:
        for held in await work.places.of(await here.talk.person_id(here.coordinator)):
            await work.places.end(held.place.id, here.talk.clock.now().date() - timedelta(days=1))
    await here.regional.sends("/menu")
    here.regional.sees("Некому доставить: 2")
    await here.regional.opens("Что требует внимания")
    await here.regional.presses("Некому доставить (2)")
    here.regional.sees(
        "1. Лабинский", "координатора в боте нет, 1 открытый пункт плана. Дайте роль координатора: «Люди».",
        "2. Институт <b>: никто не назначен, 1 открытый пункт плана. Назовите людей: «Кто отвечает».",
    )  # fmt: skip
    await here.regional.presses("1. Лабинский")
    here.regional.sees("Приказ")
    await here.regional.presses("Назад")
    await here.regional.presses("2. Институт <b>")
    here.regional.sees("Институт <b>")
