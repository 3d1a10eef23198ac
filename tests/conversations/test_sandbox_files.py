"""Pictures and files, both ways."""

from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge
from aiogram.types import BufferedInputFile, Message
from aiohttp import FormData

from tests.support.pictures_at_hand import png
from tests.support.sandbox import TOKEN, Teacher, Town, running_town


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with running_town() as running:
        yield running


async def sends_file(teacher: Teacher, content: bytes, name: str, kind: str = "document", caption: str = "") -> int:
    form = FormData({"kind": kind, "caption": caption}, quote_fields=False)
    form.add_field("file", BytesIO(content), filename=name, content_type="application/octet-stream")
    async with teacher.http.post(f"/sandbox/people/{teacher.id}/send", data=form) as answer:
        return answer.status


async def test_a_picture_is_shown_and_sent_again_by_its_id(town: Town) -> None:
    teacher = await town.teacher()
    sent = await town.bot.send_photo(teacher.id, BufferedInputFile(png(40, 30), "chart.png"), caption="<b>Рост</b>",
                                     parse_mode="HTML")  # fmt: skip
    assert sent.photo is not None and (sent.photo[0].width, sent.photo[0].height) == (40, 30)
    again = await town.bot.send_photo(teacher.id, sent.photo[0].file_id)
    assert again.photo is not None and again.photo[0].file_unique_id == sent.photo[0].file_unique_id
    first, second = await teacher.sees()
    assert (first["caption_html"], first["html"]) == ("<b>Рост</b>", "")
    assert first["photo"] == second["photo"]
    async with town.http.get(first["photo"]) as answer:
        assert (answer.content_type, await answer.read()) == ("image/png", png(40, 30))
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Disposition"].startswith("inline")
    with pytest.raises(TelegramBadRequest, match="can't use file of type Photo as Document"):
        await town.bot.send_document(teacher.id, sent.photo[0].file_id)
    with pytest.raises(TelegramBadRequest, match="Bad Request: wrong file identifier/HTTP URL specified"):
        await town.bot.send_photo(teacher.id, f"{sent.photo[0].file_id}x")


async def test_a_file_of_a_teacher_is_read_by_the_bot(town: Town) -> None:
    teacher = await town.teacher()
    assert await sends_file(teacher, "ученики;балл".encode(), "Итоги 9 «А».csv", caption="Итоги") == 201
    assert await sends_file(teacher, png(8, 8), "доска.png", kind="photo") == 201
    assert await sends_file(teacher, b"no picture", "фото.png", kind="photo") == 201
    table, board, odd = [update.message for update in await town.next_updates() if update.message]
    assert table.document is not None and (table.document.file_name, table.caption) == ("Итоги 9 «А».csv", "Итоги")
    content = await town.bot.download(table.document)
    assert content is not None and content.read() == "ученики;балл".encode()
    assert board.photo is not None and odd.document is not None
    assert (await teacher.sees())[0]["document"]["file_name"] == "Итоги 9 «А».csv"
    assert await sends_file(teacher, b"", "empty.csv") == 400


async def test_what_a_teacher_sends_never_runs_as_a_page(town: Town) -> None:
    teacher = await town.teacher()
    await sends_file(teacher, b"<script>alert(1)</script>", "evil.html")
    (seen,) = await teacher.sees()
    async with town.http.get(seen["document"]["url"]) as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["Content-Security-Policy"]


async def test_a_file_over_20_mb_arrives_but_cannot_be_fetched(town: Town) -> None:
    teacher = await town.teacher()
    await sends_file(teacher, b"\0" * ((20 << 20) + 1), "big.bin")
    (update,) = await town.next_updates()
    assert update.message is not None and update.message.document is not None
    with pytest.raises(TelegramBadRequest, match="Bad Request: file is too big"):
        await town.bot.get_file(update.message.document.file_id)


async def test_a_file_over_50_mb_is_not_taken_at_all(town: Town) -> None:
    teacher = await town.teacher()
    assert await sends_file(teacher, b"\0" * ((50 << 20) + 1), "huge.bin") == 413
    with pytest.raises(TelegramEntityTooLarge, match="Request Entity Too Large"):
        await town.bot.send_document(teacher.id, BufferedInputFile(b"\0" * ((50 << 20) + 1), "huge.bin"))
    assert await teacher.sees() == []


async def test_wrong_files_are_refused(town: Town) -> None:
    teacher = await town.teacher()
    for content, said in ((b"", "file must be non-empty"), (b"text", "IMAGE_PROCESS_FAILED"),
                          (png(210, 10), "PHOTO_INVALID_DIMENSIONS")):  # fmt: skip
        with pytest.raises(TelegramBadRequest, match=f"Bad Request: {said}"):
            await town.bot.send_photo(teacher.id, BufferedInputFile(content, "a.png"))
    for args, said in (
        ({}, "there is no document in the request"),
        ({"document": "attach://lost"}, "there is no document in the request"),
        ({"document": "no-such-id"}, "wrong file identifier/HTTP URL specified"),
        ({"document": "https://e.ru/a.csv"}, "failed to get HTTP URL content"),
        ({"document": "no-such-id", "caption": "ы" * 1025}, "message caption is too long"),
    ):
        status, body = await town.call("sendDocument", chat_id=teacher.id, **args)
        assert (status, body["description"]) == (400, f"Bad Request: {said}")
    for file_id, said in (("", "file_id not specified"), ("x", "wrong file_id or the file is temporarily unavailable")):
        status, body = await town.call("getFile", file_id=file_id)
        assert (status, body["description"]) == (400, f"Bad Request: {said}")
    async with town.http.get(f"/file/bot{TOKEN}/documents/none.csv") as answer:
        assert answer.status == 404
    assert await teacher.sees() == []


async def test_a_part_of_any_name_can_be_attached(town: Town) -> None:
    teacher = await town.teacher()
    form = FormData({"chat_id": str(teacher.id), "document": "attach://part7"})
    form.add_field("part7", b"a;b", filename="plan.csv", content_type="text/csv")
    async with town.http.post(f"/bot{TOKEN}/sendDocument", data=form) as answer:
        sent = Message.model_validate((await answer.json())["result"])
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type, sent.document.file_size) == ("plan.csv", "text/csv", 3)
