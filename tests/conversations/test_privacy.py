"""/privacy: look, take away, withdraw, delete."""

import json

from sqlalchemy import select

from shnor_domain.identity import Role
from shnor_domain.storage.schema import metadata
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person
from tests.support.screens import Screen

NAME = "Анна <b>&_*[ Петровна"


async def teacher_of(talk: Talk) -> Person:
    return await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], name=NAME, chat=7)


async def rows_with(talk: Talk, *words: str) -> list[str]:
    found = []
    async with talk.database.read() as connection:
        for table in metadata.sorted_tables:
            for row in await connection.execute(select(table)):
                if any(word in repr(tuple(row)) for word in words):
                    found.append(table.name)
    return found


async def test_everything_that_is_kept_is_shown_in_words(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/privacy")
        await teacher.presses("Показать")
        teacher.sees(
            f"как обращаться: {NAME}", "роль: учитель", "школа: СОШ № 1", "предметы: химия", "время по городу: Якутск"
        )
        assert "chemistry" not in teacher.last.text and "teacher" not in teacher.last.text


async def test_the_same_comes_as_a_page_and_as_json(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/privacy")
        await teacher.presses("Получить файлами")
        page, data = teacher.screens[-2], teacher.screens[-1]
        assert (page.file_name, data.file_name) == ("Мои данные.html", "Мои данные.json")
        assert page.body is not None and data.body is not None
        assert "&lt;b&gt;&amp;_*[ Петровна" in page.body.decode() and "<b>&_" not in page.body.decode()
        assert json.loads(data.body)["person"]["name"] == NAME


async def test_deletion_asks_once_more_and_leaves_nothing(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/settings")
        await teacher.presses("Имя")
        await teacher.sends("/privacy")
        await teacher.presses("Удалить мои данные")
        await teacher.presses("Нет, оставить")
        await teacher.presses("Удалить мои данные")
        teacher.sees("исчезнут навсегда")
        await teacher.presses("Да, удалить всё")
        teacher.sees("Всё, что мы о вас хранили, удалено")
        assert await rows_with(talk, "Петровна") == []
        left = metadata.tables["form"]
        async with talk.database.read() as connection:
            assert (await connection.execute(select(left).where(left.c.lane == 7))).all() == []
        await teacher.sends("/menu")
        teacher.sees("Здравствуйте! Это бот поддержки школ")


async def test_withdrawing_ends_everything_and_coming_back_needs_the_consent(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/privacy")
        await teacher.presses("Отозвать согласие")
        teacher.sees("через 30 дней")
        await teacher.presses("Да, отозвать согласие")
        teacher.sees("Согласие отозвано")
        assert (await talk.actor(teacher)).person is None
        await teacher.sends("/start")
        await teacher.presses("Зарегистрироваться")
        teacher.sees("Согласие на обработку персональных данных")
        await teacher.sends("/privacy")
        await teacher.presses("Удалить мои данные")
        await teacher.presses("Да, удалить всё")
        teacher.sees("удалено")
        assert await rows_with(talk, "Петровна") == []


async def test_a_form_goes_on_after_privacy_and_help(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/settings")
        await teacher.presses("Когда не беспокоить")
        await teacher.presses("22:00")
        await teacher.sends("/help")
        teacher.sees("/consult Записаться на консультацию", "/privacy Мои данные")
        await teacher.sends("/privacy")
        await teacher.presses("Показать")
        await teacher.presses("6:00")
        teacher.sees("Ночью не беспокоить: с 22:00 до 6:00")


async def test_a_stranger_is_told_that_nothing_is_kept(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        stranger = talk.person(1)
        await stranger.sends("/privacy")
        stranger.sees("Без согласия мы ничего о вас не храним")
        await stranger.presses("Удалить мои данные")
        await stranger.presses("Да, удалить всё")
        stranger.sees("о вас ничего не сохранено")


async def test_an_old_button_of_privacy_in_a_foreign_chat_shows_nothing_of_others(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher, stranger = await teacher_of(talk), talk.person(1)
        await teacher.sends("/privacy")
        stolen = Screen(stranger.chat, teacher.last.message_id, rows=list(teacher.last.rows))
        await stranger.presses_old(stolen, "Показать")
        stranger.sees("нужны регистрация и ваше согласие")
        assert all("Петровна" not in str(screen) for screen in stranger.screens)
