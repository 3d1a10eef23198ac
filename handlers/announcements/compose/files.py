"""One photo and one document."""

from dataclasses import replace
from html import escape
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.people.form import Form
from handlers.roadmap.item.files import downloaded
from handlers.shell import Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from shnor_domain.announcements import content as contents
from shnor_domain.announcements.errors import BadAnnouncement
from shnor_domain.announcements.use_cases.composing import KeepAnnouncementFile
from shnor_domain.letters import visible_letters

CAPTION = "caption"
"""Key of words that came below a file."""
_NAME, _CAPTION = 60, 80


async def attached(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What there is."""
    content, caption = Writing(dialog_manager).content, Form(dialog_manager).get(CAPTION)
    return {
        "photo": content.photo is not None,
        "document": content.document is not None,
        "name": "" if content.document is None else fit(content.document.name, _NAME),
        "most": contents.MOST_WITH_FILE,
        "captioned": caption is not None,
        "caption": "" if caption is None else fit(" ".join(caption["typed"].split()), _CAPTION),
    }


async def on_file(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """Another one replaces it. Kept first, so that words which are too long beside it do not lose it."""
    _offer_caption(manager)
    if await keep_file(message, manager):
        contents.checked(Writing(manager).content)


async def keep_file(message: Message, manager: DialogManager) -> bool:
    """A photo by the largest of the sizes that the messenger offers, a document by its bytes, whatever its name says.
    False, in words, when it did not come."""
    photo = max(message.photo or [], key=lambda size: size.width * size.height, default=None)
    file = photo or message.document
    body = None if file is None else await downloaded(manager, file.file_id, file.file_size)
    if body is None:
        tell(manager, texts_of(manager)("item-not-received"))
        return False
    name = "" if message.document is None else message.document.file_name or ""
    keep = await given(manager, KeepAnnouncementFile)
    kept = await keep(actor_of(manager), body, name, photo=photo is not None)
    Writing(manager).say(**{"document" if photo is None else "photo": kept})
    return True


def _offer_caption(manager: DialogManager) -> None:
    """Words below a file are kept, to be taken as the text by a tap: they replace none by themselves."""
    message = manager.event
    if isinstance(message, Message) and message.caption:
        Form(manager)[CAPTION] = {"html": message.html_text.strip(), "typed": message.caption.strip()}


async def on_caption(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """In place of the text that there is; formatting that is not taken goes."""
    caption, writing = Form(manager)[CAPTION], Writing(manager)
    html, bare = visible_letters(caption["html"]), escape(visible_letters(caption["typed"]), quote=False)
    try:
        contents.checked(replace(writing.content, text=html))
    except BadAnnouncement as bad:
        if bad.reason not in ("tag", "link"):
            raise
        contents.checked(replace(writing.content, text=bare))
        html = bare
    manager.dialog_data.pop(CAPTION, None)
    writing.say(text=html)


async def on_no_photo(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take it out."""
    Writing(manager).say(photo=None)


async def on_no_document(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take it out."""
    Writing(manager).say(document=None)


def window() -> Screen:
    """Both in one window: what comes is what it is."""
    return Screen(
        T("announce-files", "photo", "document", "name", "most", "captioned", "caption"),
        MessageInput(on_file, content_types=[ContentType.PHOTO, ContentType.DOCUMENT]),
        Button(T("btn-announce-caption"), id="caption", on_click=on_caption, when="captioned"),
        Button(T("btn-announce-no-photo"), id="no_photo", on_click=on_no_photo, when="photo"),
        Button(T("btn-announce-no-document"), id="no_document", on_click=on_no_document, when="document"),
        back_button(Compose.whole),
        menu_button(),
        state=Compose.files,
        getter=attached,
        expected="announce-expects-file",
    )
