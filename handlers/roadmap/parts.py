"""The parts of an item: who does it, and how far each of them is."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.roadmap.states import Plans
from handlers.roadmap.to_item import to_item
from handlers.roadmap.views import item_lines, owner_names, state_words
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.roadmap.access import sees
from shnor_domain.roadmap.model import ItemId
from shnor_domain.roadmap.use_cases.looking import OpenParts
from shnor_domain.territories.paging import page_of

LIST = "parts"


async def parts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of who does it, by municipality, number and name (L8)."""
    eyes = await eyes_of(dialog_manager)
    item = ItemId(int(Form(dialog_manager)["whole"]))
    whole, found, today = await (await given(dialog_manager, OpenParts))(eyes.actor, item)
    page = page_of(found, turned_to(dialog_manager, LIST))
    names = await owner_names(dialog_manager, eyes.texts, [part.owner for part in page.rows])
    first = page.number * 8 + 1
    rows = [(str(number), part, names[part.owner]) for number, part in enumerate(page.rows, first)]
    return {
        "whole": item_lines(eyes.texts, [whole], today),
        "total": len(found),
        "lines": Safe(
            "\n".join(
                eyes.texts("plan-row", number=number, title=name, state=state_words(eyes.texts, part, today))
                for number, part, name in rows
            )
        ),
        "parts": [
            Choice(part.id, eyes.texts.button("btn-plan-item", number=number, what=name)) for number, part, name in rows
        ],
        "page": page.number,
        "pages": page.pages,
        "own": sees(eyes.actor, whole.owner),
    }


async def on_whole(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The card of the item itself."""
    await to_item(manager, int(Form(manager)["whole"]))


def window() -> Screen:
    """One page, a line and a button each."""
    return Screen(
        Format("{whole}"),
        T("plan-parts", "total", "lines"),
        choices("parts", to_item, int),
        Turning(LIST),
        Button(T("btn-plan-whole"), id="whole", on_click=on_whole, when="own"),
        back_button(Plans.plan),
        menu_button(),
        state=Plans.parts,
        getter=parts,
    )
