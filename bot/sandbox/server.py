"""Starts and stops the sandbox: the Bot API, its control and the chat page on one loopback address."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from socket import AF_INET, AF_INET6, create_server
from tempfile import TemporaryDirectory

from aiohttp import web

from bot.clock import SystemClock
from bot.sandbox.box import Box
from bot.sandbox.callbacks import Callbacks
from bot.sandbox.calls import Calls
from bot.sandbox.clock import SandboxClock
from bot.sandbox.control import add_people_routes, add_person
from bot.sandbox.control_time import add_time_routes
from bot.sandbox.control_tools import add_tool_routes
from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.files import MAX_UPLOAD, FileStore
from bot.sandbox.guard import add_headers, guard
from bot.sandbox.http_api import BOX, add_bot_api, call_webhook_reply
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Limiter, Pace
from bot.sandbox.pages import add_page_routes
from bot.sandbox.profile import Profile
from bot.sandbox.records import Person
from bot.sandbox.state import World
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook, is_loopback
from shnor_domain.clock import Clock

# Beside the file itself a request carries its caption, its keyboard and the boundaries.
_MAX_BODY = MAX_UPLOAD + (1 << 20)


@dataclass(frozen=True, slots=True)
class Options:
    """Times are seconds of real time: `answer_window` for a tap's answer, `webhook_pause` for the second retry."""

    pace: Pace = field(default_factory=Pace)
    username: str = "shnor_sandbox_bot"
    name: str = "SHNOR"
    answer_window: float = 20.0
    webhook_pause: float = 2.0
    monotonic: Callable[[], float] = time.monotonic


class Sandbox:
    """A running sandbox. `url` is both the base of the Bot API and the address of the page."""

    def __init__(self, box: Box, runner: web.AppRunner, url: str, scratch: TemporaryDirectory[str] | None) -> None:
        self._box = box
        self._runner = runner
        self._scratch = scratch
        self.url = url

    @property
    def clock_url(self) -> str | None:
        """Where the bot's movable clock listens (`POST`), None for a bot with real time."""
        return self._box.clock_url

    @clock_url.setter
    def clock_url(self, url: str | None) -> None:
        self._box.clock_url = url

    @property
    def now(self) -> datetime:
        """The sandbox's own instant, aware: a bot with a movable clock that starts anew is to be moved here."""
        return self._box.clock.now()

    def moved_to(self, now: datetime) -> None:
        """Take the time of a bot in the same process, at each step of a jump."""
        self._box.clock.set(now)

    def ensure_person(
        self, person_id: int, name: str, *, username: str | None = None, hint: str = "", started: bool = True
    ) -> Person:
        """Return the person with this id (of her private chat as well), making her if she is not there yet."""
        fields = {"id": person_id, "name": name, "username": username, "hint": hint, "started": started}
        return self._box.world.people.get(person_id) or add_person(self._box, fields)

    async def stop(self) -> None:
        """Close every connection; what was said stays in the folder."""
        await self._box.webhook.stop()
        await self._runner.cleanup()
        self._box.journal.close()
        if self._scratch is not None:
            self._scratch.cleanup()


def _make_box(token: str, folder: Path, journal: Journal, clock: Clock, options: Options) -> Box:
    events = Events()
    time_here = SandboxClock(clock, journal)
    world = World(journal, events)
    updates = UpdateQueue(journal, time_here)
    # What people wrote is nobody else's business on a shared machine.
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "files").mkdir(exist_ok=True)
    return Box(
        token=token,
        username=options.username,
        name=options.name,
        journal=journal,
        events=events,
        clock=time_here,
        world=world,
        files=FileStore(folder / "files", world),
        updates=updates,
        webhook=Webhook(updates, time_here, journal, options.webhook_pause),
        callbacks=Callbacks(options.answer_window, options.monotonic),
        limiter=Limiter(options.pace, options.monotonic),
        faults=Faults(),
        calls=Calls(time_here, events),
        profile=Profile(journal, events),
        monotonic=options.monotonic,
    )


def _make_app(box: Box) -> web.Application:
    app = web.Application(middlewares=[guard], client_max_size=_MAX_BODY)
    app[BOX] = box
    add_bot_api(app)
    add_people_routes(app)
    add_time_routes(app)
    add_tool_routes(app)
    add_page_routes(app)
    app.on_response_prepare.append(add_headers)

    async def let_go(_: web.Application) -> None:
        box.events.close()
        box.updates.release()
        box.callbacks.release()

    app.on_shutdown.append(let_go)
    return app


async def start_sandbox(
    host: str,
    port: int,
    token: str,
    *,
    files_dir: Path | None = None,
    clock_url: str | None = None,
    clock: Clock | None = None,
    options: Options | None = None,
) -> Sandbox:
    """Serve on a loopback `host` (`port` 0 takes a free one) and return when it answers.

    `files_dir` keeps journal and files, so that a killed sandbox comes back with its chats; without it everything is
    gone at `stop`. Raises ValueError for a host that others can reach and for a token that is none, OSError for a
    taken port.
    """
    if not is_loopback(host):
        raise ValueError("the sandbox listens on a loopback address only")
    if not token.partition(":")[0].isdigit() or not token.partition(":")[2]:
        raise ValueError("a token looks like 123456:letters")
    options = options or Options()
    # Taken first: whoever holds the port holds the folder too, and only one may write the journal.
    listening = create_server((host, port), family=AF_INET6 if ":" in host else AF_INET)
    scratch = TemporaryDirectory(prefix="shnor-sandbox-") if files_dir is None else None
    folder = Path(scratch.name) if scratch else Path(files_dir or "")
    journal = Journal(None if scratch else folder / "journal.jsonl")
    box = _make_box(token, folder, journal, clock or SystemClock(), options)
    box.clock_url = clock_url
    journal.replay()
    # The address of a request holds the token, so there is no access log.
    runner = web.AppRunner(_make_app(box), access_log=None, shutdown_timeout=2.0)
    await runner.setup()
    await web.SockSite(runner, listening).start()
    box.webhook.reply = partial(call_webhook_reply, box)
    await box.webhook.start()
    shown = f"[{host}]" if ":" in host else host
    return Sandbox(box, runner, f"http://{shown}:{listening.getsockname()[1]}", scratch)
