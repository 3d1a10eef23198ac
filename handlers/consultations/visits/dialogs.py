"""All dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.consultations.visits import appointing, asking, card, lists, reporting


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [
        lists.school_dialog(),
        lists.host_dialog(),
        lists.waiting_dialog(),
        asking.dialog(),
        card.dialog(),
        appointing.dialog(),
        reporting.dialog(),
    ]
