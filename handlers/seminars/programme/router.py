"""What the buttons of notices about the programme open: a window below, the notice stays as it was."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.seminars.programme import states
from handlers.seminars.programme.callbacks import OpenEvent, OpenProgrammeOf, OpenVersion
from handlers.shell import given
from shnor_domain.identity import Actor
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.programme.model import VersionId
from shnor_domain.seminars.programme.use_cases.looking import OneVersion
from shnor_domain.seminars.programme.use_cases.reading import OneEvent, ProgrammeForMe


def router() -> Router:
    """The right is asked first: a refusal opens nothing."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(open_event, OpenEvent.filter())
    buttons.callback_query.register(open_programme, OpenProgrammeOf.filter())
    buttons.callback_query.register(open_version, OpenVersion.filter())
    return buttons


async def open_event(
    query: CallbackQuery, callback_data: OpenEvent, actor: Actor, dialog_manager: DialogManager
) -> None:
    """As it stands now; called off, it says so."""
    await (await given(dialog_manager, OneEvent))(actor, EventId(callback_data.event))
    await open_above(dialog_manager, states.ReadEvent.card, {"event": callback_data.event})


async def open_programme(
    query: CallbackQuery, callback_data: OpenProgrammeOf, actor: Actor, dialog_manager: DialogManager
) -> None:
    """What holds now, whatever the message says."""
    await (await given(dialog_manager, ProgrammeForMe))(actor, CycleId(callback_data.cycle))
    await open_above(dialog_manager, states.Programme.all, {"cycle": callback_data.cycle})


async def open_version(
    query: CallbackQuery, callback_data: OpenVersion, actor: Actor, dialog_manager: DialogManager
) -> None:
    """In any state."""
    await (await given(dialog_manager, OneVersion))(actor, VersionId(callback_data.version))
    await open_above(dialog_manager, states.OneVersion.card, {"version": callback_data.version})
