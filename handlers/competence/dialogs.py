"""The dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.competence import entering, places, table
from handlers.people.form import take_data


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    looking = (*places.windows(), *table.windows(), table.levels_window())
    return [Dialog(*looking, on_start=take_data, name="competence"), entering.dialog()]
