"""Where things stand in the menu: what waits in one place, what is rare in groups, a fresh booking, a day of visits."""

from datetime import timedelta

from shnor_domain.identity import Role
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.people.use_cases.make_links import MakeRoleLink
from shnor_domain.people.use_cases.role_link import UseRoleLink
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA, methodist_of, publishes, teacher_of_honuu
from tests.support.visits import THURSDAY, asks, coordinator_of, host_of, lead_of, plans


async def comes_by_link(talk: Talk, coordinator: Person, name: str) -> None:
    """A mentor whose place waits for «Верно»."""
    issuer = await talk.actor(coordinator)
    link = await (await talk.the(MakeRoleLink))(issuer, Role.MENTOR, talk.where("Момский"))
    await (await talk.the(GiveConsent))(700, talk.terms.version)
    await (await talk.the(UseRoleLink))(await talk.actor(talk.person(700)), link.code, name)


async def test_all_that_waits_for_a_coordinator_stands_behind_one_button(talk: Talk) -> None:
    coordinator, lead = await coordinator_of(talk), await lead_of(talk)
    await coordinator.opens("Ждёт моего решения")
    coordinator.sees("Сейчас вашего решения ничего не ждёт", "заявки, документы, выезды")
    await asks(talk, lead)
    await coordinator.opens("Ждёт моего решения (1)")
    coordinator.sees("Ждут вашего решения", "СОШ № 1")
    await comes_by_link(talk, coordinator, "Нина Павловна")
    await coordinator.opens("Ждёт моего решения (2)")
    coordinator.sees("Ждёт вашего решения: 2")
    assert coordinator.buttons == ["Заявки и новые люди (1)", "Просьбы о выезде (1)", "Назад", "В меню"]
    await coordinator.presses("Просьбы о выезде (1)")
    await coordinator.presses("Назад")
    coordinator.sees("Ждёт вашего решения: 2")
    await coordinator.sends("/waiting")
    await coordinator.presses("Заявки и новые люди (1)")
    coordinator.sees("1. Нина Павловна")
    await coordinator.presses("Назад")
    coordinator.sees("Ждёт вашего решения: 2")


async def test_who_decides_on_nothing_has_no_place_where_it_waits(talk: Talk) -> None:
    teacher, stranger = await teacher_of_honuu(talk), talk.person(77)
    for person in (teacher, stranger):
        assert not [label for label in await person.offers() if "Ждёт" in label]
    await teacher.sends("/waiting")
    teacher.sees("Это действие вам недоступно")


async def test_a_coordinator_opens_what_is_rare_from_two_groups(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await coordinator.sends("/menu")
    assert {"Ждёт моего решения", "Школы", "Планы", "Люди", "Консультации", "Объявление", "Результаты"} <= set(
        coordinator.buttons
    )
    assert len(coordinator.last.rows) <= 10
    await coordinator.presses("Консультации")
    coordinator.sees("Время, вопросы школ и цифры")
    assert {"Время на территории", "Записать учителя", "Вопросы школ", "Статистика консультаций"} <= set(
        coordinator.buttons
    )
    assert coordinator.buttons[-2:] == ["Назад", "В меню"] and len(coordinator.buttons) <= 10
    await coordinator.presses("Назад")
    await coordinator.presses("Ещё")
    assert {"Загрузить таблицу", "Актированный день", "Справочники", "Что требует внимания"} <= set(coordinator.buttons)
    await coordinator.presses("Загрузить таблицу")
    coordinator.does_not_see("То, что нужно реже")


async def test_a_teacher_finds_everything_in_the_menu_itself(talk: Talk) -> None:
    teacher = await teacher_of_honuu(talk)
    await teacher.sends("/menu")
    assert not {"Консультации", "Ещё"} & set(teacher.buttons)
    assert {"Записаться на консультацию", "Мои дела", "Расписание консультаций"} <= set(teacher.buttons)


async def books_the_nearest(teacher: Person) -> None:
    await teacher.sends("/consult")
    for _ in range(5):  # taps after «Записаться», at the most (C20)
        if "Пропустить" in teacher.buttons:
            break
        await teacher.presses(teacher.buttons[0])
    await teacher.presses("Пропустить")
    assert teacher.buttons == [
        "Добавить вопрос или файл", "В календарь", "Перенести", "Отменить запись", "Мои дела", "В меню",
    ]  # fmt: skip


async def test_a_fresh_booking_is_moved_or_cancelled_at_once(talk: Talk) -> None:
    host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
    await publishes(talk, host)
    await books_the_nearest(teacher)
    await teacher.presses("Перенести")
    await teacher.presses(teacher.buttons[0])
    teacher.sees("Запись перенесена")
    await teacher.sends("/my")
    assert len([label for label in teacher.buttons if "химия" in label]) == 1
    await teacher.presses(teacher.buttons[0])
    await teacher.presses("Отменить запись")
    await teacher.presses("Пропустить")
    await books_the_nearest(teacher)
    await teacher.presses("Отменить запись")
    await teacher.presses("Пропустить")
    teacher.sees("Запись отменена")
    await teacher.sends("/my")
    assert not [label for label in teacher.buttons if "химия" in label]


async def test_a_host_of_visits_alone_sees_them_today_and_in_the_week(talk: Talk) -> None:
    host, lead, coordinator = await host_of(talk), await lead_of(talk), await coordinator_of(talk)
    assert "Сегодня" not in await host.offers()
    await plans(talk, coordinator, await asks(talk, lead), host)
    talk.clock.instant = THURSDAY - timedelta(hours=2)
    await host.opens("Сегодня")
    host.sees("Сегодня: 08:00 (у вас) · 10:00 Хонуу выезд, СОШ № 1, химия")
    host.does_not_see("Добавьте время")
    await host.presses("Неделя")
    host.sees("Выезды\nЧетверг, 10 декабря, 08:00 (у вас) · 10:00 Хонуу: СОШ № 1, химия")
    host.does_not_see("На этой неделе встреч нет")
    await host.presses("Мои выезды (1)")
    await host.presses("Назад")
    host.sees("Неделя с 10 декабря")


async def test_a_coordinator_of_a_region_begins_with_its_municipalities(talk: Talk) -> None:
    regional = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Иван Иванович")
    offered = await regional.offers()
    order = [
        "Ждёт моего решения",
        "Муниципалитеты",
        "Планы",
        "Список школ по годам",
        "Объявление",
        "Справочники",
        "Ещё",
    ]
    assert [label for label in offered if label in order] == order
    assert "Школы" not in offered
    await regional.opens("Муниципалитеты")
    regional.sees("Районы и улусы")
    await regional.opens("Список школ по годам")
    coordinator = await coordinator_of(talk)
    offered = await coordinator.offers()
    order = ["Ждёт моего решения", "Школы", "Планы", "Люди", "Консультации", "Объявление", "Ещё"]
    assert [label for label in offered if label in order] == order
    assert "Муниципалитеты" not in offered
