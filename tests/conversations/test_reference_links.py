"""«Мои приглашения»: who gave a link out sees it and revokes it; nobody else's."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from shnor_domain.identity import Role
from shnor_domain.people.model.links import Link
from shnor_domain.people.use_cases.make_links import MakeRoleLink, MakeSchoolLink
from shnor_domain.people.use_cases.relink import MakeRelink
from tests.support.conversation import Person
from tests.support.neighbours import Neighbours, neighbours


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def school_link(here: Neighbours, person: Person, uses: int = 30) -> Link:
    make = await here.talk.the(MakeSchoolLink)
    return await make(await here.talk.actor(person), here.talk.where("Лабинский", "СОШ № 6"), uses, 30)


async def open_links(person: Person) -> None:
    await person.opens("Справочники")
    await person.presses("Мои приглашения")


async def test_without_links_it_says_how_to_make_one(here: Neighbours) -> None:
    await open_links(here.coordinator)
    here.coordinator.sees("Открытых приглашений сейчас нет.", "«Пригласить по ссылке»")
    await here.lead.sends("/menu")
    assert not [label for label in here.lead.buttons if "приглашения" in label]


async def test_a_link_of_a_school_is_revoked_after_one_more_question(here: Neighbours) -> None:
    lead, newcomer = here.lead, here.talk.person(901, "Новая")
    link = await school_link(here, lead)
    await here.applies()
    await lead.opens("Мои приглашения (1)")
    lead.sees("Мои приглашения: 1", "1. учитель, СОШ № 6, Лабинский: пришли 0 из 30, действует до: среда, 30 декабря")
    await lead.presses("1. Учитель, СОШ № 6")
    lead.sees("Учитель, СОШ № 6, Лабинский", "Сделано: понедельник, 30 ноября", "По этой ссылке пришли: 0 из 30")
    await lead.presses("Отозвать")
    lead.sees("Отозвать приглашение?", "где бы её ни переслали", "Вернуть её будет нельзя")
    sure = replace(lead.last, rows=list(lead.last.rows))
    await lead.presses("Да, отозвать")
    lead.sees("Приглашение отозвано, ссылка больше не работает", "Открытых приглашений сейчас нет.")
    await lead.presses_old(sure, "Да, отозвать")
    await newcomer.sends(f"/start {link.code}")
    newcomer.sees("Эта ссылка не действует")
    assert [line for line in await here.audited() if line[0] == "link-revoke"] == [
        ("link-revoke", await here.talk.person_id(lead))
    ]
    await lead.sends("/menu")
    assert not [label for label in lead.buttons if "приглашения" in label]


async def test_every_kind_of_link_is_listed_the_latest_first(here: Neighbours) -> None:
    coordinator, talk = here.coordinator, here.talk
    actor = await talk.actor(coordinator)
    await school_link(here, coordinator)
    await (await talk.the(MakeRoleLink))(actor, Role.SCHOOL_LEAD, talk.where("Лабинский", "СОШ № 5"))
    relink = await (await talk.the(MakeRelink))(actor, await talk.person_id(here.teacher))
    await open_links(coordinator)
    coordinator.sees(
        "Мои приглашения: 3",
        "1. новый телефон, Тамара Учителева: пришли 0 из 1",
        "2. директор или завуч, СОШ № 5, Лабинский",
        "3. учитель, СОШ № 6, Лабинский: пришли 0 из 30",
    )
    await coordinator.presses("1. Новый телефон")
    await coordinator.presses("Отозвать")
    coordinator.sees("Прежний чат этого человека останется за ним.")
    await coordinator.presses("Да, отозвать")
    coordinator.sees("Мои приглашения: 2")
    fresh = talk.person(902, "Тамара")
    await fresh.sends(f"/start {relink.code}")
    fresh.sees("Эта ссылка не действует")
    assert (await talk.actor(here.teacher)).has(Role.TEACHER)


async def test_a_used_up_or_expired_link_is_no_longer_there(here: Neighbours) -> None:
    coordinator, talk = here.coordinator, here.talk
    await school_link(here, coordinator)
    await open_links(coordinator)
    await coordinator.presses("1. Учитель, СОШ № 6")
    one = replace(coordinator.last, rows=list(coordinator.last.rows))
    talk.clock.advance(days=31)
    await coordinator.presses_old(one, "Отозвать")
    coordinator.sees("Пока вы смотрели, здесь всё изменилось", "Открытых приглашений сейчас нет.")
    assert "link-revoke" not in [line[0] for line in await here.audited()]


async def test_ten_links_come_by_pages(here: Neighbours) -> None:
    for _ in range(10):
        await school_link(here, here.coordinator)
    await open_links(here.coordinator)
    assert "1 из 2" in here.coordinator.buttons
    await here.coordinator.presses("›")
    here.coordinator.sees("9. учитель", "10. учитель")
    here.coordinator.does_not_see("8. учитель")


async def test_links_of_others_are_neither_seen_nor_revoked(here: Neighbours) -> None:
    link = await school_link(here, here.coordinator)
    await open_links(here.coordinator)
    await here.coordinator.presses("1. Учитель, СОШ № 6")
    screens = [replace(here.coordinator.last, rows=list(here.coordinator.last.rows))]
    await here.coordinator.presses("Отозвать")
    screens.append(replace(here.coordinator.last, rows=list(here.coordinator.last.rows)))
    await open_links(here.foreign)
    here.foreign.sees("Открытых приглашений сейчас нет.")
    for person in (here.foreign, here.teacher, here.stranger):
        for screen in screens:
            await person.presses_old(replace(screen, chat=person.chat), screen.buttons[0])
    newcomer = here.talk.person(903, "Новая")
    await newcomer.sends(f"/start {link.code}")
    newcomer.sees("Вас приглашают")
