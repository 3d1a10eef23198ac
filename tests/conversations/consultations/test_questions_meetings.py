"""A question about a meeting: before it, instead of it, where there is none (S4, S6); and what of all goes with its
people (rule 10)."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.blanking import blank
from shnor_domain.identity import Role
from shnor_domain.questions.use_cases.carrying import SweepQuestions
from tests.support.asking import HERE, asks, methodist, passes, teacher, told
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person
from tests.support.evidence_files import PDF
from tests.support.files_at_rest import forms_of
from tests.support.hosts import NEXT_MONDAY, books, publishes

WORD = "Перепёлкина"


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url) as talk:
        yield talk


def on_disk(talk: Talk, *words: str) -> list[str]:
    """Files of the database and of FILES_DIR in which one of `words` stands."""
    database = Path(talk.url.partition(":///")[2])
    files = [*database.parent.glob(f"{database.name}*"), *talk.files.rglob("*")]
    bodies = {file.name: file.read_bytes() for file in files if file.is_file()}
    return [name for name, body in bodies.items() for word in words for form in forms_of(word) if form in body]


async def booked(talk: Talk) -> tuple[Person, Person]:
    """A teacher with a booking for next Monday, and its host."""
    host, anna = await methodist(talk), await teacher(talk)
    await books(talk, anna, await publishes(talk, host), "Задание 34")
    return anna, host


async def test_a_question_added_to_a_booking_goes_to_its_host_alone(talk: Talk) -> None:
    anna, host = await booked(talk)
    other = await methodist(talk, "Мария Егоровна")
    await anna.sends("/my")
    await anna.presses("химия")
    await anna.presses("Добавить вопрос или файл")
    anna.sees("Вопрос увидит ведущий этой консультации.")
    await anna.sends("Разберём вариант 7?")
    await anna.sends_document("Вариант.pdf", PDF)
    await anna.presses("Отправить")
    anna.sees("Вопрос отправлен.")
    host.looks_away()
    await told(talk)
    host.sees("Вопрос к вашей консультации: химия", "Разберём вариант 7?")
    other.hears_nothing()
    await anna.presses("В меню")
    await anna.sends("/my")
    await anna.presses("химия")
    await anna.presses("Добавить вопрос или файл")
    await anna.sends("И вариант 8.")
    await anna.presses("Отправить")
    await told(talk)
    host.sees("Дополнение к вопросу: химия", "И вариант 8.")
    await host.presses("Открыть")
    host.sees("Разберём вариант 7?", "И вариант 8.")
    await passes(talk, days=4)
    other.hears_nothing()


async def test_the_host_answers_ahead_what_was_only_a_topic(talk: Talk) -> None:
    anna, host = await booked(talk)
    await host.sends("/schedule")
    await host.presses("Пн 7 декабря 15:00")
    await host.presses("Ответить заранее")
    host.sees("1. Задание 34")
    await host.presses("Ответить на 1")
    host.sees("Ответ до встречи", "Задание 34")
    await host.sends("Повторите избыток и недостаток.")
    await host.presses("Отправить")
    host.sees("Ответ отправлен.")
    await told(talk)
    anna.sees("Ответ на ваш вопрос: химия", "Повторите избыток и недостаток.")
    await anna.presses("Открыть")
    anna.sees("Задание 34", "Есть ответ.")


async def test_an_answer_ahead_being_typed_waits_for_its_booking(talk: Talk) -> None:
    anna, host = await booked(talk)
    for last in ("В меню", "Отправить"):
        await host.sends("/schedule")
        for label in ("Пн 7 декабря 15:00", "Ответить заранее", "Ответить на 1"):
            await host.presses(label)
        if last == "В меню":
            await host.sends("Повторите избыток.")
        else:
            host.sees("Черновик: Повторите избыток.")
            await host.presses("Посмотреть и отправить")
        await host.presses(last)
    host.sees("Ответ отправлен.")
    await told(talk)
    anna.sees("Повторите избыток.")


async def test_where_no_weekly_day_is_a_question_can_be_asked(talk: Talk) -> None:
    anna = await teacher(talk)
    await anna.sends("/consult")
    await anna.presses("Химия: попросить")
    anna.sees("постоянного дня консультаций пока нет")
    await anna.presses("Спросить без встречи")
    anna.sees("Напишите вопрос одним сообщением")
    await anna.sends("Как решать задание 34?")
    await anna.presses("Отправить")
    anna.sees("Вопрос отправлен.")


async def test_who_lost_the_race_asks_with_the_words_that_she_typed(talk: Talk) -> None:
    host, anna, bella = await methodist(talk), await teacher(talk), await teacher(talk, "Белла Ивановна")
    await publishes(talk, host, capacity=1)
    for who in (anna, bella):
        await who.sends("/consult")
        await who.presses("Химия")
        await who.presses("Пн 7 декабря · 1 место")
    await anna.sends("Соли")
    await bella.sends("Щёлочи <b>&")
    bella.sees("Это место только что заняли")
    await bella.presses("Спросить без встречи")
    bella.sees("Щёлочи <b>&", "Всё верно?")
    await bella.presses("Отправить")
    bella.sees("Вопрос отправлен.")


async def test_with_a_bad_connection_one_asks_in_writing_from_the_reminder(talk: Talk) -> None:
    anna, host = await booked(talk)
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=1)
    await told(talk)
    await anna.presses("Плохая связь, спрошу письменно")
    anna.sees("Вопрос увидит ведущий этой консультации.")
    await anna.sends("Как решать задание 34?")
    await anna.presses("Отправить")
    host.looks_away()
    await told(talk)
    host.sees("Вопрос к вашей консультации: химия", "Как решать задание 34?")


async def test_the_export_holds_her_questions_and_deletion_leaves_no_word_of_them(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await anna.sends("/ask")
    await anna.presses("Химия")
    await anna.sends(f"{WORD}: как решать?")
    await anna.sends_document(f"{WORD}.pdf", PDF + WORD.encode())
    await anna.presses("Отправить")
    await told(talk)
    await host.presses("Открыть")
    await host.presses("Ответить")
    await host.sends(f"{WORD}: вот так.")
    await host.presses("Отправить")
    await told(talk)
    await anna.sends("/privacy")
    await anna.presses("Получить файлами")
    assert any(WORD in (screen.body or b"").decode() for screen in anna.screens)
    assert on_disk(talk, WORD)
    await anna.sends("/privacy")
    await anna.presses("Удалить мои данные")
    await anna.presses("Да, удалить всё")
    await host.sends("/menu")
    await host.presses("Вопросы")
    await host.presses("Мои ответы")
    host.sees("1. Химия, СОШ № 1, Момский, 30 ноября: закрыт")
    await host.presses("1. Химия")
    host.sees("Текст удалён.")
    await host.sends("/cancel")
    await blank(talk.database, talk.clock)
    assert on_disk(talk, WORD) == []


async def test_of_an_answer_the_words_go_with_who_gave_it(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await asks(anna)
    await told(talk)
    await host.presses("Открыть")
    await host.presses("Ответить")
    await host.sends(f"{WORD}: вот так.")
    await host.presses("Отправить")
    await told(talk)
    await host.sends("/privacy")
    await host.presses("Удалить мои данные")
    await host.presses("Да, удалить всё")
    await anna.presses("Открыть")
    anna.sees("Как решать задание 34?", "Текст удалён.")
    anna.does_not_see(WORD)


async def test_who_leaves_takes_her_words_out_of_the_chats_of_others(talk: Talk) -> None:
    anna, host = await booked(talk)
    bella = await teacher(talk, "Белла Ивановна")
    await anna.sends("/my")
    await anna.presses("химия")
    await anna.presses("Добавить вопрос или файл")
    await anna.sends(f"{WORD}: как решать?")
    await anna.presses("Отправить")
    await told(talk)
    await anna.presses("Открыть")
    await anna.presses("Дополнить вопрос")
    await anna.sends(f"{WORD}: и как проверять?")
    await anna.presses("Отправить")
    await told(talk)
    assert sum(WORD in screen.text for screen in host.screens) == 2
    await asks(bella)
    await told(talk)
    await host.presses("Открыть")
    await host.presses("Ответить")
    await host.sends(f"{WORD}: вот так.")
    await host.presses("Отправить")
    await told(talk)
    assert any(WORD in screen.text for screen in bella.screens)
    await leaves(talk, anna)
    assert not any(f"{WORD}: и как" in screen.text or f"{WORD}: как" in screen.text for screen in host.screens)
    await leaves(talk, host)
    assert not any(WORD in screen.text for screen in bella.screens)
    assert any(screen.text == "Вопрос: химия. Текст удалён." for screen in bella.screens)


async def leaves(talk: Talk, person: Person) -> None:
    """Deletes herself, and what was to be told of it is told."""
    await person.sends("/privacy")
    await person.presses("Удалить мои данные")
    await person.presses("Да, удалить всё")
    await told(talk)


async def test_a_year_after_the_last_word_texts_and_files_go(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await asks(anna, f"{WORD}: как решать?")
    await asks(anna, "Это всё ещё ждёт ответа")
    await told(talk)
    await host.sends("/menu")
    await host.presses("Вопросы (2)")
    await host.presses("1. Химия")
    await host.presses("Ответить")
    await host.sends("Вот так.")
    await host.presses("Отправить")
    sweep = await talk.the(SweepQuestions)
    talk.clock.advance(days=364)
    await sweep()
    await anna.sends("/ask")
    await anna.presses("Мои вопросы")
    await anna.presses("2. Химия")
    anna.sees(f"{WORD}: как решать?")
    talk.clock.advance(days=2)
    await sweep()
    await anna.presses("В меню")
    anna.looks_away()
    await anna.sends("/ask")
    await anna.presses("Мои вопросы")
    await anna.presses("2. Химия")
    anna.sees("Текст удалён.")
    await anna.presses("Назад")
    await anna.presses("1. Химия")
    anna.sees("Это всё ещё ждёт ответа")


async def test_a_file_of_a_question_is_for_those_alone_who_may_read_it(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    stranger = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, HERE, name="Дария Ивановна")
    await anna.sends("/ask")
    await anna.presses("Химия")
    await anna.sends("Что не так в этой работе?")
    await anna.sends_document("Работа.pdf", PDF)
    await anna.presses("Отправить")
    await told(talk)
    await host.presses("Открыть")
    await host.presses("Файл: Работа.pdf")
    assert [screen.file_name for screen in host.screens if screen.body == PDF] == ["Работа.pdf"]
    await stranger.opens("Вопросы школ")
    await stranger.presses("Химия")
    await stranger.presses("1. От 30 ноября")
    stranger.does_not_see("Работа.pdf", "Что не так")
    assert not any("Файл" in button for button in stranger.buttons)
