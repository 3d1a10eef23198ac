"""Nothing that people say or are called reaches the log: at DEBUG, in both forms, when handlers break, too."""

import io
import logging
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, NoReturn

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramServerError
from aiogram.methods import EditMessageText, SendMessage

from bot import logs
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.identity import Role
from shnor_domain.people.use_cases.lists import PeopleList
from shnor_domain.people.use_cases.settings import Rename
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.consultations import terms
from tests.support.conversation import Person
from tests.support.explorer import Explorer
from tests.support.hostile_walks import ENDS, hostile
from tests.support.hostile_words import WORDS

NAME, TOPIC, SEARCHED, NEW_NAME, FILE = (f"Канареечка{which}" for which in ("Имя", "Тема", "Поиск", "Новая", "Файл"))
CANARIES = (NAME, TOPIC, SEARCHED, NEW_NAME, FILE)
TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFake0"


@pytest.fixture(params=["json", "console"])
def stream(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    form: Literal["json", "console"] = request.param
    stream, caught = io.StringIO(), logging.getLogger().handlers[:]
    logs.configure("DEBUG", form, secrets=[TOKEN], stream=stream)
    yield stream
    logging.getLogger().handlers[:] = caught


def quotes(stream: io.StringIO) -> list[str]:
    """Lines with a canary, in any case or escaped."""
    words = [word.casefold() for word in CANARIES]
    spelled = words + [word.encode("unicode_escape").decode() for word in CANARIES]
    return [line for line in stream.getvalue().splitlines() if any(word in line.casefold() for word in spelled)]


def breaks(monkeypatch: pytest.MonkeyPatch, case: type[Any], error: type[Exception] = ValueError) -> None:
    """Let a use case fail with all that it was given in its message, as libraries do."""

    async def fails(self: object, *given: object) -> NoReturn:
        raise error(f"cannot do with {given!r}") from KeyError(repr(given))

    monkeypatch.setattr(case, "__call__", fails)


async def parked(talk: Talk, act: Any) -> None:
    """The act ends in an update that is put aside, with a number for the person."""
    with pytest.raises(AssertionError, match="an update failed"):
        await act
    assert talk._broken.incidents
    talk._broken.incidents.clear()


async def at_the_question(talk: Talk) -> Person:
    """A teacher who is asked what she would like to speak about."""
    host = await talk.grown_person(Role.METHODIST, region="Краснодарский край", name=f"{NAME} вторая")
    published = terms(
        open_to=talk.where("Лабинский"), zone="Europe/Moscow",
        first_day=date(2026, 11, 30), last_day=date(2027, 1, 31),
    )  # fmt: skip
    await (await talk.the(PublishSlot))(await talk.actor(host), published)
    teacher = await talk.grown_person(Role.TEACHER, "Лабинский", "СОШ № 6", subjects={"chemistry"}, name=NAME)
    await teacher.sends("/consult")
    await teacher.presses("Химия")
    await teacher.presses(teacher.buttons[0])
    return teacher


async def test_a_day_of_work_is_told_in_numbers(sqlite_url: str, stream: io.StringIO) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await at_the_question(talk)
        await teacher.sends(TOPIC)
        teacher.sees(TOPIC)
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name=NAME)
        await coordinator.sends("/people")
        await coordinator.sends(SEARCHED)
        await coordinator.presses("Показать всех")
        await coordinator.opens("Загрузить таблицу")
        await coordinator.presses("Школы")
        await coordinator.sends_document(f"{FILE}.xlsx", f"PK\x03\x04 {FILE}".encode())
        await coordinator.sends_document(f"{FILE}.csv", f"муниципалитет;школа\n{FILE};{FILE}".encode())
        while await talk.deliver():
            pass
    assert "update done" in stream.getvalue()
    assert quotes(stream) == []


async def test_errors_that_quote_what_was_typed_are_told_without_it(
    sqlite_url: str, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await at_the_question(talk)
        breaks(monkeypatch, BookConsultation)
        await parked(talk, teacher.sends(TOPIC))
        await teacher.sends("/settings")
        await teacher.presses("Имя")
        breaks(monkeypatch, Rename, LookupError)
        await parked(talk, teacher.sends(NEW_NAME))
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name=NAME)
        await coordinator.sends("/people")
        breaks(monkeypatch, PeopleList, RuntimeError)
        await parked(talk, coordinator.sends(SEARCHED))
    written = stream.getvalue()
    assert "builtins.ValueError" in written, "the story of the error is told"
    assert "is put aside" in written
    assert quotes(stream) == []


async def test_a_button_of_ours_that_breaks_is_an_incident_and_no_old_button(
    sqlite_url: str, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await at_the_question(talk)
        breaks(monkeypatch, BookConsultation)
        await parked(talk, teacher.presses("Пропустить"))
    assert "is put aside" in stream.getvalue()


def quoting(method: Any) -> Exception:
    """Telegram quotes what it does not understand."""
    return TelegramBadRequest(method, f'Bad Request: can\'t parse entities: Unsupported start tag "{NAME}" at byte 1')


async def test_refusals_of_telegram_are_told_without_the_text_they_are_about(
    sqlite_url: str, stream: io.StringIO
) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await at_the_question(talk)
        for kind in (SendMessage, EditMessageText):
            talk.session.fail_next(kind, lambda method: TelegramServerError(method, "Internal Server Error"))
            await teacher.sends("/menu")
            talk.session.fail_next(kind, quoting)
            try:
                await teacher.sends("/my")
            except AssertionError:
                talk._broken.incidents.clear()
    assert quotes(stream) == []


async def test_no_hostile_name_is_in_the_log_of_a_walk(sqlite_url: str, stream: io.StringIO) -> None:
    async with hostile(sqlite_url, "wild") as here:
        for who in ("coordinator", "teacher"):
            await Explorer(here.talk, here.people[who], list(WORDS.values()), spares=ENDS).walk(60)
    telling = [word for word in WORDS.values() if word != "Ж"]
    assert [line for line in stream.getvalue().splitlines() if any(word in line for word in telling)] == []
