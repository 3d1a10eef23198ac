"""All dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.schedule import desk, drafts, meeting, open_schedule, oversight, publish, slot
from handlers.schedule.absences import asks, away, follow, moving, stand_in
from handlers.schedule.attendance import marking, unmarked
from handlers.schedule.desk_days import asked, days, letter, territory
from handlers.schedule.statistics import hours, tables


def dialogs() -> list[Dialog]:
    """New objects for each dispatcher."""
    return [
        desk.dialog(),
        tables.dialog(),
        *hours.dialogs(),
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
        away.dialog(),
        asks.dialog(),
        stand_in.dialog(),
        moving.dialog(),
        follow.dialog(),
    ]
