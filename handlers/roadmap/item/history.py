"""All versions that were sent, each with its file; erasing one, of which the line stays (rule 8)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.roadmap.item.data import chosen, the_card
from handlers.roadmap.item.files import send_file
from handlers.roadmap.item.states import PlanItem
from handlers.roadmap.item.views import reader_of, title_line, version_line, version_text
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.roadmap.use_cases.erase import EraseVersion
from shnor_domain.territories.paging import page_of

VERSIONS = "versions"


async def history(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of versions, the latest first."""
    reader, card = await reader_of(dialog_manager), await the_card(dialog_manager)
    page = page_of(card.versions, turned_to(dialog_manager, VERSIONS))
    return {
        "title": title_line(reader.texts, card.item),
        "lines": Safe("\n".join(version_line(reader, each) for each in page.rows)),
        "none": not page.total,
        VERSIONS: [
            Choice(
                each.id,
                reader.texts.button("btn-item-version", number=str(each.version), kind=each.kind.value),
            )
            for each in page.rows
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_version(manager: DialogManager, which: int) -> None:
    """Open one."""
    manager.dialog_data["version"] = which
    await manager.switch_to(PlanItem.version)


async def version(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One version in full."""
    reader, card = await reader_of(dialog_manager), await the_card(dialog_manager)
    found = chosen(dialog_manager, card)
    return {
        "text": version_text(reader, card.item, found),
        "number": str(found.version),
        "file": found.file is not None,
        "erase": found.id in card.may.erase,
    }


async def on_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Its file, as a message of its own."""
    await send_file(manager, chosen(manager, await the_card(manager)).id)


async def on_erase(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """For good; the window of the version then says so."""
    which = chosen(manager, await the_card(manager)).id
    await manager.switch_to(PlanItem.version)
    await (await given(manager, EraseVersion))(actor_of(manager), which)
    tell(manager, texts_of(manager)("item-erased-now"))


def windows() -> list[Screen]:
    """The list, one of them, and the question before erasing."""
    return [
        Screen(
            Format("{title}"),
            T("item-history-none", when="none"),
            Format("{lines}", when="lines"),
            choices(VERSIONS, on_version, int),
            Turning(VERSIONS),
            back_button(PlanItem.card),
            menu_button(),
            state=PlanItem.history,
            getter=history,
        ),
        Screen(
            Format("{text}"),
            Button(T("btn-item-file"), id="file", on_click=on_file, when="file"),
            SwitchTo(T("btn-item-erase"), id="erase", state=PlanItem.erase, when="erase"),
            back_button(PlanItem.history),
            menu_button(),
            state=PlanItem.version,
            getter=version,
        ),
        Screen(
            T("item-erase", "number"),
            Button(T("btn-item-erase-yes"), id="yes", on_click=on_erase),
            back_button(PlanItem.version),
            state=PlanItem.erase,
            getter=version,
        ),
    ]
