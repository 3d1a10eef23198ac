"""A list of which several may be ticked: one window for roles, districts, schools, statuses, clusters and subjects."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Keyboard, SwitchTo

from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.people.form import Form
from handlers.shell import Asks, Choice, Screen, T, choices, menu_button, tell, texts_of
from shnor_domain.errors import NotFound

_LONGEST = 100
_FOUND = "found"


@dataclass(frozen=True, slots=True)
class Option:
    """One row: the id on its button, what it is in an audience, what it is called."""

    id: str
    value: object
    label: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """A window that ticks values of one field of the audience. `find` gives ids of what was typed, None where the list
    is short; `adds` says what else a tick sets."""

    field: str
    state: State
    options: Callable[[DialogManager], Awaitable[Sequence[Option]]]
    find: Callable[[DialogManager, str], Awaitable[Collection[str]]] | None = None
    adds: Callable[[DialogManager], Awaitable[dict[str, Any]]] | None = None

    @property
    def id(self) -> str:
        """Of its widgets, and of what they remember."""
        return str(self.state.state).rpartition(":")[2]

    async def _all(self, manager: DialogManager) -> Sequence[Option]:
        """Read once an update: a tap and the window after it show the same ones."""
        key = f"options_{self.id}"
        if key not in manager.middleware_data:
            manager.middleware_data[key] = await self.options(manager)
        options: Sequence[Option] = manager.middleware_data[key]
        return options

    async def listed(self, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        """All of them, or what was found, with ticks."""
        options, texts = await self._all(dialog_manager), texts_of(dialog_manager)
        chosen = getattr(Writing(dialog_manager).audience, self.field)
        narrowed = Form(dialog_manager).get(f"{_FOUND}_{self.id}")
        rows = [
            Choice(one.id, texts.button("btn-announce-tick", name=one.label, chosen=one.value in chosen))
            for one in options
            if narrowed is None or one.id in narrowed
        ]
        more = {} if self.adds is None else await self.adds(dialog_manager)
        return {self.id: rows, "count": len(chosen), "none": not options, "narrowed": narrowed is not None, **more}

    async def on_tick(self, manager: DialogManager, id: str) -> None:
        """A tap marks it, another takes the mark off."""
        option = next((one for one in await self._all(manager) if one.id == id), None)
        if option is None:
            raise NotFound
        writing = Writing(manager)
        more = {} if self.adds is None else await self.adds(manager)
        changes = {self.field: getattr(writing.audience, self.field) ^ {option.value}}
        writing.address(**changes, **{name: value for name, value in more.items() if name == "year"})

    async def on_typed(self, manager: DialogManager, typed: str) -> None:
        """Narrow the list to what fits."""
        assert self.find is not None
        found = list(await self.find(manager, typed))
        Form(manager)[f"{_FOUND}_{self.id}"] = found or None
        if not found:
            tell(manager, texts_of(manager)("announce-not-found", typed=typed))

    async def on_all(self, _event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        """The whole list again."""
        Form(manager)[f"{_FOUND}_{self.id}"] = None

    def window(self, question: T, *more: Keyboard) -> Screen:
        """The window; `more` stands below the list."""
        finds = () if self.find is None else (Asks(f"find_{self.id}", self.on_typed, most=_LONGEST),)
        return Screen(
            question,
            *finds,
            choices(self.id, self.on_tick, str),
            *more,
            Button(T("btn-announce-show-all"), id="all", on_click=self.on_all, when="narrowed"),
            SwitchTo(T("btn-announce-ready"), id="ready", state=Compose.audience),
            menu_button(),
            state=self.state,
            getter=self.listed,
        )
