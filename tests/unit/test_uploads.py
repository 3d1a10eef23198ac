"""A file that many get is uploaded once, and once more when Telegram has forgotten it."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile, Chat, Document, Message

from bot.sending.uploads import Uploads
from shnor_domain.messaging import Attachment, Refused

METHOD = SendDocument(chat_id=1, document="x")


class Sends:
    """What was given to Telegram; the first so many calls are refused with these words."""

    def __init__(self, *refusals: str) -> None:
        self.given: list[str | BufferedInputFile] = []
        self._refusals = list(refusals)

    async def __call__(self, file: str | BufferedInputFile) -> Message:
        self.given.append(file)
        await asyncio.sleep(0)
        if isinstance(file, str) and self._refusals:
            raise TelegramBadRequest(METHOD, self._refusals.pop(0))
        document = Document(file_id=f"id-{len(self.given)}", file_unique_id="u")
        return Message(
            message_id=1, date=datetime(2026, 11, 30, tzinfo=UTC), chat=Chat(id=1, type="private"), document=document
        )


def attachment(body: bytes | None = b"pdf", key: str = "a.pdf") -> tuple[Attachment, Callable[[], int]]:
    loads: list[int] = []

    async def load() -> bytes | None:
        loads.append(1)
        return body

    return Attachment("план.pdf", b"", key=key, load=load), lambda: len(loads)


async def test_the_second_copy_names_the_file_by_its_id() -> None:
    uploads, sends, (file, loaded) = Uploads(), Sends(), attachment()
    for _ in range(3):
        await uploads(file, sends)
    assert [isinstance(each, str) for each in sends.given] == [False, True, True]
    assert (sends.given[1], loaded()) == ("id-1", 1)


async def test_of_copies_that_start_together_one_uploads_and_the_others_wait_for_its_id() -> None:
    uploads, sends, (file, loaded) = Uploads(), Sends(), attachment()
    await asyncio.gather(*(uploads(file, sends) for _ in range(5)))
    assert sum(isinstance(each, str) for each in sends.given) == 4
    assert loaded() == 1


async def test_what_telegram_has_forgotten_is_uploaded_anew() -> None:
    uploads, (file, loaded) = Uploads(), attachment()
    sends = Sends("Bad Request: wrong file identifier/HTTP URL specified")
    await uploads(file, sends)
    await uploads(file, sends)
    assert [isinstance(each, str) for each in sends.given] == [False, True, False]
    assert loaded() == 2


async def test_another_refusal_is_no_reason_to_upload() -> None:
    uploads, (file, _) = Uploads(), attachment()
    sends = Sends("Bad Request: chat not found")
    await uploads(file, sends)
    with pytest.raises(TelegramBadRequest):
        await uploads(file, sends)
    assert len(sends.given) == 2


async def test_a_file_that_is_gone_is_refused_and_one_of_its_own_is_sent_as_it_is() -> None:
    with pytest.raises(Refused):
        await Uploads()(attachment(None)[0], Sends())
    sends = Sends()
    await Uploads()(Attachment("a.ics", b"BEGIN"), sends)
    await Uploads()(Attachment("a.ics", b"BEGIN"), sends)
    assert all(isinstance(each, BufferedInputFile) for each in sends.given)
