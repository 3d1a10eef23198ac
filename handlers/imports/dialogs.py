"""The one dialog of this story."""

from aiogram_dialog import Dialog

from handlers.imports import file, report
from handlers.people.form import take_data


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    return [Dialog(*file.windows(), *report.windows(), on_start=take_data, name="imports")]
