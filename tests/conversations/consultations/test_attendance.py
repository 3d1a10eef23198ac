"""Who came: one screen for the host, a silent question once the meeting is over, 14 days to correct it."""

from datetime import time, timedelta

import pytest

from shnor_domain.consultations.attendance.errors import NoAttendance, NotYetStarted
from shnor_domain.consultations.attendance.use_cases.marking import MarkAttendance, UnmarkedMeetings
from shnor_domain.consultations.model import Audience, BookingId, SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from tests.support.afterwards import at, presses
from tests.support.bot_in_memory import Talk
from tests.support.colleagues import enrols, lead_of_honuu
from tests.support.conversation import Person
from tests.support.forgeries import taps
from tests.support.hosts import NEXT_MONDAY, books, methodist_of, publishes

LENGTH, DAY = timedelta(minutes=45), timedelta(days=1)


async def test_the_host_is_asked_once_after_the_end_and_everybody_came_is_one_tap(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    slot = await publishes(talk, host)
    for teacher in teachers:
        await books(talk, teacher, slot)
    await at(talk, NEXT_MONDAY)
    host.looks_away()
    await at(talk, NEXT_MONDAY + LENGTH - timedelta(seconds=1))
    host.hears_nothing()
    await at(talk, NEXT_MONDAY + LENGTH)
    question = host.last
    assert question.text == "Как прошло?\nХимия\nПонедельник, 7 декабря, 15:00\nБыло записано 3 человека"
    assert question.buttons == ["Пришли все", "Отметить"]
    await host.presses("Пришли все")
    host.sees("Состоялась, пришло: 3 из 3.", "Отметить и исправить можно до: понедельник, 21 декабря, 15:45.")
    await talk.deliver()
    assert question.text == "Спасибо, встреча 7 декабря в 15:00 отмечена."
    assert question.buttons == ["Посмотреть или исправить"]
    host.looks_away()
    await at(talk, NEXT_MONDAY + 2 * DAY)
    host.hears_nothing()


async def test_she_ticks_who_came_and_corrects_it_for_fourteen_days(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    slot = await publishes(talk, host)
    for teacher in teachers:
        await books(talk, teacher, slot)
    await at(talk, NEXT_MONDAY + LENGTH)
    await presses(host, "Отметить", "Отметить")
    host.sees("Нажмите на тех, кто пришёл. Отмечено: 0 из 3.")
    await presses(host, "Айталина Петровна", "Марфа Ильинична", "✓ Айталина Петровна", "Сардана Ивановна")
    assert host.buttons[:3] == ["Айталина Петровна", "✓ Марфа Ильинична", "✓ Сардана Ивановна"]
    await host.presses("Готово")
    host.sees("Состоялась, пришло: 2 из 3.")
    talk.clock.instant = NEXT_MONDAY + LENGTH + 14 * DAY
    await presses(host, "Пришли все")
    host.sees("Состоялась, пришло: 3 из 3.")
    talk.clock.instant += timedelta(seconds=1)
    await host.presses("Пришли все")
    host.sees("изменить отметку уже нельзя")


async def test_a_meeting_to_which_nobody_came_was_not_held_and_why_is_a_button(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    await books(talk, teachers[0], await publishes(talk, host))
    await at(talk, NEXT_MONDAY + LENGTH)
    await presses(host, "Отметить", "Отметить", "Готово")
    host.sees("Встреча не состоялась. Почему?")
    assert host.buttons[:3] == ["Никто не смог прийти", "Не было связи", "Я не смог(ла) провести"]
    await host.presses("Не было связи")
    host.sees("Не состоялась: не было связи.")
    host.does_not_see("неявк", "прогул")
    await presses(host, "Не состоялась", "Никто не смог прийти")
    host.sees("Не состоялась: никто не смог подключиться или прийти.")


async def test_a_cancelled_meeting_has_no_attendance(talk: Talk, host: Person, teachers: list[Person]) -> None:
    slot = await publishes(talk, host)
    await books(talk, teachers[0], slot)
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await at(talk, NEXT_MONDAY + LENGTH)
    assert not any("Как прошло?" in str(screen) for screen in host.screens)
    await host.sends("/schedule")
    assert not any("Отметить, как прошло" in label for label in host.buttons)
    with pytest.raises(NoAttendance):
        await (await talk.the(MarkAttendance))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY), None)


async def test_nobody_is_asked_of_a_meeting_whose_people_have_all_cancelled(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    booking = await books(talk, teachers[0], await publishes(talk, host))
    await (await talk.the(CancelBooking))(await talk.actor(teachers[0]), BookingId(booking), None)
    await at(talk, NEXT_MONDAY + LENGTH)
    assert not any("Как прошло?" in str(screen) for screen in host.screens)


async def test_the_question_is_silent_and_waits_for_the_morning(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    # 20:30 in Якутск, over at 21:15: in her quiet hours
    evening = NEXT_MONDAY + timedelta(hours=5, minutes=30)
    slot = await publishes(talk, host, starts=time(20, 30))
    await books(talk, teachers[0], slot, None, evening)
    await at(talk, evening)
    host.looks_away()
    await at(talk, evening + LENGTH)
    host.hears_nothing()
    await at(talk, NEXT_MONDAY + timedelta(hours=17))
    host.sees("Как прошло?")
    assert host.last.silent


async def test_what_is_not_marked_stands_on_the_desk(talk: Talk, host: Person, teachers: list[Person]) -> None:
    slot = await publishes(talk, host)
    for each in teachers[:2]:
        await books(talk, each, slot)
    await at(talk, NEXT_MONDAY + LENGTH)
    await host.sends("/schedule")
    await host.presses("Отметить, как прошло (1)")
    host.sees("Эти встречи ещё не отмечены.")
    await presses(host, "Пн 7 декабря 15:00 · химия", "Пришли все")
    host.sees("Состоялась, пришло: 2 из 2.")
    await presses(host, "Моё расписание")
    assert not any("Отметить, как прошло" in label for label in host.buttons)


async def test_old_and_foreign_buttons_answer_politely_and_mark_nothing(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teachers[0], slot)
    await at(talk, NEXT_MONDAY + LENGTH)
    button = host.last.rows[0][0].callback_data
    other = await methodist_of(talk, name="Анна Ивановна")
    await other.sends("/menu")
    assert button is not None
    await taps(other, button, other.last)
    other.sees("Этого здесь больше нет.")
    assert len(await (await talk.the(UnmarkedMeetings))(await talk.actor(host))) == 1


async def test_before_the_start_nothing_can_be_marked(talk: Talk, host: Person, teachers: list[Person]) -> None:
    slot = await publishes(talk, host)
    await books(talk, teachers[0], slot)
    with pytest.raises(NotYetStarted):
        await (await talk.the(MarkAttendance))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY), None)


async def test_the_same_tap_fed_twice_marks_once_and_answers_alike(
    talk: Talk, host: Person, teachers: list[Person]
) -> None:
    slot = await publishes(talk, host)
    bookings = [await books(talk, each, slot) for each in teachers]
    talk.clock.instant = NEXT_MONDAY + LENGTH
    mark, key, actor = await talk.the(MarkAttendance), SessionKey(slot, NEXT_MONDAY), await talk.actor(host)
    token = update_in_hand.set(UpdateInHand(7, host.chat))
    try:
        first = await mark(actor, key, {BookingId(bookings[0]): 1})
        talk.clock.advance(seconds=30)
        again = await mark(actor, key, {BookingId(bookings[0]): 1})
    finally:
        update_in_hand.reset(token)
    assert again == first
    assert sum(again.came.values()) == 1


async def test_of_pupils_a_number_is_marked(talk: Talk, host: Person) -> None:
    slot = await publishes(talk, host, audience=Audience.PUPILS, capacity=30)
    await enrols(talk, await lead_of_honuu(talk), slot, 12)
    await at(talk, NEXT_MONDAY + LENGTH)
    await presses(host, "Отметить", "Отметить", "0 из 12")
    host.sees("сколько пришло? Было записано: 12.")
    await host.sends("много")
    host.sees("Такое число не подходит.")
    await host.sends("14")
    host.sees("Отмечено: 14 из 12.")
    await host.presses("Готово")
    host.sees("Состоялась, пришло: 14 из 12.")
