"""The way to a seat as one dialog: whom, when, the question; or a wish where nobody consults."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from handlers.consultations import seat, times, whom, wishes
from shnor_domain.identity import PersonId


async def on_start(data: Any, manager: DialogManager) -> None:
    """A notice's button starts with the subject that it is about, or with its host too; a factor of a profile with its
    question."""
    if not isinstance(data, dict):
        return
    manager.dialog_data.update(data)
    if "host" in data:
        await whom.to_days(manager, PersonId(int(data["host"])))
    elif "subject" in data:
        await whom.on_subject(manager, str(data["subject"]))


def dialog() -> Dialog:
    """A new object for each dispatcher."""
    return Dialog(*whom.windows(), *times.windows(), *seat.windows(), *wishes.windows(), on_start=on_start)
