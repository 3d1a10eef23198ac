"""A certificate as a document of its own: drawn while nothing is open, the window comes below it."""

from aiogram_dialog import DialogManager

from handlers.seminars.certificates.views import number_word, sheet_of
from handlers.shell import given, texts_of
from handlers.shell.files import file_name, send_file
from shnor_domain.papers import PaperWriter
from shnor_domain.seminars.certificates.use_cases.taking import OneCertificate


async def send_certificate(manager: DialogManager, found: OneCertificate) -> None:
    """Raises `BadFile` («busy») as its writer does: then the certificate stands, and its window sends it again."""
    texts = texts_of(manager)
    writer = await given(manager, PaperWriter)  # type: ignore[type-abstract]  # a port is asked for by its protocol
    body = await writer.diploma(sheet_of(texts, found, found.event.zone))
    name = texts.plain("scert-file", number=number_word(found.certificate))
    await send_file(manager, body, f"{file_name(name)}.pdf")
