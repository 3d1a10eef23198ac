"""Other words for what was sent: typed, shown as they will stand, then told to every copy."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.announcements.card import shown_one, the_card
from handlers.announcements.compose.text import html_of
from handlers.announcements.copies import show_copy
from handlers.announcements.states import Announcements
from handlers.announcements.words import quoted
from handlers.people.form import Form
from handlers.shell import Asks, Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of, now_of
from handlers.texts import times as clocks
from shnor_domain.announcements import content as contents
from shnor_domain.announcements.content import MOST
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement, CountAffected

_WORDS = "corrected_text"


async def wanted(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many copies there are to change, what stands there now."""
    one, now, actor = await the_card(dialog_manager), await now_of(dialog_manager), actor_of(dialog_manager)
    affected = await (await given(dialog_manager, CountAffected))(actor, one.announcement.id)
    return {
        "most": one.announcement.content.most,
        "beginning": quoted(one.announcement.content),
        "count": affected.corrected,
        "clock": clocks.own_clock(texts_of(dialog_manager), now, actor.zone),
    }


async def on_text(manager: DialogManager, typed: str) -> None:
    """Shown as it will stand in each copy; a refusal leaves the question open."""
    text = html_of(manager, typed)
    found = (await the_card(manager)).announcement
    contents.checked(replace(found.content, text=text))
    Form(manager)[_WORDS] = text
    now = await now_of(manager)
    await show_copy(manager, replace(found, content=replace(found.content, text=text), corrected=now), corrected=True)
    await manager.switch_to(Announcements.corrected)


async def on_yes(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Every copy is edited in its line."""
    await (await given(manager, CorrectAnnouncement))(actor_of(manager), shown_one(manager), str(Form(manager)[_WORDS]))
    tell(manager, texts_of(manager)("announcement-is-corrected"))
    await manager.switch_to(Announcements.card)


def windows() -> list[Screen]:
    """The words, the question."""
    return [
        Screen(
            T("announcement-ask-correct", "beginning", "most"),
            Asks("correct", on_text, most=MOST, lines=True),
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
