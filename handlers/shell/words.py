"""Texts of windows and buttons by key, so that no window holds a literal."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.text import Text

from handlers.texts import Texts

Path = str | Callable[[Mapping[str, Any]], object]
"""Where an argument lies in the window's data: «item.name», «dialog_data.subject», «row.0», or a function of it."""


def texts_of(manager: DialogManager) -> Texts:
    """Return the catalogue that the dispatcher put into the data of this update."""
    return cast(Texts, manager.middleware_data["texts"])


def pick(data: Mapping[str, Any], path: Path) -> object:
    """Follow `path` through mappings, sequences and attributes; inside a list of buttons the window's data lies behind.

    Raises KeyError with the whole path where it leads nowhere.
    """
    if not isinstance(path, str):
        return path(data)
    first, *rest = path.split(".")
    while first not in data and isinstance(data.get("data"), Mapping):
        data = data["data"]
    try:
        value: Any = data[first]
        for name in rest:
            if isinstance(value, Mapping):
                value = value[name]
            elif isinstance(value, Sequence) and name.isdigit():
                value = value[int(name)]
            else:
                value = getattr(value, name)
    except (LookupError, AttributeError) as nowhere:
        raise KeyError(path) from nowhere
    return value


class T(Text):
    """The text under `key`: plain and short under a button (keys `btn-…`), HTML elsewhere.

    `names` are arguments that lie in the data under their own name, `paths` say where the others lie.
    """

    def __init__(self, key: str, *names: str, when: WhenCondition = None, **paths: Path) -> None:
        super().__init__(when=when)
        self.key = key
        self.paths: dict[str, Path] = {**{name: name for name in names}, **paths}

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        texts = texts_of(manager)
        args = {name: pick(data, path) for name, path in self.paths.items()}
        return texts.button(self.key, **args) if self.key.startswith("btn-") else texts(self.key, **args)


class Step(Text):
    """«Шаг 2 из 4.» above the question of a wizard; the numbers may lie in the data where some steps fall away."""

    def __init__(self, step: int | Path, steps: int | Path, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.step, self.steps = step, steps

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        step, steps = (value if isinstance(value, int) else pick(data, value) for value in (self.step, self.steps))
        return texts_of(manager)("step", step=step, steps=steps)
