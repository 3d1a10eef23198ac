"""What calendars elsewhere get wrong: a moved meeting loses its people, one that was called off is asked about."""

from datetime import date, time, timedelta

from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from tests.support.bot_in_memory import Talk
from tests.support.calendar_lines import events
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, publishes


async def test_a_meeting_that_its_host_moves_keeps_its_people_and_their_calendars_follow(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "задание 34")
    await teacher.sends("/my")
    await teacher.presses("Пн 7 декабря")
    await teacher.presses("В календарь")
    [before] = events(teacher.screens[-2].body or b"")[1]
    key = SessionKey(slot, NEXT_MONDAY)
    await (await talk.the(MoveMeeting))(await talk.actor(host), key, date(2026, 12, 9), time(16))
    await talk.deliver()
    teacher.sees("среда, 9 декабря, 18:00 (у вас) · 16:00 Якутск")
    await teacher.presses("Обновить в календаре")
    [after] = events(teacher.last.body or b"")[1]
    assert (after["UID"], after["SEQUENCE"], after["DTSTART"]) == (before["UID"], "1", "20261209T070000Z")
    await teacher.sends("/my")
    await teacher.presses("Ср 9 декабря")
    teacher.sees("Ваш вопрос: задание 34")
    await host.sends("/schedule")
    await host.presses("Ср 9 декабря")
    host.sees("Записано: 1 из 5", "1. Айталина Петровна\nВопрос: задание 34")


async def test_nobody_is_asked_who_came_to_a_meeting_that_was_called_off(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    for person in (host, teacher):
        person.looks_away()
    for hours in (1, 12, 36):
        talk.clock.instant = NEXT_MONDAY + timedelta(hours=hours)
        await talk.deliver()
    host.does_not_see("Как прошло?")
    teacher.does_not_see("Как прошло?", "прошла")
