"""What buttons of notices about certificates open: the right is asked first, a refusal opens nothing."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.consultations.notice_buttons import open_above
from handlers.seminars.certificates.callbacks import NewCertificate
from handlers.seminars.certificates.states import MyCertificates, TakingCertificate
from handlers.shell import given
from shnor_domain.identity import Actor
from shnor_domain.seminars.certificates.use_cases.taking import PrepareCertificate
from shnor_domain.seminars.events.model import EventId


def router() -> Router:
    """Buttons of `handlers.seminars.certificates.notices`."""
    buttons = Router(name=__name__)
    buttons.callback_query.register(new_certificate, NewCertificate.filter())
    return buttons


async def new_certificate(
    query: CallbackQuery, callback_data: NewCertificate, actor: Actor, dialog_manager: DialogManager
) -> None:
    """Where the name is typed; who has one already sees it."""
    found = await (await given(dialog_manager, PrepareCertificate))(actor, EventId(callback_data.event))
    if found.certificate is not None:
        await open_above(dialog_manager, MyCertificates.one, {"certificate": found.certificate.id})
        return
    await open_above(dialog_manager, TakingCertificate.name, {"event": callback_data.event})
