"""What hosts and visitors of consultations are told: each kind read as it arrives, its buttons pressed months later."""

from datetime import time, timedelta

import pytest
from aiogram.methods import SendMessage

from shnor_domain.consultations.model import BookingId, SessionKey
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.link import SendLink
from shnor_domain.consultations.use_cases.requests import AskForConsultation, WithdrawRequest
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role, SubjectId
from shnor_domain.people.model.preferences import Names
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, NOON, YAKUTIA, books, methodist_of, publishes, teacher_of_honuu

TODAY = NEXT_MONDAY - timedelta(days=7)


@pytest.fixture
async def host(talk: Talk) -> Person:
    return await methodist_of(talk, "chemistry", "physics")


async def test_a_host_reads_of_a_booking_without_a_sound(talk: Talk, host: Person, teacher: Person) -> None:
    await books(talk, teacher, await publishes(talk, host), "<b>&_*[ задание 34")
    await talk.deliver()
    assert host.last.text == (
        "Новая запись: химия\nПонедельник, 7 декабря, 15:00\nПридёт: Айталина Петровна\nВопрос: <b>&_*[ задание 34"
    )
    sent = [call for call in talk.session.calls if isinstance(call, SendMessage) and call.chat_id == host.chat]
    assert sent[-1].disable_notification is True
    notice = host.last
    before = (notice.html, notice.buttons)
    await host.presses("Открыть встречу")
    assert (notice.html, notice.buttons) == before
    assert host.last is not notice
    host.sees("Записано: 1 из 5", "1. Айталина Петровна")


async def test_a_booking_that_was_taken_back_is_not_told(talk: Talk, host: Person, teacher: Person) -> None:
    booking = await books(talk, teacher, await publishes(talk, host))
    await (await talk.the(CancelBooking))(await talk.actor(teacher), BookingId(booking), None)
    await talk.deliver()
    assert host.screens == []


async def test_a_host_hears_of_a_cancel_in_the_last_day(talk: Talk, host: Person, teacher: Person) -> None:
    booking = await books(talk, teacher, await publishes(talk, host), None, TODAY)
    await talk.deliver()
    host.looks_away()
    await (await talk.the(CancelBooking))(await talk.actor(teacher), BookingId(booking), None)
    await talk.deliver()
    host.sees("Запись отменили: химия\nПонедельник, 30 ноября, 15:00\nНе сможет прийти: Айталина Петровна.")


async def test_a_visitor_reads_that_it_is_off_and_books_again(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "задание 34")
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    assert teacher.last.text == (
        "Консультация не состоится\nХимия, Пётр Семёнович\n"
        "Понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск\n"
        "Ведущему пришлось её отменить. Можно выбрать другое время.\nВаш вопрос: задание 34"
    )
    notice = teacher.last
    before = (notice.html, notice.buttons)
    await teacher.presses_old(notice, "Открыть запись")
    teacher.sees("Консультация отменена ведущим")
    await talk.restart()
    talk.clock.advance(days=3)
    await teacher.presses_old(notice, "Выбрать другое время")
    teacher.sees("Химия, Пётр Семёнович", "Выберите день")
    assert (notice.html, notice.buttons) == before


async def test_the_booked_hear_of_a_link_that_came_later(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host, link=None)
    await books(talk, teacher, slot)
    await host.sends("/schedule")
    for label in ("Моё время (1)", "Понедельник", "Прислать ссылку"):
        await host.presses(label)
    await host.sends("потом")
    host.sees("Такая ссылка не откроется")
    await host.sends("meet.example.org/a?b=1&c=<2>")
    host.sees("Ссылка сохранена.", "Сообщили: 1 человеку.")
    await host.presses("К этому времени")
    host.sees("Онлайн: https://meet.example.org/a?b=1&c=<2>")
    await talk.deliver()
    teacher.sees(
        "Новая ссылка на консультацию\nХимия, Пётр Семёнович\n"
        "Понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск\nСсылка: https://meet.example.org/a?b=1&c=<2>"
    )
    await teacher.presses("Открыть запись")
    teacher.sees("Ссылка: https://meet.example.org/a?b=1&c=<2>")


async def test_a_link_is_not_told_to_who_has_left(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host, link=None)
    booking = await books(talk, teacher, slot)
    await (await talk.the(SendLink))(await talk.actor(host), slot, "https://meet.example.org/late")
    await (await talk.the(CancelBooking))(await talk.actor(teacher), BookingId(booking), None)
    await talk.deliver()
    assert teacher.screens == []


async def test_only_the_host_sends_a_link(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host, link=None)
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Вера Ивановна")
    foreign = await methodist_of(talk, name="Марфа Ильинична")
    for person in (coordinator, foreign, teacher, talk.person(99)):
        with pytest.raises(NotFound):
            await (await talk.the(SendLink))(await talk.actor(person), slot, "https://evil.example.org")


async def test_the_button_of_a_notice_leaves_the_open_form_alone(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    await host.sends("/schedule")
    for label in ("Добавить время", "Физика", "Понедельник"):
        await host.presses(label)
    await talk.deliver()
    await host.presses("Открыть встречу")
    host.sees("Записано: 1 из 5")
    await host.presses("Назад")
    host.sees("Во сколько начинаем?")
    await host.sends("16:00")
    host.sees("Сколько длится консультация?")


async def test_who_asked_hears_of_the_first_time_while_she_still_wishes(talk: Talk, host: Person) -> None:
    asked = await teacher_of_honuu(talk)
    withdrew = await teacher_of_honuu(talk, "Марфа Ильинична")
    for person in (asked, withdrew):
        await (await talk.the(AskForConsultation))(await talk.actor(person), SubjectId("physics"), None)
    await publishes(talk, host, subject=SubjectId("physics"), weekday=1, starts=time(16))
    await (await talk.the(WithdrawRequest))(await talk.actor(withdrew), SubjectId("physics"))
    await talk.deliver()
    assert asked.last.text == (
        "Появились консультации, о которых вы просили\nФизика, Пётр Семёнович, онлайн, 45 минут\n"
        "Ближайшая: вторник, 1 декабря, 18:00 (у вас) · 16:00 Якутск"
    )
    assert withdrew.screens == []
    await asked.presses("Записаться")
    asked.sees("Физика, Пётр Семёнович")


async def test_buttons_of_a_notice_are_nothing_to_a_stranger(talk: Talk, host: Person, teacher: Person) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "тайный вопрос")
    await talk.deliver()
    meeting = host.last
    await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
    await talk.deliver()
    cancelled = teacher.last
    stranger = await talk.grown_person(Role.TEACHER, "Лабинский", "СОШ № 6", name="Чужая")
    for person in (stranger, talk.person(99)):
        await person.presses_old(meeting, "Открыть встречу")
        person.does_not_see("тайный вопрос", "Айталина")
        await person.presses_old(cancelled, "Открыть запись")
        person.does_not_see("тайный вопрос", "Пётр")
        await person.presses_old(cancelled, "Выбрать другое время")
        person.does_not_see("Пётр", "meet.example.org")


async def test_names_stay_out_of_notices_where_the_installation_says_so(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url, MovedClock(NOON), names=Names.NONE) as talk:
        host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
        slot = await publishes(talk, host)
        await books(talk, teacher, slot)
        await talk.deliver()
        host.sees("Придёт: участник")
        await (await talk.the(CancelSession))(await talk.actor(host), SessionKey(slot, NEXT_MONDAY))
        await talk.deliver()
        teacher.sees("Химия, ведущий")


async def test_n6_a_link_that_came_back_before_the_morning_is_no_news(
    talk: Talk, host: Person, teacher: Person
) -> None:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot)
    talk.clock.advance(hours=10)  # midnight where the teacher is
    send = await talk.the(SendLink)
    for link in ("https://meet.example.org/other", "https://meet.example.org/chem"):
        await send(await talk.actor(host), slot, link)
        talk.clock.advance(minutes=5)
        await talk.deliver()
    talk.clock.advance(hours=12)
    await talk.deliver()
    assert teacher.screens == []
