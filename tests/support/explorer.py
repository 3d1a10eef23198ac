"""Somebody who presses every button and types hostile words into every question, and what she must never see."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from itertools import cycle
from random import Random

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton

import handlers
from handlers.imports.states import Imports
from handlers.shell.screen import mark_of
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.screens import Screen

Start = str | Callable[[], Awaitable[None]]

_TAG = "\x1e"
_ESCAPED = re.compile(r"&(?:lt|gt|quot|amp;(?:lt|gt|amp|quot));")
_HINTS = {"ByOrder:date": "01.11.2026", "Publish:starts": "15:00", "Publish:link": "example.org/<b>&_*["}
"""What lets a question be passed that takes little else."""
_PARTS = re.compile(r"[:\x1d\x1e]")
_LABEL = 66
"""A label's 64 characters, and «✓ » in front."""
WAYS_OUT = {"menu", "cancel", "back", "out", "step_back", "list"}
COMMANDS = ("/start", "/menu", "/consult", "/my", "/schedule", "/waiting", "/people", "/schools", "/settings", "/help")


def windows() -> dict[str, State]:
    """Every window of the bot by the mark that its buttons carry."""
    for module in pkgutil.walk_packages(handlers.__path__, "handlers."):
        importlib.import_module(module.name)
    groups = [group for group in _below(StatesGroup) if group.__module__.startswith("handlers.")]
    states = [state for group in groups for state in group.__states__]
    return {mark_of(state): state for state in states}


def _below(kind: type[StatesGroup]) -> Iterator[type[StatesGroup]]:
    for child in kind.__subclasses__():
        yield child
        yield from _below(child)


def window_of(screen: Screen) -> str | None:
    """The mark of the window, None for a notice and for a message without buttons."""
    marks = {data.rpartition(_TAG)[2] for data in _datas(screen) if _TAG in data}
    return next(iter(marks), None)


def _datas(screen: Screen) -> list[str]:
    return [button.callback_data or "" for row in screen.rows for button in row]


class Explorer:
    """Walks through the bot as `person` for a number of steps; `seen` are the marks of windows she has been to.

    Buttons whose widget is in `spares` are not pressed: those that would end the walk.
    """

    def __init__(
        self,
        talk: Talk,
        person: Person,
        typed: Sequence[str],
        welcome: Sequence[str] = (),
        files: Sequence[tuple[str, bytes]] = (),
        spares: Collection[str] = (),
    ) -> None:
        self.talk, self.person = talk, person
        self.seen: set[str] = set()
        self._typed, self._welcome, self._files = cycle(typed), welcome, files
        self._spares = set(spares)
        self._pressed: Counter[str] = Counter()
        self.tried: set[str] = set()
        self._starts: Iterator[Start] = cycle(COMMANDS)
        self._known = windows()
        self._for_files = next(mark for mark, state in self._known.items() if state == Imports.file)
        self._chance = Random(7)

    def names(self) -> set[str]:
        """Windows she has been to, «Book:day»."""
        return {str(self._known[mark].state) for mark in self.seen}

    async def walk(self, steps: int, *starts: Start) -> None:
        """Set out from `starts` again and again: commands, or ways to somewhere. Lets notices come and looks."""
        self._starts = cycle(starts or COMMANDS)
        await self._set_out()
        for step in range(steps):
            await self._step()
            if step % 20 == 19 or step == steps - 1:
                while await self.talk.deliver():
                    pass
                self.look()

    async def _set_out(self) -> None:
        start = next(self._starts)
        await (self.person.sends(start) if isinstance(start, str) else start())
        self._been()

    def _been(self) -> None:
        if (now := self._window()) is not None and (mark := window_of(now)) is not None:
            self.seen.add(mark)

    def look(self) -> None:
        """Fail for anything that no person should see, in any chat."""
        assert self.talk.session.refused == []
        for screen in self.talk.session.changes:
            _check(screen)
        for answer in self.talk.session.answers.values():
            assert _ESCAPED.search(answer or "") is None, answer
        self.talk.session.changes.clear()
        self.talk.session.answers.clear()
        self.person.looks_away()

    async def _step(self) -> None:
        screen = self._window()
        choices = [] if screen is None else self._choices(screen)
        onward = [button for button in choices if kind_of(button).rpartition("/")[2] not in WAYS_OUT]
        fresh = [button for button in onward if self._pressed[kind_of(button)] < (12 if _of_a_list(button) else 3)]
        chance = self._chance.random()
        if screen is not None and self._files and window_of(screen) == self._for_files and chance < 0.8:
            await self._send_file()
        elif screen is None or chance < 0.03 or (not choices and chance < 0.4):
            await self._set_out()
        elif not choices or chance < 0.15 or (not fresh and chance < 0.5):
            await self._type()
        else:
            among = fresh or (onward if onward and chance < 0.8 else choices)
            least = min(self._pressed[kind_of(button)] for button in among)
            await self._press(
                screen, self._chance.choice([button for button in among if self._pressed[kind_of(button)] == least])
            )
        self._been()

    async def _type(self) -> None:
        chance = self._chance.random()
        if self._files and chance < 0.02:
            await self._send_file()
        elif (hint := self._hint()) is not None and chance < 0.6:
            await self.person.sends(hint)
        elif self._welcome and chance < 0.5:
            await self.person.sends(self._chance.choice(self._welcome))
        else:
            await self.person.sends(next(self._typed))

    def _hint(self) -> str | None:
        here = self._window()
        state = None if here is None else self._known.get(window_of(here) or "")
        return None if state is None else _HINTS.get(str(state.state))

    async def _send_file(self) -> None:
        name, body = self._chance.choice(self._files)
        await self.person.sends_document(name, body)

    async def _press(self, screen: Screen, button: InlineKeyboardButton) -> None:
        self._pressed[kind_of(button)] += 1
        copy = Screen(screen.chat, screen.message_id, screen.text, screen.html, [[button]])
        await self.person.presses_old(copy, button.text)

    def _window(self) -> Screen | None:
        marked = [screen for screen in self.person.screens if screen.rows]
        # once in a while a notice, though a window stands below it
        return marked[-1] if marked and self._chance.random() < 0.95 else self._chance.choice(marked or [None])

    def _choices(self, screen: Screen) -> list[InlineKeyboardButton]:
        buttons = [button for row in screen.rows for button in row if button.callback_data]
        return [button for button in buttons if not self._spares & set(_PARTS.split(button.callback_data or ""))]


def kind_of(button: InlineKeyboardButton) -> str:
    """Window and widget, whatever the row of a list."""
    data = button.callback_data or ""
    head, _, mark = data.rpartition(_TAG)
    widget = head.partition("\x1d")[2].split(":")
    if not (mark and head):
        return data.partition(":")[0]
    return f"{mark}/{widget[0]}{'-' if widget[-1] == '-' else ''}"


def _of_a_list(button: InlineKeyboardButton) -> bool:
    return ":" in (button.callback_data or "").partition("\x1d")[2]


def _check(screen: Screen) -> None:
    for label in screen.buttons:
        assert len(label) <= _LABEL, f"a label of {len(label)}: {label}"
        assert "\n" not in label, label
        assert not _ESCAPED.search(label), f"markup in a label: {label}"
    assert not _ESCAPED.search(screen.text.replace("Анна &amp; <i", "")), f"escaped twice:\n{screen}"
    assert "FluentNone" not in screen.text, screen
