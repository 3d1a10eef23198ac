"""The sandbox as a program: what it remembers after kill -9, who may ask it, its clock."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest
from aiogram.types import BotCommand, BufferedInputFile
from aiohttp import ClientSession, web

from bot.sandbox.server import start_sandbox
from tests.support.sandbox import TOKEN, UNPACED, Town, bot_for, running_town


async def test_after_a_kill_the_chats_are_there_and_nothing_is_delivered_twice(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.sandbox", "--port", "0", "--token", TOKEN, "--folder", str(tmp_path / "demo"),
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    bot = bot_for(url)
    async with ClientSession(url) as http:
        async with http.post("/sandbox/people", json={"name": "Айта Новая", "hint": "Учитель химии"}) as answer:
            person = (await answer.json())["id"]
        await http.post(f"/sandbox/people/{person}/open", json={"start": "x"})
        (update,) = await bot.get_updates(timeout=5)
        await bot.get_updates(offset=update.update_id + 1, timeout=0)
        sent = await bot.send_document(
            person, BufferedInputFile(b"1;2", "a.csv"), caption="<b>Файл</b>", parse_mode="HTML"
        )
        await bot.set_my_commands([BotCommand(command="my", description="Мои записи")])
        await http.post(f"/sandbox/people/{person}/send", json={"text": "ждёт"})
        async with http.get(f"/sandbox/people/{person}/messages") as answer:
            before = await answer.json()
        async with http.get("/sandbox/transcript") as answer:
            transcript = await answer.json()
    await bot.session.close()
    process.send_signal(signal.SIGKILL)
    await process.wait()
    with (tmp_path / "demo" / "journal.jsonl").open("a") as journal:
        journal.write('["message", {"torn')

    for _ in range(2):
        async with running_town(UNPACED, folder=tmp_path / "demo") as town:
            async with town.http.get(f"/sandbox/people/{person}/messages") as answer:
                assert await answer.json() == before
            async with town.http.get("/sandbox/transcript") as answer:
                assert await answer.json() == transcript
            async with town.http.get("/sandbox/people") as answer:
                (known,) = await answer.json()
            assert (known["name"], known["hint"], known["started"], known["unread"]) == (
                "Айта Новая", "Учитель химии", True, 0,
            )  # fmt: skip
            (waiting,) = await town.bot.get_updates(timeout=0)
            assert waiting.message is not None and waiting.message.text == "ждёт"
            assert waiting.update_id > update.update_id
            assert sent.document is not None
            content = await town.bot.download(sent.document)
            assert content is not None and content.read() == b"1;2"
            assert [command.command for command in await town.bot.get_my_commands()] == ["my"]


async def test_only_loopback_is_served() -> None:
    for host in ("0.0.0.0", "::", "192.168.0.5", "example.org"):
        with pytest.raises(ValueError, match="loopback"):
            await start_sandbox(host, 0, TOKEN)
    with pytest.raises(ValueError, match="token"):
        await start_sandbox("127.0.0.1", 0, "secret")
    sandbox = await start_sandbox("127.0.0.1", 0, TOKEN)
    with pytest.raises(OSError, match="in use"):
        await start_sandbox("127.0.0.1", int(sandbox.url.rpartition(":")[2]), TOKEN)
    await sandbox.stop()


async def test_foreign_names_and_foreign_pages_get_nothing() -> None:
    async with running_town() as town:
        for headers, code in (
            ({"Host": "evil.example"}, "foreign_host"),
            ({"Origin": "https://evil.example"}, "foreign_origin"),
            ({"Origin": "null"}, "foreign_origin"),
        ):
            for path in ("/", "/sandbox/people", f"/bot{TOKEN}/getMe"):
                async with town.http.get(path, headers=headers) as answer:
                    assert (answer.status, (await answer.json())["code"]) == (403, code)
        async with town.http.get("/sandbox/people", headers={"Origin": town.sandbox.url}) as answer:
            assert answer.status == 200
            assert "Access-Control-Allow-Origin" not in answer.headers


async def test_the_page_is_served_and_nothing_beside_it() -> None:
    async with running_town() as town:
        async with town.http.get("/") as answer:
            assert (answer.status, answer.content_type) == (200, "text/html")
            assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        for path in ("/page/../server.py", "/page/%2e%2e/server.py", "/page/none.js", "/page/..%2f..%2fclock.py"):
            async with town.http.get(path) as answer:
                assert answer.status == 404
        async with town.http.get("/sandbox/health") as answer:
            assert (await answer.json())["ok"] is True


async def refused(town: Town, method: str, path: str, body: object) -> tuple[int, str]:
    async with town.http.request(method, path, json=body) as answer:
        told = await answer.json()
        assert told["error"]
        return answer.status, told["code"]


async def test_control_says_what_it_did_not_understand() -> None:
    async with running_town() as town:
        teacher = await town.teacher()
        person = f"/sandbox/people/{teacher.id}"
        assert await refused(town, "POST", "/sandbox/people", {}) == (400, "no_name")
        assert await refused(town, "POST", "/sandbox/people", {"name": "Я", "id": teacher.id}) == (409, "taken_id")
        assert await refused(town, "POST", "/sandbox/people", []) == (400, "bad_body")
        assert await refused(town, "PATCH", "/sandbox/people/1", {}) == (404, "no_person")
        assert await refused(town, "PATCH", person, {"name": " "}) == (400, "no_name")
        assert await refused(town, "POST", f"{person}/send", {"text": " "}) == (400, "nothing_to_send")
        assert await refused(town, "PATCH", "/sandbox/limits", {"speed": 1}) == (400, "bad_pace")
        assert await refused(town, "POST", "/sandbox/clock", {"to": "2026-11-21"}) == (400, "bad_clock")
        assert await refused(town, "POST", "/sandbox/clock", {"advance": 60}) == (409, "no_bot_clock")


async def test_people_of_the_demo_are_made_once(tmp_path: Path) -> None:
    async with running_town(folder=tmp_path) as town:
        first = town.sandbox.ensure_person(700, "Айта Учитель", hint="Учитель химии")
        assert town.sandbox.ensure_person(700, "Другое имя") == first
    async with running_town(folder=tmp_path) as town:
        assert town.sandbox.ensure_person(700, "Другое имя") == first
        assert (await town.bot.send_message(700, "x")).chat.first_name == "Айта"


async def test_the_clock_moves_with_the_clock_of_the_bot(tmp_path: Path) -> None:
    steps: list[object] = []

    async def clock(request: web.Request) -> web.Response:
        steps.append(await request.json())
        if steps[-1] == {"advance": -5}:
            return web.json_response({"error": "only forward"}, status=400)
        return web.json_response({"now": "2031-05-01T09:00:00+09:00"})

    app = web.Application()
    app.router.add_post("/clock", clock)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/clock"
    async with running_town(folder=tmp_path, clock_url=url) as town:
        for step in ({"advance": 3600}, {"to": "2031-05-01T00:00:00+00:00"}, {"next": True}):
            async with town.http.post("/sandbox/clock", json=step) as answer:
                shown = await answer.json()
            assert (shown["now"][:16], shown["bot_clock"]) == ("2031-05-01T00:00", True)
        assert await refused(town, "POST", "/sandbox/clock", {"advance": -5}) == (502, "bot_clock_refused")
        assert len(steps) == 4
        assert town.sandbox.now.year == 2031
        teacher = await town.teacher()
        assert (await town.bot.send_message(teacher.id, "x")).date.year == 2031
        await runner.cleanup()
        assert await refused(town, "POST", "/sandbox/clock", {"next": True}) == (502, "bot_clock_unreachable")
    async with running_town(folder=tmp_path) as town, town.http.get("/sandbox/clock") as answer:
        shown = await answer.json()
        assert (shown["now"][:16], shown["bot_clock"]) == ("2031-05-01T00:00", False)
