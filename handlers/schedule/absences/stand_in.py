"""Who was asked to stand in: what he has answered, and that he cannot after all."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.consultations.data import eyes_of
from handlers.consultations.views import key_of
from handlers.schedule.absences.calendar import asked_calendar, calendar_button
from handlers.schedule.absences.chosen import ask_of
from handlers.schedule.absences.states import StandIn
from handlers.schedule.absences.views import ask_lines
from handlers.schedule.views import meeting_head
from handlers.schedule.windows import started_with, to_desk
from handlers.shell import Screen, T, given, menu_button, way_back
from handlers.shell.acting import actor_of
from shnor_domain.consultations.absences.model import Answer
from shnor_domain.consultations.absences.use_cases.answer import OneAsk
from shnor_domain.consultations.absences.use_cases.giving_back import CannotLead
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.use_cases.hosting import OneMeeting


async def answered(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What who was asked has agreed to, or not; or why there is nothing to answer here."""
    eyes = await eyes_of(dialog_manager)
    card = await (await given(dialog_manager, OneAsk))(actor_of(dialog_manager), ask_of(dialog_manager))
    agreed = card.ask.state is Answer.AGREED
    return {
        "state": "anew" if card.anew else "past" if card.late else card.ask.state.value,
        "subject": card.subject,
        "rows": ask_lines(eyes, card),
        "agreed": agreed,
        "calendar": await asked_calendar(dialog_manager, leads=agreed and bool(card.left)),
    }


async def cannot(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The meeting that he has agreed to lead."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, OneMeeting))(actor_of(dialog_manager), _meeting(dialog_manager))
    return {"head": meeting_head(eyes, found.meeting)}


async def on_cannot(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It goes back to its host."""
    back = await (await given(manager, CannotLead))(actor_of(manager), _meeting(manager))
    manager.dialog_data.update(told=back.told, ask=back.ask)
    await manager.switch_to(StandIn.given_back)


async def given_back(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What his calendar has still of what went back."""
    return {"calendar": await asked_calendar(dialog_manager, leads=False)}


def _meeting(manager: DialogManager) -> SessionKey:
    return key_of(started_with(manager, "key"))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("substitution-answered", "state", "subject"),
            T("absence-lines", "rows", when="agreed"),
            calendar_button(),
            to_desk(),
            way_back(),
            menu_button(),
            state=StandIn.answered,
            getter=answered,
        ),
        Screen(
            T("cannot-lead-confirm", "head"),
            Button(T("btn-cannot-lead-confirm"), id="yes", on_click=on_cannot),
            way_back(),
            menu_button(),
            state=StandIn.cannot,
            getter=cannot,
        ),
        Screen(
            T("cannot-lead-done", told="dialog_data.told"),
            calendar_button(),
            to_desk(),
            menu_button(),
            state=StandIn.given_back,
            getter=given_back,
        ),
        name="stand-in",
    )
