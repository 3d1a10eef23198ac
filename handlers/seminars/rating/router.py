"""What buttons of notices about rating open: the right is asked first, a refusal opens nothing."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.seminars.rating.callbacks import OpenRating
from handlers.seminars.rating.states import RatingEvent
from handlers.shell import given
from shnor_domain.identity import Actor
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.rating.use_cases.rating import LookAtRating


def router() -> Router:
    """Buttons of `handlers.seminars.rating.notices`."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(open_rating, OpenRating.filter())
    return buttons


async def open_rating(
    query: CallbackQuery, callback_data: OpenRating, actor: Actor, dialog_manager: DialogManager
) -> None:
    """What she has said so far."""
    await (await given(dialog_manager, LookAtRating))(actor, EventId(callback_data.event))
    await open_above(dialog_manager, RatingEvent.score, {"event": callback_data.event})
