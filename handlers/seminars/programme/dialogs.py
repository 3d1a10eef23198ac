"""All dialogs of the programme."""

from aiogram_dialog import Dialog

from handlers.seminars.programme import event, listing, open


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [listing.dialog(), event.dialog(), open.dialog()]
