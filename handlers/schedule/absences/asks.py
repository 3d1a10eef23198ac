"""Who was asked to stand in: how it stands, another instead, calling off, taking back."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.consultations.data import eyes_of
from handlers.schedule.absences.calendar import asked_calendar, calendar_button
from handlers.schedule.absences.chosen import ask_of
from handlers.schedule.absences.states import Asks
from handlers.schedule.absences.views import ask_lines, booked_lines, host_words
from handlers.schedule.windows import to_desk
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from shnor_domain.consultations.absences.model import Answer
from shnor_domain.consultations.absences.use_cases.decide import (
    AbsenceAsks,
    CallOffUncovered,
    ChooseAnother,
    LookAtAsk,
    TakeAskBack,
    UndecidedAsk,
)
from shnor_domain.identity import PersonId


async def all_asks(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Her own, one row each."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, AbsenceAsks))(actor_of(dialog_manager))
    return {
        "asks": [
            Choice(
                each.ask.id,
                eyes.texts.button(
                    "btn-absence-ask",
                    subject=each.subject,
                    name=host_words(eyes, each.substitute),
                    state=each.ask.state.value,
                ),
            )
            for each in found
        ],
        "none": not found,
        "some": bool(found),
    }


async def on_ask(manager: DialogManager, ask: int) -> None:
    """One of them."""
    manager.dialog_data["ask"] = ask
    await manager.switch_to(Asks.one)


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How it stands, and who else could lead."""
    eyes, found = await eyes_of(dialog_manager), await _look(dialog_manager)
    card = found.card
    open_still = card.ask.state in {Answer.ASKED, Answer.REFUSED} and bool(card.left)
    return {
        "subject": card.subject,
        "name": host_words(eyes, card.substitute),
        "state": card.ask.state.value,
        "rows": ask_lines(eyes, card),
        "open": open_still,
        "held": found.whole and (card.ask.state in {Answer.AGREED, Answer.ASKED} or open_still),
        "candidates": [
            Choice(person.id, eyes.texts.button("btn-absence-person", name=host_words(eyes, person)))
            for person in found.candidates
        ],
        "some": bool(found.candidates),
        "nobody": not found.candidates,
        "affected": booked_lines(eyes, "absence-told", found.affected),
        # the list is of her own asks: a coordinator's has none of this host
        "listed": "ask" in dialog_manager.dialog_data and card.ask.host == actor_of(dialog_manager).person,
    }


async def on_other(manager: DialogManager, person: int) -> None:
    """Ask another."""
    ask = ask_of(manager)
    await manager.switch_to(Asks.one)
    new = await (await given(manager, ChooseAnother))(actor_of(manager), ask, PersonId(person))
    manager.dialog_data.update(ask=new, what="asked", told=0)
    await manager.switch_to(Asks.done)


async def on_off(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Call off what is left."""
    await manager.switch_to(Asks.one)
    told = await (await given(manager, CallOffUncovered))(actor_of(manager), ask_of(manager))
    await _done(manager, "off", told)


async def on_back(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The host leads herself."""
    await manager.switch_to(Asks.one)
    told = await (await given(manager, TakeAskBack))(actor_of(manager), ask_of(manager))
    await _done(manager, "back", told)


async def _done(manager: DialogManager, what: str, told: int) -> None:
    manager.dialog_data.update(what=what, told=told)
    await manager.switch_to(Asks.done)


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What her calendar has otherwise by now."""
    back = dialog_manager.dialog_data.get("what") == "back"
    differs = await asked_calendar(dialog_manager, leads=back)
    return {"calendar": "" if differs == "take" else differs}


async def _look(manager: DialogManager) -> UndecidedAsk:
    return await (await given(manager, LookAtAsk))(actor_of(manager), ask_of(manager))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("absence-asks", when="some"),
            T("absence-asks-none", when="none"),
            choices("asks", on_ask, int),
            way_back(),
            to_desk(),
            menu_button(),
            state=Asks.all,
            getter=all_asks,
        ),
        Screen(
            T("absence-ask", "subject", "name", "state", "rows"),
            SwitchTo(T("btn-absence-other"), id="other", state=Asks.other, when="open"),
            SwitchTo(T("btn-absence-off-all"), id="off", state=Asks.off, when="open"),
            SwitchTo(T("btn-absence-back"), id="mine", state=Asks.back, when="held"),
            back_button(Asks.all, when="listed"),
            way_back(),
            menu_button(),
            state=Asks.one,
            getter=one,
        ),
        Screen(
            T("absence-ask-subject", "subject", "rows", when="some"),
            T("absence-nobody-free", "subject", "rows", when="nobody"),
            choices("candidates", on_other, int),
            SwitchTo(T("btn-absence-off-all"), id="off", state=Asks.off, when="open"),
            back_button(Asks.one),
            menu_button(),
            state=Asks.other,
            getter=one,
        ),
        Screen(
            T("absence-off-confirm", "subject", "rows"),
            T("absence-lines", rows="affected"),
            Button(T("btn-absence-off-confirm"), id="yes", on_click=on_off, when="open"),
            back_button(Asks.one),
            menu_button(),
            state=Asks.off,
            getter=one,
        ),
        Screen(
            T("absence-back-confirm", "subject", "name", "state"),
            Button(T("btn-absence-back-confirm"), id="yes", on_click=on_back, when="held"),
            back_button(Asks.one),
            menu_button(),
            state=Asks.back,
            getter=one,
        ),
        Screen(
            T("absence-decided", what="dialog_data.what", told="dialog_data.told"),
            calendar_button(),
            SwitchTo(T("btn-absence-to-ask"), id="one", state=Asks.one),
            way_back(),
            menu_button(),
            state=Asks.done,
            getter=done,
        ),
        name="asks",
    )
