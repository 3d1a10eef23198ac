"""«Написать записавшимся»: one letter to everybody who is booked, seen before it goes, at most three a day."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.desk.use_cases.letters import WriteToBooked
from shnor_domain.consultations.model import BookingId, SessionKey
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, methodist_of, publishes, teacher_of_honuu

NIGHT = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)
"""Ten at night in Якутск, midnight in Хонуу, days before the meeting."""
TEXT = "Возьмите тетради.\nНачнём с <b> & задания 34."


async def opens_the_letter(host: Person, meeting: str = "Пн 7 декабря") -> None:
    await host.sends("/schedule")
    await host.presses(meeting)
    await host.presses("Написать записавшимся")


async def writes(host: Person, text: str = TEXT) -> None:
    await opens_the_letter(host)
    await host.sends(text)
    await host.presses("Отправить")


async def test_a_host_writes_to_the_booked_sees_it_first_and_they_read_it(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    other = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Марфа Ильинична")
    await books(talk, teacher, slot)
    await books(talk, other, slot)
    await talk.deliver()
    await opens_the_letter(host)
    host.sees("Напишите 2 людям", "До 1000 знаков")
    teacher.looks_away()
    await host.sends(TEXT)
    host.sees("Так это прочитают:", "понедельник, 7 декабря, 15:00", TEXT, "Получат 2 человека")
    await talk.deliver()
    teacher.hears_nothing()
    await host.presses("Отправить (2)")
    host.sees("Отправлено: 2.")
    await talk.deliver()
    teacher.sees("Вам пишет ведущий: Пётр Семёнович\nХимия, понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск", TEXT)
    other.sees(TEXT)


async def test_a_letter_being_written_waits_for_its_meeting_until_it_is_sent(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await opens_the_letter(host)
    await host.sends(TEXT)
    await host.presses("В меню")
    await talk.restart()
    await opens_the_letter(host)
    host.sees("Черновик: Возьмите тетради.")
    await host.presses("Посмотреть и отправить")
    await host.presses("Отправить (1)")
    host.sees("Отправлено: 1.")
    await opens_the_letter(host)
    host.does_not_see("Черновик")
    await talk.deliver()
    teacher.sees(TEXT)


async def test_who_reads_a_letter_can_ask_back_or_open_her_booking(talk: Talk, host: Person, teacher: Person) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await writes(host)
    await talk.deliver()
    notice = teacher.last
    await teacher.presses("Спросить")
    teacher.sees("Напишите")
    await teacher.presses_old(notice, "Открыть запись")
    teacher.sees("Химия, Пётр Семёнович", "понедельник, 7 декабря")


async def test_a_letter_that_is_too_long_is_kept_and_can_be_shortened(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await opens_the_letter(host)
    await host.sends("я" * 1001)
    host.sees("можно не больше 1000")
    await host.presses("Оставить начало")
    host.sees("Так это прочитают:")
    await host.presses("Назад")
    await host.sends("Короче")
    host.sees("Короче")
    await talk.restart()
    await host.presses("Отправить (1)")
    host.sees("Отправлено: 1.")


async def test_the_fourth_letter_of_a_day_is_refused_and_the_next_day_one_goes(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await books(talk, teacher, await publishes(talk, host))
    for number in range(3):
        await writes(host, f"Письмо {number}")
        host.sees("Отправлено: 1.")
    await opens_the_letter(host)
    host.sees("Сегодня участникам этой встречи уже написали 3 раза")
    await host.sends("Письмо 4")
    await host.presses("Отправить")
    host.sees("не больше 3 раз в день", "Письмо 4")
    await talk.deliver()
    assert [screen.text for screen in teacher.screens if "Письмо 3" in screen.text or "Письмо 4" in screen.text] == []
    talk.clock.instant += timedelta(days=1)
    await host.presses("Отправить")
    host.sees("Отправлено: 1.")


async def test_n6_a_letter_of_the_night_waits_for_the_morning_however_near_the_start_is(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host, weekday=4, starts=time(7, 30))
    await books(talk, teacher, slot, starts=NIGHT + timedelta(hours=9, minutes=30))
    talk.clock.instant = NIGHT
    await talk.deliver()
    await opens_the_letter(host, "Пт 4 декабря")
    await host.sends("Возьмите атлас")
    host.sees("У кого сейчас ночь, прочтёт утром.")
    await host.presses("Отправить")
    teacher.looks_away()
    await talk.deliver()
    teacher.hears_nothing()
    talk.clock.instant = NIGHT + timedelta(hours=8)
    await talk.deliver()
    teacher.sees("Возьмите атлас")


async def test_a_letter_that_waits_for_the_morning_goes_along_when_the_host_moves_the_meeting(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    talk.clock.instant = NIGHT
    await writes(host)
    move = await talk.the(MoveMeeting)
    await move(await talk.actor(host), SessionKey(slot, NEXT_MONDAY), date(2026, 12, 8), time(16, 0))
    talk.clock.instant = NIGHT + timedelta(hours=10)
    await talk.deliver()
    news = [screen.text for screen in teacher.screens]
    assert len([text for text in news if TEXT in text and "вторник, 8 декабря, 18:00 (у вас)" in text]) == 1
    assert len([text for text in news if "Консультацию перенесли" in text]) == 1


async def test_who_has_moved_to_another_meeting_reads_no_letter_of_the_first(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    booking = await books(talk, teacher, slot)
    talk.clock.instant = NIGHT
    await writes(host)
    other = SessionKey(slot, NEXT_MONDAY + timedelta(days=7))
    await (await talk.the(MoveBooking))(await talk.actor(teacher), BookingId(booking), other)
    talk.clock.instant = NIGHT + timedelta(hours=10)
    await talk.deliver()
    teacher.does_not_see("тетради")


async def test_who_has_left_the_meeting_or_comes_later_reads_nothing(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    booking = await books(talk, teacher, slot)
    other = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Марфа Ильинична")
    await books(talk, other, slot)
    talk.clock.instant = NIGHT
    await writes(host)
    await (await talk.the(CancelBooking))(await talk.actor(teacher), BookingId(booking), None)
    late = await teacher_of_honuu(talk, "Белла Ивановна")
    await books(talk, late, slot)
    talk.clock.instant = NIGHT + timedelta(hours=10)
    await talk.deliver()
    assert [TEXT in str(person.screens) for person in (teacher, late)] == [False, False]
    other.sees(TEXT)


async def test_nobody_writes_to_an_empty_meeting_or_to_anothers(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря")
    assert "Написать записавшимся" not in host.buttons
    await books(talk, teacher, slot)
    stranger = await methodist_of(talk, name="Другой Ведущий")
    with pytest.raises(NotFound):
        await (await talk.the(WriteToBooked))(await talk.actor(stranger), SessionKey(slot, NEXT_MONDAY), TEXT)
    await talk.deliver()
    teacher.does_not_see("тетради")
