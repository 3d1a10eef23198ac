"""/roadmap: a director's own items, a coordinator's plans and how far they are, tables and paper; nobody else's."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from shnor_domain.identity import Role, SubjectId
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.people.model.places import Order
from shnor_domain.roadmap.model import ItemState
from shnor_domain.roadmap.periods.model import Period, Recurrence, Window
from shnor_domain.roadmap.use_cases.mine import MyItems
from shnor_domain.territories.settings import SubjectDay
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA
from tests.support.plans import item, kept
from tests.support.workbooks import texts_of

MORNING = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
"""Tuesday, 9:00 in Якутск."""
SOON, PASSED, LATER = date(2026, 12, 4), date(2026, 11, 27), date(2027, 3, 31)


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(MORNING)) as talk:
        yield talk


async def lead_of(talk: Talk, school: str = "СОШ № 1", unit: str = "Амгинский") -> Person:
    return await talk.grown_person(Role.SCHOOL_LEAD, unit, school, name="Виктор Петрович")


async def coordinator_of(talk: Talk, unit: str = "Амгинский") -> Person:
    return await talk.grown_person(Role.MUNICIPAL_COORDINATOR, unit, name="Егор Примеров")


async def own_plan(talk: Talk) -> None:
    """Six items of № 1 of Амга, one of each standing."""
    where = talk.where("Амгинский", "СОШ № 1")
    await kept(
        talk.units,
        where,
        item(where, LATER, number=1, title="Отчёт за год"),
        item(where, SOON, number=2, title="Договор <b>&"),
        item(where, PASSED, number=3, title="Самодиагностика"),
        item(where, SOON, number=4, title="Программа", state=ItemState.ON_REVIEW),
        item(where, PASSED, number=5, title="Анкетирование", state=ItemState.DONE),
        item(where, None, number=6, title="Семинар"),
        title="План школы",
    )


async def region_plan(talk: Talk) -> None:
    """One measure of three schools in two municipalities, one of the municipality itself."""
    amga, second = talk.where("Амгинский", "СОШ № 1"), talk.where("Амгинский", "СОШ № 2")
    await kept(
        talk.units,
        talk.where(region=YAKUTIA),
        item(talk.where(region=YAKUTIA), SOON, number=1, title="Договор"),
        item(amga, SOON, number=1, title="Договор", parent=0, state=ItemState.DONE),
        item(second, PASSED, number=1, title="Договор", parent=0),
        item(talk.where("Момский", "СОШ № 1"), SOON, number=1, title="Договор", parent=0),
        item(talk.where("Амгинский"), None, number=2, title="Приказ"),
        title="Дорожная карта",
    )


def table_of(person: Person, sheet: int = 0) -> list[list[str]]:
    """Rows of a sheet of the newest xlsx in her chat."""
    body = next(screen.body for screen in reversed(person.screens) if screen.body is not None)
    return list(texts_of(body).values())[sheet]


async def test_a_director_sees_what_is_near_and_narrows_by_chips(talk: Talk) -> None:
    lead = await lead_of(talk)
    await own_plan(talk)
    await lead.sends("/menu")
    await lead.presses("План школы (1 скоро срок)")
    lead.sees("Сделано 1 из 6 (17 %)", "На проверке: 1. Срок прошёл: 1. Без срока: 1", "2. Договор <b>&: до 4 декабря")
    lead.does_not_see("Самодиагностика")
    assert [label for label in lead.buttons if label.endswith(")")] == [
        "✓ Скоро срок (1)",
        "Срок прошёл (1)",
        "На проверке (1)",
        "Сделано (1)",
        "Без срока (1)",
        "Все (6)",
    ]
    for chip, row in (
        ("Срок прошёл", "3. Самодиагностика: срок прошёл 27 ноября"),
        ("На проверке", "4. Программа: на проверке"),
        ("Сделано", "5. Анкетирование: сделано"),
        ("Без срока", "6. Семинар: без срока"),
    ):
        await lead.presses(chip)
        lead.sees(row)
    await lead.presses("Все (6)")
    rows = [line for line in lead.last.text.splitlines() if line[:1].isdigit()]
    assert [row[0] for row in rows] == ["3", "5", "2", "4", "1", "6"], "one's own by date"
    await lead.presses("3. Самодиагностика")
    lead.sees("Самодиагностика")
    await lead.presses("Назад")
    lead.sees("Мои пункты")


async def test_without_items_she_is_told_where_they_come_from(talk: Talk) -> None:
    lead = await lead_of(talk)
    await lead.sends("/roadmap")
    lead.sees("Ваших пунктов пока нет", "когда координатор загрузит план")
    coordinator = await coordinator_of(talk)
    await coordinator.sends("/roadmap")
    coordinator.sees("Планов пока нет", "начните программу")
    assert "Начать программу" in coordinator.buttons


async def test_a_coordinator_goes_from_the_plan_to_the_parts_to_the_card(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await region_plan(talk)
    await coordinator.sends("/menu")
    coordinator.sees("Срок прошёл: 1 пункт в 1 школе.")
    await coordinator.presses("Планы")
    coordinator.sees("1. Дорожная карта: 1 из 3 (33 %), срок прошёл: 1, без срока: 1")
    await coordinator.presses("1. Дорожная карта")
    coordinator.sees("1. Договор: 1 из 2 (50 %), срок прошёл: 1", "2. Приказ: без срока, пункт муниципалитета")
    await coordinator.presses("1. Договор")
    coordinator.sees(
        "Исполнителей: 2", "1. СОШ № 1, Амгинский: сделано", "2. СОШ № 2, Амгинский: срок прошёл 27 ноября"
    )
    coordinator.does_not_see("Момский")
    assert "Карточка пункта" not in coordinator.buttons, "the item itself is the region's"
    await coordinator.presses("2. СОШ № 2")
    coordinator.sees("Договор")
    await coordinator.presses("Назад")
    await coordinator.presses("Назад")
    coordinator.sees("Дорожная карта")


async def test_a_plan_names_every_window_of_an_item_that_has_several(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    where = talk.where("Амгинский", "СОШ № 1")
    windows = (Window(date(2026, 10, 1), date(2026, 10, 31)), Window(date(2027, 3, 1), date(2027, 3, 31)))
    await kept(talk.units, where, replace(item(where), period=Period("октябрь, март", windows)))
    await coordinator.sends("/roadmap")
    await coordinator.presses("1. План")
    coordinator.sees(
        "1. Самодиагностика: срок прошёл 31 октября (1 октября 2026 – 31 октября 2026; 1 марта 2027 – 31 марта 2027)"
    )


async def test_the_region_goes_down_to_the_school_and_the_table_says_the_same(talk: Talk) -> None:
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Марина Образцова")
    await region_plan(talk)
    await region.sends("/roadmap")
    await region.presses("Ход выполнения")
    region.sees(
        "Сделано 1 из 4 (25 %)", "Амгинский: 1 из 3 (33 %), срок прошёл: 1, без срока: 1", "Момский: 0 из 1 (0 %)"
    )
    await region.presses("Таблица Excel")
    assert table_of(region) == [
        ["Где", "Сделано", "Всего", "Доля", "На проверке", "Срок прошёл", "Без срока"],
        ["Амгинский", "1", "3", "33 %", "0", "1", "1"],
        ["Момский", "0", "1", "0 %", "0", "0", "0"],
        ["Всего", "1", "4", "25 %", "0", "1", "1"],
    ]
    head, *schools = table_of(region, 1)
    assert head[:3] == ["Район или улус", "Где", "Сделано"]
    assert [row[:4] for row in schools] == [
        ["Амгинский", "Пункты муниципалитета", "0", "1"],
        ["Амгинский", "СОШ № 1, Амга", "1", "1"],
        ["Амгинский", "СОШ № 2, Амга", "0", "1"],
        ["Момский", "СОШ № 1, Хонуу", "0", "1"],
    ]
    await region.presses("Амгинский")
    region.sees("Пункты муниципалитета: 0 из 1 (0 %)", "СОШ № 1, Амга: 1 из 1 (100 %)", "СОШ № 2, Амга: 0 из 1 (0 %)")
    assert [label for label in region.buttons if "СОШ" in label] == ["СОШ № 1, Амга", "СОШ № 2, Амга"]
    await region.presses("СОШ № 2, Амга")
    region.sees("СОШ № 2, Амгинский", "1. Договор: срок прошёл 27 ноября")
    await region.presses("Назад")
    await region.presses("Назад")
    region.sees("Момский")


async def test_a_plan_goes_out_as_a_table_of_text_and_on_paper(talk: Talk) -> None:
    lead = await lead_of(talk)
    where = talk.where("Амгинский", "СОШ № 1")
    await kept(talk.units, where, item(where, SOON, number=1, title="=HYPERLINK(1)"), item(where, None, number=2))
    await lead.sends("/roadmap")
    await lead.presses("Таблица Excel")
    head, first, second = table_of(lead)
    assert head[:4] == ["№", "Что сделать", "Где", "Срок, как в плане"]
    assert first[1:] == [
        "=HYPERLINK(1)", "СОШ № 1, Амгинский", "до срока", "01.09.2026", "04.12.2026", "", "", "до 4 декабря",
    ]  # fmt: skip
    assert second[5] == "без срока"
    await lead.presses("Для печати")
    assert lead.screens[-2].file_name == "Мои пункты.pdf"
    paper = talk.papers.written[-1]
    assert paper.lines[:2] == ("СОШ № 1, Амгинский", "На 1 декабря 2026")
    assert paper.rows[0] == ("1", "=HYPERLINK(1)", "1 сентября 2026 – 4 декабря 2026", "", "до 4 декабря")
    coordinator = await coordinator_of(talk)
    await coordinator.sends("/roadmap")
    await coordinator.presses("1. План")
    await coordinator.presses("Для печати")
    assert talk.papers.written[-1].lines[0] == "СОШ № 1, Амгинский"


async def test_strangers_get_nothing_of_a_plan(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await region_plan(talk)
    await coordinator.sends("/roadmap")
    await coordinator.presses("1. Дорожная карта")
    window = replace(coordinator.last, rows=list(coordinator.last.rows))
    teacher = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"])
    nobody = talk.person(77, "Никто")
    for person, refusal in ((teacher, "вам недоступно"), (nobody, "нужны регистрация")):
        await person.sends("/roadmap")
        person.sees(refusal)
        person.does_not_see("Договор", "Дорожная")
    foreign = await coordinator_of(talk, "Лабинский")
    await foreign.sends("/roadmap")
    foreign.sees("Планов пока нет")
    await foreign.presses_old(replace(window, chat=foreign.chat), "1. Договор")
    foreign.does_not_see("Договор")


async def test_who_answers_for_a_body_finds_her_items(talk: Talk) -> None:
    expert = await talk.grown_person(Role.METHODIST, region=YAKUTIA, name="Анна Экспертова")
    where = talk.where(region=YAKUTIA)
    await kept(talk.units, where, item(where, SOON, title="Вебинар", bodies=("институт",)))
    await expert.sends("/menu")
    assert not [label for label in expert.buttons if "Мои пункты" in label]
    async with talk.units.write() as work:
        assert where.region is not None
        await work.plan_people.name_body(where.region, "институт", await talk.person_id(expert))
    assert len((await (await talk.the(MyItems))(await talk.actor(expert))).items) == 1
    await expert.sends("/menu")
    await expert.presses("Мои пункты (1 скоро срок)")
    expert.sees("1. Вебинар: до 4 декабря")


async def test_a_coordinator_who_helps_a_school_elsewhere_reaches_both(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await talk.grown_person(Role.SCHOOL_CURATOR, "Амгинский", chat=coordinator.chat, name="Егор Примеров")
    there = talk.where("Момский", "СОШ № 1").school
    assert there is not None
    order, who = Order("14", date(2026, 9, 1)), await talk.person_id(coordinator)
    async with talk.units.write() as work:
        await work.pairs.add(Pair(PairId(0), PairKind.SCHOOL, who, there, order, date(2026, 9, 1), None, None, None))
    await region_plan(talk)
    await coordinator.sends("/menu")
    coordinator.sees("Срок прошёл: 1 пункт в 1 школе.")
    await coordinator.sends("/roadmap")
    await coordinator.presses("Ход выполнения")
    await coordinator.presses("Момский")
    coordinator.sees("СОШ № 1")


async def test_a_card_says_how_often_and_when_next(talk: Talk) -> None:
    lead = await lead_of(talk)
    where = talk.where("Амгинский", "СОШ № 1")
    assert where.region is not None
    autumn = (Window(date(2026, 9, 1), date(2026, 12, 31)),)
    by_days = Period("по методическим дням", autumn, Recurrence.SUBJECT_DAY)
    often = replace(item(where, title="Консультации"), period=by_days)
    weekly = replace(item(where, number=2, title="Сверка"), period=Period("еженедельно", autumn, Recurrence.WEEKLY))
    await kept(talk.units, where, often, weekly)
    async with talk.units.write() as work:
        await work.calendars.set_subject_day(SubjectDay(where.region, SubjectId("chemistry"), 2, "приказ"))
    await lead.sends("/roadmap")
    lead.sees("1. Консультации: до 31 декабря 2026, по методическим дням", "2. Сверка: до 31 декабря 2026, еженедельно")
    await lead.presses("1. Консультации")
    lead.sees("По методическим дням: среда. Ближайший раз: 2 декабря")
    await lead.presses("Назад")
    await lead.presses("2. Сверка")
    lead.sees("Еженедельно. Ближайший раз: до 6 декабря")


async def test_a_coordinator_says_who_confirms_in_a_plan(talk: Talk) -> None:
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Марина Образцова")
    lead = await lead_of(talk)
    await region_plan(talk)
    await region.sends("/roadmap")
    await region.presses("1. Дорожная карта")
    await region.presses("Кто подтверждает")
    await region.presses("1. Договор")
    assert "✓ Как обычно" in region.buttons
    await region.presses("Региональный координатор")
    region.sees("Договор. Подтверждает: региональный координатор. Это касается 2 исполнителей.")
    await lead.sends("/roadmap")
    await lead.presses("Все планы")
    await lead.presses("1. Дорожная карта")
    assert "Кто подтверждает" not in lead.buttons
