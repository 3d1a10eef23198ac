"""`shnor-bot demo`: sandbox, sample region and the bot in one process, on this machine only."""

import asyncio
import sys
from contextlib import suppress
from pathlib import Path

from bot import assembly, operator_texts
from bot.clock import MovableClock, SystemClock
from bot.failures import PortTaken
from bot.running import running, stop_on_signals
from bot.sample.lived.clock import LivedClock
from bot.sample.loading import Sample
from bot.sample.rows import rows
from bot.sandbox.server import Sandbox, start_sandbox
from bot.settings import Settings
from shnor_domain.storage import migrate
from shnor_domain.storage.engine import Database

_HOST = "127.0.0.1"


async def demo(settings: Settings, *, folder: Path, page_port: int) -> int:
    """Serve the page until interrupted; what was said and booked is in `folder` and comes back. Raises StartFailure."""
    stop_on_signals()
    with suppress(asyncio.CancelledError):
        sandbox = await _sandbox(settings, folder, page_port)
        try:
            await _show(settings.model_copy(update={"api_url": sandbox.url}), sandbox)
        finally:
            await sandbox.stop()
    return 0


async def _show(settings: Settings, sandbox: Sandbox) -> None:
    await migrate.upgrade(settings.database_url)
    # messages that fall due within a jump carry the instant at which they did
    clock = MovableClock(sandbox.moved_to)
    clock.move_to(sandbox.now)
    await _lay_sample(settings, clock)
    for row in (*rows("people.csv"), *rows("lived/people.csv")):
        sandbox.ensure_person(int(row["chat"]), row["name"], hint=row["hint"], started=bool(row["role"]))
    async with running(settings, clock) as process:
        sandbox.clock_url = f"http://{_HOST}:{process.http_port}/clock"
        sys.stdout.write(f"{operator_texts.demo_is_open(sandbox.url)}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


async def _lay_sample(settings: Settings, clock: MovableClock) -> None:
    lived = LivedClock(clock)
    parts = assembly.of_settings(settings, Database(settings.database_url), lived, SystemClock())
    fields = parts.fields()
    container = parts.container(fields | {"kinds": parts.kinds(fields)})
    try:
        await Sample(parts.units, lived, parts.files, container).load(lived)
    finally:
        await container.close()
        await parts.database.close()


async def _sandbox(settings: Settings, folder: Path, port: int) -> Sandbox:
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    try:
        return await start_sandbox(_HOST, port, token, files_dir=folder / "sandbox")
    except OSError as error:
        raise PortTaken(_HOST, port) from error
