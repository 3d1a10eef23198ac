"""All dialogs of who came to lessons."""

from aiogram_dialog import Dialog

from handlers.seminars.presence import here, marking, unmarked


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [here.dialog(), marking.dialog(), *unmarked.dialogs()]
