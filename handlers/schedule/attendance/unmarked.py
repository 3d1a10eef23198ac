"""Meetings of the last two weeks that wait for their mark, the oldest first."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from handlers.consultations.data import eyes_of
from handlers.consultations.views import clocks, key_id, known_key, local_day
from handlers.schedule.attendance.states import Marking, Unmarked
from handlers.schedule.windows import to_desk
from handlers.shell import Choice, Screen, T, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.attendance.use_cases.marking import UnmarkedMeetings


async def unmarked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A button each."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, UnmarkedMeetings))(actor_of(dialog_manager))
    rows = []
    for card, session in found:
        starts = session.key.starts
        day = words.short_day(eyes.texts, local_day(eyes, starts), this_year=eyes.now.year)
        label = eyes.texts.button(
            "btn-unmarked-meeting", day=day, clock=clocks(eyes, card, starts), subject=card.subject
        )
        rows.append(Choice(key_id(session.key), label))
    return {"meetings": rows, "some": bool(rows), "none": not rows}


async def count(manager: DialogManager) -> int:
    """How many wait, for the desk."""
    return len(await (await given(manager, UnmarkedMeetings))(actor_of(manager)))


async def on_meeting(manager: DialogManager, meeting: str) -> None:
    """Open one."""
    await manager.start(Marking.card, data={"key": meeting})


def dialog() -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("unmarked-some", when="some"),
            T("unmarked-none", when="none"),
            choices("meetings", on_meeting, known_key),
            to_desk(),
            menu_button(),
            state=Unmarked.all,
            getter=unmarked,
        )
    )
