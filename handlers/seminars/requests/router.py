"""What the buttons of notices about requests open: a window below, the notice stays as it was."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.seminars.requests import states
from handlers.seminars.requests.callbacks import AskBorder, CarryOver, OpenBoard, OpenRequest
from handlers.shell import given
from shnor_domain.identity import Actor
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.requests.model import SupportId
from shnor_domain.seminars.requests.use_cases.border import AnswerBorder, OneBorder
from shnor_domain.seminars.requests.use_cases.looking import OneRequest, RequestsOfCycle


def router() -> Router:
    """Buttons of `handlers.seminars.requests.notices`. The right is asked first: a refusal opens nothing."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(open_request, OpenRequest.filter())
    buttons.callback_query.register(carry_over, CarryOver.filter())
    buttons.callback_query.register(ask_border, AskBorder.filter())
    buttons.callback_query.register(open_board, OpenBoard.filter())
    return buttons


async def open_request(
    query: CallbackQuery, callback_data: OpenRequest, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The request in any state; a merged one as what it has become."""
    card = await (await given(dialog_manager, OneRequest))(actor, RequestId(callback_data.request))
    await open_above(dialog_manager, states.OneRequest.card, {"request": card.request.id})


async def carry_over(
    query: CallbackQuery, callback_data: CarryOver, actor: Actor, dialog_manager: DialogManager
) -> None:
    """Done by this tap; what it has become is shown."""
    case = await given(dialog_manager, AnswerBorder)
    request = await case(actor, SupportId(callback_data.support), carry=True)
    await open_above(dialog_manager, states.OneRequest.card, {"request": request, "said": "sreq-carried"})


async def ask_border(
    query: CallbackQuery, callback_data: AskBorder, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The question in a window; what was answered is shown as it stands."""
    found = await (await given(dialog_manager, OneBorder))(actor, SupportId(callback_data.support))
    await open_above(dialog_manager, states.Border.ask, {"support": found.support.id})


async def open_board(
    query: CallbackQuery, callback_data: OpenBoard, actor: Actor, dialog_manager: DialogManager
) -> None:
    """All requests of the half-year."""
    board = await (await given(dialog_manager, RequestsOfCycle))(actor, CycleId(callback_data.cycle))
    await open_above(dialog_manager, states.Board.all, {"cycle": board.halves.cycle.id})
