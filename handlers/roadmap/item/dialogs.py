"""The dialog of one item."""

from aiogram_dialog import Dialog

from handlers.people.form import take_data
from handlers.roadmap.item import card, history, reviewing, sending


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        card.window(),
        *sending.windows(),
        *reviewing.windows(),
        *history.windows(),
        on_start=take_data,
        name="plan-item",
    )
