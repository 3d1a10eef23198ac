"""A file that many get is uploaded once, and once more when Telegram has forgotten it."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile, Chat, Document, Message

from bot.sender import OUTGOING
from bot.sending.outgoing import sending_as, who_sends
from bot.sending.uploads import Uploads
from shnor_domain.messaging import Attachment, Lane, Refused, TryLater
from shnor_domain.notifications.asking import FRESH
from tests.support.quick_time import quickly

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


class Slow(Sends):
    """A body takes its minute to arrive; what names it by an id goes at once, with this patience left."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.left: list[float] = []
        self._seconds = seconds

    async def __call__(self, file: str | BufferedInputFile) -> Message:
        if isinstance(file, str):
            self.left.append(who_sends().patience)
        else:
            await asyncio.sleep(self._seconds)
        return await super().__call__(file)


def test_who_sends_another_file_does_not_wait_for_an_upload() -> None:
    async def work() -> None:
        uploads, loop = Uploads(), asyncio.get_running_loop()
        async with asyncio.TaskGroup() as group:
            group.create_task(uploads(attachment(key="big.pdf")[0], Slow(50)))
            await asyncio.sleep(1)
            await uploads(attachment(key="small.pdf")[0], Sends())
            assert loop.time() < 2
        assert loop.time() >= 50

    quickly(work)


def test_a_copy_of_a_mailing_waits_a_moment_for_an_upload_and_goes_back() -> None:
    """With how old an answer may be it is no more than two seconds after which nothing goes unasked (N9)."""

    async def work() -> None:
        uploads, loop, sends = Uploads(), asyncio.get_running_loop(), Slow(50)
        async with asyncio.TaskGroup() as group:
            group.create_task(uploads(attachment()[0], sends))
            await asyncio.sleep(1)
            began = loop.time()
            with sending_as(OUTGOING[Lane.MAILING]), pytest.raises(TryLater):
                await uploads(attachment()[0], sends)
            assert loop.time() - began + FRESH.total_seconds() <= 2.01
        assert len(sends.given) == 1

    quickly(work)


def test_a_wait_for_an_upload_and_one_at_a_gate_share_one_patience() -> None:
    async def work() -> None:
        uploads, sends = Uploads(), Slow(1)
        with sending_as(OUTGOING[Lane.MAILING]):
            await asyncio.gather(*(uploads(attachment()[0], sends) for _ in range(2)))
        assert sends.left == [pytest.approx(OUTGOING[Lane.MAILING].patience - 1, abs=0.01)]

    quickly(work)


def test_uploads_that_time_out_do_not_queue_up() -> None:
    """Whoever waits gives up long before her lease is over, however many wait."""

    async def work() -> None:
        uploads, loop = Uploads(), asyncio.get_running_loop()

        async def times_out(_file: str | BufferedInputFile) -> Message:
            await asyncio.sleep(60)
            raise TryLater

        with sending_as(OUTGOING[Lane.PEOPLE]):
            ended = await asyncio.gather(
                *(uploads(attachment()[0], times_out) for _ in range(4)), return_exceptions=True
            )
        assert [type(each) for each in ended] == [TryLater] * 4
        assert loop.time() < 61

    quickly(work)
