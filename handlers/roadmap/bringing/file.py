"""The file itself: downloaded, read, and kept until its report is answered."""

from contextlib import suppress
from io import BytesIO

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.exceptions import AiogramError
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

from handlers.roadmap.bringing.form import begin
from handlers.roadmap.bringing.states import Bringing
from handlers.shell import Screen, T, cancel_button, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.roadmap.bringing.report import PlanReport
from shnor_domain.roadmap.use_cases.bring_plan import ReadPlan
from shnor_domain.tables import LARGEST_FILE, BadFile


async def on_file(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """Read it and show the report; a file that is none leaves the question open."""
    document = message.document
    if document is None:
        return
    if (document.file_size or 0) > LARGEST_FILE:
        raise BadFile("too-big")
    progress = await message.answer(texts_of(manager)("bring-reading"))
    try:
        report = await _read(manager, document.file_name or "", document.file_id)
    finally:
        with suppress(AiogramError):  # the word has served its turn; that it stays is no mistake of the file's
            await progress.delete()
    begin(manager, report)
    await manager.switch_to(Bringing.report)


async def _read(manager: DialogManager, name: str, file_id: str) -> PlanReport:
    bot: Bot = manager.middleware_data["bot"]
    body = BytesIO()
    await bot.download(file_id, destination=body)
    return await (await given(manager, ReadPlan))(actor_of(manager), name, body.getvalue())


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
