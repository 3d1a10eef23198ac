"""Who a person is: the first step and its second questions."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.registration.form import form_of
from handlers.registration.states import Registration
from handlers.registration.steps import go_on, numbers, step_head
from handlers.shell import Screen, T, menu_button
from shnor_domain.identity import Role


async def on_role(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id is the role."""
    form_of(manager).choose_role(Role(str(button.widget_id)))
    await _after_role(manager)


async def on_methodist(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Of an institute, or of a municipality's own service."""
    form_of(manager).choose_role(Role.METHODIST)
    await manager.switch_to(Registration.reach)


async def on_coordinator(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Of a municipality, or of the region."""
    form_of(manager).choose_role(Role.MUNICIPAL_COORDINATOR)
    await manager.switch_to(Registration.reach)


async def on_reach(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The role with its reach: a coordinator of the region is another role than one of a municipality."""
    form, regional = form_of(manager), button.widget_id == "region"
    role = form.role
    if role is not Role.METHODIST:
        role = Role.REGIONAL_COORDINATOR if regional else Role.MUNICIPAL_COORDINATOR
    form.choose_role(role, regional=regional)
    await go_on(manager, Registration.reach)


async def _after_role(manager: DialogManager) -> None:
    form = form_of(manager)
    await go_on(manager, Registration.helper if form.helper else Registration.role)


def windows() -> list[Screen]:
    """Role, which kind of help, how far it reaches."""

    def role(value: Role) -> Button:
        return Button(T(f"btn-role-{value.value}"), id=value.value, on_click=on_role)

    return [
        Screen(
            step_head(),
            T("ask-role"),
            role(Role.TEACHER),
            role(Role.SCHOOL_LEAD),
            SwitchTo(T("btn-role-helper"), id="helper", state=Registration.helper),
            Button(T("btn-role-methodist"), id="methodist", on_click=on_methodist),
            Button(T("btn-role-coordinator"), id="coordinator", on_click=on_coordinator),
            menu_button(),
            state=Registration.role,
            getter=numbers,
        ),
        Screen(
            step_head(),
            T("ask-helper"),
            role(Role.SCHOOL_CURATOR),
            Button(T("btn-role-institute"), id="institute", on_click=on_methodist),
            role(Role.MENTOR),
            role(Role.TUTOR),
            SwitchTo(T("btn-back"), id="back", state=Registration.role),
            state=Registration.helper,
            getter=numbers,
        ),
        Screen(
            step_head(),
            T("ask-reach"),
            Button(T("btn-reach-region"), id="region", on_click=on_reach),
            Button(T("btn-reach-municipality"), id="municipality", on_click=on_reach),
            SwitchTo(T("btn-back"), id="back", state=Registration.role),
            state=Registration.reach,
            getter=numbers,
        ),
    ]
