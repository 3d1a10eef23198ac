"""A certificate is taken: how the name is to be written, then the document (JP6)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from handlers.schedule.windows import started_with
from handlers.seminars.certificates.files import send_certificate
from handlers.seminars.certificates.states import MyCertificates, TakingCertificate
from handlers.seminars.certificates.views import duration
from handlers.seminars.requests.views import short
from handlers.shell import Asks, Screen, T, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from shnor_domain.seminars.certificates.rules import FEWEST_LETTERS, MOST_LETTERS
from shnor_domain.seminars.certificates.use_cases.taking import PrepareCertificate, TakeCertificate, ToTake
from shnor_domain.seminars.events.model import EventId


def event_id(manager: DialogManager) -> EventId:
    """The event that this dialog is about."""
    return EventId(int(started_with(manager, "event")))


async def ready(manager: DialogManager) -> ToTake:
    """What she would get."""
    return await (await given(manager, PrepareCertificate))(actor_of(manager), event_id(manager))


async def name(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Hours that are recorded, and the name as it is known."""
    texts, found = texts_of(dialog_manager), await ready(dialog_manager)
    return {
        "title": short(found.event.terms.title),
        "hours": duration(texts, found.minutes),
        "name": found.name,
        "known": len(found.name) >= FEWEST_LETTERS,
    }


async def on_known(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The name as it is known."""
    await _take(manager, (await ready(manager)).name)


async def on_name(manager: DialogManager, text: str) -> None:
    """The name as she types it."""
    await _take(manager, text)


async def _take(manager: DialogManager, typed: str) -> None:
    found = await (await given(manager, TakeCertificate))(actor_of(manager), event_id(manager), typed)
    # it stands whatever becomes of the document: another tap, or its own window, sends the same again
    await send_certificate(manager, found)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    await manager.start(MyCertificates.one, data={"certificate": found.certificate.id}, show_mode=ShowMode.SEND)


def dialog() -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("scert-name", "title", "hours", "name", "known"),
            Button(T("btn-scert-name", "name"), id="known", on_click=on_known, when="known"),
            Asks("name", on_name, most=MOST_LETTERS),
            way_back(),
            menu_button(),
            state=TakingCertificate.name,
            getter=name,
        )
    )
