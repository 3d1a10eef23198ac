"""All dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.schedule import desk, drafts, meeting, open_schedule, oversight, publish, slot
from handlers.schedule.attendance import marking, unmarked
from handlers.schedule.desk_days import asked, days, letter, territory


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [
        desk.dialog(),
        marking.dialog(),
        unmarked.dialog(),
        days.dialog(),
        letter.dialog(),
        asked.dialog(),
        territory.dialog(),
        publish.dialog(),
        slot.dialog(),
        meeting.dialog(),
        drafts.dialog(),
        oversight.dialog(),
        open_schedule.dialog(),
    ]
