"""The thread of one question: opened at its latest words, turned page by page, for who asked and who answers alike."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from handlers.questions.files import file_rows
from handlers.questions.words import Spoken, pages
from handlers.shell.acting import actor_of
from handlers.shell.turning import turn, turned_to
from handlers.texts import Safe
from shnor_domain.questions.model import QuestionId
from shnor_domain.questions.seeing import Card

THREAD, LATEST = "thread", 1_000


async def on_start(data: Any, manager: DialogManager) -> None:
    """A notice's button starts with its question."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)
    turn(manager, THREAD, LATEST)


def which(manager: DialogManager) -> QuestionId:
    """The question of this dialog."""
    return QuestionId(int(manager.dialog_data["question"]))


def opens(card: State) -> Callable[[DialogManager, int], Awaitable[None]]:
    """A tap on a row: its question in the window `card`, at its latest words."""

    async def on_question(manager: DialogManager, question: int) -> None:
        manager.dialog_data["question"] = question
        turn(manager, THREAD, LATEST)
        await manager.switch_to(card)

    return on_question


def thread_page(manager: DialogManager, eyes: Spoken, found: Card) -> dict[str, Any]:
    """One page of the thread as its reader has it, with its files."""
    thread = pages(eyes, found, actor_of(manager).person)
    page = min(turned_to(manager, THREAD), max(len(thread) - 1, 0))
    words, turns = thread[page] if thread else ("", ())
    return {"words": Safe(words), "files": file_rows(manager, turns), "page": page, "pages": len(thread)}
