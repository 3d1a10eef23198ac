"""What the buttons of notices about visits open: a window below, the notice stays as it was."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.consultations.visits import states
from handlers.consultations.visits.callbacks import AskAnew, OpenVisit, TellVisit
from handlers.shell import given
from handlers.shell.acting import now_of
from shnor_domain.consultations.visits.model import VisitId, VisitState
from shnor_domain.consultations.visits.use_cases.looking import OneVisit
from shnor_domain.identity import Actor


def router() -> Router:
    """Buttons of `handlers.consultations.visits.notices`. The right is asked first: a refusal opens nothing."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(open_visit, OpenVisit.filter())
    buttons.callback_query.register(ask_anew, AskAnew.filter())
    buttons.callback_query.register(tell_visit, TellVisit.filter())
    return buttons


async def open_visit(
    query: CallbackQuery, callback_data: OpenVisit, actor: Actor, dialog_manager: DialogManager
) -> None:
    """The visit in any state."""
    found = await (await given(dialog_manager, OneVisit))(actor, VisitId(callback_data.visit))
    await open_above(dialog_manager, states.OneVisit.card, {"visit": found.card.visit.id})


async def ask_anew(query: CallbackQuery, callback_data: AskAnew, actor: Actor, dialog_manager: DialogManager) -> None:
    """The request as it was, to be sent again; what has not fallen, or is not hers to ask for, as it stands."""
    found = await (await given(dialog_manager, OneVisit))(actor, VisitId(callback_data.visit))
    visit = found.card.visit.id
    if found.asks_anew:
        await open_above(dialog_manager, states.AskVisits.check, {"like": visit})
    else:
        await open_above(dialog_manager, states.OneVisit.card, {"visit": visit})


async def tell_visit(
    query: CallbackQuery, callback_data: TellVisit, actor: Actor, dialog_manager: DialogManager
) -> None:
    """How it was; what has been told, or did not take place, is shown as it stands."""
    found = await (await given(dialog_manager, OneVisit))(actor, VisitId(callback_data.visit))
    visit = found.card.visit
    begun = visit.appointment is not None and visit.appointment.starts <= await now_of(dialog_manager)
    untold = found.rights.host and begun and visit.state is VisitState.PLANNED
    await open_above(dialog_manager, states.VisitReport.held if untold else states.OneVisit.card, {"visit": visit.id})
