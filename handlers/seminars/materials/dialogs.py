"""All dialogs of materials."""

from aiogram_dialog import Dialog

from handlers.seminars.materials import listing


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [listing.dialog()]
