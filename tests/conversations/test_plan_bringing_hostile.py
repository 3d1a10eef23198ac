"""A plan with hostile cells, brought in by somebody who presses everything and types anything."""

import logging
from collections.abc import Awaitable, Callable

import pytest

from tests.support.explorer import Explorer
from tests.support.hostile import Hostile
from tests.support.hostile_walks import ENDS, hostile
from tests.support.hostile_words import TYPED, WELCOME
from tests.support.plans_at_hand import plan_file

ANSWERS = ("до 20 декабря", "август", "2026/27", "2026-2027 год", "ИРО", *WELCOME)
BUTTONS = ("Годы плана", "Сроки", "Кто это", "Сверить", "Для кого", "Название", "Все пункты", "Записать план")


def hostile_plan(here: Hostile, heading: str) -> bytes:
    """Two pages of each list: questions, bodies that nobody knows, doubts."""
    periods = ("август", "когда удобно", "май", "в течение года", "31 июня", "")
    bodies = ("МОУО, школы", "школы", "директор, ИРО")
    rows = [
        (str(at), here.words(1_000), periods[at % 6], f"{here.words(150)} {at}, {bodies[at % 3]}", here.words(1_000))
        for at in range(1, 18)
    ]
    return plan_file(*rows, heading=heading)


def to_report(here: Hostile, who: str, heading: str, *buttons: str) -> Callable[[], Awaitable[None]]:
    """A fresh file, then buttons that begin so."""
    person = here.people[who]

    async def start() -> None:
        await person.opens("Загрузить таблицу")
        await person.presses("Дорожная карта")
        await person.sends_document(here.words(120) + ".csv", hostile_plan(here, heading))
        for begins in buttons:
            await person.presses(next(label for label in person.buttons if label.startswith(begins)))

    return start


@pytest.mark.parametrize("kind", ["wild", "long", "wide"])
async def test_whatever_a_plan_says_it_can_be_answered(
    sqlite_url: str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with hostile(sqlite_url, kind) as here:
        spares = {*ENDS, "menu", "drop", "dateless", "write"}
        walker = Explorer(here.talk, here.people["regional"], TYPED, ANSWERS, spares=spares)
        for button in BUTTONS:
            await walker.walk(3, to_report(here, "regional", f"План {here.words(400)} на 2026 год", button))
        seen = {name for name in walker.names() if name.startswith("Bringing:")}
        assert len(seen) > len(BUTTONS), seen
    cut = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert kind == "wide" or cut == [], "a screen needs paging, or shorter rows"


async def test_who_answers_holds_everything_that_a_plan_calls_its_bodies(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        regional = here.people["regional"]
        await to_report(here, "regional", "План на 2027 год")()
        await regional.presses("Записать план")
        await regional.presses("без срока")

        async def to_bodies() -> None:
            await regional.opens("Кто отвечает в планах")

        walker = Explorer(here.talk, regional, TYPED, WELCOME, spares={*ENDS, "menu"})
        await walker.walk(20, to_bodies)
        assert {"PlanBodies:all", "PlanBodies:one", "PlanBodies:add"} <= walker.names()
