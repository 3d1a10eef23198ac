"""A teacher books by chat: at most five taps, both clocks, nothing typed is lost."""

from datetime import UTC, date, datetime, time

import pytest

from shnor_domain.consultations.cards import SlotCard
from shnor_domain.consultations.model import Audience, Format, Terms
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.identity import Role, SubjectId
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person

YAKUTIA = "Республика Саха (Якутия)"


async def publishes(talk: Talk, host: Person, **changes: object) -> SlotCard:
    usual: dict[str, object] = {
        "subject": SubjectId("chemistry"),
        "weekday": 0,
        "starts": time(15, 0),
        "zone": "Asia/Yakutsk",
        "minutes": 45,
        "format": Format.ONLINE,
        "audience": Audience.TEACHERS,
        "open_to": talk.where(region=YAKUTIA),
        "project_schools_only": False,
        "capacity": 1,
        "first_day": date(2026, 9, 1),
        "last_day": date(2027, 5, 31),
        "link": "https://meet.example.org/chem",
    }
    terms = Terms(**(usual | changes))  # type: ignore[arg-type]
    return await (await talk.the(PublishSlot))(await talk.actor(host), terms)


async def methodist(talk: Talk, name: str = "Пётр Семёнович") -> Person:
    return await talk.grown_person(Role.METHODIST, region=YAKUTIA, subjects=["chemistry", "biology"], name=name)


async def teacher(talk: Talk, name: str = "Айталина Петровна", subjects: tuple[str, ...] = ("chemistry",)) -> Person:
    return await talk.grown_person(Role.TEACHER, "Момский", "СОШ № 1", subjects=subjects, name=name)


async def test_a_teacher_books_in_at_most_five_taps_and_sees_both_clocks(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host = await methodist(talk)
        await publishes(talk, host)
        anna = await teacher(talk)
        await anna.sends("/consult")
        await anna.presses("Химия")
        anna.sees("Химия, Пётр Семёнович", "UTC+11")
        await anna.presses("Пн 7 декабря · 1 место")
        anna.sees("О чём поговорим?")
        await anna.presses("Пропустить")
        anna.sees(
            "Вы записаны.",
            "понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск, 45 минут",
            "Ссылка: https://meet.example.org/chem",
        )


async def test_the_loser_of_a_race_keeps_her_question_and_books_another_time_with_it(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host = await methodist(talk)
        await publishes(talk, host)
        anna, bella = await teacher(talk), await teacher(talk, "Белла Ивановна")
        for who in (anna, bella):
            await who.sends("/consult")
            await who.presses("Химия")
            await who.presses("Пн 7 декабря · 1 место")
        await anna.sends("ЕГЭ, задание 34")
        anna.sees("Вы записаны.", "Ваш вопрос: ЕГЭ, задание 34")
        await bella.sends("Щёлочи <b>&_*[")
        bella.sees("Это место только что заняли", "Ваш вопрос сохранён: «Щёлочи <b>&_*[»")
        await bella.presses("Пн 14 декабря · 1 место")
        bella.sees("Вы записаны.", "14 декабря", "Щёлочи")


async def test_a_question_typed_before_its_turn_is_kept_and_offered(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist(talk))
        anna = await teacher(talk)
        await anna.sends("/consult")
        await anna.presses("Химия")
        await anna.sends("Щёлочи <b>")
        anna.sees("Ваш вопрос сохранён: «Щёлочи <b>»", "Выберите день")
        await anna.sends_photo()
        anna.sees("Здесь нужно выбрать")
        await anna.presses("Пн 7 декабря")
        anna.sees("О чём поговорим?", "Вы уже написали: «Щёлочи <b>»")
        await anna.presses("Записаться с ним")
        anna.sees("Вы записаны.", "Щёлочи")


async def test_who_lost_the_race_may_word_her_question_anew(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist(talk))
        anna, bella = await teacher(talk), await teacher(talk, "Белла Ивановна")
        for who in (anna, bella):
            await who.sends("/consult")
            await who.presses("Химия")
            await who.presses("Пн 7 декабря · 1 место")
        for who in (anna, bella):
            await who.sends("Соли")
        await bella.sends("Кислоты")
        bella.sees("Ваш вопрос сохранён: «Кислоты»")
        await bella.presses("Пн 14 декабря · 1 место")
        bella.sees("Вы записаны.", "Ваш вопрос: Кислоты")


async def test_a_question_that_is_too_long_is_kept_and_can_be_shortened(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist(talk))
        anna = await teacher(talk)
        await anna.sends("/consult")
        await anna.presses("Химия")
        await anna.presses("Пн 7 декабря")
        await anna.sends("я" * 5000)
        anna.sees("можно не больше 300")
        await anna.presses("Оставить начало")
        anna.sees("Вы записаны.")


async def test_the_rest_of_a_question_that_telegram_cut_in_two_books_nothing(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist(talk))
        anna = await teacher(talk)
        await anna.sends("/consult")
        await anna.presses("Химия")
        await anna.presses("Пн 7 декабря")
        await anna.sends_cut("Щёлочи " + "я" * 4200)
        anna.sees("Получилось 4207 знаков", "«Щёлочи я")
        anna.does_not_see("Вы записаны.")
        await anna.sends("Щёлочи, 8 класс")
        anna.sees("Вы записаны.", "Ваш вопрос: Щёлочи, 8 класс")


async def test_whoever_is_booked_with_a_host_is_shown_that_booking_before_any_question(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist(talk))
        anna = await teacher(talk)
        await anna.sends("/consult")
        for button in ("Химия", "Пн 7 декабря", "Пропустить"):
            await anna.presses(button)
        await anna.sends("/consult")
        await anna.presses("Химия")
        await anna.presses("Пн 7 декабря · вы записаны")
        anna.sees("понедельник, 7 декабря", "Не сможете прийти?")
        anna.does_not_see("вы уже записаны")
        await anna.sends("/consult")
        await anna.presses("Химия")
        await anna.presses("Пн 14 декабря")
        anna.sees("вы уже записаны. Чтобы выбрать другое время", "понедельник, 7 декабря")
        await anna.presses("Отменить запись")
        await anna.presses("Пропустить")
        anna.sees("Запись отменена.")
        await anna.presses("Записаться на консультацию")
        await anna.presses("Химия")
        await anna.presses("Пн 14 декабря")
        anna.sees("О чём поговорим?")


async def test_a_photo_where_a_question_is_asked_is_answered_in_words(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist(talk))
        anna = await teacher(talk)
        await anna.sends("/consult")
        await anna.presses("Химия")
        await anna.presses("Пн 7 декабря")
        await anna.sends_photo()
        anna.sees("Здесь нужен текст")
        await anna.presses("Пропустить")
        anna.sees("Вы записаны.")


async def test_a_subject_without_a_day_can_be_asked_for_and_the_asker_is_told(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host = await methodist(talk)
        anna = await teacher(talk, subjects=("biology",))
        await anna.sends("/consult")
        await anna.presses("Биология: попросить")
        anna.sees("постоянного дня консультаций пока нет")
        await anna.sends("Лабораторные работы")
        anna.sees("Просьба о консультации", "сохранена")
        await anna.sends("/my")
        anna.sees("Просьбы о консультациях", "Биология")
        await publishes(talk, host, subject=SubjectId("biology"))
        anna.looks_away()
        await talk.deliver()
        anna.sees("иология")


async def test_my_things_lead_to_cancelling_with_a_reason_on_a_button(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist(talk))
        anna = await teacher(talk)
        await anna.sends("/consult")
        await anna.presses("Химия")
        await anna.presses("Пн 7 декабря")
        await anna.presses("ЕГЭ")
        await anna.presses("Мои дела")
        anna.sees("17:00 (у вас) · 15:00 Якутск, химия, Пётр Семёнович")
        await anna.presses("химия")
        await anna.presses("Отменить запись")
        await anna.presses("Болею")
        anna.sees("Запись отменена.")
        await anna.presses("Мои дела")
        anna.does_not_see("химия, Пётр")
        await anna.presses("Прошедшие")
        anna.sees("вы отменили")


async def test_a_restart_between_any_two_taps_loses_nothing(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist(talk))
        anna = await teacher(talk)
        await anna.sends("/consult")
        for button in ("Химия", "Пн 7 декабря"):
            await talk.restart()
            await anna.presses(button)
        await talk.restart()
        await anna.sends("ЕГЭ, задание 34")
        anna.sees("Вы записаны.", "Ваш вопрос: ЕГЭ, задание 34")


@pytest.mark.parametrize("command", ["/consult", "/my"])
async def test_a_stranger_is_told_to_register_and_sees_nothing(sqlite_url: str, command: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist(talk))
        stranger = talk.person(77)
        await stranger.sends(command)
        stranger.does_not_see("Химия", "Пётр")
        assert stranger.news or stranger.screens


async def test_a_teacher_of_another_region_is_offered_nothing(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await publishes(talk, await methodist(talk))
        other = await talk.grown_person(Role.TEACHER, "Лабинский", "СОШ № 6", subjects=["chemistry"], name="Чужая")
        await other.sends("/consult")
        other.does_not_see("Пётр")
        assert "Химия" not in other.buttons


async def test_in_the_menu_the_nearest_booking_stands_first(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        talk.clock.instant = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
        await publishes(talk, await methodist(talk))
        anna = await teacher(talk)
        await anna.sends("/consult")
        await anna.presses("Химия")
        await anna.presses("Пн 7 декабря")
        await anna.presses("Пропустить")
        await anna.presses("В меню")
        anna.sees("Ближайшее: понедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск. Химия, Пётр Семёнович.")
