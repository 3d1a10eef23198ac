"""What buttons of notices about lessons do: the right is asked first, a refusal opens nothing."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.seminars.presence.callbacks import AllCameToLesson, CheckInHere, MarkOneLesson
from handlers.seminars.presence.here import check_in_at_once
from handlers.seminars.presence.states import Here, MarkingLesson
from handlers.shell import given
from shnor_domain.identity import Actor
from shnor_domain.seminars.events.model import LessonId
from shnor_domain.seminars.presence.use_cases.checking_in import MyLesson
from shnor_domain.seminars.presence.use_cases.marking import MarkLesson, OneLesson


def router() -> Router:
    """Buttons under reminders and «Как прошло?»."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(check_in, CheckInHere.filter())
    buttons.callback_query.register(mark_lesson, MarkOneLesson.filter())
    buttons.callback_query.register(all_came, AllCameToLesson.filter())
    return buttons


async def check_in(
    query: CallbackQuery, callback_data: CheckInHere, actor: Actor, dialog_manager: DialogManager
) -> None:
    """She is here; too early or too late the window says when it was to be."""
    found = await (await given(dialog_manager, MyLesson))(actor, LessonId(callback_data.lesson))
    await check_in_at_once(dialog_manager, found)
    await open_above(dialog_manager, Here.lesson, {"lesson": callback_data.lesson})


async def mark_lesson(
    query: CallbackQuery, callback_data: MarkOneLesson, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The lesson as it is marked now."""
    await (await given(dialog_manager, OneLesson))(actor, LessonId(callback_data.lesson))
    await open_above(dialog_manager, MarkingLesson.card, {"lesson": callback_data.lesson})


async def all_came(
    query: CallbackQuery, callback_data: AllCameToLesson, actor: Actor, dialog_manager: DialogManager
) -> None:
    """Mark at once, and show what is marked; what is marked already is not written over without a question."""
    desk = await (await given(dialog_manager, OneLesson))(actor, LessonId(callback_data.lesson))
    if desk.mark is None:
        await (await given(dialog_manager, MarkLesson))(actor, LessonId(callback_data.lesson), None)
        await open_above(dialog_manager, MarkingLesson.card, {"lesson": callback_data.lesson})
    else:
        await open_above(dialog_manager, MarkingLesson.everybody, {"lesson": callback_data.lesson})
