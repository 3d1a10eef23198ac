"""A link of one meeting, the word to a host who has given none, and a telephone that only the booked are shown."""

from datetime import UTC, datetime, time, timedelta

import pytest

from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.model import BookingId, Format, SessionKey, SlotId
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.link import SendLink, SendMeetingLink
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role
from tests.support.afterwards import at
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, methodist_of, publishes, teacher_of_honuu

NIGHT = datetime(2026, 12, 6, 13, 0, tzinfo=UTC)
"""Ten at night in Якутск, the evening before the meeting."""


async def links(talk: Talk, host: Person, slot: SlotId, link: str, starts: datetime = NEXT_MONDAY) -> int:
    return await (await talk.the(SendMeetingLink))(await talk.actor(host), SessionKey(slot, starts), link)


async def test_a_host_gives_one_meeting_a_link_of_its_own(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    await talk.deliver()
    await host.presses("Открыть встречу")
    await host.presses("Ссылка на эту встречу")
    host.sees("Ссылка: https://meet.example.org/chem", "На других встречах ссылка останется прежней")
    await host.sends("потом")
    host.sees("Такая ссылка не откроется")
    await host.sends("meet.example.org/one")
    host.sees("Ссылка сохранена. Сообщили: 1 человеку.")
    await host.presses("К этой встрече")
    host.sees("Ссылка: https://meet.example.org/one")
    await talk.deliver()
    teacher.sees("Новая ссылка на консультацию", "Понедельник, 7 декабря, 17:00", "https://meet.example.org/one")
    await at(talk, NEXT_MONDAY - timedelta(days=1))
    teacher.sees("Завтра консультация", "Ссылка: https://meet.example.org/one")
    # the week after goes on under the link of the time
    await (await talk.the(CancelBooking))(await talk.actor(teacher), BookingId(1), None)
    await books(talk, teacher, slot, starts=NEXT_MONDAY + timedelta(days=7))
    await teacher.sends("/my")
    await teacher.presses("Пн 14 декабря")
    teacher.sees("Ссылка: https://meet.example.org/chem")


async def test_another_link_of_the_time_leaves_a_meeting_with_its_own_alone(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    assert await links(talk, host, slot, "https://meet.example.org/one") == 1
    await talk.deliver()
    teacher.looks_away()
    assert await (await talk.the(SendLink))(await talk.actor(host), slot, "https://meet.example.org/new") == 0
    await talk.deliver()
    await teacher.sends("/my")
    await teacher.presses("Пн 7 декабря")
    teacher.sees("Ссылка: https://meet.example.org/one")


async def test_a_link_that_came_back_by_the_morning_is_no_news(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, starts=NEXT_MONDAY)
    talk.clock.instant = NIGHT - timedelta(days=2)
    await links(talk, host, slot, "https://meet.example.org/one")
    await talk.deliver()
    talk.clock.advance(minutes=5)
    await links(talk, host, slot, "https://meet.example.org/chem")
    before = [screen.text for screen in teacher.screens]
    await at(talk, NIGHT - timedelta(days=1, hours=12))
    assert [screen.text for screen in teacher.screens] == before


async def test_a_link_for_tomorrow_morning_is_told_at_night(talk: Talk, host: Person, teacher: Person) -> None:
    early = NEXT_MONDAY - timedelta(hours=7)
    slot = await publishes(talk, host, starts=time(8))
    await books(talk, teacher, slot, starts=early)
    talk.clock.instant = NIGHT
    await links(talk, host, slot, "https://meet.example.org/one", early)
    await talk.deliver()
    teacher.sees("Новая ссылка на консультацию", "https://meet.example.org/one")


async def test_a_host_without_a_link_is_asked_for_it_on_the_day_before(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host, link=None)
    await books(talk, teacher, slot)
    await talk.deliver()
    host.looks_away()
    await at(talk, NEXT_MONDAY - timedelta(days=1, minutes=1))
    assert host.news == []
    await at(talk, NEXT_MONDAY - timedelta(days=1))
    host.sees(
        "На завтрашнюю консультацию нет ссылки\nХимия\nпонедельник, 7 декабря, 15:00\n"
        "Записан 1 человек и не знает, куда подключаться."
    )
    asked = host.last if "нет ссылки" in host.last.text else host.screens[-2]
    await host.presses_old(asked, "Прислать ссылку")
    host.sees("Пришлите ссылку на эту встречу")
    await host.sends("https://meet.example.org/one")
    host.sees("Сообщили: 1 человеку")
    await talk.deliver()
    assert "отправлена" in asked.text and not asked.buttons
    teacher.sees("https://meet.example.org/one")


async def test_the_button_still_gives_the_link_of_a_meeting_that_has_just_moved(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host, link=None)
    await books(talk, teacher, slot)
    host.looks_away()
    await at(talk, NEXT_MONDAY - timedelta(days=1))
    asked = next(screen for screen in host.screens if "нет ссылки" in screen.text)
    move, key = await talk.the(MoveMeeting), SessionKey(slot, NEXT_MONDAY)
    await move(await talk.actor(host), key, NEXT_MONDAY.date() + timedelta(days=1), time(16))
    await host.presses_old(asked, "Прислать ссылку")
    host.sees("Вторник, 8 декабря, 16:00", "Пришлите ссылку на эту встречу")
    await host.sends("https://meet.example.org/one")
    host.sees("Сообщили: 1 человеку")


async def test_nobody_is_asked_for_a_link_twice_or_of_a_meeting_that_is_empty(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host, link=None)
    booking = await books(talk, teacher, slot)
    await (await talk.the(CancelBooking))(await talk.actor(teacher), BookingId(booking), None)
    await at(talk, NEXT_MONDAY - timedelta(days=1))
    assert all("нет ссылки" not in screen.text for screen in host.screens)
    await books(talk, teacher, slot)
    await talk.deliver()
    assert sum("нет ссылки" in screen.text for screen in host.screens) == 1
    booking = await books(talk, await teacher_of_honuu(talk, "Саргылана Ивановна"), slot)
    await talk.deliver()
    assert sum("нет ссылки" in screen.text for screen in host.screens) == 1


async def test_the_word_about_a_missing_link_keeps_the_hosts_night(talk: Talk, host: Person, teacher: Person) -> None:
    early = NEXT_MONDAY - timedelta(hours=8)
    slot = await publishes(talk, host, link=None, starts=time(7))
    await books(talk, teacher, slot, starts=early)
    await talk.deliver()
    # seven in the morning of the day before is her night: it goes in the evening before that
    await at(talk, datetime(2026, 12, 5, 11, 56, tzinfo=UTC))
    assert sum("нет ссылки" in screen.text for screen in host.screens) == 1


async def test_a_coordinator_and_another_host_give_no_link(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    other = await methodist_of(talk, name="Анна Ивановна")
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Клара Региональная")
    for stranger in (other, region, teacher):
        with pytest.raises(NotFound):
            await links(talk, stranger, slot, "https://meet.example.org/one")


async def test_a_telephone_is_shown_to_the_booked_alone(talk: Talk, host: Person, teacher: Person) -> None:
    number = "+7 900 000-00-00"
    slot = await publishes(talk, host, format=Format.PHONE, link=None, venue=number)
    stranger = talk.person(77)
    await stranger.sends("/start")
    await stranger.presses("Расписание консультаций")
    for label in (YAKUTIA, "Химия"):
        if any(label in button for button in stranger.buttons):
            await stranger.presses(label)
    stranger.sees("по телефону")
    stranger.does_not_see(number)
    await teacher.sends("/consult")
    await teacher.presses("Химия")
    teacher.does_not_see(number)
    await books(talk, teacher, slot)
    await teacher.sends("/my")
    await teacher.presses("Пн 7 декабря")
    teacher.sees(f"Телефон: {number}")
    await at(talk, NEXT_MONDAY - timedelta(hours=1))
    teacher.sees(f"Телефон: {number}")
