"""The dialogs of one factor."""

from aiogram_dialog import Dialog

from handlers.people.form import take_data
from handlers.risk.factor import card, deciding, doing, programme, programme_review


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    factor = (*card.windows(), *deciding.windows(), *doing.windows())
    written = (*programme.windows(), *programme_review.windows())
    return [
        Dialog(*factor, on_start=take_data, name="risk-factor"),
        Dialog(*written, on_start=take_data, name="risk-programme"),
    ]
