"""All dialogs of plans as people look at them."""

from aiogram_dialog import Dialog

from handlers.roadmap import adding, dating, dropping, mine, plans, progress, shift, starting


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    return [part.dialog() for part in (mine, plans, progress, shift, starting, adding, dating, dropping)]
