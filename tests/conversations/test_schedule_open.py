"""The open schedule: everybody may read who consults when, and nothing more."""

from datetime import time

from shnor_domain.consultations.model import Format
from shnor_domain.identity import Role, SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import books, methodist_of, publishes, teacher_of_honuu


async def opens_the_schedule(person: Person) -> None:
    await person.opens("Расписание консультаций")


async def test_a_stranger_reads_the_schedule_without_links_and_visitors(talk: Talk) -> None:
    host = await methodist_of(talk)
    slot = await publishes(talk, host)
    await publishes(talk, host, weekday=2, format=Format.PHONE, link=None, venue="8 800 тайный номер")
    await books(talk, await teacher_of_honuu(talk), slot, "тайный вопрос")
    stranger = talk.person(55)
    await opens_the_schedule(stranger)
    stranger.sees(
        "Понедельник, 15:00 Якутск (UTC+9), 45 минут, онлайн: химия, Пётр Семёнович",
        "Среда, 15:00 Якутск (UTC+9), 45 минут, по телефону: химия, Пётр Семёнович",
    )
    stranger.does_not_see("meet.example.org", "тайный", "Айталина")
    await stranger.presses("В меню")
    assert "Расписание консультаций" in await stranger.offers()
    async with talk.units.read() as work:
        assert await work.people.account(55) is None


async def test_somebody_with_a_clock_sees_both(talk: Talk) -> None:
    await publishes(talk, await methodist_of(talk))
    await publishes(talk, await methodist_of(talk, name="Марфа Ильинична"), weekday=6, starts=time(23, 0))
    teacher = await teacher_of_honuu(talk)
    await opens_the_schedule(teacher)
    teacher.sees(
        "Понедельник, 17:00 (у вас) · 15:00 Якутск, 45 минут, онлайн: химия, Пётр Семёнович",
        "Понедельник, 01:00 (у вас) · воскресенье, 23:00 Якутск, 45 минут, онлайн: химия, Марфа Ильинична",
    )


async def test_regions_and_subjects_are_chosen_where_there_are_many(talk: Talk) -> None:
    host = await methodist_of(talk, "chemistry", "physics")
    for weekday in range(7):
        await publishes(talk, host, weekday=weekday)
        await publishes(talk, host, weekday=weekday, starts=time(17), subject=SubjectId("physics"))
    for hour in (9, 11):
        await publishes(talk, host, weekday=5, starts=time(hour))
    kuban = await talk.grown_person(Role.METHODIST, "Лабинский", subjects=["math"], name="Вера Ивановна")
    await publishes(
        talk, kuban, subject=SubjectId("math"), open_to=talk.where("Лабинский"), zone="Europe/Moscow", starts=time(10)
    )
    stranger = talk.person(55)
    await opens_the_schedule(stranger)
    assert stranger.buttons[:2] == ["Краснодарский край", "Республика Саха (Якутия)"]
    await stranger.presses("Краснодарский край")
    stranger.sees("Понедельник, 10:00 Лабинск (UTC+3), 45 минут, онлайн: математика, Вера Ивановна")
    await stranger.presses("Назад")
    await stranger.presses("Республика Саха (Якутия)")
    assert stranger.buttons[:2] == ["Физика", "Химия"]
    await stranger.presses("Химия")
    assert stranger.last.text.count("химия") == 8 and "1 из 2" in stranger.buttons
    await stranger.presses("›")
    stranger.sees("Воскресенье, 15:00 Якутск")
    assert stranger.last.text.count("химия") == 1
    await stranger.presses("Назад")
    await stranger.presses("Физика")
    assert stranger.last.text.count("физика") == 7


async def test_an_empty_schedule_says_so(talk: Talk) -> None:
    stranger = talk.person(55)
    await opens_the_schedule(stranger)
    stranger.sees("Консультаций пока нет")
    await stranger.presses("В меню")
    stranger.sees("Здравствуйте")
