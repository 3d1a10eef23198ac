"""Returning with remarks, one message each; and closing them one by one (R114)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.people.form import Form
from handlers.roadmap.item.data import item_of, keep_remarks, the_card, typed_remarks
from handlers.roadmap.item.states import PlanItem
from handlers.roadmap.item.views import reader_of, title_line
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.roadmap.evidence import EvidenceId, RemarkId
from shnor_domain.roadmap.sending import MOST_REMARK, MOST_REMARKS
from shnor_domain.roadmap.use_cases.remarks import CloseRemark
from shnor_domain.roadmap.use_cases.review import ReopenItem, ReturnEvidence
from shnor_domain.territories.paging import page_of

REMARKS = "remarks"
_SHOWN = 350
"""Units of a remark: eight of them fit into a message."""


async def returning(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Remarks typed so far."""
    reader, card = await reader_of(dialog_manager), await the_card(dialog_manager)
    remarks = typed_remarks(dialog_manager)
    lines = [
        reader.texts("item-remark", number=str(number), text=fit(text, _SHOWN))
        for number, text in enumerate(remarks, 1)
    ]
    return {
        "title": title_line(reader.texts, card.item),
        "lines": Safe("\n".join(lines)),
        "count": len(remarks),
        "none": not remarks,
    }


async def on_remark(manager: DialogManager, text: str) -> None:
    """One more; a full list says so and keeps what it has."""
    remarks = typed_remarks(manager)
    if len(remarks) >= MOST_REMARKS:
        tell(manager, texts_of(manager)("item-remarks-full", limit=MOST_REMARKS))
        return
    keep_remarks(manager, [*remarks, text])


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take the last one back."""
    keep_remarks(manager, typed_remarks(manager)[:-1])


async def on_return(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Send them; a refusal is shown on the card as it stands, with what was typed kept."""
    form = Form(manager)
    kind: type[ReopenItem | ReturnEvidence] = ReopenItem if form["reopen"] else ReturnEvidence
    which, remarks = EvidenceId(int(form["returned"])), typed_remarks(manager)
    await manager.switch_to(PlanItem.card)
    await (await given(manager, kind))(actor_of(manager), which, remarks)
    keep_remarks(manager, [])
    tell(manager, texts_of(manager)("item-returned-now"))


async def remarks(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of those that are open, a button each."""
    reader, card = await reader_of(dialog_manager), await the_card(dialog_manager)
    page = page_of(card.remarks, turned_to(dialog_manager, REMARKS))
    numbered = list(enumerate(page.rows, page.number * 8 + 1))
    return {
        "title": title_line(reader.texts, card.item),
        "lines": Safe(
            "\n".join(
                reader.texts("item-remark", number=str(number), text=fit(each.text, _SHOWN))
                for number, each in numbered
            )
        ),
        "none": not page.total,
        REMARKS: [
            Choice(each.id, reader.texts.button("btn-item-close-remark", number=str(number), text=each.text))
            for number, each in numbered
            if card.may.close
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_close(manager: DialogManager, which: int) -> None:
    """«Исправлено»; a second tap changes nothing."""
    await (await given(manager, CloseRemark))(actor_of(manager), item_of(manager), RemarkId(which))
    tell(manager, texts_of(manager)("item-remark-closed"))


def windows() -> list[Screen]:
    """Typing remarks, and closing them."""
    return [
        Screen(
            Format("{title}"),
            T("item-returning", when="none"),
            T("item-returning-more", "lines", when="count"),
            Asks("remark", on_remark, most=MOST_REMARK, lines=True),
            Button(T("btn-item-return-now", "count"), id="return", on_click=on_return, when="count"),
            Button(T("btn-item-drop-remark"), id="drop", on_click=on_drop, when="count"),
            back_button(PlanItem.card),
            state=PlanItem.returning,
            getter=returning,
        ),
        Screen(
            Format("{title}"),
            T("item-remarks-none", when="none"),
            T("item-remarks-all", "lines", when="lines"),
            choices(REMARKS, on_close, int),
            Turning(REMARKS),
            back_button(PlanItem.card),
            menu_button(),
            state=PlanItem.remarks,
            getter=remarks,
        ),
    ]
