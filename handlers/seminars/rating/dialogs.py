"""All dialogs of rating."""

from aiogram_dialog import Dialog

from handlers.seminars.rating import saying


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return saying.dialogs()
