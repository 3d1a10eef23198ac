"""Announcements where everything is called badly, by coordinators who press everything and type anything."""

import logging
from collections.abc import Awaitable, Callable

import pytest

from tests.support.announcing import goes_on
from tests.support.explorer import Explorer
from tests.support.forgeries import Forger
from tests.support.hostile import Hostile
from tests.support.hostile_walks import ENDS, hostile
from tests.support.hostile_words import TYPED, WELCOME, files

ANSWERS = ("9:30", "14", "https://example.org/a", *WELCOME)
STAYS = {*ENDS, "menu"}


def to_whole(here: Hostile, who: str) -> Callable[[], Awaitable[None]]:
    """/announce, a text, everybody."""
    person = here.people[who]

    async def start() -> None:
        await person.sends("/announce")
        await person.presses("Новое объявление")
        if any("От чьего имени" in screen.text for screen in person.news):
            await person.presses(person.buttons[0])
        await person.sends(here.words(300))
        if "Готово" in person.buttons:
            await person.presses("Готово")

    return start


async def sent(here: Hostile, who: str) -> None:
    """One of which the list and the card have something to show."""
    person = here.people[who]
    await to_whole(here, who)()
    await person.presses("Кнопки")
    await person.presses("Ознакомлен(а)")
    await person.presses("Назад")
    await person.presses("Посмотреть и отправить")
    await person.presses("Отправить (")
    await goes_on(here.talk)


@pytest.mark.parametrize("kind", ["wild", "long"])
async def test_whatever_everything_is_called_every_window_of_announcements_can_be_shown(
    sqlite_url: str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with hostile(sqlite_url, kind) as here:
        await sent(here, "coordinator")
        for who in ("coordinator", "regional"):
            walker = Explorer(here.talk, here.people[who], TYPED, ANSWERS, files(), spares=STAYS)
            await walker.walk(14, "/announce")
            await walker.walk(22, to_whole(here, who))
    assert [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING] == []


async def test_changed_data_of_any_button_of_announcements_breaks_no_window(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        await sent(here, "coordinator")
        forger = Forger(here.talk, here.people["coordinator"], ANSWERS, spares=STAYS)
        await forger.walk(6, "/announce")
        await forger.walk(10, to_whole(here, "coordinator"))
        assert len(forger.tried) > 6
