"""Which table, and the file itself: downloaded, read, and kept until its report is answered."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Start

from handlers.imports.invitations import send_invitations
from handlers.imports.receiving import received
from handlers.imports.states import Imports
from handlers.people.form import Form
from handlers.roadmap.bringing.states import Bringing
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.people.imports import PEOPLE
from shnor_domain.roadmap.use_cases.bring_plan import BringsPlansFor
from shnor_domain.territories.imports.report import ImportReport
from shnor_domain.territories.use_cases.imports import ImportsFor, ReadImport

_NAME = 200
"""Characters of a file's name that are kept: it is only shown."""


async def kinds(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Tables that this actor may bring."""
    texts = texts_of(dialog_manager)
    names = await (await given(dialog_manager, ImportsFor))(actor_of(dialog_manager))
    return {
        "kinds": [Choice(name, texts.button("btn-import-kind", kind=name)) for name in names],
        "none": not names,
        "invites": PEOPLE.name in names,
        "plans": bool(await (await given(dialog_manager, BringsPlansFor))(actor_of(dialog_manager))),
    }


async def on_kind(manager: DialogManager, kind: str) -> None:
    """On to the file."""
    Form(manager)["kind"] = kind
    await manager.switch_to(Imports.file)


async def on_invitations(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The links that wait, as a table."""
    await send_invitations(manager)


async def wanted(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What the file must hold."""
    return {"kind": str(Form(dialog_manager)["kind"])}


async def on_file(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """Read it and show the report; a file that is none leaves the question open."""
    document = message.document
    if document is None:
        return

    async def read(name: str, body: bytes) -> ImportReport:
        return await (await given(manager, ReadImport))(actor_of(manager), str(Form(manager)["kind"]), name, body)

    report = await received(message, document, manager, "import-reading", read)
    begin(manager, report, document.file_name or "")
    await manager.switch_to(Imports.report)


def nested(manager: DialogManager) -> bool:
    """Opened with its kind from a screen of that kind: the way back leads there."""
    return bool(Form(manager).get("nested"))


def begin(manager: DialogManager, report: ImportReport, name: str) -> None:
    """Remember what a confirmation needs; the rows themselves are read anew for each window."""
    manager.dialog_data.update(
        file=report.file, year=int(report.year), digest=report.digest, name=name[:_NAME], answers={}
    )


def windows() -> list[Screen]:
    """The kind, the file."""
    return [
        Screen(
            T("import-kinds-none", when="none"),
            T("import-kinds", when=lambda data, *_: not data["none"]),
            choices("kinds", on_kind, str),
            Start(T("btn-import-roadmap"), id="roadmap", state=Bringing.file, when="plans"),
            Button(T("btn-import-invitations"), id="invitations", on_click=on_invitations, when="invites"),
            menu_button(),
            state=Imports.kind,
            getter=kinds,
        ),
        Screen(
            T("import-file", "kind"),
            MessageInput(on_file, content_types=[ContentType.DOCUMENT]),
            back_button(Imports.kind, when=lambda _data, _widget, manager: not nested(manager)),
            cancel_button("btn-back", when=lambda _data, _widget, manager: nested(manager)),
            menu_button(),
            state=Imports.file,
            getter=wanted,
            expected="import-expects-file",
        ),
    ]
