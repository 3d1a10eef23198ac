"""«В календарь»: one entry for ever, told again as it changes, and taken out when it is off."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.desk.use_cases.calendars import TakeBooking
from shnor_domain.consultations.desk.use_cases.host_calendars import TakeMeeting
from shnor_domain.consultations.model import BookingId, SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.link import SendLink
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role, SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.calendar_lines import events
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, methodist_of, publishes, teacher_of_honuu

NAME = "Пётр Семёнович Константинопольский-Верхнеколымский"


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk, name=NAME)


def file(person: Person) -> bytes:
    """The newest calendar file in her chat."""
    found = next(screen for screen in reversed(person.screens) if screen.body is not None)
    assert found.file_name is not None and found.file_name.endswith(".ics")
    assert found.body is not None
    return found.body


def event(person: Person) -> tuple[str, dict[str, str]]:
    method, [only] = events(file(person))
    return method, only


async def books_by_chat(person: Person, *more: str) -> None:
    await person.sends("/consult")
    for label in ("Химия", "Пн 7 декабря", *more):
        await person.presses(label)


async def test_with_the_booking_comes_a_file_for_the_calendar(talk: Talk, host: Person, teacher: Person) -> None:
    await publishes(talk, host)
    await teacher.sends("/consult")
    await teacher.presses("Химия")
    await teacher.presses("Пн 7 декабря")
    await teacher.sends("ЕГЭ; задание 34, \\ «щёлочи»")
    await teacher.presses("В календарь")
    teacher.sees("консультация появится в вашем календаре", "Вы записаны.")
    method, found = event(teacher)
    assert method == "PUBLISH"
    assert found | {"UID": "", "DESCRIPTION": ""} == {
        "UID": "",
        "SEQUENCE": "0",
        "DTSTAMP": "20261130T030000Z",
        "DTSTART": "20261207T060000Z",
        "DTEND": "20261207T064500Z",
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
        "SUMMARY": "Консультация: химия",
        "DESCRIPTION": "",
        "LOCATION": "https://meet.example.org/chem",
        "URL": "https://meet.example.org/chem",
    }
    assert len(found["UID"]) == 36
    assert found["DESCRIPTION"] == (
        f"Химия, {NAME}, онлайн, 45 минут\nСсылка: https://meet.example.org/chem\n"
        "Ваш вопрос: ЕГЭ; задание 34, \\ «щёлочи»\nБот напомнит за сутки и за час сам."
    )


async def test_another_reader_of_the_format_understands_the_file(talk: Talk, host: Person, teacher: Person) -> None:
    await publishes(talk, host)
    await books_by_chat(teacher, "Пропустить", "В календарь")
    calendar = Calendar.from_ical(file(teacher))
    [found] = calendar.walk("VEVENT")
    assert found.decoded("dtstart") == NEXT_MONDAY
    assert found.decoded("dtend") - NEXT_MONDAY == timedelta(minutes=45)
    assert str(found["description"]).splitlines()[0] == f"Химия, {NAME}, онлайн, 45 минут"
    assert calendar.walk("VALARM") == []


async def test_the_same_booking_taken_twice_is_the_same_entry(talk: Talk, host: Person, teacher: Person) -> None:
    await publishes(talk, host)
    await books_by_chat(teacher, "Пропустить", "В календарь")
    _, first = event(teacher)
    talk.clock.instant += timedelta(hours=2)
    await teacher.presses("В календарь")
    _, second = event(teacher)
    assert second == first | {"DTSTAMP": "20261130T050000Z"}


async def test_a_moved_booking_keeps_its_identity_and_gets_the_next_number(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await publishes(talk, host)
    await books_by_chat(teacher, "Пропустить", "В календарь")
    _, first = event(teacher)
    for label in ("Мои дела", "Пн 7 декабря", "Перенести", "Пн 14 декабря"):
        await teacher.presses(label)
    assert "Обновить в календаре" in teacher.buttons
    await teacher.presses("Обновить в календаре")
    teacher.sees("календарь возьмёт новое время")
    method, second = event(teacher)
    assert (method, second["UID"], second["SEQUENCE"]) == ("PUBLISH", first["UID"], "1")
    assert second["DTSTART"] == "20261214T060000Z"
    await teacher.presses("В календарь")
    assert event(teacher)[1]["SEQUENCE"] == "1"


async def test_who_cancels_what_her_calendar_has_is_offered_to_take_it_out(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await publishes(talk, host)
    await books_by_chat(teacher, "Пропустить", "В календарь")
    _, first = event(teacher)
    for label in ("Мои дела", "Пн 7 декабря", "Отменить запись", "Пропустить"):
        await teacher.presses(label)
    await teacher.presses("Убрать из календаря")
    teacher.sees("календарь уберёт консультацию")
    method, off = event(teacher)
    assert (method, off["UID"], off["SEQUENCE"], off["STATUS"]) == ("CANCEL", first["UID"], "1", "CANCELLED")
    assert "meet.example.org" not in file(teacher).decode()


async def test_when_another_leads_the_meeting_the_calendar_is_told_who(
    talk: Talk, host: Person, teacher: Person
) -> None:
    colleague = await methodist_of(talk, name="Марфа Ильинична")
    await publishes(talk, host)
    await books_by_chat(teacher, "Пропустить", "В календарь")
    _, first = event(teacher)
    declare, covers = await talk.the(DeclareAbsence), {SubjectId("chemistry"): await talk.person_id(colleague)}
    day = date(2026, 12, 7)
    await declare(await talk.actor(host), await talk.person_id(host), day, day, covers)
    await talk.deliver()
    await colleague.presses("Согласиться")
    await talk.deliver()
    teacher.sees("Консультацию проведёт Марфа Ильинична")
    await teacher.presses("Обновить в календаре")
    _, second = event(teacher)
    assert (second["UID"], second["SEQUENCE"]) == (first["UID"], "1")
    assert second["DESCRIPTION"].startswith("Химия, Марфа Ильинична, онлайн")


async def test_who_never_took_a_file_is_offered_nothing(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books_by_chat(teacher, "Пропустить")
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    teacher.sees("Консультация не состоится")
    assert "Убрать из календаря" not in teacher.buttons
    await teacher.presses("Открыть запись")
    assert "Убрать из календаря" not in teacher.buttons


async def test_the_word_of_a_called_off_meeting_brings_the_file_that_takes_it_out(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books_by_chat(teacher, "Пропустить", "В календарь")
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    teacher.sees("Консультация не состоится")
    notice = teacher.last
    await teacher.presses_old(notice, "Убрать из календаря")
    assert event(teacher)[0] == "CANCEL"
    assert not notice.deleted and "Убрать из календаря" in notice.buttons


async def test_a_new_link_is_offered_to_the_calendar_that_has_the_old_one(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books_by_chat(teacher, "Пропустить", "В календарь")
    await (await talk.the(SendLink))(await talk.actor(host), slot, "https://meet.example.org/new")
    await talk.deliver()
    teacher.sees("Новая ссылка")
    await teacher.presses("Обновить в календаре")
    _, found = event(teacher)
    assert (found["SEQUENCE"], found["URL"]) == ("1", "https://meet.example.org/new")


async def test_a_host_takes_a_meeting_and_her_week_without_anybodys_name(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await publishes(talk, host, weekday=2)
    await books(talk, teacher, slot, "задание 34")
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря")
    await host.presses("В календарь")
    _, one = event(host)
    assert one["DTSTART"] == "20261207T060000Z"
    await host.sends("/schedule")
    for label in ("Неделя", "Позже ›", "Неделя в календарь"):
        await host.presses(label)
    method, week = events(file(host))
    assert (method, [each["DTSTART"] for each in week]) == ("PUBLISH", ["20261207T060000Z", "20261209T060000Z"])
    assert (week[0]["UID"], week[0]["SEQUENCE"]) == (one["UID"], "0")
    assert "Айталина" not in str(week) and "задание 34" not in str(week)


async def test_a_host_takes_out_what_was_called_off(talk: Talk, host: Person) -> None:
    slot = await publishes(talk, host)
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря")
    await host.presses("В календарь")
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await host.sends("/schedule")
    for label in ("Неделя", "Позже ›", "Неделя в календарь"):
        await host.presses(label)
    method, [off] = events(file(host))
    assert (method, off["STATUS"], off["SEQUENCE"]) == ("CANCEL", "CANCELLED", "1")


async def test_a_host_whose_meeting_a_coordinator_calls_off_is_offered_to_take_it_out(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря")
    await host.presses("В календарь")
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Туйаара Ивановна")
    await (await talk.the(CancelSession))(await talk.actor(region), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    host.sees("Вашу встречу отменил координатор")
    await host.presses("Убрать из календаря")
    method, off = event(host)
    assert (method, off["SEQUENCE"]) == ("CANCEL", "1")


async def test_anothers_booking_and_meeting_are_in_nobodys_calendar(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    booking = BookingId(await books(talk, teacher, slot))
    stranger = await teacher_of_honuu(talk, "Белла Ивановна")
    with pytest.raises(NotFound):
        await (await talk.the(TakeBooking))(await talk.actor(stranger), booking)
    with pytest.raises(NotFound):
        await (await talk.the(TakeMeeting))(await talk.actor(stranger), SessionKey(slot, NEXT_MONDAY))
    taken = await (await talk.the(TakeBooking))(await talk.actor(teacher), booking)
    assert taken.entry.starts == datetime(2026, 12, 7, 6, 0, tzinfo=UTC)
