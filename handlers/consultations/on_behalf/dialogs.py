"""Dialogs of acting for others."""

from aiogram_dialog import Dialog

from handlers.consultations.on_behalf import numbers, queueing, seat, theirs, what, whom


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    others = [*whom.windows(), *theirs.windows(), *what.windows(), *seat.windows(), *queueing.windows()]
    return [Dialog(*others, on_start=whom.on_start), Dialog(*numbers.windows())]
