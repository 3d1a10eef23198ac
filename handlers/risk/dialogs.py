"""The dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.risk import card, catalogue, entry_check, protocols, schools, waiting
from handlers.risk.factor.dialogs import dialogs as factor_dialogs


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    return [
        schools.dialog(),
        card.dialog(),
        *factor_dialogs(),
        entry_check.dialog(),
        protocols.dialog(),
        waiting.dialog(),
        catalogue.dialog(),
    ]
