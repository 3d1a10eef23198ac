"""Reminders as they are read: minute, words, buttons, and what becomes of them afterwards (N1–N4, N6, N7)."""

from datetime import datetime, timedelta

from aiogram.methods import SendMessage

from shnor_domain.consultations.model import BookingId, Format, SessionKey, SlotId
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.move import MoveBooking
from tests.support.afterwards import at
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, publishes, teacher_of_honuu

DAY, HOUR, WEEK = timedelta(days=1), timedelta(hours=1), timedelta(days=7)


async def test_a_teacher_is_reminded_a_day_and_an_hour_before(talk: Talk, host: Person, teacher: Person) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await at(talk, NEXT_MONDAY - DAY - timedelta(seconds=1))
    assert teacher.screens == []
    await at(talk, NEXT_MONDAY - DAY)
    assert teacher.last.text == (
        "Завтра консультация\n"
        "Химия, Пётр Семёнович, онлайн\n"
        "понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск\n"
        "Ссылка: https://meet.example.org/chem\n"
        "Не сможете? Отмените, место отдадим следующему."
    )
    assert teacher.buttons == ["Буду", "Перенести", "Отменить запись"]
    await at(talk, NEXT_MONDAY - HOUR)
    assert teacher.last.text == (
        "Сегодня, понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск: химия, Пётр Семёнович.\n"
        "Ссылка: https://meet.example.org/chem"
    )
    assert teacher.buttons == ["Открыть", "Плохая связь, спрошу письменно", "Отменить запись"]


async def test_the_host_is_reminded_of_how_many_come_with_how_many_questions(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "задание 34")
    await books(talk, await teacher_of_honuu(talk, "Марфа Ильинична"), slot)
    await at(talk, NEXT_MONDAY - DAY)
    assert host.last.text == (
        "Завтра вы ведёте консультацию\nХимия, онлайн\nпонедельник, 7 декабря, 15:00\nЗаписаны: 2 человека, вопросов: 1"
    )
    await at(talk, NEXT_MONDAY - HOUR)
    host.sees("Сегодня, понедельник, 7 декабря, 15:00: химия, онлайн, вы ведёте.\nЗаписаны: 2 человека, вопросов: 1")
    await host.presses("Открыть встречу")
    host.sees("Записано: 2 из 5")


async def test_nobody_is_reminded_of_an_empty_session(talk: Talk, host: Person, teacher: Person) -> None:
    booking = await books(talk, teacher, await publishes(talk, host))
    await at(talk, NEXT_MONDAY - 2 * DAY)
    host.looks_away()
    await (await talk.the(CancelBooking))(await talk.actor(teacher), BookingId(booking), None)
    await at(talk, NEXT_MONDAY - HOUR)
    host.hears_nothing()
    assert teacher.screens == []


async def test_after_the_start_reminders_say_so_and_their_buttons_go(talk: Talk, host: Person, teacher: Person) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await at(talk, NEXT_MONDAY - DAY)
    day, hosts = teacher.last, host.last
    await at(talk, NEXT_MONDAY - HOUR)
    hour = teacher.last
    await at(talk, NEXT_MONDAY)
    for reminder in (day, hour):
        assert reminder.text == "Консультация 7 декабря в 17:00 прошла."
        assert reminder.buttons == ["Отметить, как прошло", "Записаться снова"]
    assert (hosts.text, hosts.buttons) == ("Консультация 7 декабря в 15:00 прошла.", [])


async def test_a_reminder_of_what_was_called_off_says_so_at_once(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    await at(talk, NEXT_MONDAY - DAY)
    reminder = teacher.last
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    assert (reminder.text, reminder.buttons) == ("Консультация 7 декабря в 17:00 отменена.", [])
    teacher.sees("Консультация не состоится")
    await at(talk, NEXT_MONDAY)
    assert reminder.text == "Консультация 7 декабря в 17:00 отменена."


async def test_from_a_reminder_the_booking_is_moved_in_two_taps(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    await at(talk, NEXT_MONDAY - DAY)
    reminder = teacher.last
    talk.clock.advance(hours=1)
    await teacher.presses("Перенести")
    teacher.sees("На какое время перенести?", "понедельник, 7 декабря, 17:00")
    await teacher.presses("Пн 14 декабря, 17:00 · 5 мест")
    teacher.sees("Запись перенесена.", "понедельник, 14 декабря, 17:00 (у вас) · 15:00 Якутск")
    await talk.deliver()
    assert (reminder.text, reminder.buttons) == ("Консультация 7 декабря в 17:00 перенесена.", [])
    assert host.last.text == (
        "Запись перенесли: химия\nБыла: понедельник, 7 декабря, 15:00\nТеперь: понедельник, 14 декабря, 15:00\n"
        "Придёт: Айталина Петровна"
    )
    await at(talk, NEXT_MONDAY + WEEK - DAY)
    teacher.sees("Завтра консультация", "понедельник, 14 декабря, 17:00")


async def test_from_a_reminder_the_seat_is_given_back(talk: Talk, host: Person, teacher: Person) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await at(talk, NEXT_MONDAY - DAY)
    reminder = teacher.last
    await teacher.presses("Отменить запись")
    teacher.sees("Отменяем?")
    await teacher.presses("Болею")
    teacher.sees("Запись отменена.")
    await talk.deliver()
    assert (reminder.text, reminder.buttons) == ("Консультация 7 декабря в 17:00 отменена.", [])


async def test_buttons_of_an_old_reminder_show_the_booking_as_it_stands(
    talk: Talk, host: Person, teacher: Person
) -> None:
    booking = await books(talk, teacher, await publishes(talk, host))
    await at(talk, NEXT_MONDAY - DAY)
    await (await talk.the(CancelBooking))(await talk.actor(teacher), BookingId(booking), None)
    for label in ("Перенести", "Отменить запись"):
        await teacher.presses_old(teacher.screens[0], label)
        teacher.sees("Вы отменили эту запись")
    stranger = await teacher_of_honuu(talk, "Чужая")
    for label in ("Перенести", "Отменить запись"):
        await stranger.presses_old(teacher.screens[0], label)
        stranger.does_not_see("Пётр", "meet.example.org")


async def test_a_reminder_on_site_gives_the_place_and_no_link(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host, format=Format.ON_SITE, venue="кабинет 12", link=None)
    await books(talk, teacher, slot)
    await at(talk, NEXT_MONDAY - HOUR)
    teacher.sees("Место: кабинет 12")
    assert teacher.buttons == ["Отменить запись"]
    sent = [call for call in talk.session.calls if isinstance(call, SendMessage) and call.chat_id == teacher.chat]
    assert not sent[-1].disable_notification


NIGHT = NEXT_MONDAY - timedelta(hours=16)
"""23:00 in Якутск on the eve; the meeting is at 15:00."""


async def night_of(talk: Talk, host: Person, teacher: Person) -> tuple[SlotId, BookingId]:
    """She is booked for Monday, the host has read of it, and it is late."""
    slot = await publishes(talk, host)
    booking = BookingId(await books(talk, teacher, slot))
    await talk.deliver()
    await at(talk, NIGHT)
    host.looks_away()
    return slot, booking


async def moves(talk: Talk, teacher: Person, booking: BookingId, slot: SlotId, starts: datetime) -> None:
    await (await talk.the(MoveBooking))(await talk.actor(teacher), booking, SessionKey(slot, starts))
    await talk.deliver()


async def cancels(talk: Talk, teacher: Person, booking: BookingId) -> None:
    await (await talk.the(CancelBooking))(await talk.actor(teacher), booking, None)
    await talk.deliver()


async def morning(talk: Talk) -> None:
    await at(talk, NIGHT + timedelta(hours=9))


async def test_n6_moved_and_cancelled_in_one_night_the_host_hears_of_what_she_knows(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot, booking = await night_of(talk, host, teacher)
    await moves(talk, teacher, booking, slot, NEXT_MONDAY + WEEK)
    talk.clock.advance(minutes=10)
    await cancels(talk, teacher, booking)
    await morning(talk)
    assert [screen.text for screen in host.news if "отмен" in screen.text.casefold()] == [
        "Запись отменили: химия\nПонедельник, 7 декабря, 15:00\n"
        "Не сможет прийти: Айталина Петровна. Место снова свободно."
    ]


async def test_n6_moved_away_and_back_in_one_night_is_no_news(talk: Talk, host: Person, teacher: Person) -> None:
    slot, booking = await night_of(talk, host, teacher)
    await moves(talk, teacher, booking, slot, NEXT_MONDAY + WEEK)
    talk.clock.advance(minutes=10)
    await moves(talk, teacher, booking, slot, NEXT_MONDAY)
    await morning(talk)
    host.does_not_see("перенесли")


async def test_n6_booked_and_cancelled_in_one_night_is_no_news(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await at(talk, NIGHT)
    booking = BookingId(await books(talk, teacher, slot))
    await talk.deliver()
    talk.clock.advance(minutes=10)
    await cancels(talk, teacher, booking)
    await morning(talk)
    host.hears_nothing()


async def test_booked_and_moved_in_one_night_the_host_hears_of_a_booking_where_it_is(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await at(talk, NIGHT)
    booking = BookingId(await books(talk, teacher, slot))
    await talk.deliver()
    talk.clock.advance(minutes=10)
    await moves(talk, teacher, booking, slot, NEXT_MONDAY + WEEK)
    await morning(talk)
    assert [screen.text for screen in host.news] == [
        "Новая запись: химия\nПонедельник, 14 декабря, 15:00\nПридёт: Айталина Петровна"
    ]
