"""All dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.schedule import desk, drafts, meeting, open_schedule, oversight, publish, slot


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [
        desk.dialog(),
        publish.dialog(),
        slot.dialog(),
        meeting.dialog(),
        drafts.dialog(),
        oversight.dialog(),
        open_schedule.dialog(),
    ]
