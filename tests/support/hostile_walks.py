"""Ways through a hostile municipality: who sets out from where, and for how long."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager

from tests.support import length
from tests.support.bot_in_memory import talking_bot
from tests.support.explorer import WAYS_OUT, Explorer
from tests.support.hostile import Hostile
from tests.support.hostile_words import TYPED, WELCOME, files

ENDS = ("delete-yes", "withdraw-yes")
"""What would end a walk."""
_PATIENCE = 4
FIRST_OF_A_LIST = re.compile(r"\d+\. ")


@asynccontextmanager
async def hostile(url: str, kind: str) -> AsyncIterator[Hostile]:
    """A bot in which everybody and everything is called badly."""
    async with talking_bot(url) as talk:
        made = Hostile(talk, kind)
        await made.settle()
        yield made


async def wander(here: Hostile, who: str, steps: int, *commands: str, windows: int = 0) -> Explorer:
    """Through the whole bot; again, up to `_PATIENCE` times, until she has been to more than so many `windows`."""
    explorer = Explorer(here.talk, here.people[who], TYPED, WELCOME, files(), spares=ENDS)
    for _ in range(_PATIENCE):
        await explorer.walk(length.steps(steps), *commands)
        if len(explorer.seen) > windows:
            break
    return explorer


async def stay(
    here: Hostile, who: str, steps: int, start: Callable[[], Awaitable[None]], far: Collection[str] = ()
) -> Explorer:
    """Around the window to which `start` leads; again, up to `_PATIENCE` times, until she has been to the windows `far`
    from it: where chance takes her changes with each button that a window gains."""
    welcome = (*WELCOME, *(here.names[name] for name in ("methodist", "coordinator")))
    explorer = Explorer(here.talk, here.people[who], TYPED, welcome, files(), spares={*ENDS, *WAYS_OUT, "menu"})
    for _ in range(_PATIENCE):
        await explorer.walk(length.steps(steps), start)
        if explorer.names() >= set(far):
            break
    return explorer


def to_card(here: Hostile, who: str, whose: str, *labels: str) -> Callable[[], Awaitable[None]]:
    """/people, her name, the first of the list, then buttons."""
    person = here.people[who]

    async def start() -> None:
        await person.sends("/people")
        await person.sends(here.names[whose])
        await person.presses(next(label for label in person.buttons if FIRST_OF_A_LIST.match(label)))
        for label in labels:
            await person.presses(label)

    return start


def to_window(here: Hostile, who: str, *labels: str) -> Callable[[], Awaitable[None]]:
    """/menu, then buttons that begin so, as far as they are there."""
    person = here.people[who]

    async def start() -> None:
        await person.sends("/menu")
        for label in labels[:1]:
            await person.finds(label)
        for label in labels:
            for found in [each for each in person.buttons if each.startswith(label)][:1]:
                await person.presses(found)

    return start


def to_first(here: Hostile, who: str, command: str, *labels: str) -> Callable[[], Awaitable[None]]:
    """A command, buttons that begin so, then the first button."""
    person = here.people[who]

    async def start() -> None:
        await person.sends(command)
        for label in labels:
            await person.presses(next(found for found in person.buttons if found.startswith(label)))
        await person.presses(person.buttons[0])

    return start
