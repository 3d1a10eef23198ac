"""«Ждёт моего решения»: one place for all that waits for a person, kind by kind; each story brings its own kinds."""

from collections.abc import Sequence
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import Dialog, DialogManager, StartMode

from handlers.menu.entries import Entry, Opens, Section
from handlers.menu.keyboard import MenuButtons
from handlers.shell import Screen, T, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.screen import Getter
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import DECIDING

_COUNTED = "waits_counted"


class Waits(StatesGroup):
    """Its window."""

    all = State()


async def kinds_of(manager: DialogManager, kinds: Sequence[Entry]) -> list[tuple[Entry, int]]:
    """Kinds of which something waits for the reader, with how many: counts, no lists. The menu asks several times, the
    database once an update."""
    data, actor = manager.middleware_data, actor_of(manager)
    if _COUNTED not in data:
        left = {**data, "dialog_manager": manager}
        counts = [(kind, await kind.count(**left)) for kind in kinds if kind.count is not None and kind.allowed(actor)]
        data[_COUNTED] = [(kind, count) for kind, count in counts if count]
    found: list[tuple[Entry, int]] = data[_COUNTED]
    return found


async def open_waiting(manager: DialogManager, kinds: Sequence[Entry], mode: StartMode = StartMode.NORMAL) -> None:
    """The window of kinds, or the one kind of which something waits; `NotAllowed` for who decides on nothing at all."""
    if not any(kind.allowed(actor_of(manager)) for kind in kinds):
        raise NotAllowed
    found = await kinds_of(manager, kinds)
    only = found[0][0].opens if len(found) == 1 else Waits.all
    if isinstance(only, State):
        await manager.start(only, mode=mode)
    else:
        await only(manager)


def entry(kinds: Sequence[Entry]) -> Entry:
    """The button of the menu: always there for who decides on people, for all others while something waits."""

    def allowed(actor: Actor) -> bool:
        return any(kind.allowed(actor) for kind in kinds)

    async def count(*, dialog_manager: DialogManager, **_: Any) -> int:
        return sum(number for _kind, number in await kinds_of(dialog_manager, kinds))

    async def shown(*, dialog_manager: DialogManager, **rest: Any) -> bool:
        return actor_of(dialog_manager).has(*DECIDING) or bool(await count(dialog_manager=dialog_manager, **rest))

    async def opens(manager: DialogManager) -> None:
        await open_waiting(manager, kinds)

    leads: Opens = opens
    return Entry("waiting", leads, allowed, Section.SCHOOL, count=count, shown=shown)


def dialog(kinds: Sequence[Entry]) -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("waits-none", when="none"),
            T("waits-all", "count", when="count"),
            MenuButtons(tuple(kinds)),
            way_back(),
            menu_button(),
            state=Waits.all,
            getter=_getter(kinds),
        ),
        name="waits",
    )


def _getter(kinds: Sequence[Entry]) -> Getter:
    async def waits(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        found = await kinds_of(dialog_manager, kinds)
        return {"shown": found, "count": sum(number for _kind, number in found), "none": not found}

    return waits
