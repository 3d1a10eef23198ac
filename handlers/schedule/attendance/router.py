"""What the buttons of «Как прошло?» do: the right is asked first, a refusal opens nothing."""

from datetime import UTC, datetime

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.consultations.views import key_id
from handlers.schedule.attendance.callbacks import AllCame, MarkMeeting
from handlers.schedule.attendance.states import Marking
from handlers.shell import given
from shnor_domain.consultations.attendance.use_cases.marking import MarkAttendance, OneAttendance
from shnor_domain.consultations.model import SessionKey, SlotId
from shnor_domain.identity import Actor


def router() -> Router:
    """Buttons of `handlers.schedule.attendance.notices`."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(mark_meeting, MarkMeeting.filter())
    buttons.callback_query.register(all_came, AllCame.filter())
    return buttons


async def mark_meeting(
    query: CallbackQuery, callback_data: MarkMeeting, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The meeting as it is marked now."""
    key = _key(callback_data)
    await (await given(dialog_manager, OneAttendance))(actor, key)
    await open_above(dialog_manager, Marking.card, {"key": key_id(key)})


async def all_came(query: CallbackQuery, callback_data: AllCame, actor: Actor, dialog_manager: DialogManager) -> None:
    """Mark at once, and show what is marked."""
    key = _key(callback_data)
    await (await given(dialog_manager, MarkAttendance))(actor, key, None)
    await open_above(dialog_manager, Marking.card, {"key": key_id(key)})


def _key(data: MarkMeeting | AllCame) -> SessionKey:
    return SessionKey(SlotId(data.slot), datetime.fromtimestamp(data.minute * 60, UTC))
