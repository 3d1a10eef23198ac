"""The end of entering a profile: its file, a look at all of it, and it is kept."""

from datetime import date
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form, take_data
from handlers.risk import entering
from handlers.risk.data import forget_view, school_of, the_card
from handlers.risk.entering import STEPS, chosen_factors, chosen_lines, offered
from handlers.risk.states import RiskEntry
from handlers.risk.words import words_of
from handlers.roadmap.item.files import downloaded
from handlers.shell import Screen, Step, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.contents import type_of
from shnor_domain.errors import Invalid
from shnor_domain.risk.use_cases.profiles import Entered, EnterProfile


async def on_document(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """Looked at now, so that a wrong file is said at once; what is kept is its name at the messenger."""
    document = message.document
    if document is None:
        return
    body = await downloaded(manager, document.file_id, document.file_size)
    if body is None:
        tell(manager, texts_of(manager)("item-not-received"))
        return
    type_of(body)
    Form(manager)["file"] = [document.file_id, document.file_size, document.file_name or ""]
    await manager.switch_to(RiskEntry.check)


async def on_no_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """There is none."""
    Form(manager)["file"] = None
    await manager.switch_to(RiskEntry.check)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of it."""
    words, form = await words_of(dialog_manager), Form(dialog_manager)
    chosen, file = chosen_factors(dialog_manager), form.get("file")
    card, day = await the_card(dialog_manager), date.fromisoformat(form["day"])
    return {
        "day": words.day(day),
        "unnamed": card.unnamed(day, chosen),
        "stay": card.may.decide,
        "source": words.source(form["source"]),
        "wave": form.get("wave") or 0,
        "count": len(chosen),
        "lines": chosen_lines(words, await offered(dialog_manager), chosen),
        "file": "" if file is None else words.source(file[2]),
        "has": file is not None,
        "none": not chosen,
    }


async def on_keep(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A new version; the profile below shows it."""
    form, file = Form(manager), Form(manager).get("file")
    body = None if file is None else await downloaded(manager, file[0], file[1])
    if file is not None and body is None:
        raise Invalid("file", "unclear")
    entered = Entered(
        date.fromisoformat(form["day"]),
        form["source"],
        chosen_factors(manager),
        wave=form.get("wave"),
        body=body,
        name="" if file is None else file[2],
    )
    await (await given(manager, EnterProfile))(actor_of(manager), school_of(manager), entered)
    forget_view(manager)
    await manager.done()


async def nothing(**_: Any) -> dict[str, Any]:
    """The question needs no data."""
    return {}


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        *entering.windows(),
        Screen(
            Step(5, STEPS),
            T("risk-entry-file"),
            MessageInput(on_document, content_types=[ContentType.DOCUMENT]),
            Button(T("btn-risk-no-file"), id="none", on_click=on_no_file),
            back_button(RiskEntry.factors),
            menu_button(),
            state=RiskEntry.file,
            getter=nothing,
            expected="risk-expects-file",
        ),
        Screen(
            Step(6, STEPS),
            T("risk-entry-check", "day", "source", "wave", "count", "file", "has"),
            T("risk-entry-lines", "lines", when="lines"),
            T("risk-entry-none", when="none"),
            T("risk-entry-unnamed", "unnamed", "stay", when="unnamed"),
            Button(T("btn-risk-keep"), id="keep", on_click=on_keep),
            back_button(RiskEntry.factors),
            menu_button(),
            state=RiskEntry.check,
            getter=check,
        ),
        on_start=take_data,
        name="risk-entry",
    )
