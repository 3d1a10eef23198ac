"""All dialogs of who takes part."""

from aiogram_dialog import Dialog

from handlers.seminars.signing import colleagues, keeping, mine, queue, seat, signing_up


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [
        signing_up.dialog(),
        colleagues.dialog(),
        keeping.dialog(),
        seat.dialog(),
        mine.dialog(),
        queue.dialog(),
    ]
