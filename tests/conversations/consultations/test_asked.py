"""Where there is no time: hosts read what is asked for, open time, and who asked is told; coordinators count."""

import pytest

from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.identity import Role, SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA, methodist_of, publishes

PHYSICS = SubjectId("physics")


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk, "chemistry", "physics")


async def asks(talk: Talk, person: Person, topic: str | None = None, subject: SubjectId = PHYSICS) -> None:
    await (await talk.the(AskForConsultation))(await talk.actor(person), subject, topic)


async def test_a_host_reads_how_many_ask_and_about_what_without_names(
    talk: Talk, host: Person, teacher: Person
) -> None:
    other = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Марфа Ильинична")
    await asks(talk, teacher, "Оптика, 9 класс <b>")
    await asks(talk, other)
    await asks(talk, other, "не к ней", SubjectId("history"))
    await host.sends("/schedule")
    await host.presses("Просьбы о консультациях")
    assert host.buttons[0] == "Физика: 2"
    host.does_not_see("История")
    await host.presses("Физика: 2")
    host.sees("Физика: просят 2 учителя", "• Оптика, 9 класс <b>")
    host.does_not_see("Айталина", "Марфа")
    await host.presses("Добавить время")
    host.sees("По какому предмету?")


async def test_a_host_opens_one_more_meeting_from_a_wish_and_who_asked_hears_of_it(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await publishes(talk, host, subject=PHYSICS)
    await asks(talk, teacher, "Оптика")
    await host.sends("/schedule")
    for label in ("Просьбы о консультациях", "Физика: 1", "Открыть ещё время", "декабрь ›", "3"):
        await host.presses(label)
    await host.sends("10:30")
    await host.sends("45")
    host.sees("Добавлена встреча: четверг, 3 декабря, 10:30")
    await talk.deliver()
    teacher.sees("Появились консультации, о которых вы просили", "Физика, Пётр Семёнович")
    await teacher.presses("Записаться")
    await teacher.presses("Чт 3 декабря")
    await teacher.presses("Пропустить")
    teacher.sees("Вы записаны.", "четверг, 3 декабря, 12:30 (у вас) · 10:30 Якутск")
    await host.sends("/schedule")
    host.does_not_see("Просят")


async def test_of_several_times_of_a_subject_the_host_chooses(talk: Talk, host: Person, teacher: Person) -> None:
    await publishes(talk, host, subject=PHYSICS)
    await publishes(talk, host, subject=PHYSICS, weekday=3)
    await asks(talk, teacher)
    await host.sends("/schedule")
    for label in ("Просьбы о консультациях", "Физика: 1"):
        await host.presses(label)
    host.sees("Физика: просит 1 учитель", "О чём поговорить, никто не написал.")
    await host.presses("Открыть ещё время")
    host.sees("К какому вашему времени добавить встречу?")
    await host.presses("Четверг, 15:00: физика")
    host.sees("В какой день ещё одна встреча?")


async def test_a_wish_that_was_taken_back_meanwhile_is_said(talk: Talk, host: Person, teacher: Person) -> None:
    await asks(talk, teacher)
    await host.sends("/schedule")
    await host.presses("Просьбы о консультациях")
    await teacher.sends("/my")
    await teacher.presses("Просьба: физика")
    await teacher.presses("Отозвать просьбу")
    await host.presses("Физика: 1")
    host.sees("По этому предмету больше никто не просит.")
    await host.presses("Назад")
    host.sees("Просьб о консультациях сейчас нет.")


async def test_a_coordinator_counts_wishes_by_subject_and_reads_no_topic(
    talk: Talk, host: Person, teacher: Person
) -> None:
    other = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Марфа Ильинична")
    await asks(talk, teacher, "Оптика")
    await asks(talk, other)
    await asks(talk, other, None, SubjectId("history"))
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Туйаара Ивановна")
    await region.sends("/schedule")
    await region.presses("Просьбы о консультациях")
    region.sees("Просят: физика, 2 учителя", "Просят: история, 1 учитель", "Всего 3 просьбы.")
    region.does_not_see("Оптика", "Айталина")
    amga = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Анна Романовна")
    await amga.sends("/schedule")
    await amga.presses("Просьбы о консультациях")
    amga.sees("Просят: физика, 1 учитель", "Всего 2 просьбы.")
    far = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Ирина Олеговна")
    await far.sends("/schedule")
    await far.presses("Просьбы о консультациях")
    far.sees("никто не просит")
