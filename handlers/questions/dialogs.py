"""All windows of questions."""

from aiogram_dialog import Dialog

from handlers.questions import ahead, asking, mine, queue, watch


def dialogs() -> list[Dialog]:
    """Fresh ones: a router belongs to one dispatcher."""
    return [asking.dialog(), mine.dialog(), queue.dialog(), ahead.dialog(), watch.dialog()]
