"""The one dialog of this story."""

from aiogram_dialog import Dialog

from handlers.imports import file, report


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    return [Dialog(*file.windows(), *report.windows(), name="imports")]
