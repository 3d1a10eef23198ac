"""«Предметы»: the catalogue, which is one for the installation."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.form import Form, take_data
from handlers.reference.states import Catalogue
from handlers.shell import (
    Asks,
    Choice,
    Screen,
    T,
    back_button,
    cancel_button,
    choices,
    given,
    menu_button,
    tell,
    texts_of,
)
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from shnor_domain.errors import NotFound
from shnor_domain.identity import SubjectId
from shnor_domain.territories.model import Subject
from shnor_domain.territories.use_cases.catalogue import (
    LONGEST_SUBJECT,
    AddSubject,
    OfferSubject,
    ReadCatalogue,
    RenameSubject,
)

_SPELLINGS = 500


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of them in their order; hidden ones say so."""
    texts = texts_of(dialog_manager)
    found = await (await given(dialog_manager, ReadCatalogue))(actor_of(dialog_manager))
    rows = [
        Choice(one.code, texts.button("btn-reference-subject", subject=one.name, shown=one.active)) for one in found
    ]
    return {"subjects": rows, "total": len(found), "hidden": sum(not one.active for one in found)}


async def on_subject(manager: DialogManager, subject: SubjectId) -> None:
    """One of them."""
    Form(manager)["subject"] = subject
    await _subject(manager)
    await manager.switch_to(Catalogue.one)


async def _subject(manager: DialogManager) -> Subject:
    code = Form(manager)["subject"]
    found = await (await given(manager, ReadCatalogue))(actor_of(manager))
    subject = next((one for one in found if one.code == code), None)
    if subject is None:
        raise NotFound
    return subject


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Its name, what else it is called, whether it is offered."""
    subject = await _subject(dialog_manager)
    return {
        "subject": subject.name,
        "spellings": fit(", ".join(subject.spellings), _SPELLINGS),
        "shown": subject.active,
        "hidden": not subject.active,
    }


async def on_add(manager: DialogManager, typed: str) -> None:
    """A new one; its card follows."""
    made = await (await given(manager, AddSubject))(actor_of(manager), typed)
    Form(manager)["subject"] = made.code
    tell(manager, texts_of(manager)("reference-subject-added", subject=made.name))
    await manager.switch_to(Catalogue.one)


async def on_name(manager: DialogManager, typed: str) -> None:
    """A new name."""
    renamed = await (await given(manager, RenameSubject))(actor_of(manager), (await _subject(manager)).code, typed)
    tell(manager, texts_of(manager)("reference-subject-renamed", subject=renamed.name))
    await manager.switch_to(Catalogue.one)


async def on_offer(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id is «show» or «hide»: a second tap changes nothing."""
    subject, offered = await _subject(manager), button.widget_id == "show"
    await (await given(manager, OfferSubject))(actor_of(manager), subject.code, offered)
    tell(manager, texts_of(manager)("reference-subject-offered", subject=subject.name, shown=offered))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("reference-catalogue", "total", "hidden"),
            choices("subjects", on_subject, SubjectId, width=2),
            SwitchTo(T("btn-reference-subject-add"), id="add", state=Catalogue.add),
            cancel_button("btn-back"),
            menu_button(),
            state=Catalogue.all,
            getter=subjects,
        ),
        Screen(
            T("reference-subject-ask"),
            Asks("subject", on_add, most=LONGEST_SUBJECT),
            back_button(Catalogue.all),
            menu_button(),
            state=Catalogue.add,
            getter=subjects,
        ),
        Screen(
            T("reference-subject", "subject", "shown"),
            T("reference-subject-spellings", "spellings", when="spellings"),
            SwitchTo(T("btn-reference-rename"), id="name", state=Catalogue.name),
            Button(T("btn-reference-subject-hide"), id="hide", on_click=on_offer, when="shown"),
            Button(T("btn-reference-subject-show"), id="show", on_click=on_offer, when="hidden"),
            back_button(Catalogue.all),
            menu_button(),
            state=Catalogue.one,
            getter=one,
        ),
        Screen(
            T("reference-subject-name", "subject"),
            Asks("name", on_name, most=LONGEST_SUBJECT),
            back_button(Catalogue.one),
            menu_button(),
            state=Catalogue.name,
            getter=one,
        ),
        on_start=take_data,
        name="catalogue",
    )
