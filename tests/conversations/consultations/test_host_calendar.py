"""The calendar of who leads: a meeting leaves it with whoever leads it, and comes back with it, under one identity."""

from datetime import date

import pytest

from shnor_domain.consultations.absences.use_cases.decide import AbsenceAsks, TakeAskBack
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.desk.use_cases.host_calendars import TakeWeek
from shnor_domain.consultations.model import Format, SessionKey, SlotId
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.link import SendMeetingLink
from shnor_domain.identity import Role, SubjectId
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.bot_in_memory import Talk
from tests.support.calendar_lines import events
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, books, keeps_the_clock_of, methodist_of, publishes

DAY = date(2026, 12, 7)
CHEMISTRY = SubjectId("chemistry")
Said = tuple[str, str, str, int]
"""Method, status, identity, number."""


@pytest.fixture
async def colleague(talk: Talk, host: Person) -> Person:
    return await methodist_of(talk, name="Марфа Ильинична")


def file(person: Person) -> tuple[str, list[dict[str, str]]]:
    found = next(screen for screen in reversed(person.screens) if screen.body is not None)
    assert found.body is not None
    return events(found.body)


def said(person: Person) -> Said:
    """What the newest file in her chat says of its only meeting."""
    method, [only] = file(person)
    return method, only["STATUS"], only["UID"], int(only["SEQUENCE"])


async def takes(person: Person, label: str = "В календарь") -> Said:
    """From the card of the meeting."""
    await person.sends("/schedule")
    await person.presses("Пн 7 декабря")
    await person.presses(label)
    return said(person)


async def takes_the_week(person: Person) -> Said:
    await person.sends("/schedule")
    for label in ("Неделя", "Позже ›", "Неделя в календарь"):
        await person.presses(label)
    return said(person)


async def asks(talk: Talk, host: Person, colleague: Person) -> None:
    declare, covers = await talk.the(DeclareAbsence), {CHEMISTRY: await talk.person_id(colleague)}
    await declare(await talk.actor(host), await talk.person_id(host), DAY, DAY, covers)
    await talk.deliver()


async def agrees(talk: Talk, colleague: Person) -> None:
    await colleague.presses("Согласиться")
    await talk.deliver()


async def booked(talk: Talk, host: Person, teacher: Person) -> SlotId:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    await talk.deliver()
    return slot


async def test_what_a_colleague_will_lead_leaves_the_calendar_of_the_host_and_enters_his(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    slot = await booked(talk, host, teacher)
    _, _, uid, _ = await takes(host)
    await asks(talk, host, colleague)
    # asked and not answered, it is hers as before
    assert await takes(host) == ("PUBLISH", "CONFIRMED", uid, 0)
    await agrees(talk, colleague)
    host.sees("Ваши консультации проведёт Марфа Ильинична")
    await host.presses("Убрать из календаря")
    assert said(host) == ("CANCEL", "CANCELLED", uid, 1)
    colleague.sees("Спасибо! Вы проведёте (химия):")
    await colleague.presses("В календарь")
    method, status, his, number = said(colleague)
    assert (method, status, number) == ("PUBLISH", "CONFIRMED", 0) and his != uid
    # a room of his own is no business of the calendar that has it no more
    meeting = SessionKey(slot, NEXT_MONDAY)
    await (await talk.the(SendMeetingLink))(await talk.actor(colleague), meeting, "https://meet.example.org/marfa")
    assert await takes(colleague, "Обновить в календаре") == ("PUBLISH", "CONFIRMED", his, 1)
    assert await takes(host, "Убрать из календаря") == ("CANCEL", "CANCELLED", uid, 1)


async def test_the_week_of_a_host_takes_out_what_another_leads_by_now(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    _, _, uid, _ = await takes_the_week(host)
    await asks(talk, host, colleague)
    await agrees(talk, colleague)
    assert await takes_the_week(host) == ("CANCEL", "CANCELLED", uid, 1)
    method, status, his, _ = await takes_the_week(colleague)
    assert (method, status) == ("PUBLISH", "CONFIRMED")
    await colleague.sends("/schedule")
    for label in ("Пн 7 декабря", "Не смогу провести", "Да, не смогу"):
        await colleague.presses(label)
    [off] = await (await talk.the(TakeWeek))(await talk.actor(colleague), 1)
    assert (off.entry.uid, off.entry.sequence, off.entry.cancelled) == (his, 1, True)
    assert await takes_the_week(host) == ("PUBLISH", "CONFIRMED", uid, 2)


async def test_what_comes_back_to_its_host_comes_back_to_her_calendar(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    _, _, uid, _ = await takes(host)
    await asks(talk, host, colleague)
    await agrees(talk, colleague)
    await host.presses("Убрать из календаря")
    await colleague.presses("В календарь")
    _, _, his, _ = said(colleague)
    await host.sends("/schedule")
    for label in ("Меня не будет", "Замены (1)", "Марфа Ильинична", "Замена не нужна", "Да, замена не нужна"):
        await host.presses(label)
    await host.presses("Обновить в календаре")
    assert said(host) == ("PUBLISH", "CONFIRMED", uid, 2)
    await talk.deliver()
    colleague.sees("Встречу, на которую вы согласились, вести не нужно")
    await colleague.presses("Убрать из календаря")
    assert said(colleague) == ("CANCEL", "CANCELLED", his, 1)


async def test_who_cannot_after_all_takes_it_out_and_the_host_takes_it_again(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    _, _, uid, _ = await takes(host)
    await asks(talk, host, colleague)
    await agrees(talk, colleague)
    await host.presses("Убрать из календаря")
    await colleague.presses("В календарь")
    _, _, his, _ = said(colleague)
    await colleague.sends("/schedule")
    for label in ("Пн 7 декабря", "Не смогу провести", "Да, не смогу", "Убрать из календаря"):
        await colleague.presses(label)
    assert said(colleague) == ("CANCEL", "CANCELLED", his, 1)
    await talk.deliver()
    host.sees("Марфа Ильинична не сможет провести ваши консультации")
    await host.presses("Обновить в календаре")
    assert said(host) == ("PUBLISH", "CONFIRMED", uid, 2)


async def test_what_the_host_calls_off_leaves_the_calendar_of_who_was_to_lead_it(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    slot = await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await agrees(talk, colleague)
    await colleague.presses("В календарь")
    _, _, his, _ = said(colleague)
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    colleague.sees("Встречу, на которую вы согласились, вести не нужно")
    await colleague.presses("Убрать из календаря")
    assert said(colleague) == ("CANCEL", "CANCELLED", his, 1)
    [off] = await (await talk.the(TakeWeek))(await talk.actor(colleague), 1)
    assert (off.entry.uid, off.entry.sequence, off.entry.cancelled) == (his, 1, True)


async def test_a_called_off_day_takes_a_meeting_out_of_its_hosts_calendar_and_undone_brings_it_back(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    there = await talk.grown_person(Role.METHODIST, "Момский", subjects=["chemistry"], name="Анна Петровна")
    await keeps_the_clock_of(talk, there, "Asia/Yakutsk")
    clara = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")
    where = talk.where("Момский")
    assert where.municipality is not None
    on_site = {"format": Format.ON_SITE, "link": None, "venue": "Хонуу, школа, кабинет 5", "open_to": where}
    await books(talk, teacher, await publishes(talk, there, **on_site))
    await talk.deliver()
    _, _, uid, _ = await takes(there)
    await (await talk.the(CallOffDay))(await talk.actor(clara), where.municipality, DAY, "Мороз")
    await talk.deliver()
    there.sees("Актированный день: ваша очная встреча отменена")
    await there.presses("Убрать из календаря")
    assert said(there) == ("CANCEL", "CANCELLED", uid, 1)
    talk.clock.advance(minutes=5)
    await (await talk.the(RestoreDay))(await talk.actor(clara), where.municipality, DAY)
    await talk.deliver()
    there.sees("Актированный день отменили: ваша очная встреча состоится")
    await there.presses("Обновить в календаре")
    assert said(there) == ("PUBLISH", "CONFIRMED", uid, 2)


async def test_whose_calendar_never_had_it_is_offered_nothing_of_what_another_leads(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await agrees(talk, colleague)
    host.sees("Ваши консультации проведёт Марфа Ильинична")
    assert "Убрать из календаря" not in host.buttons
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря")
    assert not {"В календарь", "Убрать из календаря"} & set(host.buttons)
    [card] = await (await talk.the(AbsenceAsks))(await talk.actor(host))
    await (await talk.the(TakeAskBack))(await talk.actor(host), card.ask.id)
    await talk.deliver()
    colleague.sees("Встречу, на которую вы согласились, вести не нужно")
    assert "Убрать из календаря" not in colleague.buttons
