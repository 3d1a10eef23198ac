"""The whole announcement, each part of it a tap away; then the copy as it comes, and the last question."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo

from handlers.announcements.compose.audience import forecast
from handlers.announcements.compose.naming import audience_words
from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.announcements.copies import show_copy, show_document
from handlers.announcements.words import forecast_words, quoted, start_words
from handlers.people.eyes import eyes_of
from handlers.shell import Screen, T, back_button, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from shnor_domain.announcements.errors import Duplicate
from shnor_domain.announcements.forecast import Forecast
from shnor_domain.announcements.model import Start
from shnor_domain.announcements.use_cases.announcing import Announce
from shnor_domain.announcements.use_cases.composing import PreviewAnnouncement
from shnor_domain.errors import Invalid

_NAME = 60


async def whole(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Every part in a line; a start that has passed meanwhile is said, and counted as now."""
    writing, eyes = Writing(dialog_manager), await eyes_of(dialog_manager)
    content, start = writing.content, writing.start
    found, passed = await _forecast(dialog_manager, start)
    return {
        "beginning": quoted(content),
        "photo": content.photo is not None,
        "document": "" if content.document is None else fit(content.document.name, _NAME),
        "filed": content.document is not None,
        "buttons": _buttons(eyes.texts.plain, writing),
        "buttoned": content.acknowledge or content.book or content.link is not None,
        "who": await audience_words(dialog_manager, writing.by.territory, writing.audience),
        "count": forecast_words(eyes, found, now=start.now),
        "people": found.people,
        "some": found.people > 0,
        "start": start_words(eyes.texts, start, eyes.actor.zone, eyes.today.year),
        "passed": passed,
        "urgent": writing.urgent is not None,
        "reason": writing.urgent or "",
        "twice": writing.twice and found.people > 0,
        "once": not writing.twice and found.people > 0,
    }


def _buttons(plain: Any, writing: Writing) -> str:
    content = writing.content
    words = [] if content.link is None else [content.link.text]
    words += [plain("btn-announcement-book")] if content.book else []
    words += [plain("btn-announcement-ack")] if content.acknowledge else []
    return ", ".join(f"«{word}»" for word in words)


async def _forecast(manager: DialogManager, start: Start) -> tuple[Forecast, bool]:
    """Counted as now once the start has passed for all of them, and True then."""
    try:
        return await forecast(manager, start), False
    except Invalid as refused:
        if refused.field != "start":
            raise
    return await forecast(manager, Start()), True


async def on_look(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The very copy as a message of its own, and below it the last question; a refusal leaves the whole open."""
    found = await (await given(manager, PreviewAnnouncement))(actor_of(manager), Writing(manager).draft)
    await show_copy(manager, found)
    await manager.switch_to(Compose.check)


async def on_test(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Once more, with the document that a tap would bring."""
    found = await (await given(manager, PreviewAnnouncement))(actor_of(manager), Writing(manager).draft)
    await show_copy(manager, found)
    await show_document(manager, found)


async def on_send(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Confirmed: the dialog ends, so that a second tap finds no window. Twice the same is questioned first."""
    writing = Writing(manager)
    again = writing.twice and button.widget_id == "again"
    try:
        made = await (await given(manager, Announce))(actor_of(manager), writing.draft, again=again)
    except Duplicate:
        writing.twice = True
        raise
    await manager.done({"announcement": made})


def windows() -> list[Screen]:
    """The whole, the last question."""
    return [
        Screen(
            T(
                "announce-whole", "beginning", "photo", "filed", "document", "buttoned", "buttons", "who", "count",
                "start", "passed", "urgent", "reason",
            ),
            Group(
                SwitchTo(T("btn-announce-text"), id="text", state=Compose.text),
                SwitchTo(T("btn-announce-files"), id="files", state=Compose.files),
                SwitchTo(T("btn-announce-buttons"), id="buttons", state=Compose.buttons),
                SwitchTo(T("btn-announce-audience"), id="audience", state=Compose.audience),
                SwitchTo(T("btn-announce-when"), id="when", state=Compose.when),
                width=2,
            ),
            Button(T("btn-announce-look"), id="look", on_click=on_look, when="some"),
            back_button(Compose.audience),
            menu_button(),
            state=Compose.whole,
            getter=whole,
        ),
        Screen(
            T("announce-check", "who", "count", "start", "urgent", "reason"),
            Button(T("btn-announce-send", "people"), id="send", on_click=on_send, when="once"),
            Button(T("btn-announce-again", "people"), id="again", on_click=on_send, when="twice"),
            Button(T("btn-announce-test"), id="test", on_click=on_test),
            back_button(Compose.whole),
            menu_button(),
            state=Compose.check,
            getter=whole,
        ),
    ]  # fmt: skip
