"""«Ждёт моего решения»: who asks, who decides first, and who never sees any of it."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiogram.types import InlineKeyboardButton

from handlers.people.callbacks import Answer, Arrival, OpenApplication, OpenWaiting
from shnor_domain.identity import PlaceId, Role
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.people.use_cases.make_links import MakeRoleLink
from shnor_domain.people.use_cases.one_application import OneApplication
from shnor_domain.people.use_cases.role_link import UseRoleLink
from tests.support.conversation import Person
from tests.support.neighbours import CANARY, WILD, Neighbours, neighbours
from tests.support.screens import Screen


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


def notice(person: Person, data: str) -> Screen:
    """A notice with one button, as it came months ago."""
    screen = Screen(person.chat, 90, "Заявка", "Заявка", [[InlineKeyboardButton(text="Открыть", callback_data=data)]])
    person._session.screens.setdefault(person.chat, []).append(screen)
    return screen


async def test_the_head_of_the_school_lets_her_teacher_in(here: Neighbours) -> None:
    asked = await here.applies()
    await here.lead.sends("/menu")
    assert "Ждёт моего решения (1)" in here.lead.buttons
    await here.lead.presses("Ждёт моего решения (1)")
    here.lead.sees("Ждёт вашего решения: 1", f"1. {WILD}: учитель, СОШ № 6, Лабинский (химия)")
    await here.lead.presses(f"1. {WILD}")
    here.lead.sees(f"{WILD}\nЗаявка на регистрацию: учитель, СОШ № 6, Лабинский", "Предметы: химия", "Отправлена:")
    card = replace(here.lead.last, rows=list(here.lead.last.rows))
    await here.lead.presses("Подтвердить")
    here.lead.sees("Подтверждено: вы, понедельник, 30 ноября, 09:00")
    assert here.lead.buttons == ["К списку", "В меню"]
    await here.lead.presses_old(card, "Подтвердить")
    here.lead.sees("Решение по этой заявке на регистрацию уже приняли")
    lead = await here.talk.person_id(here.lead)
    assert [line for line in await here.audited() if line[0] == "application-approve"] == [
        ("application-approve", lead)
    ]
    assert await here.told("application-approved") == [asked.person]


async def test_the_second_to_decide_sees_who_was_first_and_when(here: Neighbours) -> None:
    await here.applies(role=Role.SCHOOL_LEAD, name="Новый Директор")
    deputy = await here.talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Вторая Районова")
    for person in (here.coordinator, deputy):
        await person.sends("/waiting")
        await person.presses("Новый Директор")
    await deputy.presses("Не подтверждать")
    await here.coordinator.presses("Подтвердить")
    here.talk.clock.advance(minutes=5)
    await deputy.sends("Не из нашей школы")
    deputy.sees("уже приняли", "Подтверждено: Клара Районова, понедельник, 30 ноября, 09:00")
    assert "Подтвердить" not in deputy.buttons
    assert await here.told("application-declined") == []


async def test_declining_demands_a_reason_and_says_it_kindly(here: Neighbours) -> None:
    asked = await here.applies()
    await here.lead.sends("/waiting")
    await here.lead.presses(WILD)
    await here.lead.presses("Не подтверждать")
    here.lead.sees("Почему не подтверждаете?")
    await here.lead.sends_photo(caption="вот приказ")
    here.lead.sees("Здесь нужен текст", "Почему не подтверждаете?")
    await here.lead.sends("ж" * 5000)
    here.lead.sees("Получилось 5000 знаков, а можно не больше 500")
    await here.lead.sends("Школа <b>&_*[ указана неверно")
    here.lead.sees("Не подтверждено: Школа <b>&_*[ указана неверно", "Кто решил: вы, понедельник, 30 ноября")
    here.lead.does_not_see("тклонен", "тказ")
    assert await here.told("application-declined") == [asked.person]
    assert [line[0] for line in await here.audited() if line[0].startswith("application-")] == ["application-decline"]
    await here.lead.presses("К списку")
    here.lead.sees("Сейчас ни одна заявка вашего решения не ждёт")


async def test_nine_applications_come_by_pages_the_oldest_first(here: Neighbours) -> None:
    for number in range(1, 10):
        await here.applies(f"Учитель Номер {number}")
        here.talk.clock.advance(minutes=1)
    await here.lead.sends("/waiting")
    assert [label for label in here.lead.buttons if "Номер" in label] == [
        f"{number}. Учитель Номер {number}" for number in range(1, 9)
    ]
    await here.lead.presses("›")
    assert here.lead.buttons == ["9. Учитель Номер 9", "‹", "2 из 2", "В меню"]


async def test_who_comes_by_a_role_link_waits_for_the_word_of_its_issuer(here: Neighbours) -> None:
    places = []
    for chat, name in ((701, "Первый Наставник"), (702, "Второй Наставник")):
        issuer = await here.talk.actor(here.coordinator)
        link = await (await here.talk.the(MakeRoleLink))(issuer, Role.MENTOR, here.talk.where("Лабинский"))
        await (await here.talk.the(GiveConsent))(chat, here.talk.terms.version)
        used = await here.talk.the(UseRoleLink)
        places.append(await used(await here.talk.actor(here.talk.person(chat)), link.code, name))
    screen = notice(here.coordinator, Arrival(place=places[0].id, answer=Answer.RIGHT).pack())
    await here.coordinator.presses_old(screen, "Открыть")
    here.coordinator.sees("Первый Наставник\nПо вашей ссылке: наставник, Лабинский", "Подтверждено, данные открыты")
    assert screen.buttons == ["Открыть"] and screen.text == "Заявка"
    assert (await here.talk.actor(here.talk.person(701))).has(Role.MENTOR)
    await here.coordinator.presses_old(screen, "Открыть")
    here.coordinator.sees("Подтверждено, данные открыты")
    await here.coordinator.presses("К списку")
    await here.coordinator.presses("Второй Наставник")
    here.coordinator.sees("Данные школы пока закрыты")
    await here.coordinator.presses("Отозвать")
    await here.coordinator.presses("Да, отозвать")
    here.coordinator.sees("Отозвано", "Сейчас ни одна заявка вашего решения не ждёт")
    assert (await here.talk.actor(here.talk.person(702))).places == ()
    gone = notice(here.coordinator, Arrival(place=places[1].id, answer=Answer.REVOKE).pack())
    await here.coordinator.presses_old(gone, "Открыть")
    here.coordinator.sees("Этого здесь больше нет")
    actions = [line[0] for line in await here.audited() if line[0].startswith("role-link-")]
    assert actions == ["role-link-confirmed", "role-link-revoked"]


async def test_forged_and_foreign_buttons_answer_politely_and_do_nothing(here: Neighbours) -> None:
    asked = await here.applies(f"Тайная {CANARY}")
    forged = (
        OpenApplication(application=asked.id).pack(),
        OpenWaiting().pack(),
        Arrival(place=1, answer=Answer.RIGHT).pack(),
        Arrival(place=1, answer=Answer.REVOKE).pack(),
    )
    for person in (here.foreign, here.far, here.teacher, here.stranger):
        for data in forged:
            await person.presses_old(notice(person, data), "Открыть")
            person.does_not_see("Тайная", "Лабинский")
        await person.sends("/waiting")
        person.does_not_see("Тайная", "Лабинский")
    application = (await (await here.talk.the(OneApplication))(await here.talk.actor(here.lead), asked.id)).application
    assert application.decided_at is None
    assert not [line for line in await here.audited() if line[0].startswith(("application-", "role-link-"))]


async def test_nobody_decides_on_herself(here: Neighbours) -> None:
    second = await here.talk.grown_person(
        Role.TEACHER, "Лабинский", "СОШ № 5", name="Клара Районова", chat=here.coordinator.chat
    )
    await second.sends("/people")
    await second.presses("Клара Районова")
    second.sees("Это вы. О ваших ролях решает другой координатор")
    assert not {"Дать роль", "Забрать роль", "Новый телефон", "Закрепить"} & set(second.buttons)
    place = next(each for each in (await here.talk.actor(second)).places if each.role is Role.TEACHER)
    await second.presses_old(notice(second, Arrival(place=PlaceId(place.id), answer=Answer.REVOKE).pack()), "Открыть")
    second.sees("Этого здесь больше нет")
    assert len((await here.talk.actor(second)).places) == 2
