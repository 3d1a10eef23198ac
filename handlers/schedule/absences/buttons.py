"""What the buttons of these notices open: a window below, the notice itself stays as it was (ADR 4)."""

from datetime import UTC, datetime

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.consultations.views import key_id
from handlers.schedule.absences.callbacks import AnswerButton, DecideButton, KeepButton
from handlers.schedule.absences.states import Asks, StandIn
from handlers.schedule.states import MeetingCard
from handlers.shell import given
from handlers.shell.acting import now_of
from shnor_domain.consultations.absences.model import Answer, SubstitutionId
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk, OneAsk
from shnor_domain.consultations.absences.use_cases.decide import LookAtAsk
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import SessionKey, SlotId
from shnor_domain.consultations.use_cases.hosting import OneMeeting
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor


def router() -> Router:
    """The right is asked first: a refusal opens nothing."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(answer, AnswerButton.filter())
    buttons.callback_query.register(decide, DecideButton.filter())
    buttons.callback_query.register(keep, KeepButton.filter())
    return buttons


async def answer(
    query: CallbackQuery, callback_data: AnswerButton, actor: Actor, dialog_manager: DialogManager
) -> None:
    """Answer, and show what that means; where he came too late, is asked anew or not needed any more, that."""
    ask = SubstitutionId(callback_data.ask)
    try:
        await (await given(dialog_manager, AnswerAsk))(actor, ask, callback_data.agrees)
    except (Stale, SessionGone):
        # what he has answered before is told as it is for any other button that came late
        if (await (await given(dialog_manager, OneAsk))(actor, ask)).ask.state in {Answer.AGREED, Answer.REFUSED}:
            raise
    await open_above(dialog_manager, StandIn.answered, {"ask": ask})


async def decide(
    query: CallbackQuery, callback_data: DecideButton, actor: Actor, dialog_manager: DialogManager
) -> None:
    """Who else could lead, or who would be told; where nothing is left to decide, how it stands."""
    ask = SubstitutionId(callback_data.ask)
    found = await (await given(dialog_manager, LookAtAsk))(actor, ask)
    state = Asks.one if not found.card.left else Asks.off if callback_data.off else Asks.other
    await open_above(dialog_manager, state, {"ask": ask})


async def keep(query: CallbackQuery, callback_data: KeepButton, actor: Actor, dialog_manager: DialogManager) -> None:
    """The meeting as it stands, or the question with whom it concerns; who stands in may only give it back."""
    key = SessionKey(SlotId(callback_data.slot), datetime.fromtimestamp(callback_data.minute * 60, UTC))
    found = (await (await given(dialog_manager, OneMeeting))(actor, key)).meeting
    here = found.occurrence.key
    live = not found.cancelled and here.starts > await now_of(dialog_manager)
    asks = live and not callback_data.keep
    if asks and found.leader == actor.person != found.of.slot.host:
        await open_above(dialog_manager, StandIn.cannot, {"key": key_id(here)})
        return
    data: dict[str, str | int] = {"key": key_id(here), "kept": int(live and callback_data.keep)}
    await open_above(dialog_manager, MeetingCard.confirm if asks else MeetingCard.card, data)
