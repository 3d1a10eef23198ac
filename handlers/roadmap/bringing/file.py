"""The file itself: downloaded, read, and kept until its report is answered."""

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

from handlers.imports.receiving import received
from handlers.roadmap.bringing.form import begin
from handlers.roadmap.bringing.states import Bringing
from handlers.shell import Screen, T, cancel_button, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.roadmap.bringing.report import PlanReport
from shnor_domain.roadmap.use_cases.bring_plan import ReadPlan


async def on_file(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """Read it and show the report; a file that is none leaves the question open."""
    document = message.document
    if document is None:
        return

    async def read(name: str, body: bytes) -> PlanReport:
        return await (await given(manager, ReadPlan))(actor_of(manager), name, body)

    begin(manager, await received(message, document, manager, "bring-reading", read))
    await manager.switch_to(Bringing.report)


def windows() -> list[Screen]:
    """One."""
    return [
        Screen(
            T("bring-file"),
            MessageInput(on_file, content_types=[ContentType.DOCUMENT]),
            cancel_button("btn-back"),
            menu_button(),
            state=Bringing.file,
            expected="bring-expects-file",
        ),
    ]
