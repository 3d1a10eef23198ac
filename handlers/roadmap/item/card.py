"""The card of an item: what it is, how it stands, and what this reader may do."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.roadmap.item import files
from handlers.roadmap.item.data import item_of, seen, the_card
from handlers.roadmap.item.recurring import recurs_words
from handlers.roadmap.item.states import PlanItem
from handlers.roadmap.item.views import card_text, reader_of
from handlers.shell import Screen, T, cancel_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.identity import Role
from shnor_domain.roadmap.evidence import EvidenceKind
from shnor_domain.roadmap.model import Delay, ItemState
from shnor_domain.roadmap.use_cases.recurring import RecurrenceOf
from shnor_domain.roadmap.use_cases.review import ConfirmEvidence
from shnor_domain.roadmap.use_cases.send import SayDelay
from shnor_domain.territories.use_cases.naming import NameTerritories

BOOKING = (Role.TEACHER, Role.SCHOOL_LEAD)
"""Who may book a consultation: to all others none is offered."""


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The item with what may be done now."""
    reader, found = await reader_of(dialog_manager), await the_card(dialog_manager)
    owner = found.item.owner
    where = (await (await given(dialog_manager, NameTerritories))([owner]))[owner]
    recurs = await (await given(dialog_manager, RecurrenceOf))(actor_of(dialog_manager), found.item.id)
    latest, may = found.latest, found.may
    dialog_manager.dialog_data["seen"] = None if latest is None else int(latest.id)
    return {
        "text": card_text(reader, found, where),
        "recurs": recurs_words(reader, recurs),
        "first": may.send and found.item.state is ItemState.OPEN,
        "again": may.send and found.item.state is ItemState.ON_REVIEW,
        "visit": may.visit,
        "delay": may.delay,
        "decide": may.decide,
        "reopen": may.reopen,
        "file": latest is not None and latest.file is not None,
        "remarks": len(found.remarks) if may.close else 0,
        "versions": len(found.versions),
        "nested": len(dialog_manager.current_stack().intents) > 1,
    }


async def on_send(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """On to what is sent."""
    await manager.switch_to(PlanItem.send)


async def on_noted(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A visit or an entry of the journal: its day first. The widget's id is the kind."""
    manager.dialog_data["kind"] = EvidenceKind(str(button.widget_id)).value
    await manager.switch_to(PlanItem.day)


async def on_delay(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Why it is late. The widget's id is the reason; who needs help is offered a consultation."""
    delay = Delay(str(button.widget_id))
    await (await given(manager, SayDelay))(actor_of(manager), item_of(manager), delay)
    if delay is Delay.NEED_HELP:
        await manager.switch_to(PlanItem.help)
    else:
        tell(manager, texts_of(manager)("item-delay-kept"))


async def on_confirm(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The version that the window showed, and no other."""
    await (await given(manager, ConfirmEvidence))(actor_of(manager), seen(manager))
    tell(manager, texts_of(manager)("item-confirmed-now"))


async def on_return(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """On to the remarks; the widget's id tells a confirmed version from one that waits."""
    manager.dialog_data["reopen"] = button.widget_id == "reopen"
    manager.dialog_data["returned"] = int(seen(manager))
    await manager.switch_to(PlanItem.returning)


async def on_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The file of the latest version, as a message of its own."""
    await files.send_file(manager, seen(manager))


def window() -> Screen:
    """The card."""
    return Screen(
        Format("{text}"),
        Format("{recurs}", when="recurs"),
        Button(T("btn-item-confirm"), id="confirm", on_click=on_confirm, when="decide"),
        Button(T("btn-item-return"), id="return", on_click=on_return, when="decide"),
        Button(T("btn-item-file"), id="file", on_click=on_file, when="file"),
        Button(T("btn-item-send"), id="send", on_click=on_send, when="first"),
        Button(T("btn-item-again"), id="again", on_click=on_send, when="again"),
        Row(
            Button(T("btn-item-visit"), id=EvidenceKind.VISIT.value, on_click=on_noted),
            Button(T("btn-item-journal"), id=EvidenceKind.JOURNAL.value, on_click=on_noted),
            when="visit",
        ),
        Row(
            Button(T("btn-item-no-document"), id=Delay.NO_DOCUMENT.value, on_click=on_delay),
            Button(T("btn-item-need-help"), id=Delay.NEED_HELP.value, on_click=on_delay),
            when="delay",
        ),
        SwitchTo(T("btn-item-remarks", count="remarks"), id="remarks", state=PlanItem.remarks, when="remarks"),
        SwitchTo(T("btn-item-history", count="versions"), id="history", state=PlanItem.history, when="versions"),
        Button(T("btn-item-reopen"), id="reopen", on_click=on_return, when="reopen"),
        cancel_button("btn-back", when="nested"),
        menu_button(),
        state=PlanItem.card,
        getter=card,
        expected="item-expects",
    )
