"""Teachers sign up for events, leads sign them up and keep seats, who finds none waits (J2–J10)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from shnor_domain.identity import Role
from shnor_domain.seminars.events.model import MOST_LESSONS, Event, EventState
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import CancelLesson, MoveLesson, SetLessonLink
from shnor_domain.seminars.signing.use_cases.clock import TendEventQueues
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.conversation import Person
from tests.support.event_talk import drafts, published
from tests.support.forgeries import taps
from tests.support.seminar_talk import LITERACY, SEPTEMBER_10, SeminarTalk, seminar_talk, starting

DAYS = timedelta(days=2)
"""Between two lessons of a course."""


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def event_of(here: SeminarTalk, *, seats: str = "25", quota: str = "3") -> Event:
    """A published webinar of Monday, 14 September, 15:30 in Якутск."""
    await here.sends(here.second)
    await drafts(here, seats=seats, quota=quota)
    return await published(here)


async def teacher_of(here: SeminarTalk, school: str, name: str) -> Person:
    return await here.talk.grown_person(Role.TEACHER, "Амгинский", school, name=name)


async def opens(who: Person) -> None:
    """The card of the only event."""
    await who.sends("/seminars")
    await who.presses("Программа")
    await who.presses(starting("1."))


async def signs_up(who: Person) -> None:
    await opens(who)
    await who.presses("Записаться")
    await who.presses("Да, записаться")


async def tends(here: SeminarTalk) -> None:
    """The queues are looked at, and what is due has come."""
    await (await here.talk.the(TendEventQueues))()
    await here.hears()


async def test_a_teacher_signs_up_in_two_taps_is_reminded_and_cancels(here: SeminarTalk) -> None:
    event = await event_of(here)
    who = await teacher_of(here, "СОШ № 1", "Айталина Петровна")
    await who.sends("/seminars")
    await who.presses("Мои записи")
    who.sees("Здесь будут мероприятия, на которые вы записаны")
    await opens(who)
    who.sees("Свободно 25 мест", "Ваша школа: можно занять ещё 3 места")
    await who.presses("Записаться")
    who.sees(LITERACY, "Понедельник, 14 сентября, 15:30", "Записываемся?")
    await who.presses("Да, записаться")
    who.sees("Вы записаны. Напомню за сутки и за час.", "Свободно 24 места", "можно занять ещё 2 места")
    await who.presses("Моя запись")
    who.sees("Ссылку или место пришлю, как только их укажет ведущий")
    await who.sends("/seminars")
    await who.presses("Мои записи")
    who.sees("1. Понедельник, 14 сентября", LITERACY)
    methodist = await here.talk.actor(here.methodist)
    set_link = await here.talk.the(SetLessonLink)
    await set_link(methodist, event.lessons[0].id, "https://meet.example/room")
    await here.hears()
    who.sees("Куда приходить или подключаться", "Ссылка: https://meet.example/room")
    here.talk.clock.instant = event.lessons[0].starts - timedelta(hours=24)
    await here.hears()
    who.sees("Завтра занятие", LITERACY, "Ведёт Пётр Семёнович", "14 сентября, 15:30", "https://meet.example/room")
    here.talk.clock.instant = event.lessons[0].starts - timedelta(hours=1)
    await here.hears()
    who.sees("Сегодня, понедельник, 14 сентября")
    here.methodist.sees("Записан 1 человек")
    await who.presses("Отменить запись")
    who.sees("Место отдадим следующему. Почему отменяете?")
    await who.presses("Пропустить")
    who.sees("Запись отменена")


async def test_a_lead_signs_teachers_up_and_keeps_seats_within_the_quota(here: SeminarTalk) -> None:
    await event_of(here)
    first = await teacher_of(here, "СОШ № 1", "Айталина Петровна")
    lead = here.second
    await opens(lead)
    await lead.presses("Записать учителя")
    lead.sees("Кого записать?", "можно занять ещё 3 места")
    await lead.presses("Айталина Петровна")
    await lead.presses("Да, записать")
    lead.sees("Записано. Сообщение придёт.", "можно занять ещё 2 места")
    await here.hears()
    first.sees("Вас записал(а) завуч", "Вера Ильинична", LITERACY)
    await lead.presses("Назад")
    await lead.presses("Оставить места для школы")
    lead.sees("Сколько мест оставить для школы?")
    await lead.sends("много")
    lead.sees("Сколько мест оставить для школы?")
    await lead.sends("5")
    lead.sees("Вашей школе можно занять ещё 2 места", "Сколько мест оставить для школы?")
    await lead.presses("2")
    lead.sees("Места оставлены за школой", "За школой оставлено 2 места", "все её места заняты")
    second = await teacher_of(here, "СОШ № 1", "Марфа Ильинична")
    await signs_up(second)
    second.sees("Вы записаны", "За школой оставлено 1 место")
    await lead.sends("/seminars")
    await lead.presses("Мои записи")
    lead.sees("1 место школы")
    await opens(lead)
    await lead.presses("Места школы")
    await lead.presses("Отдать все места")
    lead.sees("Места отданы", "можно занять ещё 1 место")
    await first.presses("Отменить запись")
    await first.presses("Не смогу по времени")
    first.sees("Запись отменена")
    await lead.presses("Записать учителя")
    await lead.presses("✓ Марфа Ильинична")
    await lead.presses("Снять запись")
    lead.sees("Запись снята")
    await here.hears()
    second.sees("Вашу запись отменил(а) завуч")


async def test_who_finds_no_seat_is_offered_the_one_that_is_freed(here: SeminarTalk) -> None:
    event = await event_of(here, seats="1", quota="1")
    first = await teacher_of(here, "СОШ № 1", "Айталина Петровна")
    second = await teacher_of(here, "СОШ № 1", "Марфа Ильинична")
    third = await teacher_of(here, "СОШ № 2", "Дарья Львовна")
    await signs_up(first)
    for who, place in ((second, "вы первая"), (third, "вы вторая")):
        await opens(who)
        who.sees("Свободных мест нет")
        await who.presses("Встать в очередь")
        await who.presses("Встать в очередь")
        who.sees(place)
    second.sees("Места для вашей школы заняты")
    await first.presses("Моя запись")
    await first.presses("Отменить запись")
    await first.presses("По болезни")
    await tends(here)
    second.sees("Освободилось место", LITERACY, "Держим для вас до")
    await second.presses("Не смогу")
    second.sees("Вы в очереди: вы первая")
    await tends(here)
    third.sees("Освободилось место")
    await third.presses("Беру")
    third.sees("Вы записаны.")
    methodist = await here.talk.actor(here.methodist)
    lesson = event.lessons[0]
    move = await here.talk.the(MoveLesson)
    await move(methodist, lesson.id, lesson.starts, Timing(lesson.starts + timedelta(hours=2), 60))
    await here.hears()
    third.sees("Занятие перенесено", "Было: понедельник, 14 сентября, 15:30", "Теперь: понедельник, 14 сентября, 17:30")
    second.sees("Занятие, на которое вы в очереди, перенесено", "Теперь: понедельник, 14 сентября, 17:30", "вы первая")
    await opens(second)
    await second.presses("Моё место в очереди")
    await second.presses("Выйти из очереди")
    second.sees("Вы вышли из очереди")


async def test_a_coordinator_chooses_the_school_and_a_stranger_finds_nothing(here: SeminarTalk) -> None:
    event = await event_of(here)
    await teacher_of(here, "СОШ № 1", "Айталина Петровна")
    coordinator = await here.talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Инна Районная")
    await opens(coordinator)
    coordinator.does_not_see("Записаться")
    await coordinator.presses("Записать учителя")
    await coordinator.presses(starting("СОШ № 1"))
    await coordinator.presses("Айталина Петровна")
    await coordinator.presses("Да, записать")
    coordinator.sees("Записано")
    host = here.methodist
    await opens(host)
    host.sees("Свободно 24 места")
    await host.presses("Вести мероприятие")
    host.sees("Занято 1 место.")
    stranger = here.talk.person(909)
    await stranger.sends("/start")
    for data in ("sseat:1", "scanc:1", "eoff:1", "eplace:1"):
        await taps(stranger, data, stranger.last)
        stranger.does_not_see("Вы записаны", "Свободно", LITERACY)
    assert event.id


async def test_what_she_takes_part_in_stands_among_her_things_and_above_the_menu(here: SeminarTalk) -> None:
    await event_of(here)
    who = await teacher_of(here, "СОШ № 1", "Айталина Петровна")
    await who.sends("/my")
    who.sees("Здесь будут ваши записи на консультации и семинары")
    await signs_up(who)
    await who.sends("/menu")
    who.sees("Занятие: понедельник, 14 сентября, 15:30.", LITERACY)
    await who.sends("/my")
    who.sees("Семинары и курсы", "1. Понедельник, 14 сентября, 15:30", LITERACY)
    await who.presses("Мои записи на семинары")
    await who.presses(starting("1."))
    await who.presses("Отменить запись")
    await who.presses("Пропустить")
    await who.sends("/menu")
    assert "Занятие" not in who.last.text


async def test_who_works_in_two_schools_says_for_which_and_finds_what_is_over(here: SeminarTalk) -> None:
    event = await event_of(here)
    who = await teacher_of(here, "СОШ № 1", "Айталина Петровна")
    await here.talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 2", name="Айталина Петровна", chat=who.chat)
    lead = here.third
    await opens(lead)
    await lead.presses("Оставить места для школы")
    await lead.presses("2")
    await lead.presses("Места школы")
    lead.sees("За школой оставлено 2 места. Сколько нужно?")
    await lead.sends("1")
    lead.sees("За школой оставлено 1 место без имени")
    await opens(who)
    who.sees("СОШ № 1: можно занять ещё 3 места", "СОШ № 2: можно занять ещё 2 места")
    await who.presses("Записаться")
    who.sees("От какой школы записаться?")
    await who.sends("от второй")
    await who.presses("СОШ № 2")
    await who.presses("Да, записаться")
    who.sees("Вы записаны")
    await opens(lead)
    lead.does_not_see("без имени")
    here.talk.clock.instant = event.lessons[0].ends + timedelta(minutes=1)
    await who.sends("/seminars")
    await who.presses("Мои записи")
    who.sees("Здесь будут мероприятия")
    await who.presses("Прошедшие")
    who.sees("Прошедшие мероприятия", LITERACY)
    await who.presses(starting("1."))
    who.sees("Вы были записаны")


async def test_a_long_course_is_signed_up_for_at_once_and_fits_into_its_messages(here: SeminarTalk) -> None:
    await here.sends(here.second)
    await drafts(here)
    async with here.talk.units.write() as work:
        (event,) = await work.seminar_events.of_cycle(here.cycle, EventState.DRAFT)
        first = event.lessons[0]
        for number in range(1, MOST_LESSONS):
            later = number * DAYS
            await work.seminar_events.add_lesson(
                event.id, replace(first, starts=first.starts + later, ends=first.ends + later)
            )
    event = await published(here)
    async with here.talk.units.write() as work:
        for each in event.lessons:
            await work.seminar_events.save_lesson(replace(each, link="https://meet.example/" + "a" * 279))
    who = await teacher_of(here, "СОШ № 1", "Айталина Петровна")
    await opens(who)
    await who.presses("Записаться")
    who.sees("Понедельник, 14 сентября, 15:30", "Всего 40 занятий.", "Запись сразу на все занятия")
    await who.presses("Да, записаться")
    await who.presses("Моя запись")
    who.sees("7. ", "https://meet.example/", "Всего 40 занятий.", "Вы записаны.")
    who.does_not_see("8. ", "поместилось не всё")
    here.talk.clock.instant = first.ends
    cancel = await here.talk.the(CancelLesson)
    await cancel(await here.talk.actor(here.methodist), event.lessons[1].id)
    await here.hears()
    who.sees("Занятие отменено", "занятие 2")
    await who.sends("/seminars")
    await who.presses("Мои записи")
    await who.presses(starting("1."))
    who.sees("2. Среда, 16 сентября, 15:30, 60 минут. Отменено", "3. Пятница, 18 сентября")
    await who.presses("Отменить запись")
    who.sees("Занятия уже идут: отмеченные останутся в ваших часах")
    await who.presses("Другая причина")
    who.sees("Вы вышли из мероприятия. Отмеченные занятия остаются в ваших часах.")
