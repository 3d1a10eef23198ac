"""One event: what it is, what it lacks, and what this reader may do."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events import changing, states
from handlers.seminars.events.data import SaidBelow, card_of, changed, on_start
from handlers.seminars.events.views import card_text, hits, look_of
from handlers.seminars.requests.views import schools_word
from handlers.shell import Screen, T, back_button, given, menu_button, tell, texts_of, way_back
from handlers.shell.acting import actor_of
from shnor_domain.seminars.cycle.model import Phase
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.events.use_cases.leading import CancelEvent
from shnor_domain.seminars.events.use_cases.making import DropEvent

_ONE = states.OneEvent


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The event in words, and which buttons it has for this reader."""
    look, found = await look_of(dialog_manager), await card_of(dialog_manager)
    event = found.event
    lessons = event.open_lessons
    ahead = bool(lessons) and lessons[0].starts > look.now
    gone = event.state is EventState.CANCELLED
    over = found.phase in {Phase.OVER, Phase.CLOSED}
    return {
        "text": card_text(look, found),
        "changes": found.runs and not gone and not over,
        "lessons": not gone,
        "drops": found.runs and event.state is EventState.DRAFT,
        "calls_off": event.state is EventState.OPEN and ahead,
    }


async def on_lessons(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All of them; «Назад» leads back here."""
    await manager.start(states.Lessons.all, data={"event": (await card_of(manager)).event.id})


async def off(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whom it concerns."""
    texts, found = texts_of(dialog_manager), await card_of(dialog_manager)
    return {
        "title": found.event.terms.title,
        "schools": schools_word(texts, found.schools),
        "asked": bool(found.schools),
        **hits(found),
    }


async def on_off(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Called off; what has become of it is shown on its card."""
    found = await card_of(manager)
    await manager.switch_to(_ONE.card)
    changed(manager, await (await given(manager, CancelEvent))(actor_of(manager), found.event.id))
    tell(manager, texts_of(manager)("sev-off-done"))


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Gone: where this was opened comes in its place; after a form of its own, the draft of its half-year."""
    found = await card_of(manager)
    cycle = await (await given(manager, DropEvent))(actor_of(manager), found.event.id)
    if len(manager.current_stack().intents) > 1:
        await manager.done(SaidBelow("sev-dropped"))
    else:
        data = {"cycle": cycle, "said": "sev-dropped"}
        await manager.start(states.Draft.all, data=data, mode=StartMode.RESET_STACK)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            Button(T("btn-sev-lessons"), id="lessons", on_click=on_lessons, when="lessons"),
            SwitchTo(T("btn-sev-change"), id="change", state=_ONE.change, when="changes"),
            SwitchTo(T("btn-sev-drop"), id="drop", state=_ONE.drop, when="drops"),
            SwitchTo(T("btn-sev-off"), id="off", state=_ONE.off, when="calls_off"),
            way_back(),
            menu_button(),
            state=_ONE.card,
            getter=card,
        ),
        Screen(
            T("sev-drop", "title"),
            Button(T("btn-sev-drop-yes"), id="yes", on_click=on_drop),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.drop,
            getter=off,
        ),
        Screen(
            T("sev-off", "title", "schools", "asked"),
            T("sev-hits", "taken", "waits", when="opened"),
            Button(T("btn-sev-off-yes"), id="yes", on_click=on_off),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.off,
            getter=off,
        ),
        *changing.windows(),
        on_start=on_start,
    )
