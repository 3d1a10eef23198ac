"""A question about a booking follows its meeting; nothing that was said or written is lost on the way."""

from collections.abc import AsyncIterator
from datetime import date

import pytest

from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.model import BookingId, Format
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.identity import Role, SubjectId
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.asking import HERE, asks, coordinator, helps, methodist, passes, teacher, told
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person
from tests.support.hosts import books, publishes

MONDAY = date(2026, 12, 7)


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url) as talk:
        yield talk


async def adds(person: Person, text: str) -> None:
    """A question to her booking."""
    await person.sends("/my")
    await person.presses("химия")
    await person.presses("Добавить вопрос или файл")
    await person.sends(text)
    await person.presses("Отправить")
    person.sees("Вопрос отправлен.", "Ответ придёт сюда или будет на самой встрече.")
    person.does_not_see("за два рабочих дня")


async def answers(host: Person, text: str) -> None:
    """From the card."""
    await host.presses("Ответить")
    await host.sends(text)
    await host.presses("Отправить")
    host.sees("Ответ отправлен.")


async def is_led_by(talk: Talk, host: Person, colleague: Person) -> None:
    """The host is away on Monday, and her colleague has agreed to stand in."""
    declare, covers = await talk.the(DeclareAbsence), {SubjectId("chemistry"): await talk.person_id(colleague)}
    await declare(await talk.actor(host), await talk.person_id(host), MONDAY, MONDAY, covers)
    await told(talk)
    await colleague.presses("Согласиться")
    await told(talk)
    for person in (host, colleague):
        person.looks_away()


async def test_a_question_of_a_cancelled_booking_goes_to_those_who_answer(talk: Talk) -> None:
    anna, boss = await teacher(talk), await coordinator(talk)
    curator = await talk.grown_person(Role.SCHOOL_CURATOR, HERE, name="Нюргун Ильич")
    await helps(talk, curator)
    booking = await books(talk, anna, await publishes(talk, curator, open_to=talk.where(HERE, "СОШ № 1")))
    host = await methodist(talk)
    await adds(anna, "Разберём вариант 7?")
    await told(talk)
    curator.sees("Вопрос к вашей консультации: химия")
    await (await talk.the(CancelBooking))(await talk.actor(anna), BookingId(booking), None)
    await curator.sends("/menu")
    await curator.presses("Вопросы (1)")
    await curator.presses("1. Химия")
    curator.sees("Разберём вариант 7?")
    curator.looks_away()
    host.hears_nothing()
    await passes(talk, minutes=5)
    host.hears_nothing()
    curator.hears_nothing()
    anna.sees("Консультации не будет, а вопрос остался: химия", "Разберём вариант 7?", "Пусть ответят другие?")
    await anna.presses("Пусть ответят другие")
    await told(talk)
    host.sees("Новый вопрос: химия", "Разберём вариант 7?")
    curator.sees("Вопрос теперь видят те, кто отвечает на вопросы школы: химия", "От вас ничего не нужно.")
    assert "Беру" not in curator.buttons
    await curator.sends("/menu")
    assert "Вопросы (1)" not in curator.buttons
    await boss.opens("Вопросы школ")
    boss.sees("Химия: ждёт 1 вопрос, взяли 0")
    boss.does_not_see("дольше двух рабочих дней")
    await host.presses("Беру")
    await answers(host, "Разберём.")
    await told(talk)
    anna.sees("Ответ на ваш вопрос: химия", "Разберём.")


async def test_a_question_without_an_answer_at_the_end_of_its_meeting_waits_for_others(talk: Talk) -> None:
    host, anna = await methodist(talk), await teacher(talk)
    other = await methodist(talk, "Мария Егоровна")
    await books(talk, anna, await publishes(talk, host))
    await adds(anna, "Разберём вариант 7?")
    await passes(talk, days=7)
    await passes(talk, hours=1)
    asked = next(screen for screen in anna.screens if "Ответили на встрече?" in screen.text)
    host.looks_away()
    await anna.presses_old(asked, "Нет, жду ответа")
    await told(talk)
    host.sees("После консультации ждут ответа от вас: химия", "Разберём вариант 7?")
    await host.presses("Открыть")
    host.sees("Вопрос к вашей консультации.", "Ответа ждут до конца дня 9 декабря")
    assert "Вернуть в очередь" not in host.buttons and "Ответить" in host.buttons
    await passes(talk, days=2)
    other.hears_nothing()
    host.looks_away()
    await passes(talk, days=1)
    other.sees("Новый вопрос: химия", "Разберём вариант 7?")
    host.sees("Вопрос снова видят все, кто может ответить: химия")
    back = next(screen for screen in host.screens if "Вопрос снова видят все" in screen.text)
    await host.presses_old(back, "Беру")
    host.sees("Вы взяли этот вопрос")


async def test_a_coordinator_sees_who_has_the_question_of_a_meeting_that_is_over_and_until_when(talk: Talk) -> None:
    host, anna, boss = await methodist(talk), await teacher(talk), await coordinator(talk)
    stranger = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Не Здешняя")
    await books(talk, anna, await publishes(talk, host))
    await adds(anna, "Разберём вариант 7?")
    await boss.opens("Вопросы школ")
    # until they meet it is its host's alone
    boss.sees("Сейчас ни один вопрос не ждёт ответа.")
    await passes(talk, days=7)
    await passes(talk, hours=1)
    await boss.opens("Вопросы школ")
    boss.sees("Химия: ждёт 1 вопрос, взяли 1")
    await boss.presses("Химия")
    boss.sees("1. СОШ № 1, Момский, 30 ноября: после встречи отвечает Пётр Семёнович до 9 декабря")
    await boss.presses("1. От 30 ноября")
    boss.sees("Задан ко встрече", "Отвечает Пётр Семёнович до конца дня 9 декабря")
    boss.does_not_see("вариант 7")
    assert "Передать другому" not in boss.buttons
    await stranger.opens("Вопросы школ")
    stranger.sees("Сейчас ни один вопрос не ждёт ответа.")
    await passes(talk, days=3)
    await boss.opens("Вопросы школ", "Химия")
    boss.sees("30 ноября: ждёт")


async def test_what_was_talked_over_at_the_meeting_is_told_to_nobody(talk: Talk) -> None:
    host, anna = await methodist(talk), await teacher(talk)
    other, boss = await methodist(talk, "Мария Егоровна"), await coordinator(talk)
    await books(talk, anna, await publishes(talk, host))
    await adds(anna, "Разберём вариант 7?")
    await passes(talk, days=7)
    anna.looks_away()
    await passes(talk, hours=1)
    anna.sees("Вы спрашивали перед консультацией: химия", "Разберём вариант 7?", "Ответили на встрече?")
    asked = next(screen for screen in anna.screens if "Ответили на встрече?" in screen.text)
    await anna.presses_old(asked, "Да, спасибо")
    await told(talk)
    assert "Вопрос закрыт." in asked.text and asked.buttons == ["Открыть"]
    anna.looks_away()
    await passes(talk, days=4)
    other.hears_nothing()
    anna.does_not_see("Ответили на встрече?")
    host.does_not_see("Вопрос снова видят", "Вопрос теперь видят")
    boss.does_not_see("Вопрос ждёт ответа")


async def test_a_booking_that_comes_back_takes_its_question_along(talk: Talk) -> None:
    host = await talk.grown_person(Role.METHODIST, HERE, subjects=["chemistry"], name="Пётр Семёнович")
    anna, other, boss = await teacher(talk), await methodist(talk, "Мария Егоровна"), await coordinator(talk)
    on_site = {"format": Format.ON_SITE, "link": None, "venue": "Хонуу, школа, кабинет 5"}
    await books(talk, anna, await publishes(talk, host, open_to=talk.where(HERE), **on_site))
    await adds(anna, "Разберём вариант 7?")
    await told(talk)
    here, actor = talk.where(HERE).municipality, await talk.actor(boss)
    assert here is not None
    await (await talk.the(CallOffDay))(actor, here, MONDAY, "Мороз")
    await passes(talk, minutes=5)
    anna.sees("Консультации не будет, а вопрос остался: химия")
    asked = next(screen for screen in anna.screens if "Пусть ответят другие?" in screen.text)
    await (await talk.the(RestoreDay))(actor, here, MONDAY)
    await passes(talk, minutes=5)
    assert asked.buttons == ["Открыть"]
    await passes(talk, days=4)
    other.hears_nothing()
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря 17:00")
    await host.presses("Ответить заранее")
    await host.presses("Ответить на 1")
    host.sees("Разберём вариант 7?")


async def test_an_answer_ahead_that_comes_after_the_meeting_goes_to_the_question(talk: Talk) -> None:
    host, anna = await methodist(talk), await teacher(talk)
    await books(talk, anna, await publishes(talk, host), "Задание 34")
    await adds(anna, "Разберём вариант 7?")
    await passes(talk, days=6, hours=23, minutes=30)
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря 15:00")
    await host.presses("Ответить заранее")
    await host.presses("Ответить на 1")
    await host.sends("Разберём.")
    writing = host.screens[-1]
    await passes(talk, hours=2)
    asked = next(screen for screen in anna.screens if "Ответили на встрече?" in screen.text)
    await anna.presses_old(asked, "Открыть")
    await anna.presses("Пусть ответят другие")
    await told(talk)
    await host.presses_old(writing, "Отправить")
    host.sees("Ответ отправлен.")
    await told(talk)
    anna.sees("Ответ на ваш вопрос: химия", "Разберём.")
    await anna.sends("/ask")
    await anna.presses("Мои вопросы")
    anna.sees("1. Химия, 30 ноября: есть ответ")
    anna.does_not_see("2. Химия")


async def test_what_is_answered_ahead_says_so_and_what_is_closed_is_left_out(talk: Talk) -> None:
    host, anna = await methodist(talk), await teacher(talk)
    await books(talk, anna, await publishes(talk, host))
    await adds(anna, "Разберём вариант 7?")
    await told(talk)
    await host.presses("Открыть")
    await answers(host, "Разберём.")
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря 15:00")
    await host.presses("Ответить заранее")
    host.sees("1. Без темы (есть ответ)")
    await told(talk)
    await anna.presses("Спасибо, понятно")
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря 15:00")
    await host.presses("Ответить заранее")
    host.sees("Записавшиеся пока ни о чём не спросили.")


async def test_a_topic_can_be_answered_when_what_was_written_is_needed_no_more(talk: Talk) -> None:
    host, anna = await methodist(talk), await teacher(talk)
    await books(talk, anna, await publishes(talk, host), "Задание 34")
    await adds(anna, "Разберём вариант 7?")
    await anna.presses("Открыть")
    await anna.presses("Вопрос больше не нужен")
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря 15:00")
    await host.presses("Ответить заранее")
    host.sees("1. Задание 34")
    host.does_not_see("написано подробнее")
    await host.presses("Ответить на 1")
    host.sees("Задание 34")
    host.does_not_see("вариант 7")
    await host.sends("Повторите избыток.")
    await host.presses("Отправить")
    host.sees("Ответ отправлен.")
    await told(talk)
    anna.sees("Ответ на ваш вопрос: химия", "Повторите избыток.")


async def test_a_substitute_has_the_questions_of_the_meeting(talk: Talk) -> None:
    host, anna = await methodist(talk), await teacher(talk)
    other = await methodist(talk, "Мария Егоровна")
    await books(talk, anna, await publishes(talk, host), "Задание 34")
    await adds(anna, "Разберём вариант 7?")
    await told(talk)
    await is_led_by(talk, host, other)
    await passes(talk, minutes=5)
    other.sees("Вопрос к вашей консультации: химия", "Разберём вариант 7?")
    await other.sends("/schedule")
    await other.presses("Пн 7 декабря 15:00")
    await other.presses("Ответить заранее")
    await other.presses("Ответить на 1")
    await other.sends("Разберём.")
    await other.presses("Отправить")
    await told(talk)
    anna.sees("Ответ на ваш вопрос: химия", "Мария Егоровна", "Разберём.")


async def test_a_further_question_goes_to_who_leads_the_meeting_now(talk: Talk) -> None:
    host, anna = await methodist(talk), await teacher(talk)
    other = await methodist(talk, "Мария Егоровна")
    await books(talk, anna, await publishes(talk, host))
    await adds(anna, "Разберём вариант 7?")
    await told(talk)
    await host.presses("Открыть")
    await answers(host, "Разберём.")
    await told(talk)
    answer = anna.screens[-1]
    await is_led_by(talk, host, other)
    await anna.presses_old(answer, "Спросить ещё")
    await anna.sends("И вариант 8?")
    await anna.presses("Отправить")
    await told(talk)
    other.sees("Вопрос к вашей консультации: химия", "И вариант 8?")
    host.hears_nothing()


async def test_before_a_meeting_a_thread_goes_on_however_old_it_is(talk: Talk) -> None:
    host, anna = await methodist(talk), await teacher(talk)
    slot = await publishes(talk, host, horizon=28)
    start = talk.clock.now().replace(hour=6, minute=0, second=0, microsecond=0, day=21, month=12)
    await books(talk, anna, slot, starts=start)
    await adds(anna, "Разберём вариант 7?")
    await told(talk)
    await host.presses("Открыть")
    await answers(host, "Разберём.")
    await told(talk)
    await passes(talk, days=15)
    await anna.sends("/my")
    anna.sees("Вопросы без встречи", "Химия, 30 ноября: есть ответ")
    await anna.sends("/ask")
    await anna.presses("Мои вопросы")
    await anna.presses("1. Химия")
    anna.does_not_see("прошло две недели")
    await anna.presses("Спросить ещё")
    await anna.sends("И вариант 8?")
    host.looks_away()
    await anna.presses("Отправить")
    await told(talk)
    host.sees("Дополнение к вопросу: химия", "И вариант 8?")


async def test_a_draft_stays_with_its_question_and_says_for_whom_it_is(talk: Talk) -> None:
    anna, bella = await teacher(talk), await teacher(talk, "Белла Ивановна")
    host = await methodist(talk)
    await asks(anna, "Первый?")
    await asks(bella, "Второй?")
    await host.sends("/menu")
    await host.presses("Вопросы (2)")
    await host.presses("1. Химия")
    await host.presses("Ответить")
    await host.sends("Это только для первого.")
    host.sees("СОШ № 1, Момский, Айталина Петровна", "Это только для первого.", "Всё верно?")
    await host.presses("Изменить текст")
    await host.presses("Назад")
    await host.presses("Назад")
    await host.presses("2. Химия")
    await host.presses("Ответить")
    host.sees("Белла Ивановна", "Напишите ответ одним сообщением")
    host.does_not_see("Это только для первого.")
    await host.sends("Это для второго.")
    host.sees("Белла Ивановна", "Это для второго.")
    await host.presses("Отправить")
    await host.presses("Назад")
    await host.presses("1. Химия")
    await host.presses("Ответить")
    await host.presses("Посмотреть и отправить")
    host.sees("Айталина Петровна", "Это только для первого.")


async def test_of_two_answers_in_one_night_both_are_read_in_the_morning(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await asks(anna)
    await told(talk)
    await passes(talk, hours=9)
    await host.presses("Открыть")
    await answers(host, "Сначала найдите избыток.")
    await host.presses("Дополнить ответ")
    await host.sends("Потом посчитайте массу.")
    await host.presses("Отправить")
    anna.looks_away()
    await told(talk)
    anna.hears_nothing()
    await passes(talk, hours=9)
    anna.sees("Сначала найдите избыток.", "Потом посчитайте массу.")


async def test_who_had_a_question_is_told_once_that_it_is_free_and_takes_it_there(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await asks(anna)
    await told(talk)
    await host.presses("Беру")
    host.looks_away()
    await passes(talk, days=3)
    host.sees("Вопрос снова видят все, кто может ответить: химия")
    host.does_not_see("Новый вопрос")
    await host.presses("Беру")
    host.sees("Вы взяли этот вопрос")


async def test_old_thanks_leave_alone_what_waits_again(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await asks(anna)
    await told(talk)
    await host.presses("Открыть")
    await answers(host, "Найдите избыток.")
    await told(talk)
    answer = anna.last
    await anna.presses("Спросить ещё")
    await anna.sends("А если избытка нет?")
    await anna.presses("Отправить")
    await anna.presses_old(answer, "Спасибо, понятно")
    anna.sees("Отвечает Пётр Семёнович", "А если избытка нет?")
    anna.does_not_see("Вопрос закрыт")


async def test_what_was_typed_waits_through_the_menu_until_it_is_sent(talk: Talk) -> None:
    anna, _host = await teacher(talk), await methodist(talk)
    await anna.sends("/ask")
    await anna.presses("Химия")
    await anna.sends("Как решать задание 34?")
    await anna.presses("В меню")
    await anna.sends("/ask")
    anna.sees("Ваш вопрос ещё не отправлен: «Как решать задание 34?»")
    await anna.presses("Химия")
    anna.sees("Как решать задание 34?", "Всё верно?")
    await anna.presses("Отправить")
    anna.sees("Вопрос отправлен")
    await anna.sends("/ask")
    anna.does_not_see("ещё не отправлен")
    await anna.sends("Другой вопрос")
    await anna.presses("В меню")
    await anna.sends("/ask")
    await anna.presses("Убрать неотправленное")
    await anna.sends("/ask")
    anna.does_not_see("ещё не отправлен", "Другой вопрос")


async def test_where_nobody_answers_no_two_days_are_promised(talk: Talk) -> None:
    anna = await teacher(talk)
    await asks(anna)
    anna.sees("Отвечать здесь пока некому.", "Ответ придёт сюда, когда появится тот, кто сможет ответить.")
    anna.does_not_see("за два рабочих дня")
