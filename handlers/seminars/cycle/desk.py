"""The dialog of who runs the seminar."""

from aiogram_dialog import Dialog

from handlers.seminars.cycle import announce, dates, halves, reading, topics


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        *halves.windows(),
        *dates.windows(),
        *topics.windows(),
        announce.window(),
        on_start=reading.take,
        name="seminar-desk",
    )
