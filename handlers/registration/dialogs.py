"""Registration in its steps: who, where, which school, which subjects, and how to be called."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Multiselect
from aiogram_dialog.widgets.text import Format
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.registration import where, who
from handlers.registration.form import SUBJECTS, form_of, take_data
from handlers.registration.my_application import done_window, my_application
from handlers.registration.states import Registration
from handlers.registration.steps import go_on, numbers, step_back, step_head, submit
from handlers.shell import Asks, Pages, Screen, T, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.people.model.person import NAME_LIMIT
from shnor_domain.people.use_cases.settings import ShowSettings
from shnor_domain.territories.use_cases.subjects import ListSubjects


@inject
async def subjects(dialog_manager: DialogManager, listed: FromDishka[ListSubjects], **_: Any) -> dict[str, Any]:
    """The catalogue."""
    texts = texts_of(dialog_manager)
    rows = [{"id": each.code, "label": texts.button("btn-subject", subject=each.name)} for each in await listed()]
    return {"rows": rows}


async def on_subjects(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """«Готово»; with nothing ticked the question stays: going on without a subject has a button of its own."""
    if form_of(manager).subjects:
        await go_on(manager, Registration.subjects)
    else:
        tell(manager, texts_of(manager)("ask-subjects-none"))


async def on_no_subject(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Go on with what is ticked, and say who adds to the catalogue."""
    tell(manager, texts_of(manager)("subject-missing"))
    await go_on(manager, Registration.subjects)


@inject
async def name_so_far(dialog_manager: DialogManager, settings: FromDishka[ShowSettings], **_: Any) -> dict[str, Any]:
    """The name that she gave before, to be left as it is."""
    person, _preferences = await settings(actor_of(dialog_manager))
    return {"called": person.name}


@inject
async def on_keep_name(
    event: CallbackQuery, button: Button, manager: DialogManager, settings: FromDishka[ShowSettings]
) -> None:
    """Her name as it is."""
    person, _preferences = await settings(actor_of(manager))
    await submit(manager, person.name)


def dialogs() -> list[Dialog]:
    """Fresh dialogs."""
    registration = Dialog(
        *who.windows(),
        *where.windows(),
        Screen(
            step_head(),
            T("ask-subjects"),
            Pages(
                Multiselect(
                    Format("✓ {item[label]}"),
                    Format("{item[label]}"),
                    id=SUBJECTS,
                    item_id_getter=lambda row: row["id"],
                    items="rows",
                ),
                id="subject_pages",
                width=2,
            ),
            Button(T("btn-no-subject"), id="missing", on_click=on_no_subject),
            Button(T("btn-done"), id="done", on_click=on_subjects),
            step_back(),
            state=Registration.subjects,
            getter=(numbers, subjects),
        ),
        Screen(
            T("ask-name"),
            Asks("name", submit, most=NAME_LIMIT),
            Button(T("btn-keep-name", "called"), id="keep", on_click=on_keep_name, when="called"),
            step_back(),
            state=Registration.name,
            getter=name_so_far,
        ),
        done_window(),
        on_start=take_data,
        name="registration",
    )
    return [registration, my_application()]
