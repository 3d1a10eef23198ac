"""A plan is brought in through the chat: as a regional coordinator does it, a district's, and those who may not (D)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from shnor_domain.roadmap.model import Item, Plan
from tests.support.conversation import Person
from tests.support.neighbours import CANARY, REGION, Neighbours, neighbours
from tests.support.plans_at_hand import plan_file

DOCUMENT = Path(__file__).parents[1] / "data" / "roadmap_osetia.docx"
PLAN = plan_file(
    ("1", "Семинар для школ", "май", "Совет Края", "Приказ"),
    ("2", "Анализ <b>&_*[ результатов", "декабрь", "МОУО, школы", "Справка"),
    ("3", "Встреча директоров", "когда удобно", "директор", "Протокол"),
    ("4", "Отчёт за лето", "август", "МОУО", "Отчёт"),
)


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def brings(person: Person, name: str = "план.csv", body: bytes = PLAN) -> None:
    await person.opens("Загрузить таблицу")
    await person.presses("Дорожная карта")
    person.sees("Пришлите план файлом docx, xlsx или csv")
    await person.sends_document(name, body)


async def plans_of(here: Neighbours) -> list[tuple[Plan, list[Item]]]:
    async with here.talk.units.read() as work:
        plans = await work.plans.within([here.talk.where()])
        return [(plan, list(await work.plans.items(plan.id))) for plan in plans]


async def test_a_real_document_is_reported_with_the_rows_that_need_a_person(here: Neighbours) -> None:
    regional = here.regional
    await brings(regional, "план.docx", DOCUMENT.read_bytes())
    regional.sees(
        "Ничего ещё не записано",
        "План мероприятий, направленных на создание условий",
        "Годы плана: не выбраны",
        f"Для кого: {REGION}",
        "В плане 28 пунктов",
        "Не понято, кто это: СОРИПКРО (23)",
        "Все сроки этого плана уже прошли",
    )
    assert not [screen for screen in regional.screens if "Читаю план" in screen.text]
    listed = next(line for line in regional.last.text.splitlines() if line.startswith("Сверьте с документом"))
    assert {"14", "15", "20", "28"} <= set(listed.partition(": ")[2].split(", "))
    await regional.presses("Сверить")
    pages = regional.last.text
    while "›" in regional.buttons:
        await regional.presses("›")
        pages += f"\n{regional.last.text}"
    rows = {number: pages.partition(f"Пункт {number} (")[2].partition("\nПункт ")[0] for number in (14, 15, 20, 28)}
    assert "в тексте не хватает слов" in rows[14] and "два результата" in rows[14]
    assert "номер стоял в тексте" in rows[15] and "нет результата" in rows[15]
    assert "в сроке есть лишний текст" in rows[20] and "текст собран из двух строк" in rows[20]
    assert "похоже на два мероприятия" in rows[28] and "таблица 8, строка 3" in rows[28]


async def test_a_real_document_is_answered_moved_and_written(here: Neighbours) -> None:
    regional = here.regional
    await brings(regional, "план.docx", DOCUMENT.read_bytes())
    await regional.presses("Записать план")
    regional.sees("Записать пока нельзя. Сначала скажите, на какие годы этот план")
    assert not [label for label in regional.buttons if label.startswith("Записать")]
    await regional.presses("Назад")
    await regional.presses("Годы плана")
    await regional.presses("2021–2022, без года: 2021")
    regional.sees("Годы плана: 2021–2022 годы; где год не назван, это 2021")
    regional.does_not_see("Срок непонятен")
    await regional.presses("Перенести на другой год")
    await regional.presses("2026–2027, без года: 2026")
    regional.sees("Годы плана: 2026–2027 годы")
    await regional.presses("Кто это (9)")
    await regional.presses("1. СОРИПКРО")
    regional.sees("«СОРИПКРО», 23 пункта. Кто это?")
    await regional.sends("институт развития образования")
    regional.does_not_see("СОРИПКСРО")
    await regional.presses("Назад")
    await regional.presses("Название")
    await regional.sends("План региона")
    await regional.presses("Записать план")
    regional.sees("Записать план?\nПлан региона")
    assert await plans_of(here) == []
    await regional.presses("Записать")
    regional.sees("План записан: «План региона»")
    await regional.presses("Открыть план")
    regional.sees("План региона")
    ((plan, items),) = await plans_of(here)
    assert (plan.title, plan.source, plan.window.first.year) == ("План региона", "план.docx", 2026)
    whole = [item for item in items if item.parent is None]
    assert [item.number for item in whole] == [str(number) for number in range(1, 29)]
    assert {whole[0].bodies, whole[27].bodies} == {("ИРО",)}
    assert {window.first.year for item in whole for window in item.period.windows} == {2025, 2026, 2027}
    assert ("plan-bring", await here.talk.person_id(regional)) in await here.audited()


async def test_periods_are_asked_one_by_one(here: Neighbours) -> None:
    coordinator = here.coordinator
    await brings(coordinator)
    coordinator.sees("Срок непонятен у 2 пунктов: 3, 4", "Для кого: Лабинский")
    await coordinator.presses("Сроки (2)")
    coordinator.sees("Вопрос 1 из 2. Пункт 3: Встреча директоров", "«когда удобно». Такой срок я не понимаю")
    await coordinator.sends("как получится")
    coordinator.sees("Срок «как получится» понять не удалось")
    await coordinator.presses("Пропустить")
    coordinator.sees("Вопрос 2 из 2. Пункт 4", "Это можно понять по-разному", "1. август 2026")
    await coordinator.presses("2. август 2027")
    coordinator.sees("Остальные вопросы пропущены")
    await coordinator.presses("К пропущенным")
    await coordinator.sends("август")
    coordinator.sees("Вы написали: «август»", "Это можно понять по-разному")
    await coordinator.presses("1. август 2026")
    coordinator.sees("Все сроки ясны")
    await coordinator.presses("Назад")
    await coordinator.presses("Все пункты (4)")
    coordinator.sees("3. Встреча директоров: август 2026", "4. Отчёт за лето: август 2027")
    coordinator.sees("2. Анализ &_*[ результатов: декабрь 2026\nКто: МОУО, школа, 5 частей")
    await coordinator.presses("Назад")
    await coordinator.presses("Сроки (0)")
    await coordinator.presses("Ответить заново")
    coordinator.sees("Вопрос 1 из 2")


async def test_what_stays_a_question_is_written_without_date_only_when_she_says_so(here: Neighbours) -> None:
    coordinator = here.coordinator
    await brings(coordinator)
    await coordinator.presses("Сроки (2)")
    await coordinator.presses("Без срока")
    await coordinator.presses("Назад")
    coordinator.sees("Срок непонятен у 1 пункта: 4", "Без срока: 1 пункт")
    await coordinator.presses("Записать план")
    coordinator.sees("Срок непонятен у 1 пункта (4). Если записать сейчас, он останется без срока")
    window = replace(coordinator.last, rows=list(coordinator.last.rows))
    assert [label for label in coordinator.buttons if label.startswith("Записать")] == ["Записать, 1 без срока"]
    await coordinator.presses("Записать, 1 без срока")
    coordinator.sees("План записан")
    await coordinator.presses_old(window, "Записать, 1 без срока")
    ((_, items),) = await plans_of(here)
    assert {item.period.windows for item in items if item.number in ("3", "4")} == {()}


async def test_a_restart_between_any_two_answers_loses_nothing(here: Neighbours) -> None:
    coordinator = here.coordinator
    await brings(coordinator)
    await here.talk.restart()
    await coordinator.presses("Сроки (2)")
    await coordinator.sends("до 10 апреля")
    await here.talk.restart()
    await coordinator.presses("1. август 2026")
    await here.talk.restart()
    await coordinator.presses("Назад")
    await coordinator.presses("Программа")
    await coordinator.presses("Проект «500+»")
    await here.talk.restart()
    coordinator.sees("Программа: проект «500+»")
    await coordinator.presses("Записать план")
    await here.talk.restart()
    await coordinator.presses("Записать")
    ((plan, items),) = await plans_of(here)
    assert plan.programme.value == "500plus"
    assert {item.period.windows[0].last.isoformat() for item in items if item.number == "3"} == {"2027-04-10"}


async def test_a_template_goes_to_chosen_schools_alone(here: Neighbours) -> None:
    coordinator = here.coordinator
    await brings(coordinator)
    await coordinator.presses("Для кого")
    await coordinator.presses("Для выбранных школ")
    await coordinator.sends("16")
    assert [label for label in coordinator.buttons if "СОШ" in label] == ["СОШ № 16, Лабинск"]
    await coordinator.presses("СОШ № 16, Лабинск")
    await coordinator.presses("Показать все")
    await coordinator.presses("СОШ № 5, Лабинск")
    coordinator.sees("Отмечено 2 школы", "Пункты получит каждая")
    await coordinator.presses("✓ СОШ № 5, Лабинск")
    coordinator.sees("Отмечена 1 школа. Пункты получит она")
    await coordinator.presses("Готово")
    coordinator.sees("По шаблону для 1 школы", "Свою часть получит 1 школа")
    await coordinator.presses("Записать план")
    await coordinator.presses("Записать, 2 без срока")
    ((_, items),) = await plans_of(here)
    school = here.talk.where("Лабинский", "СОШ № 16")
    assert {item.owner for item in items if item.parent is not None} == {school}
    assert len([item for item in items if item.parent is not None]) == 4


async def test_a_region_may_plan_for_its_one_district_and_for_itself_again(here: Neighbours) -> None:
    regional = here.regional
    await brings(regional)
    await regional.presses("Для кого")
    await regional.presses("Для одного улуса или района")
    regional.sees(f"Для кого: Лабинский, {REGION}")
    await regional.presses("Для кого")
    await regional.presses(REGION)
    regional.sees(f"Для кого: {REGION}")


async def test_not_wanted_is_not_written(here: Neighbours) -> None:
    await brings(here.coordinator)
    await here.coordinator.presses("Не надо")
    here.coordinator.sees("Хорошо, ничего не записано", "Пришлите план файлом")
    assert await plans_of(here) == []
    assert not [line for line in await here.audited() if line[0].startswith("plan")]


async def test_the_same_plan_again_is_told(here: Neighbours) -> None:
    for _ in range(2):
        await brings(here.coordinator)
        await here.coordinator.presses("Записать план")
        await here.coordinator.presses("Записать, 2 без срока")
        await here.coordinator.presses("Загрузить ещё")
        await here.coordinator.sends_document("план.csv", PLAN)
        here.coordinator.sees("Такой план уже есть")
    assert len(await plans_of(here)) == 2


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("план.docx", b"PK\x03\x04 not a document", "Файл не открывается"),
        ("план.pdf", b"%PDF-1.4 \x00", "Это не таблица"),
        ("план.csv", b"", "В файле нет строк"),
        ("план.csv", "фамилия;оценка\nПетров;2\n".encode(), "В таблице не нашлось нужных столбцов"),
    ],
)
async def test_a_wrong_file_gets_a_clear_sentence(here: Neighbours, name: str, body: bytes, words: str) -> None:
    await brings(here.coordinator, name, body)
    here.coordinator.sees(words, "Пришлите план файлом")
    await here.coordinator.sends_photo()
    here.coordinator.sees("Здесь нужен файл docx, xlsx или csv")
    await here.coordinator.sends("я" * 4000)
    here.coordinator.sees("Здесь нужен файл docx, xlsx или csv")


async def test_years_are_typed_and_what_is_no_year_is_said(here: Neighbours) -> None:
    coordinator = here.coordinator
    await brings(coordinator, "карта.csv", plan_file(("1", "Семинар", "май", "МОУО", ""), heading="План"))
    coordinator.sees("Годы плана: не выбраны")
    await coordinator.presses("Годы плана")
    await coordinator.sends("скоро")
    coordinator.sees("Не удалось понять годы «скоро»")
    await coordinator.sends("2026-2027 год")
    coordinator.sees("Это можно понять по-разному")
    await coordinator.presses("2026/27 учебный год")
    coordinator.sees("Годы плана: 2026/27 учебный год")
    await coordinator.presses("Годы плана")
    await coordinator.sends("2027")
    coordinator.sees("Годы плана: 2027 год")


async def test_hostile_rows_come_by_pages_that_fit(here: Neighbours) -> None:
    wild = "<b>&_*[😀" * 200
    rows = [(str(at), f"Семинар {wild}", f"когда {wild}", f"Совет {at} {wild}", wild) for at in range(1, 20)]
    await brings(here.coordinator, "😀" * 100 + ".csv", plan_file(*rows, heading="План на 2027 год"))
    here.coordinator.sees("В плане 19 пунктов")
    for button in ("Сроки (19)", "Кто это", "Все пункты (19)", "Название"):
        await here.coordinator.presses(button)
        assert "поместилось не всё" not in here.coordinator.last.text, button
        if "›" in here.coordinator.buttons:
            await here.coordinator.presses("›")
        await here.coordinator.presses("Назад")


async def test_who_brings_no_plans_has_no_such_button(here: Neighbours) -> None:
    for person in (here.lead, here.teacher, here.far, here.stranger):
        assert not {"Загрузить таблицу", "Кто отвечает в планах"} & set(await person.offers())
    assert "Кто отвечает в планах" not in await here.coordinator.offers()
    await brings(here.coordinator)
    stolen = replace(here.coordinator.last, rows=list(here.coordinator.last.rows), chat=here.far.chat)
    await here.far.presses_old(stolen, "Записать план")
    here.far.does_not_see("Лабинский")
    assert await plans_of(here) == []


async def test_the_region_says_who_answers_for_a_body(here: Neighbours) -> None:
    regional = here.regional
    await regional.opens("Кто отвечает в планах")
    regional.sees("В планах региона пока нет исполнителей")
    await brings(regional)
    await regional.presses("Записать план")
    await regional.presses("Записать, 2 без срока")
    regional.sees("Скажите, кто отвечает за исполнителей региона")
    await regional.presses("Кто отвечает")
    regional.sees("1. Совет Края: никто")
    await regional.presses("1. Совет Края")
    await regional.presses("Добавить человека")
    regional.does_not_see(CANARY)
    await regional.sends("Клара")
    await regional.presses("1. Клара Районова")
    regional.sees("«Совет Края». Кто отвечает:\n1. Клара Районова")
    await regional.presses("Назад")
    regional.sees("1. Совет Края: 1 человек")
    await regional.presses("1. Совет Края")
    await regional.presses("Убрать 1. Клара Районова")
    regional.sees("Пока никто не отвечает")
    log = [action for action, _ in await here.audited() if action.startswith("plan-body")]
    assert log == ["plan-body-name", "plan-body-unname"]
    assert CANARY not in here.everything_shown_to(regional)
