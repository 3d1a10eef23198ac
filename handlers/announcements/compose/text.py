"""The words: with the formatting that messengers share, as they were typed."""

from html import escape
from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Cancel

from handlers.announcements.compose import files
from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.people.form import Form
from handlers.shell import Asks, Screen, T, back_button, menu_button, tell, texts_of
from shnor_domain.announcements import content as contents
from shnor_domain.announcements.content import MOST, MOST_WITH_FILE
from shnor_domain.announcements.errors import BadAnnouncement
from shnor_domain.letters import visible_letters

BARE = "bare"
"""Key of typed words whose formatting or links are not taken."""


def html_of(manager: DialogManager, typed: str) -> str:
    """What was typed, with its formatting; «Оставить начало» is a tap and leaves none."""
    event = manager.event
    return visible_letters(event.html_text).strip() if isinstance(event, Message) else escape(typed, quote=False)


async def wanted(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How much room there is; what stands there by now."""
    content = Writing(dialog_manager).content
    return {
        "most": MOST,
        "with_file": MOST_WITH_FILE,
        "known": bool(content.text),
        "bare": BARE in dialog_manager.dialog_data,
    }


async def on_text(manager: DialogManager, typed: str) -> None:
    """A refusal keeps what was typed, to be taken without its formatting."""
    await _take(manager, html_of(manager, typed), escape(typed, quote=False))


async def on_bare(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same words without formatting."""
    bare = str(Form(manager)[BARE])
    await _take(manager, bare, bare)


async def _take(manager: DialogManager, html: str, bare: str) -> None:
    writing = Writing(manager)
    try:
        contents.checked(contents.Content(html))
    except BadAnnouncement as bad:
        if bad.reason in ("tag", "link") and bare != html:
            Form(manager)[BARE] = bare
        raise
    manager.dialog_data.pop(BARE, None)
    writing.say(text=html)
    await manager.switch_to(after_text(manager))
    contents.checked(writing.content)


async def on_captioned(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """A photo or document with words below it is both: the file is kept, the words are the text. Without words it is no
    answer to this question."""
    if not message.caption:
        tell(manager, texts_of(manager)("announce-expects-text"))
        return
    if await files.keep_file(message, manager):
        typed = visible_letters(message.caption).strip()
        await _take(manager, html_of(manager, typed), escape(typed, quote=False))


def after_text(manager: DialogManager) -> State:
    """The first time whom it is for, later the whole."""
    return Compose.whole if Form(manager).get("audience") is not None else Compose.audience


def window() -> Screen:
    """The first question."""
    return Screen(
        T("announce-text", "most", "with_file"),
        Asks("text", on_text, most=MOST, lines=True),
        MessageInput(on_captioned, content_types=[ContentType.PHOTO, ContentType.DOCUMENT]),
        Button(T("btn-announce-bare"), id="bare", on_click=on_bare, when="bare"),
        back_button(Compose.whole, when="known"),
        Cancel(T("btn-back"), id="cancel", when=lambda data, *_: not data["known"]),
        menu_button(),
        state=Compose.text,
        getter=wanted,
        expected="announce-expects-text",
    )
