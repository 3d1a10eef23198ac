"""The numbered head of the steps, the way back, and what happens when everything was asked."""

from datetime import date
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Keyboard

from handlers.registration.form import Form, form_of
from handlers.registration.states import Registration
from handlers.shell import Step, T, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.people.model.applications import ApplicationId
from shnor_domain.people.use_cases.apply import Apply, Asked
from shnor_domain.people.use_cases.change_school import ChangeSchool
from shnor_domain.people.use_cases.my_application import CorrectApplication
from shnor_domain.people.use_cases.role_link import UseRoleLink


def step_head() -> Step:
    """«Шаг 2 из 4.», absent on the short way of an invitation."""
    return Step("step", "steps", when="numbered")


async def numbers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Where the open window stands among the steps."""
    form = form_of(dialog_manager)
    state = dialog_manager.current_context().state
    numbered = form.link is None and form.leaves is None
    return {"step": form.number_of(state), "steps": len(form.steps) + 1, "numbered": numbered}


def step_back() -> Keyboard:
    """«Назад» to the question before, whichever that was for this role; «В меню» at the first one."""

    async def back(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
        state = manager.current_context().state
        await manager.switch_to(form_of(manager).before(_asked_by(state)))

    def not_first(data: Any, widget: Any, manager: DialogManager) -> bool:
        form, state = form_of(manager), _asked_by(manager.current_context().state)
        return form.before(state) is not state

    def first(data: Any, widget: Any, manager: DialogManager) -> bool:
        return not not_first(data, widget, manager)

    return Group(Button(T("btn-back"), id="step_back", on_click=back, when=not_first), menu_button(when=first))


async def go_on(manager: DialogManager, state: State) -> None:
    """From the window of `state` to the next question; after the last one what was asked for is done."""
    following = form_of(manager).after(_asked_by(state))
    if following is None:
        await submit(manager, "")
    else:
        await manager.switch_to(following)


async def submit(manager: DialogManager, name: str) -> None:
    """Apply, correct, change school or take the place of a role link; then say who decides."""
    form, actor = form_of(manager), actor_of(manager)
    data = form.data
    if form.by_role_link:
        place = await (await given(manager, UseRoleLink))(actor, str(form.link), name)
        result: dict[str, Any] = {"place": place.id, "verified": place.verified}
    elif form.leaves is not None:
        change = await given(manager, ChangeSchool)
        last_day = _day(data["last_day"])
        application = await change(actor, form.leaves, last_day, form.territory, form.subjects)
        result = {"application": application.id}
    else:
        result = {"application": await _applied(manager, form, name)}
    data.clear()
    data.update(result)
    await manager.switch_to(Registration.done)


async def _applied(manager: DialogManager, form: Form, name: str) -> int:
    asked = Asked(form.role, form.territory, name, form.subjects, home_school=form.home_school, link=form.link)
    actor = actor_of(manager)
    if (which := form.data.get("correct")) is not None:
        correct = await given(manager, CorrectApplication)
        return (await correct(actor, ApplicationId(which), asked)).id
    return (await (await given(manager, Apply))(actor, asked)).id


def _asked_by(state: State) -> State:
    """The question that a window belongs to: choosing among what was found is still the same question."""
    return {Registration.place_sure: Registration.place, Registration.no_school: Registration.school}.get(state, state)


def _day(iso: str) -> date:
    return date.fromisoformat(iso)
