"""Other words for what was sent: typed, shown as they will stand, then told to every copy. A refusal loses none."""

from dataclasses import replace
from html import escape
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.announcements.card import CORRECTED, KEPT, shown_one, the_card
from handlers.announcements.compose.text import html_of
from handlers.announcements.copies import show_copy
from handlers.announcements.states import Announcements
from handlers.announcements.words import beginning, quoted
from handlers.people.form import Form
from handlers.shell import Asks, Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of, now_of
from handlers.shell.fitting import fit
from handlers.texts import times as clocks
from shnor_domain.announcements import content as contents
from shnor_domain.announcements.content import MOST, Content
from shnor_domain.announcements.errors import BadAnnouncement
from shnor_domain.announcements.model import Announcement
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement, CountAffected
from shnor_domain.errors import Stale


async def wanted(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many copies there are to change, what stands there now, what has been written by now."""
    one, now, actor = await the_card(dialog_manager), await now_of(dialog_manager), actor_of(dialog_manager)
    affected = await (await given(dialog_manager, CountAffected))(actor, one.announcement.id)
    written, kept = _mine(dialog_manager, CORRECTED), _mine(dialog_manager, KEPT)
    return {
        "most": one.announcement.content.most,
        "beginning": quoted(one.announcement.content),
        "written": written is not None,
        "words": "" if written is None else beginning(Content(written["text"])),
        "bare": kept is not None and kept["why"] == "bare",
        "cut": kept is not None and kept["why"] == "cut" and "kept_correct" not in dialog_manager.dialog_data,
        "count": affected.corrected,
        "clock": clocks.own_clock(texts_of(dialog_manager), now, actor.zone),
    }


def _mine(manager: DialogManager, name: str) -> dict[str, Any] | None:
    kept: dict[str, Any] | None = Form(manager).get(name)
    return kept if kept is not None and kept["of"] == shown_one(manager) else None


async def on_text(manager: DialogManager, typed: str) -> None:
    """Shown as it will stand in each copy; a refusal leaves the question open, and what was typed a tap away."""
    await _take(manager, html_of(manager, typed), typed)


async def on_kept(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same words without formatting, or their beginning."""
    if (kept := _mine(manager, KEPT)) is None:
        raise Stale
    await _take(manager, escape(kept["typed"], quote=False), kept["typed"])


async def on_written(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What has been written is shown once more, over what stands there now."""
    if (written := _mine(manager, CORRECTED)) is None:
        raise Stale
    await _show(manager, (await the_card(manager)).announcement, written["text"])


async def _take(manager: DialogManager, html: str, typed: str) -> None:
    found = (await the_card(manager)).announcement
    try:
        contents.checked(replace(found.content, text=html))
    except BadAnnouncement as bad:
        if bad.reason == "long":
            _keep(manager, "cut", fit(typed, found.content.most))
        elif html != escape(typed, quote=False):
            _keep(manager, "bare", typed)
        raise
    manager.dialog_data.pop(KEPT, None)
    if html == found.content.text:
        tell(manager, texts_of(manager)("announcement-same-words"))
        return
    await _show(manager, found, html)


def _keep(manager: DialogManager, why: str, typed: str) -> None:
    Form(manager)[KEPT] = {"of": shown_one(manager), "why": why, "typed": typed}


async def _show(manager: DialogManager, found: Announcement, text: str) -> None:
    Form(manager)[CORRECTED] = {"of": found.id, "text": text, "over": found.content.text}
    now = await now_of(manager)
    await show_copy(manager, replace(found, content=replace(found.content, text=text), corrected=now), corrected=True)
    await manager.switch_to(Announcements.corrected)


async def on_yes(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Every copy is edited in its line. Over words that a colleague has changed meanwhile nothing is told: back to the
    question, which shows both."""
    if (written := _mine(manager, CORRECTED)) is None:
        raise Stale
    actor, which = actor_of(manager), shown_one(manager)
    try:
        await (await given(manager, CorrectAnnouncement))(actor, which, written["text"], written["over"])
    except Stale:
        await manager.switch_to(Announcements.correct)
        raise
    manager.dialog_data.pop(CORRECTED, None)
    affected = await (await given(manager, CountAffected))(actor, which)
    tell(manager, texts_of(manager)("announcement-is-corrected", count=affected.corrected))
    await manager.switch_to(Announcements.card)


def windows() -> list[Screen]:
    """The words, the question."""
    return [
        Screen(
            T("announcement-ask-correct", "beginning", "most", "written", "words"),
            Asks("correct", on_text, most=MOST, lines=True),
            Button(T("btn-announce-bare"), id="bare", on_click=on_kept, when="bare"),
            Button(T("btn-keep-typed"), id="cut", on_click=on_kept, when="cut"),
            Button(T("btn-announcement-written"), id="written", on_click=on_written, when="written"),
            back_button(Announcements.card),
            menu_button(),
            state=Announcements.correct,
            getter=wanted,
            expected="announce-expects-text",
        ),
        Screen(
            T("announcement-ask-corrected", "count", "clock"),
            Button(T("btn-announcement-yes-correct"), id="yes", on_click=on_yes),
            back_button(Announcements.correct),
            menu_button(),
            state=Announcements.corrected,
            getter=wanted,
        ),
    ]
