"""All dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.people import appoint, by_order, deputy, give, listing, take, waiting, where


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    parts = (waiting, listing, give, take, appoint, deputy, where, by_order)
    return [part.dialog() for part in parts]
