"""The programme is read by who works in its region, and by strangers what is shown to all (I26, I27)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from shnor_domain.identity import Actor, Role
from shnor_domain.seminars.events.model import MOST_LESSONS, EventState
from shnor_domain.seminars.events.rules import ABOUT
from shnor_domain.seminars.model import TOPIC_LETTERS
from shnor_domain.seminars.programme.changing import note_change
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.event_talk import drafts, published
from tests.support.seminar_talk import LITERACY, SEPTEMBER_10, SeminarTalk, seminar_talk, starting


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def test_schools_read_the_programme_and_what_they_had_asked_for(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await here.lead.sends("/seminars")
    here.lead.does_not_see("Ближайшее")
    await drafts(here)
    await published(here)
    who = here.lead
    await who.sends("/seminars")
    who.sees(
        "Ближайшее в программе: понедельник, 14 сентября, 17:30 (у вас) · 15:30 Якутск. Функциональная грамотность."
    )
    await who.presses("Программа")
    who.sees("Программа, осень 2026", "Редакция 1 от 10 сентября", "17:30 (у вас) · 15:30 Якутск")
    who.sees("Функциональная грамотность. Вы просили")
    await who.presses("Что мы просили (1)")
    who.sees("Что просили вы или ваша школа:")
    await who.presses("Вся программа")
    await who.presses(starting("1."))
    who.sees(LITERACY, "Вебинар, дистанционно, для учителей", "Ведущий: Пётр Семёнович", "Эту тему просили вы")
    who.sees(
        "1. Понедельник, 14 сентября, 17:30 (у вас) · 15:30 Якутск, 60 минут", "25 мест, от одной школы не больше 3"
    )
    who.does_not_see("Вести мероприятие")
    await who.presses("Записаться")
    await who.presses("Да, записаться")
    await who.presses("Назад")
    who.sees("Программа, осень 2026")
    await who.sends("/seminars")
    who.sees("Ближайшее: понедельник, 14 сентября, 17:30 (у вас) · 15:30 Якутск. Функциональная грамотность.")
    teacher = await here.talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Айталина Петровна")
    await teacher.sends("/seminars")
    await teacher.presses("Программа")
    teacher.does_not_see("Вы просили")
    await here.methodist.sends("/seminars")
    await here.methodist.presses("Программа")
    await here.methodist.presses(starting("1."))
    await here.methodist.presses("Вести мероприятие")
    here.methodist.sees("Просили: 1 школа, 10 человек")


async def test_a_stranger_reads_what_is_shown_to_all_without_host_and_seats(here: SeminarTalk) -> None:
    stranger = here.talk.person(909)
    await stranger.sends("/seminars")
    stranger.sees("Открытых семинаров впереди пока нет")
    await here.sends(here.lead)
    await drafts(here)
    await published(here)
    await stranger.sends("/menu")
    await stranger.presses("Программа семинаров")
    stranger.sees("Понедельник, 14 сентября, 15:30. Функциональная грамотность", "Время: Якутск (UTC+9).")
    stranger.sees("Чтобы записаться, нужна регистрация")
    await stranger.presses(starting("1."))
    stranger.sees(
        "Вебинар, дистанционно", "15:30, 60 минут", "Время: Якутск (UTC+9).", "Чтобы записаться, нужна регистрация"
    )
    stranger.does_not_see("Пётр Семёнович", "25 мест", "Эту тему просили")
    await stranger.presses("Назад")
    stranger.sees("Программа семинаров")


async def test_a_long_course_and_many_changes_fit_into_messages(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await drafts(here)
    async with here.talk.units.write() as work:
        (event,) = await work.seminar_events.of_cycle(here.cycle, EventState.DRAFT)
        first = event.lessons[0]
        for week in range(1, MOST_LESSONS):
            later = timedelta(days=2 * week)
            await work.seminar_events.add_lesson(
                event.id, replace(first, starts=first.starts + later, ends=first.ends + later)
            )
        await work.seminar_events.save(
            event, replace(event.terms, title="Ы" * TOPIC_LETTERS, about="Щ" * ABOUT), event.state, SEPTEMBER_10
        )
    stored = await published(here)
    who = here.lead
    await who.sends("/seminars")
    await who.presses("Программа")
    await who.presses(starting("1."))
    who.sees("1. Понедельник, 14 сентября, 17:30", "12. ", "Всего 40 занятий.", "Свободно 25 мест")
    who.does_not_see("13. ", "поместилось не всё")
    here.talk.clock.advance(days=60)
    await who.sends("/seminars")
    await who.presses("Программа")
    await who.presses(starting("1."))
    who.sees("40. ")
    who.does_not_see("1. Понедельник, 14 сентября")
    async with here.talk.units.write() as work:
        for each in stored.lessons[-10:]:
            hour = timedelta(hours=1)
            await work.seminar_events.save_lesson(replace(each, starts=each.starts + hour, ends=each.ends + hour))
        await note_change(work, stored, Actor(None, 0), here.talk.clock.now())
    await who.presses("Назад")
    await who.presses("Что изменилось (1)")
    who.sees("занятие 31 перенесено")
    who.does_not_see("занятие 39 перенесено", "поместилось не всё")
    await who.presses("›")
    who.sees("занятие 40 перенесено")
