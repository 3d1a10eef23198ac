"""Plans in which everything is called badly, looked at by people who press everything and type anything."""

import logging
from collections.abc import Awaitable, Callable

import pytest

from shnor_domain.roadmap.model import Item, ItemState, Programme
from tests.support.explorer import Explorer
from tests.support.forgeries import Forger
from tests.support.hostile import NEAR, REGION, Hostile
from tests.support.hostile_walks import ENDS, hostile
from tests.support.hostile_words import TYPED, WELCOME
from tests.support.plans import SOON, item, kept

ANSWERS = ("10", "до 20 декабря", "август", *WELCOME)
STAYS = {*ENDS, "menu"}


async def planned(here: Hostile) -> None:
    """Nine measures of the region with parts of nine schools each, a school's own plan, steps in МЭДК."""
    region, near = here.talk.where(region=REGION), here.talk.where(NEAR)
    schools = [here.talk.where(NEAR, f"СОШ № {number}") for number in (5, 6, 9, 16)]
    items: list[Item] = []
    for number in range(1, 10):
        place = len(items)
        title = here.words(1_000)
        items.append(item(region, SOON, number=number, title=title, bodies=(here.words(200),) * 3))
        items.extend(item(school, SOON, number=number, title=title, parent=place) for school in schools)
    await kept(here.talk.units, region, *items, title=here.words(1_000))
    own = [item(schools[1], SOON, number=number, title=here.words(1_000)) for number in range(1, 10)]
    await kept(here.talk.units, schools[1], *own, title=here.words(1_000), programme=Programme.MEDK)
    await kept(here.talk.units, near, item(near, None, title=here.words(1_000), state=ItemState.DONE), title="=1")


def to_button(here: Hostile, label: str) -> Callable[[], Awaitable[None]]:
    """/roadmap, the coordinator's own plan, a button of it."""
    person = here.people["coordinator"]

    async def start() -> None:
        await person.sends("/roadmap")
        await person.presses("1. =1")
        await person.presses(label)

    return start


@pytest.mark.parametrize("kind", ["wild", "long", "wide"])
async def test_whatever_a_plan_says_every_screen_can_be_shown(
    sqlite_url: str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with hostile(sqlite_url, kind) as here:
        await planned(here)
        for who, steps in (("lead", 12), ("coordinator", 35), ("mentor", 12)):
            walker = Explorer(here.talk, here.people[who], TYPED, ANSWERS, spares=STAYS)
            await walker.walk(steps, "/roadmap")
        changing = Explorer(here.talk, here.people["coordinator"], TYPED, ANSWERS, spares=STAYS)
        await changing.walk(16, to_button(here, "Добавить пункт"), to_button(here, "Убрать пункт"))
    cut = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert kind == "wide" or cut == [], "a screen needs paging, or shorter rows"


async def test_changed_data_of_any_button_of_a_plan_breaks_no_window(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        await planned(here)
        forger = Forger(here.talk, here.people["coordinator"], ANSWERS, spares=STAYS)
        await forger.walk(13, "/roadmap")
        await forger.walk(6, to_button(here, "Ход выполнения"))
        await forger.walk(6, to_button(here, "Добавить пункт"))
        assert len(forger.tried) > 6
