"""One photo and one document."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.roadmap.item.files import downloaded
from handlers.shell import Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from shnor_domain.announcements import content as contents
from shnor_domain.announcements.use_cases.composing import KeepAnnouncementFile

_NAME = 60


async def attached(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What there is."""
    content = Writing(dialog_manager).content
    return {
        "photo": content.photo is not None,
        "document": content.document is not None,
        "name": "" if content.document is None else fit(content.document.name, _NAME),
        "most": contents.MOST_WITH_FILE,
    }


async def on_photo(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """The largest of the sizes that the messenger offers; another one replaces it."""
    photo = max(message.photo or [], key=lambda size: size.width * size.height)
    await _keep(manager, photo.file_id, photo.file_size, "", photo=True)


async def on_document(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """By its bytes, whatever its name says."""
    document = message.document
    if document is not None:
        await _keep(manager, document.file_id, document.file_size, document.file_name or "", photo=False)


async def _keep(manager: DialogManager, file_id: str, size: int | None, name: str, *, photo: bool) -> None:
    """Kept first, so that words which are too long beside it do not lose it."""
    body = await downloaded(manager, file_id, size)
    if body is None:
        tell(manager, texts_of(manager)("item-not-received"))
        return
    kept = await (await given(manager, KeepAnnouncementFile))(actor_of(manager), body, name, photo=photo)
    writing = Writing(manager)
    writing.say(**{"photo" if photo else "document": kept})
    contents.checked(writing.content)


async def on_no_photo(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take it out."""
    Writing(manager).say(photo=None)


async def on_no_document(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take it out."""
    Writing(manager).say(document=None)


def window() -> Screen:
    """Both in one window: what comes is what it is."""
    return Screen(
        T("announce-files", "photo", "document", "name", "most"),
        MessageInput(on_photo, content_types=[ContentType.PHOTO]),
        MessageInput(on_document, content_types=[ContentType.DOCUMENT]),
        Button(T("btn-announce-no-photo"), id="no_photo", on_click=on_no_photo, when="photo"),
        Button(T("btn-announce-no-document"), id="no_document", on_click=on_no_document, when="document"),
        back_button(Compose.whole),
        menu_button(),
        state=Compose.files,
        getter=attached,
        expected="announce-expects-file",
    )
