"""Taps that no button of ours makes: a changed client may send any data with any message of the bot."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardButton

from tests.support.conversation import Person
from tests.support.explorer import Explorer, kind_of
from tests.support.screens import Screen

VALUES = (
    "", "x", "-1", "9" * 19, "9" * 30, "1.5", "²", "' OR 1=1 --", "mxx", "9999-12-31", "2026-02-30",
    "1-99999999999999", "a99999999999999999999", "n-1", "99999999999999999999.1.1", "admin", "🎓🎓", "a:b", "\x00",
)  # fmt: skip


def forged(data: str) -> Iterator[str]:
    """`data` of a real button with another row, another widget, another window, another dialog."""
    head, mark_sign, mark = data.rpartition("\x1e")
    if not mark_sign:
        head, mark = data, ""
    intent, _, widget = head.partition("\x1d")
    name, of_a_list, _ = widget.partition(":")
    for value in VALUES if of_a_list else VALUES[:2]:
        yield f"{intent}\x1d{name}:{value}{mark_sign}{mark}"
    yield f"{intent}\x1d{mark_sign}{mark}"
    yield f"{intent}\x1dnosuchwidget{mark_sign}{mark}"
    yield f"AbCdEf\x1d{widget}{mark_sign}{mark}"
    yield f"{intent}\x1d{widget}{mark_sign}zzz"
    yield f"\x1d{widget}"


class Forger(Explorer):
    """Before a button is pressed for the first time, everything that could be made of it is sent."""

    async def _press(self, screen: Screen, button: InlineKeyboardButton) -> None:
        kind = kind_of(button)
        if kind not in self.tried:
            self.tried.add(kind)
            for data in forged(button.callback_data or ""):
                if len(data.encode()) <= 64:
                    await taps(self.person, data, screen)
        await super()._press(screen, button)


async def taps(person: Person, data: str, screen: Screen) -> None:
    """Send `data` as a tap on `screen`; fails when it is not answered."""
    button = InlineKeyboardButton(text="forged", callback_data=data)
    assert isinstance(button.callback_data, str)
    await person.presses_old(Screen(screen.chat, screen.message_id, screen.text, screen.html, [[button]]), "forged")
