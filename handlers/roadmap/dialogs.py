"""All dialogs of plans as people look at them."""

from aiogram_dialog import Dialog

from handlers.roadmap import adding, dating, dropping, mine, plans, progress, reviewer, shift, starting


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    parts = (mine, plans, progress, shift, starting, adding, dating, reviewer, dropping)
    return [part.dialog() for part in parts]
