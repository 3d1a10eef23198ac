"""Sending what closes an item: a text, a link, a photo, a file; a curator's visit or entry of the journal."""

from datetime import date, timedelta
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.text import Format

from handlers.consultations.windows import to_booking
from handlers.people.form import Form
from handlers.roadmap.item.card import BOOKING
from handlers.roadmap.item.data import item_of, the_card
from handlers.roadmap.item.files import downloaded
from handlers.roadmap.item.states import PlanItem
from handlers.roadmap.item.views import reader_of, title_line
from handlers.shell import Asks, DayPicker, Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.roadmap.evidence import EvidenceKind
from shnor_domain.roadmap.sending import EARLIEST_DAY, MOST_TEXT, Sent, typed
from shnor_domain.roadmap.use_cases.send import SendEvidence


async def asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """For what it is, and what is expected."""
    reader, card = await reader_of(dialog_manager), await the_card(dialog_manager)
    return {
        "title": title_line(reader.texts, card.item),
        "document": card.item.document or "none",
        "has": card.item.document is not None,
        "kind": str(Form(dialog_manager).get("kind") or EvidenceKind.VISIT.value),
        "first_day": reader.today - EARLIEST_DAY + timedelta(days=1),
        "last_day": reader.today,
        "today": reader.today,
        "books": actor_of(dialog_manager).has(*BOOKING),
    }


async def on_text(manager: DialogManager, text: str) -> None:
    """A text, or an address alone."""
    await _send(manager, typed(text))


async def on_photo(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """The largest of the sizes that the messenger offers."""
    photo = max(message.photo or [], key=lambda size: size.width * size.height)
    body = await downloaded(manager, photo.file_id, photo.file_size)
    await _send_body(manager, EvidenceKind.PHOTO, body, message.caption, "")


async def on_document(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """By its bytes, whatever its name says."""
    document = message.document
    if document is None:
        return
    body = await downloaded(manager, document.file_id, document.file_size)
    await _send_body(manager, EvidenceKind.FILE, body, message.caption, document.file_name or "")


async def _send_body(
    manager: DialogManager, kind: EvidenceKind, body: bytes | None, caption: str | None, name: str
) -> None:
    if body is None:
        tell(manager, texts_of(manager)("item-not-received"))
        return
    await _send(manager, Sent(kind, caption or "", body, name))


async def _send(manager: DialogManager, sent: Sent) -> None:
    """A refusal leaves the question open; what was taken shows on the card."""
    await (await given(manager, SendEvidence))(actor_of(manager), item_of(manager), sent)
    tell(manager, texts_of(manager)("item-sent"))
    await manager.switch_to(PlanItem.card)


async def on_day(manager: DialogManager, day: date) -> None:
    """On to what was done that day."""
    manager.dialog_data["day"] = day.isoformat()
    await manager.switch_to(PlanItem.note)


async def on_note(manager: DialogManager, text: str) -> None:
    """What was seen and agreed."""
    form = Form(manager)
    await _send(manager, Sent(EvidenceKind(form["kind"]), text, day=date.fromisoformat(form["day"])))


def windows() -> list[Screen]:
    """What is sent, the day and words of a curator, and help."""
    return [
        Screen(
            Format("{title}"),
            T("item-send", "has", "document"),
            Asks("evidence", on_text, most=MOST_TEXT, lines=True),
            MessageInput(on_photo, content_types=[ContentType.PHOTO]),
            MessageInput(on_document, content_types=[ContentType.DOCUMENT]),
            back_button(PlanItem.card),
            menu_button(),
            state=PlanItem.send,
            getter=asked,
            expected="item-send-expects",
        ),
        Screen(
            Format("{title}"),
            T("item-when", "kind"),
            DayPicker("day", on_day),
            back_button(PlanItem.card),
            state=PlanItem.day,
            getter=asked,
        ),
        Screen(
            Format("{title}"),
            T("item-note", "kind"),
            Asks("note", on_note, most=MOST_TEXT, lines=True),
            back_button(PlanItem.day),
            state=PlanItem.note,
            getter=asked,
        ),
        Screen(
            Format("{title}"),
            T("item-help", "books"),
            to_booking(when="books"),
            back_button(PlanItem.card),
            menu_button(),
            state=PlanItem.help,
            getter=asked,
        ),
    ]
