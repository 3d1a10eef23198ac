"""All dialogs of learning hours."""

from aiogram_dialog import Dialog

from handlers.seminars.training import mine, school, watching


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [mine.dialog(), school.dialog(), watching.dialog()]
