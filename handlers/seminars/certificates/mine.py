"""«Сертификаты»: the reader's own, and one of them again as a document (JP6)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.seminars.certificates.files import send_certificate
from handlers.seminars.certificates.states import MyCertificates, TakingCertificate
from handlers.seminars.certificates.views import certificate_text, number_word
from handlers.seminars.requests.views import short
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.seminars.certificates.model import CertificateId
from shnor_domain.seminars.certificates.use_cases.taking import MyCertificate, OneCertificate
from shnor_domain.seminars.certificates.use_cases.taking import MyCertificates as Mine
from shnor_domain.territories.paging import page_of

LIST, _CHOSEN = "papers", "certificate"


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them, the latest first; where there is none it says how one comes about."""
    texts = texts_of(dialog_manager)
    found = await (await given(dialog_manager, Mine))(actor_of(dialog_manager))
    page = page_of(found, turned_to(dialog_manager, LIST))
    return {
        "text": texts("scert-mine", some=bool(found)),
        LIST: [
            Choice(
                each.certificate.id,
                texts.button(
                    "btn-scert-row",
                    number=number_word(each.certificate),
                    title=short(each.event.terms.title),
                    valid=each.certificate.valid,
                ),
            )
            for each in page.rows
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_row(manager: DialogManager, certificate: int) -> None:
    """One of them."""
    manager.dialog_data[_CHOSEN] = certificate
    await manager.switch_to(MyCertificates.one)


async def found_of(manager: DialogManager) -> OneCertificate:
    """The chosen one, or the one with which the dialog was started."""
    data = manager.start_data if isinstance(manager.start_data, dict) else {}
    which = manager.dialog_data.get(_CHOSEN, data.get(_CHOSEN, 0))
    return await (await given(manager, MyCertificate))(actor_of(manager), CertificateId(int(which)))


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What stands on it, and whether it holds."""
    found = await found_of(dialog_manager)
    return {"text": certificate_text(texts_of(dialog_manager), found), "valid": found.certificate.valid}


async def on_send(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The document, the same each time."""
    await send_certificate(manager, await found_of(manager))


async def on_new(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Another one in place of what holds no more."""
    await manager.start(TakingCertificate.name, data={"event": (await found_of(manager)).event.id})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_row, int),
            Turning(LIST),
            way_back(),
            menu_button(),
            state=MyCertificates.all,
            getter=rows,
        ),
        Screen(
            Format("{text}"),
            Button(T("btn-scert-send"), id="send", on_click=on_send, when="valid"),
            Button(T("btn-scert-new"), id="new", on_click=on_new, when=lambda data, *_: not data["valid"]),
            back_button(MyCertificates.all),
            menu_button(),
            state=MyCertificates.one,
            getter=one,
        ),
    )
