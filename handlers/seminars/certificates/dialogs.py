"""All dialogs of certificates."""

from aiogram_dialog import Dialog

from handlers.seminars.certificates import mine, taking


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [mine.dialog(), taking.dialog()]
