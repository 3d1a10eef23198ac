"""A link of one meeting, from its card or from the notice that there is none."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from handlers.consultations.data import eyes_of
from handlers.consultations.views import key_of
from handlers.schedule.states import MeetingCard
from handlers.schedule.views import meeting_head
from handlers.schedule.windows import FAR_TOO_LONG, fixed, started_with
from handlers.shell import Asks, Screen, T, back_button, given, menu_button, way_back
from handlers.shell.acting import actor_of
from shnor_domain.consultations.typed import typed_link
from shnor_domain.consultations.use_cases.hosting import OneMeeting
from shnor_domain.consultations.use_cases.link import SendMeetingLink


async def meeting(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Which meeting it is about."""
    eyes, key = await eyes_of(dialog_manager), key_of(started_with(dialog_manager, "key"))
    found = await (await given(dialog_manager, OneMeeting))(actor_of(dialog_manager), key)
    return {"head": meeting_head(eyes, found.meeting)}


async def on_link(manager: DialogManager, text: str) -> None:
    """Save the link and tell the booked; what opens nothing is asked again here."""
    key = key_of(started_with(manager, "key"))
    told = await (await given(manager, SendMeetingLink))(actor_of(manager), key, typed_link(text))
    manager.dialog_data["told"] = told
    await manager.switch_to(MeetingCard.linked)


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    return [
        Screen(
            T("schedule-ask-meeting-link", "head"),
            Asks("link", on_link, most=FAR_TOO_LONG),
            back_button(MeetingCard.card),
            state=MeetingCard.link,
            getter=meeting,
        ),
        Screen(
            T("schedule-told", what=fixed("link"), count="dialog_data.told"),
            SwitchTo(T("btn-schedule-to-meeting"), id="card", state=MeetingCard.card),
            way_back(),
            menu_button(),
            state=MeetingCard.linked,
        ),
    ]
