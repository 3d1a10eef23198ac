"""/risk, and «Открыть фактор» under notices."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode

from handlers.risk.callbacks import OpenFactor
from handlers.risk.factor.opening import open_factor
from handlers.risk.opening import open_risk
from shnor_domain.risk.model import CaseId


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.message.register(risk, Command("risk"))
    made.callback_query.register(open_one, OpenFactor.filter())
    return made


async def risk(message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """With a name or number the school that is meant, without one the reader's own or her list."""
    await open_risk(dialog_manager, " ".join((command.args or "").split()), StartMode.RESET_STACK)


async def open_one(query: CallbackQuery, callback_data: OpenFactor, dialog_manager: DialogManager) -> None:
    """The card below the message, which stays as it is; a half-filled form waits below it."""
    await open_factor(dialog_manager, CaseId(callback_data.case))
