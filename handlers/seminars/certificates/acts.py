"""What of certificates stands on the card of an event."""

from functools import partial

from aiogram_dialog import DialogManager

from handlers.seminars.certificates.states import MyCertificates, TakingCertificate
from handlers.seminars.programme.parts import Act, Part
from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.seminars.certificates.model import CertificateId
from shnor_domain.seminars.certificates.use_cases.taking import MayTake
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.programme.cards import EventView


async def certificate(manager: DialogManager, view: EventView) -> Part:
    """«Сертификат», once the event is over and hours of it are recorded for her."""
    found = await (await given(manager, MayTake))(actor_of(manager), view.open.id)
    if found is None:
        return Part()
    label = texts_of(manager).button("btn-scert")
    if found.certificate is None:
        return Part(acts=(Act("certificate", label, TakingCertificate.name),))
    return Part(acts=(Act("certificate", label, partial(_open, certificate=found.certificate.id)),))


async def _open(manager: DialogManager, event: EventId, *, certificate: CertificateId) -> None:
    await manager.start(MyCertificates.one, data={"certificate": certificate})
