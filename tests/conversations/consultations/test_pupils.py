"""Pupils come through their school: a number, no names."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from shnor_domain.consultations.errors import AlreadyBooked
from shnor_domain.consultations.model import Audience, SessionKey
from shnor_domain.consultations.on_behalf.errors import TooManyHeads
from shnor_domain.consultations.on_behalf.use_cases.numbers import ChangeNumber, EnrolNumber, MeetingsForSchools
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Role, SubjectId
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.colleagues import enrols, lead_of_honuu, looks_at, school_of_honuu
from tests.support.hosts import NEXT_MONDAY, methodist_of, publishes, teacher_of_honuu


async def test_a_lead_enrols_a_number_and_changes_it_within_the_free_seats(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        await publishes(talk, host, audience=Audience.PUPILS, capacity=15)
        await lead.sends("/menu")
        await lead.presses("Ученики и родители")
        lead.sees("понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск: для учеников, химия, СОШ № 1")
        await lead.presses("Пн 7 декабря, 17:00 · 15 мест")
        await lead.presses("Сколько придёт")
        await lead.sends("двенадцать")
        lead.sees("Такое число не подходит", "имена не нужны")
        await lead.sends("16")
        lead.sees("для вашей школы сейчас есть 15 мест")
        await lead.sends("12")
        lead.sees("Записано: придёт 12.")
        host.looks_away()
        await talk.deliver()
        host.sees("Придёт: СОШ № 1, 12 учеников")
        await lead.presses("К другим встречам")
        await lead.presses("ваших 12")
        lead.sees("Придёт от вашей школы: 12. Свободных мест: 3.")
        await lead.presses("Изменить число")
        await lead.sends("9")
        lead.sees("Было 12, стало 9.")
        await host.presses("Открыть встречу")
        host.sees("9 из 15", "СОШ № 1, 9 учеников")


async def test_cancelling_gives_all_seats_of_the_number_back(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        slot = await publishes(talk, host, audience=Audience.PUPILS, capacity=15)
        await enrols(talk, lead, slot, 12)
        await lead.sends("/menu")
        await lead.presses("Ученики и родители")
        await lead.presses("ваших 12")
        await lead.presses("Отменить запись")
        lead.sees("Все места вашей школы освободятся")
        await lead.presses("Пропустить")
        lead.sees("Запись отменена, места свободны.")
        await lead.presses("К другим встречам")
        assert any("15 мест" in label for label in lead.buttons)


async def test_a_number_is_cancelled_also_nearer_than_the_minimum_notice(sqlite_url: str) -> None:
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        slot = await publishes(talk, host, audience=Audience.PUPILS, capacity=15, notice=720)
        await enrols(talk, lead, slot, 12)
        clock.instant = NEXT_MONDAY - timedelta(hours=6)
        await lead.sends("/menu")
        await lead.presses("Ученики и родители")
        await lead.presses("ваших 12")
        await lead.presses("Отменить запись")
        await lead.presses("Пропустить")
        lead.sees("Запись отменена, места свободны.", "понедельник, 7 декабря, 17:00 (у вас)", "СОШ № 1")
        await lead.presses("К другим встречам")
        lead.sees("Ученики и родители")


async def test_schools_share_the_seats_by_heads_and_a_school_gives_one_number(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        slot = await publishes(talk, await methodist_of(talk), audience=Audience.PUPILS, capacity=15)
        lead, second = await lead_of_honuu(talk), await lead_of_honuu(talk, "Ольга Петровна")
        booking = await enrols(talk, lead, slot, 9)
        with pytest.raises(AlreadyBooked):
            await enrols(talk, second, slot, 2)
        with pytest.raises(TooManyHeads) as refused:
            await (await talk.the(ChangeNumber))(await talk.actor(second), booking, 16)
        assert refused.value.facts == {"most": 15}
        await (await talk.the(ChangeNumber))(await talk.actor(second), booking, 15)
        assert (await looks_at(talk, lead, booking)).booking.heads == 15
        lead.looks_away()
        await talk.deliver()
        lead.sees("Число участников изменил(а) завуч, Ольга Петровна: теперь 15", "СОШ № 1, 15 учеников")


async def test_reminders_of_the_host_count_people_and_inside_the_last_day_she_hears_of_another_number(
    sqlite_url: str,
) -> None:
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        slot = await publishes(talk, host, audience=Audience.PUPILS, capacity=15)
        booking = await enrols(talk, lead, slot, 12)
        await talk.deliver()
        change = await talk.the(ChangeNumber)
        host.looks_away()
        await change(await talk.actor(lead), booking, 11)
        await talk.deliver()
        host.hears_nothing()
        clock.instant = NEXT_MONDAY.replace(day=6)
        await talk.deliver()
        host.sees("Завтра вы ведёте консультацию", "Записаны: 11 человек, вопросов: 0")
        lead.sees("Завтра консультация", "Для кого: СОШ № 1, 11 учеников")
        host.looks_away()
        clock.advance(hours=1)
        await change(await talk.actor(lead), booking, 4)
        await talk.deliver()
        host.sees("Число участников изменилось: химия", "СОШ № 1, 4 ученика", "Было 11, стало 4.")


async def test_at_night_another_number_is_held_for_the_morning(sqlite_url: str) -> None:
    night = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)  # midnight in Хонуу, ten in Якутск
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        second = await lead_of_honuu(talk, "Ольга Петровна")
        slot = await publishes(talk, host, audience=Audience.PUPILS, capacity=15, weekday=4, starts=time(8, 30))
        key = SessionKey(slot, night + timedelta(hours=10, minutes=30))
        enrol = await talk.the(EnrolNumber)
        booking = (await enrol(await talk.actor(lead), school_of_honuu(talk), key, 12)).booking.id
        await talk.deliver()
        clock.instant = night
        await talk.deliver()
        for person in (host, lead):
            person.looks_away()
        await (await talk.the(ChangeNumber))(await talk.actor(second), booking, 9)
        await talk.deliver()
        for person in (host, lead):
            person.hears_nothing()
        clock.instant = night + timedelta(hours=8)
        await talk.deliver()
        lead.sees("Число участников изменил(а) завуч, Ольга Петровна: теперь 9")
        clock.instant = night + timedelta(hours=10)
        await talk.deliver()
        host.sees("Было 12, стало 9.")


async def test_moved_and_counted_anew_in_one_night_the_host_reads_of_both(sqlite_url: str) -> None:
    night, clock = datetime(2026, 12, 3, 13, 0, tzinfo=UTC), MovedClock()  # ten in Якутск
    async with talking_bot(sqlite_url, clock) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        slot = await publishes(talk, host, audience=Audience.PUPILS, capacity=15, weekday=4, starts=time(13))
        tomorrow = SessionKey(slot, night + timedelta(hours=15))
        week_after = SessionKey(slot, tomorrow.starts + timedelta(days=7))
        enrol = await talk.the(EnrolNumber)
        booking = (await enrol(await talk.actor(lead), school_of_honuu(talk), week_after, 12)).booking.id
        await talk.deliver()
        clock.instant = night
        await talk.deliver()
        host.looks_away()
        await (await talk.the(MoveBooking))(await talk.actor(lead), booking, tomorrow)
        clock.advance(minutes=5)
        await (await talk.the(ChangeNumber))(await talk.actor(lead), booking, 9)
        await talk.deliver()
        host.hears_nothing()
        clock.instant = night + timedelta(hours=10)
        await talk.deliver()
        assert len([screen for screen in host.news if "имия" in screen.text]) == 1
        host.sees("Запись перенесли", "Была: пятница, 11 декабря, 13:00", "Теперь: пятница, 4 декабря", "9 учеников")


async def test_the_school_year_of_a_list_turns_at_midnight_of_the_school(sqlite_url: str) -> None:
    clock = MovedClock(datetime(2027, 7, 31, 14, 59, tzinfo=UTC))  # a minute to midnight in Амга
    async with talking_bot(sqlite_url, clock) as talk:
        host = await methodist_of(talk)
        lead = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Ольга Ивановна")
        await publishes(
            talk, host, audience=Audience.PUPILS, project_schools_only=True,
            first_day=date(2027, 7, 1), last_day=date(2027, 8, 31),
        )  # fmt: skip
        meetings = await talk.the(MeetingsForSchools)
        assert len(await meetings(await talk.actor(lead))) > 0
        clock.advance(minutes=1)
        # its list is of the year that has ended
        assert await meetings(await talk.actor(lead)) == []


async def test_a_meeting_for_pupils_is_nobodys_own_and_of_invited_schools_alone(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host, lead, anna = await methodist_of(talk), await lead_of_honuu(talk), await teacher_of_honuu(talk)
        far = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Чужая Ивановна")
        slot = await publishes(talk, host, audience=Audience.PUPILS, open_to=talk.where("Момский"))
        key = SessionKey(slot, NEXT_MONDAY)
        for person in (anna, lead):
            with pytest.raises(NotFound):
                await (await talk.the(BookConsultation))(await talk.actor(person), key, None)
            await person.sends("/consult")
            person.does_not_see("Химия\n", "[Химия]")
        meetings = await talk.the(MeetingsForSchools)
        with pytest.raises(NotAllowed):
            await meetings(await talk.actor(anna))
        assert await meetings(await talk.actor(far)) == []
        assert len(await meetings(await talk.actor(lead))) > 0
        await far.sends("/menu")
        await far.presses("Ученики и родители")
        far.sees("Сейчас для вашей школы таких нет")


async def test_when_the_meeting_is_called_off_the_lead_is_told_of_her_number(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        slot = await publishes(talk, host, audience=Audience.PUPILS, capacity=15)
        await enrols(talk, lead, slot, 12)
        await talk.deliver()
        await host.presses("Открыть встречу")
        await host.presses("Отменить встречу")
        host.sees("СОШ № 1, 12 учеников")
        await host.presses("Да, отменить встречу")
        lead.looks_away()
        await talk.deliver()
        lead.sees("Консультация не состоится", "Для кого: СОШ № 1, 12 учеников")
        assert "Выбрать другое время" not in lead.buttons


async def test_who_asked_for_a_subject_hears_nothing_of_a_meeting_for_pupils(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host, anna = await methodist_of(talk), await teacher_of_honuu(talk)
        await (await talk.the(AskForConsultation))(await talk.actor(anna), SubjectId("chemistry"), None)
        await publishes(talk, host, audience=Audience.PUPILS)
        await talk.deliver()
        anna.hears_nothing()
        await publishes(talk, host, weekday=1)
        await talk.deliver()
        anna.sees("Появились консультации, о которых вы просили")


async def test_a_schools_number_is_moved_whole_and_only_where_it_fits(sqlite_url: str) -> None:
    clock = MovedClock()
    async with talking_bot(sqlite_url, clock) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        slot = await publishes(talk, host, audience=Audience.PUPILS, capacity=15)
        booking = await enrols(talk, lead, slot, 12)
        far = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Ольга Петровна")
        other = talk.where("Амгинский", "СОШ № 1").school
        assert other is not None
        later = SessionKey(slot, NEXT_MONDAY + timedelta(days=7))
        enrol, move = await talk.the(EnrolNumber), await talk.the(MoveBooking)
        theirs = (await enrol(await talk.actor(far), other, later, 5)).booking.id
        with pytest.raises(NotFound):
            await move(await talk.actor(far), booking, later)
        await talk.deliver()
        host.looks_away()
        clock.instant = NEXT_MONDAY - timedelta(hours=20)
        await talk.deliver()
        host.looks_away()
        await lead.sends("/menu")
        await lead.presses("Ученики и родители")
        await lead.presses("ваших 12")
        await lead.presses("Перенести")
        await lead.presses("Пн 14 декабря")
        lead.sees("для вашей школы сейчас есть 10 мест")
        await lead.presses("Пн 21 декабря")
        lead.sees("Запись перенесена", "понедельник, 21 декабря", "СОШ № 1, 12 учеников")
        await talk.deliver()
        host.sees("Запись перенесли: химия", "Придёт: СОШ № 1, 12 учеников")
        assert len(host.news) == 1
        assert (await looks_at(talk, lead, booking)).booking.heads == 12
        assert (await looks_at(talk, far, theirs)).booking.heads == 5
