"""All dialogs of requests."""

from aiogram_dialog import Dialog

from handlers.seminars.requests import board, border, card, listing, merging, sending, unanswered, watching


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [
        listing.dialog(),
        sending.dialog(),
        card.dialog(),
        merging.dialog(),
        border.dialog(),
        unanswered.dialog(),
        board.dialog(),
        watching.dialog(),
    ]
