"""All dialogs of the seminar."""

from aiogram_dialog import Dialog

from handlers.seminars import home
from handlers.seminars.cycle import desk, topic_form


def dialogs() -> list[Dialog]:
    """Fresh ones: a router belongs to one dispatcher."""
    return [home.dialog(), desk.dialog(), topic_form.dialog()]
