"""After the meeting, to its visitor: how it was, 1–5, a line; to its host averages that nobody can be read from."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shnor_domain.consultations.attendance.errors import MarkingOver
from shnor_domain.consultations.attendance.model import Said
from shnor_domain.consultations.attendance.use_cases.marking import OneAttendance
from shnor_domain.consultations.feedback.errors import NotAttended
from shnor_domain.consultations.feedback.use_cases.reading import FeedbackOnHost
from shnor_domain.consultations.feedback.use_cases.saying import GiveFeedback, SayHowItWas, WriteFeedback
from shnor_domain.consultations.model import BookingId, SessionKey
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role
from shnor_domain.people.use_cases.leaving import DeleteMe
from shnor_domain.people.use_cases.my_data import ShowMyData
from tests.support.afterwards import at, happened, presses
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, methodist_of, publishes, teacher_of_honuu

LENGTH, DAY, HOUR = timedelta(minutes=45), timedelta(days=1), timedelta(hours=1)
CLOSED = datetime(2027, 1, 15, 4, 0, tzinfo=ZoneInfo("Europe/Kaliningrad"))
"""Two weeks after the longest meeting that could begin on the last evening of December, by the westmost clock."""


async def test_from_the_reminder_she_says_how_it_was_rates_it_and_adds_a_line(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await at(talk, NEXT_MONDAY - HOUR)
    reminder = teacher.last
    await at(talk, NEXT_MONDAY + LENGTH)
    assert reminder.text == "Консультация 7 декабря в 17:00 прошла."
    assert reminder.buttons == ["Отметить, как прошло", "Записаться снова"]
    await teacher.presses("Отметить, как прошло")
    teacher.sees("Химия, Пётр Семёнович", "Как прошло?", "Ответ можно изменить до: понедельник, 21 декабря, 17:45.")
    await teacher.presses("Состоялась")
    teacher.sees("Насколько было полезно, от 1 до 5?", "Имён он не увидит.")
    await teacher.presses("4")
    await teacher.sends("Разобрали задание 34")
    teacher.sees("Спасибо, ответ сохранён.", "Состоялась.", "Ваша оценка: 4", "Вы написали: Разобрали задание 34")
    await presses(teacher, "Изменить ответ", "Состоялась", "5", "Пропустить")
    teacher.sees("Ваша оценка: 5", "Вы написали: Разобрали задание 34")


async def test_who_books_again_is_at_the_days_of_the_same_host_with_her_question(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    other = await methodist_of(talk, name="Анна Ивановна")
    await publishes(talk, other, weekday=2)
    await books(talk, teacher, slot, "задание 34")
    await at(talk, NEXT_MONDAY - HOUR)
    await at(talk, NEXT_MONDAY + LENGTH)
    await teacher.presses("Записаться снова")
    teacher.sees("Химия, Пётр Семёнович.", "Выберите день.")
    await teacher.presses("Пн 14 декабря")
    teacher.sees("задание 34")
    await teacher.presses("Записаться с ним")
    teacher.sees("Вы записаны.", "Ваш вопрос: задание 34")


async def answered(talk: Talk, host: Person, count: int, *, scores: str, names: str = "Учитель") -> list[Person]:
    """So many teachers were at one meeting and gave these scores."""
    slot = await publishes(talk, host, capacity=20)
    people = [await teacher_of_honuu(talk, f"{names} {letter}") for letter in "АБВГДЕЖ"[:count]]
    bookings = await happened(talk, host, slot, NEXT_MONDAY, people)
    for person, booking, score in zip(people, bookings, scores, strict=True):
        await rates(talk, person, booking, int(score))
    return people


async def rates(talk: Talk, person: Person, booking: int, score: int, words: str | None = None) -> None:
    actor = await talk.actor(person)
    await (await talk.the(SayHowItWas))(actor, BookingId(booking), Said.HELD)
    await (await talk.the(GiveFeedback))(actor, BookingId(booking), score)
    if words is not None:
        await (await talk.the(WriteFeedback))(actor, BookingId(booking), words)


async def reads_answers(host: Person) -> None:
    await host.opens("Мои часы и отзывы", "Отзывы")


async def test_an_average_is_told_from_five_people_on_and_only_of_a_closed_month(talk: Talk, host: Person) -> None:
    await answered(talk, host, 5, scores="54345")
    await reads_answers(host)
    host.sees("Ответов за закрытые месяцы пока нет.", "Встречи с 1 ноября ещё собирают ответы.")
    talk.clock.instant = CLOSED - timedelta(seconds=1)
    await reads_answers(host)
    host.does_not_see("из 5")
    talk.clock.instant = CLOSED
    await reads_answers(host)
    host.sees("Декабрь 2026, химия: 4,2 из 5, 5 ответов")
    host.does_not_see("Учитель А")


async def test_four_answers_are_few_and_nothing_of_them_is_told(talk: Talk, host: Person) -> None:
    await answered(talk, host, 4, scores="1111")
    talk.clock.instant = CLOSED
    await reads_answers(host)
    host.sees("Декабрь 2026, химия: пока мало ответов")
    host.does_not_see("из 5")


async def test_five_answers_of_one_person_are_hers_and_are_not_told(talk: Talk, host: Person) -> None:
    slot = await publishes(talk, host, horizon=60)
    teacher = await teacher_of_honuu(talk)
    for week in range(4):
        [booking] = await happened(talk, host, slot, NEXT_MONDAY + week * 7 * DAY, [teacher])
        await rates(talk, teacher, booking, 2)
    daily = await publishes(talk, host, weekday=1, horizon=60)
    [booking] = await happened(talk, host, daily, NEXT_MONDAY + 22 * DAY, [teacher])
    await rates(talk, teacher, booking, 2)
    talk.clock.instant = CLOSED
    await reads_answers(host)
    host.sees("Декабрь 2026, химия: пока мало ответов")


async def test_one_answer_more_makes_no_difference_that_can_be_read(talk: Talk, host: Person) -> None:
    people = await answered(talk, host, 5, scores="55555")
    seen = set()
    slot = await publishes(talk, host, weekday=4, horizon=60)
    for day in range(16):
        # November is closed, December is not
        talk.clock.instant = NEXT_MONDAY + timedelta(days=9 + day)
        await reads_answers(host)
        seen.add(host.last.text)
        if day == 8:
            [booking] = await happened(talk, host, slot, NEXT_MONDAY + 18 * DAY, people[:1])
            await rates(talk, people[0], booking, 1)
    assert len(seen) == 1
    talk.clock.instant = CLOSED
    await reads_answers(host)
    last = host.last.text
    talk.clock.instant = CLOSED + 10 * DAY
    with pytest.raises(MarkingOver):
        await rates(talk, people[0], booking, 5)
    await reads_answers(host)
    assert "4,3 из 5, 6 ответов" in last
    assert host.last.text == last


async def test_lines_come_without_names_and_go_with_who_leaves(talk: Talk, host: Person) -> None:
    slot = await publishes(talk, host, capacity=20)
    people = [await teacher_of_honuu(talk, f"Учитель {letter}") for letter in "АБВГД"]
    bookings = await happened(talk, host, slot, NEXT_MONDAY, people)
    for number, (person, booking) in enumerate(zip(people, bookings, strict=True)):
        await rates(talk, person, booking, 5, ["Разобрали задание 34", "Всё понятно"][number] if number < 2 else None)
    talk.clock.instant = CLOSED
    await reads_answers(host)
    host.sees("Участники пишут\n— Всё понятно\n— Разобрали задание 34")
    data = await (await talk.the(ShowMyData))(await talk.actor(people[0]))
    assert [(row["score"], row["text"]) for row in data["feedback"]] == [(5, "Разобрали задание 34")]
    await (await talk.the(DeleteMe))(await talk.actor(people[0]))
    await reads_answers(host)
    host.sees("Декабрь 2026, химия: 5 из 5, 5 ответов", "— Всё понятно")
    host.does_not_see("Разобрали")


async def test_a_coordinator_reads_averages_of_a_host_all_of_whose_times_are_hers_and_no_lines(
    talk: Talk, host: Person
) -> None:
    await answered(talk, host, 5, scores="44444")
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Дария Семёновна")
    district = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Анна Николаевна")
    talk.clock.instant = CLOSED
    await region.opens("Статистика консультаций", "Год", "Часы ведущих", "Год", "Пётр Семёнович · 1", "Отзывы")
    region.sees("Декабрь 2026, химия: 4 из 5, 5 ответов")
    region.does_not_see("Участники пишут")
    with pytest.raises(NotFound):
        await (await talk.the(FeedbackOnHost))(await talk.actor(district), await talk.person_id(host))


async def test_who_was_not_there_rates_nothing_and_both_words_stay(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    [booking] = await happened(talk, host, slot, NEXT_MONDAY, [teacher])
    await teacher.sends("/my")
    await presses(teacher, "Прошедшие", "Пн 7 декабря, 17:00 химия", "Отметить, как прошло", "Ведущий не подключился")
    teacher.sees("Спасибо, ответ сохранён.", "Ведущего не было.")
    teacher.does_not_see("от 1 до 5")
    with pytest.raises(NotAttended):
        await (await talk.the(GiveFeedback))(await talk.actor(teacher), BookingId(booking), 5)
    await presses(teacher, "Изменить ответ", "Состоялась", "5", "Пропустить", "Изменить ответ", "Я не смог(ла)")
    teacher.sees("Вы не смогли быть.")
    teacher.does_not_see("Ваша оценка")
    marked = await (await talk.the(OneAttendance))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    assert marked.mark is not None and marked.mark.held and list(marked.came.values()) == [1]


async def test_a_line_too_long_is_not_lost_and_a_photo_is_asked_again(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await happened(talk, host, slot, NEXT_MONDAY, [teacher])
    await teacher.sends("/my")
    await presses(teacher, "Прошедшие", "Пн 7 декабря, 17:00 химия", "Отметить, как прошло", "Состоялась", "4")
    await teacher.sends_photo()
    teacher.sees("Здесь нужен текст")
    await teacher.sends("очень полезно " * 40)
    teacher.sees("Начало сохранено")
    await teacher.presses("Оставить начало")
    teacher.sees("Спасибо, ответ сохранён.", "Вы написали: очень полезно")
