"""A material is added: what it is called, then a link or a file (JP11)."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from handlers.roadmap.item.files import downloaded
from handlers.schedule.windows import FAR_TOO_LONG, asked_again, started_with
from handlers.seminars.materials.states import EventMaterials
from handlers.shell import Asks, Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.consultations.typed import typed_link
from shnor_domain.errors import Stale
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.materials.model import TITLE, Given
from shnor_domain.seminars.materials.use_cases.giving import AddMaterial

_TITLE, _RECORDING = "material_title", "material_recording"
USUAL = ("recording", "slides", "handout")
"""What most materials are; the first is a recording."""


async def asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was said by now."""
    return {"title": str(dialog_manager.dialog_data.get(_TITLE, ""))}


async def on_usual(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """One of the usual titles."""
    which = (button.widget_id or "").removeprefix("usual_")
    await _titled(manager, texts_of(manager).button(f"btn-smat-{which}"), which == USUAL[0])


async def on_title(manager: DialogManager, text: str) -> None:
    """What it is called."""
    await _titled(manager, text, False)


async def _titled(manager: DialogManager, title: str, recording: bool) -> None:
    manager.dialog_data.update({_TITLE: title, _RECORDING: recording})
    await manager.switch_to(EventMaterials.body)


async def on_link(manager: DialogManager, text: str) -> None:
    """An address."""
    await _add(manager, typed_link(text), None, "")


async def on_photo(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """The largest of the sizes that the messenger offers."""
    photo = max(message.photo or [], key=lambda size: size.width * size.height)
    await _add_body(manager, await downloaded(manager, photo.file_id, photo.file_size), "")


async def on_document(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """By its bytes, whatever its name says."""
    document = message.document
    if document is not None:
        body = await downloaded(manager, document.file_id, document.file_size)
        await _add_body(manager, body, document.file_name or "")


async def _add_body(manager: DialogManager, body: bytes | None, name: str) -> None:
    if body is None:
        tell(manager, texts_of(manager)("item-not-received"))
        return
    await _add(manager, None, body, name)


async def _add(manager: DialogManager, link: str | None, body: bytes | None, name: str) -> None:
    """A refusal leaves the question open; what was taken shows in the list."""
    title = manager.dialog_data.get(_TITLE)
    if title is None:
        raise Stale
    material = Given(str(title), link, body, name, bool(manager.dialog_data.get(_RECORDING)))
    async with asked_again(manager, {"title": EventMaterials.title}):
        case = await given(manager, AddMaterial)
        await case(actor_of(manager), EventId(int(started_with(manager, "event"))), material)
    manager.dialog_data.pop(_TITLE, None)
    tell(manager, texts_of(manager)("smat-added"))
    await manager.switch_to(EventMaterials.all)


def windows() -> list[Screen]:
    """For the dialog of materials."""
    return [
        Screen(
            T("smat-title"),
            *(Button(T(f"btn-smat-{which}"), id=f"usual_{which}", on_click=on_usual) for which in USUAL),
            Asks("title", on_title, most=TITLE),
            back_button(EventMaterials.all),
            menu_button(),
            state=EventMaterials.title,
        ),
        Screen(
            T("smat-body", "title"),
            Asks("link", on_link, most=FAR_TOO_LONG),
            MessageInput(on_photo, content_types=[ContentType.PHOTO]),
            MessageInput(on_document, content_types=[ContentType.DOCUMENT]),
            back_button(EventMaterials.title),
            menu_button(),
            state=EventMaterials.body,
            getter=asked,
            expected="smat-body-expects",
        ),
    ]
