"""All dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.consultations.videos import keeping, looking


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [looking.dialog(), keeping.dialog()]
