"""All dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.schools import attention, invite, listing, year


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    return [part.dialog() for part in (listing, invite, year, attention)]
