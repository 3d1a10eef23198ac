"""All dialogs of the programme."""

from aiogram_dialog import Dialog

from handlers.seminars.programme import event, listing, open, submitting, version, versions


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    readers = [listing.dialog(), event.dialog(), open.dialog()]
    return [*readers, submitting.dialog(), version.dialog(), versions.all_dialog(), versions.waiting_dialog()]
