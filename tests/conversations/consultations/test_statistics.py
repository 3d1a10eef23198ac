"""Statistics of consultations: every number with its denominator; chat, file and picture agree; no names (R156)."""

from datetime import timedelta

import pytest

from shnor_domain.consultations.attendance.model import Said
from shnor_domain.consultations.feedback.use_cases.saying import SayHowItWas
from shnor_domain.consultations.model import BookingId
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.identity import Role
from tests.support.afterwards import happened, presses, sheets_of
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, methodist_of, publishes, teacher_of_honuu

WEEK, HOUR, LENGTH = timedelta(days=7), timedelta(hours=1), timedelta(minutes=45)


@pytest.fixture
async def teachers(talk: Talk) -> list[Person]:
    names = ("Айталина Петровна", "Марфа Ильинична", "Сардана Ивановна")
    near = [await teacher_of_honuu(talk, name) for name in names]
    far = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], name="Вера Павловна")
    return [*near, far]


@pytest.fixture
async def region(talk: Talk) -> Person:
    return await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Дария Семёновна")


async def december(talk: Talk, host: Person, teachers: list[Person]) -> None:
    """Three of four come; a week later nobody can; one cancels late before a meeting that is not marked."""
    slot = await publishes(talk, host)
    await happened(talk, host, slot, NEXT_MONDAY, teachers, came=3)
    await happened(talk, host, slot, NEXT_MONDAY + WEEK, teachers[:2], came=0)
    third = NEXT_MONDAY + 2 * WEEK
    late = await books(talk, teachers[0], slot, "ЕГЭ, задание 34", third)
    await books(talk, teachers[3], slot, "егэ задание 34!", third)
    talk.clock.instant = third - HOUR
    await (await talk.the(CancelBooking))(await talk.actor(teachers[0]), BookingId(late), None)
    talk.clock.instant = third + LENGTH


async def test_a_region_reads_what_became_of_every_seat(
    talk: Talk, host: Person, teachers: list[Person], region: Person
) -> None:
    await december(talk, host, teachers)
    await region.opens("Статистика консультаций")
    region.sees(
        f"{YAKUTIA}\nКонсультации, декабрь 2026",
        "Встреч состоялось: 1 из 3 (33,3 %)",
        "Не состоялось: 1 из 3 (33,3 %)",
        "· никто не смог прийти: 1",
        "Ведущий ещё не отметил: 1 из 3 (33,3 %)",
        "Мест, на которые пришли: 3 из 8 (37,5 %)",
        "Не смогли прийти: 1 из 8 (12,5 %)",
        "Отменили меньше чем за 12 часов: 1 из 8 (12,5 %)",
        "Встреча не состоялась: 2 из 8 (25 %)",
        "Не отмечено: 1 из 8 (12,5 %)",
        "Химия: встреч 1 из 3 (33,3 %); пришло: 3 из 8 (37,5 %)",
    )
    region.does_not_see("Пётр", "Айталина")
    await region.presses("По районам")
    region.sees(
        "Амгинский: встреч 1 из 2 (50 %); пришло: 0 из 2 (0 %)",
        "Момский: встреч 1 из 2 (50 %); пришло: 3 из 6 (50 %)",
    )
    await presses(region, "Назад", "Темы (1)")
    region.sees("Прочие темы: 1")
    region.does_not_see("задание 34")


async def test_typed_words_of_few_stay_with_the_host(
    talk: Talk, host: Person, teachers: list[Person], region: Person
) -> None:
    slot = await publishes(talk, host)
    for number, topic in enumerate(("Строение атома", "строение атома!", "СТРОЕНИЕ АТОМА", "Про моего Айаала")):
        await books(talk, teachers[number], slot, topic, NEXT_MONDAY)
    talk.clock.instant = NEXT_MONDAY + HOUR
    await books(talk, teachers[0], slot, "ЕГЭ", NEXT_MONDAY + WEEK)
    talk.clock.instant = NEXT_MONDAY + 2 * WEEK
    await region.opens("Статистика консультаций", "Темы (3)")
    region.sees("Химия: СТРОЕНИЕ АТОМА · 3", "Химия: ЕГЭ · 1", "Прочие темы: 1")
    region.does_not_see("Айаала")
    await presses(region, "Назад", "Excel")
    assert sheets_of(region)["Темы"][-1] == ["", "прочие темы", "1"]
    await host.opens("Мои часы и отзывы", "Статистика", "Темы (3)")
    host.sees("Химия: Про моего Айаала · 1")
    host.does_not_see("Прочие темы")


async def test_a_topic_that_one_person_brings_again_and_again_stays_with_the_host(
    talk: Talk, host: Person, teachers: list[Person], region: Person
) -> None:
    slot = await publishes(talk, host)
    for number in range(3):
        await books(talk, teachers[0], slot, "Про моего Айаала", NEXT_MONDAY + number * WEEK)
        talk.clock.instant = NEXT_MONDAY + number * WEEK + HOUR
    await region.opens("Статистика консультаций", "Темы (1)")
    region.sees("Прочие темы: 3")
    region.does_not_see("Айаала")
    await presses(region, "Назад", "Как считается")
    region.does_not_see("Имён здесь нет")


async def test_an_observer_reads_hosts_in_the_file_by_number(talk: Talk, host: Person, teachers: list[Person]) -> None:
    other = await methodist_of(talk, name="Анна Ивановна")
    first, second = await publishes(talk, host), await publishes(talk, other, weekday=1)
    await happened(talk, host, first, NEXT_MONDAY, teachers[:2])
    await happened(talk, other, second, NEXT_MONDAY + timedelta(days=1), teachers[2:])
    await happened(talk, host, first, NEXT_MONDAY + WEEK, teachers[:1])
    observer = await talk.grown_person(Role.OBSERVER, region=YAKUTIA, name="Ирина Олеговна")
    await observer.opens("Статистика консультаций", "Excel")
    sheets = sheets_of(observer)
    assert [row[3] for row in sheets["Встречи"][1:]] == ["ведущий 1", "ведущий 2", "ведущий 1"]
    told = " ".join(cell for page in sheets.values() for row in page for cell in row)
    assert "Пётр" not in told and "Анна Ивановна" not in told


async def test_chat_file_and_picture_agree(talk: Talk, host: Person, teachers: list[Person], region: Person) -> None:
    await december(talk, host, teachers)
    await region.opens("Статистика консультаций", "Excel")
    sheets = sheets_of(region)
    assert sheets["Итого"][1:] == [
        ["Встреч состоялось", "1", "3", "33,3 %", "декабрь 2026"],
        ["Встреч не состоялось", "1", "3", "33,3 %", "декабрь 2026"],
        ["Встреч не отмечено", "1", "3", "33,3 %", "декабрь 2026"],
        ["Пришли", "3", "8", "37,5 %", "декабрь 2026"],
        ["Не смогли прийти", "1", "8", "12,5 %", "декабрь 2026"],
        ["Отменили поздно", "1", "8", "12,5 %", "декабрь 2026"],
        ["Не состоялось", "2", "8", "25 %", "декабрь 2026"],
        ["Не отмечено", "1", "8", "12,5 %", "декабрь 2026"],
        ["Ведущий и участники сказали по-разному", "0", "0", "нет данных", "декабрь 2026"],
        ["Ждут места сейчас", "0", "", "", "декабрь 2026"],
    ]
    assert sheets["Предметы"][1] == ["химия", "3", "1", "1", "0", "0", "1", "8", "3", "1", "1", "2", "1", "0"]
    rows = sheets["Встречи"][1:]
    assert [row[4:] for row in rows] == [
        ["состоялась", "4", "3", "1", "0", "0", "0"],
        ["не состоялась", "2", "0", "0", "0", "2", "0"],
        ["не отмечена", "2", "0", "0", "1", "0", "1"],
    ]
    assert [sum(int(row[column]) for row in rows) for column in range(5, 11)] == [8, 3, 1, 1, 2, 1]
    assert {row[3] for row in rows} == {"Пётр Семёнович"}
    assert not any("Айталина" in cell for page in sheets.values() for row in page for cell in row)
    await region.presses("Картинка")
    [picture] = talk.pictures.drawn
    assert [[cell.word for cell in row.cells] for row in picture.rows] == [  # type: ignore[union-attr]
        ["3 (37,5 %)", "1 (12,5 %)", "1 (12,5 %)", "2 (25 %)", "1 (12,5 %)"]
    ] * 2


async def test_a_district_counts_its_own_people_alone(talk: Talk, host: Person, teachers: list[Person]) -> None:
    await december(talk, host, teachers)
    district = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Анна Николаевна")
    await district.opens("Статистика консультаций")
    district.sees("Момский\nКонсультации", "Мест, на которые пришли: 3 из 6 (50 %)", "Встреч состоялось: 1 из 2 (50 %)")
    district.does_not_see("Темы", "По районам")
    empty = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Алданский", name="Нина Павловна")
    await empty.opens("Статистика консультаций")
    empty.sees("За это время прошедших встреч нет.")
    empty.does_not_see("0 %")


async def test_a_host_reads_her_own_and_a_teacher_nothing(talk: Talk, host: Person, teachers: list[Person]) -> None:
    await december(talk, host, teachers)
    other = await methodist_of(talk, name="Анна Ивановна")
    await host.opens("Мои часы и отзывы", "Статистика")
    host.sees("Мои консультации\nКонсультации, декабрь 2026", "Мест, на которые пришли: 3 из 8 (37,5 %)")
    host.does_not_see("сказали по-разному", "По районам")
    await other.opens("Мои часы и отзывы", "Статистика")
    other.sees("За это время прошедших встреч нет.")
    assert not {"Статистика консультаций", "Мои часы и отзывы"} & set(await teachers[0].offers())


async def test_an_observer_reads_without_hours_of_people(talk: Talk, host: Person, teachers: list[Person]) -> None:
    await december(talk, host, teachers)
    observer = await talk.grown_person(Role.OBSERVER, region=YAKUTIA, name="Ирина Олеговна")
    await observer.opens("Статистика консультаций")
    observer.sees("Мест, на которые пришли: 3 из 8 (37,5 %)")
    assert "Часы ведущих" not in observer.buttons


async def test_two_words_about_one_meeting_are_both_kept_and_counted(
    talk: Talk, host: Person, teachers: list[Person], region: Person
) -> None:
    slot = await publishes(talk, host)
    bookings = await happened(talk, host, slot, NEXT_MONDAY, teachers[:2])
    say = await talk.the(SayHowItWas)
    await say(await talk.actor(teachers[0]), BookingId(bookings[0]), Said.HOST_ABSENT)
    await say(await talk.actor(teachers[1]), BookingId(bookings[1]), Said.HELD)
    talk.clock.instant = NEXT_MONDAY + HOUR
    await region.opens("Статистика консультаций")
    region.sees(
        "Мест, на которые пришли: 2 из 2 (100 %)",
        "Ведущий и участники сказали по-разному: 1 из 1 (100 %) встреч, о которых сказали оба.",
    )
    region.does_not_see("Айталина", "Пётр")


async def test_periods_are_turned_and_widened(talk: Talk, host: Person, teachers: list[Person], region: Person) -> None:
    await december(talk, host, teachers)
    talk.clock.instant = NEXT_MONDAY + 8 * WEEK
    await region.opens("Статистика консультаций")
    region.sees("февраль 2027", "За это время прошедших встреч нет.")
    await region.presses("Полгода")
    region.sees("2-е полугодие 2026/27", "За это время прошедших встреч нет.")
    await region.presses("‹ 1-е полугодие 2026/27")
    region.sees("Консультации, 1-е полугодие 2026/27", "Мест, на которые пришли: 3 из 8 (37,5 %)")
    await region.presses("Год")
    region.sees("2026/27 учебный год", "Мест, на которые пришли: 3 из 8 (37,5 %)")
    await presses(region, "Как считается")
    region.sees("Нет данных: делить не на что.")
