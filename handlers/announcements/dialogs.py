"""All dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.announcements import card, correcting, listing, totals
from handlers.announcements.compose.dialog import dialog as compose
from handlers.people.form import take_data


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    shown = Dialog(
        listing.window(),
        *card.windows(),
        totals.window(),
        *correcting.windows(),
        on_start=take_data,
        name="announcements",
    )
    return [shown, compose()]
