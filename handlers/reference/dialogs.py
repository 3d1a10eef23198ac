"""All dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.reference import (
    calendar,
    called_off,
    catalogue,
    links,
    main,
    methodists,
    official,
    school_facts,
    schools_here,
    spellings,
    subject_days,
)

_PARTS = (
    main,
    calendar,
    called_off,
    official,
    methodists,
    subject_days,
    catalogue,
    spellings,
    schools_here,
    school_facts,
    links,
)


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    return [part.dialog() for part in _PARTS]
