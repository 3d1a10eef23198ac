"""Hours of hosts: on the screen and in the file, for herself and for the coordinators of her territory alone (R142)."""

from datetime import UTC, datetime, time, timedelta

from shnor_domain.consultations.model import Format
from shnor_domain.consultations.visits.model import Report
from shnor_domain.consultations.visits.use_cases.reporting import ConfirmVisit, ReportVisit
from shnor_domain.identity import Role
from shnor_domain.questions.model import Words
from shnor_domain.questions.use_cases.answering import AnswerQuestion
from shnor_domain.questions.use_cases.asking import AskQuestion
from tests.support.afterwards import happened, marks, presses, sheets_of
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, methodist_of, publishes, teacher_of_honuu
from tests.support.questions import CHEMISTRY
from tests.support.visits import THURSDAY, asks, coordinator_of, lead_of, plans

WEEK, TUESDAY = timedelta(days=7), NEXT_MONDAY + timedelta(days=1)


async def test_hours_are_of_what_was_held_each_format_on_its_own(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    online = await publishes(talk, host)
    on_site = await publishes(
        talk, host, weekday=1, format=Format.ON_SITE, venue="Якутск, ул. Ойунского, 1", link=None, minutes=60
    )
    await happened(talk, host, online, NEXT_MONDAY, teachers, came=2)
    await happened(talk, host, on_site, TUESDAY, teachers[:1])
    await happened(talk, host, online, NEXT_MONDAY + WEEK, teachers, came=0)
    await books(talk, teachers[0], online, None, NEXT_MONDAY + 2 * WEEK)
    talk.clock.instant = NEXT_MONDAY + 2 * WEEK + timedelta(hours=1)
    await host.opens("Мои часы и отзывы")
    host.sees(
        "Мои часы\nДекабрь 2026",
        "Проведено: 2 встречи, 105 минут, пришли 3 человека",
        "Онлайн: 1 встреча, 45 минут, пришли 2 человека",
        "Очно: 1 встреча, 60 минут, пришёл 1 человек",
    )
    host.does_not_see("По месяцам")
    await host.presses("Год")
    host.sees("2026/27 учебный год", "По месяцам\nДекабрь: 2 встречи, 105 минут, пришли 3 человека")
    await host.presses("Excel")
    sums = sheets_of(host)["Часы"]
    assert sums == [
        ["Месяц", "Вид помощи", "Сколько раз", "Минут", "Пришло человек"],
        ["декабрь 2026", "онлайн", "1", "45", "2"],
        ["декабрь 2026", "очно", "1", "60", "1"],
        ["Всего встреч и выездов", "", "2", "105", "3"],
    ]
    assert [row[0] for row in sheets_of(host)["Встречи"][1:]] == [
        "понедельник, 7 декабря, 15:00",
        "вторник, 8 декабря, 15:00",
    ]


async def test_a_month_without_marks_says_where_hours_come_from(talk: Talk, host: Person) -> None:
    await host.opens("Мои часы и отзывы")
    host.sees("За это время отмеченных встреч нет.", "«Моё расписание», «Отметить, как прошло»")
    await presses(host, "‹ октябрь 2026", "ноябрь 2026 ›")
    host.sees("Ноябрь 2026")
    await presses(host, "Как считается", "Назад")
    host.sees("Ноябрь 2026")


async def test_a_coordinator_sees_hours_of_her_territory_by_name_and_nothing_of_others(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    anna = await methodist_of(talk, name="Анна Ивановна")
    whole = await publishes(talk, host)
    near = await publishes(talk, anna, weekday=1, open_to=talk.where("Момский"))
    await happened(talk, host, whole, NEXT_MONDAY, teachers)
    await happened(talk, anna, near, TUESDAY, teachers[:2])
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Дария Семёновна")
    district = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Анна Николаевна")
    stranger = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Ольга Петровна")
    await region.opens("Статистика консультаций", "Часы ведущих")
    assert region.buttons[:2] == ["Анна Ивановна · 1", "Пётр Семёнович · 1"]
    await region.presses("Пётр Семёнович · 1")
    region.sees("Пётр Семёнович\nДекабрь 2026", "Проведено: 1 встреча, 45 минут, пришли 3 человека")
    await district.opens("Статистика консультаций", "Часы ведущих")
    assert [label for label in district.buttons if "·" in label] == ["Анна Ивановна · 1"]
    await district.presses("Excel")
    assert sheets_of(district)["Часы"][1:] == [
        ["Анна Ивановна", "декабрь 2026", "онлайн", "1", "45", "2"],
        ["Анна Ивановна", "Всего встреч и выездов", "", "1", "45", "2"],
    ]
    await stranger.opens("Статистика консультаций", "Часы ведущих")
    stranger.sees("За это время отмеченных встреч нет.")


async def test_a_corrected_mark_corrects_the_hours(talk: Talk, host: Person, teachers: list[Person]) -> None:
    slot = await publishes(talk, host)
    bookings = await happened(talk, host, slot, NEXT_MONDAY, teachers, came=0)
    await host.opens("Мои часы и отзывы")
    host.sees("За это время отмеченных встреч нет.")
    await marks(talk, host, slot, NEXT_MONDAY, bookings[:1])
    await host.opens("Мои часы и отзывы")
    host.sees("Проведено: 1 встреча, 45 минут, пришёл 1 человек")


async def test_a_meeting_on_the_last_evening_of_a_month_is_of_its_own_calendar(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    # 31 December, 23:30 in Якутск: already January on no calendar but that of Хонуу
    slot = await publishes(talk, host, weekday=3, starts=time(23, 30), horizon=60)
    await happened(talk, host, slot, datetime(2026, 12, 31, 14, 30, tzinfo=UTC), teachers[:1])
    talk.clock.instant = datetime(2027, 1, 5, 3, 0, tzinfo=UTC)
    await host.opens("Мои часы и отзывы")
    host.sees("Январь 2027", "За это время отмеченных встреч нет.")
    await host.presses("‹ декабрь 2026")
    host.sees("Проведено: 1 встреча, 45 минут, пришёл 1 человек")


async def test_visits_stand_behind_the_hours_and_answers_are_added_to_no_meetings(talk: Talk, host: Person) -> None:
    lead, coordinator = await lead_of(talk), await coordinator_of(talk)
    for number in range(2):
        visit = await plans(talk, coordinator, await asks(talk, lead), host, THURSDAY + timedelta(hours=2 * number))
        talk.clock.instant = THURSDAY + timedelta(hours=2 * number, minutes=60)
        await (await talk.the(ReportVisit))(await talk.actor(host), visit, Report(True, 7, "Разобрали задание"))
        if not number:
            await (await talk.the(ConfirmVisit))(await talk.actor(lead), visit)
    teacher = await teacher_of_honuu(talk)
    asked = await (await talk.the(AskQuestion))(await talk.actor(teacher), CHEMISTRY, Words("Как решать задание 34?"))
    await (await talk.the(AnswerQuestion))(await talk.actor(host), asked, Words("По шагам."))
    await host.opens("Мои часы и отзывы")
    host.sees("Проведено: 2 встречи, 120 минут, пришло 14 человек")
    await host.presses("Excel")
    sheets = sheets_of(host)
    assert sheets["Часы"][-2:] == [
        ["Всего встреч и выездов", "", "2", "120", "14"],
        ["Всего ответов на вопросы", "", "1", "", ""],
    ]
    assert [row[1:] for row in sheets["Выезды"][1:]] == [
        ["СОШ № 1", "60", "7", "да"],
        ["СОШ № 1", "60", "7", "нет"],
    ]
    await host.presses("Как считается")
    host.sees("Выезды: те, что состоялись", "Ответы на вопросы считаются отдельно")
