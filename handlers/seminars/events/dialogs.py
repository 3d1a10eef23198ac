"""All dialogs of events."""

from aiogram_dialog import Dialog

from handlers.seminars.events import card, draft, leading, lessons, making


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [draft.dialog(), making.dialog(), card.dialog(), lessons.dialog(), leading.dialog()]
