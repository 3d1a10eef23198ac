"""Delivery of updates to a webhook on this machine: one chat in order, different chats side by side, again till 2xx."""

import asyncio
import ipaddress
import json
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import asdict, dataclass
from re import compile as pattern
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import bad_request
from bot.sandbox.journal import Journal
from bot.sandbox.json_types import JsonObject
from bot.sandbox.updates import Update, UpdateQueue
from bot.tasks import Tasks

_SECRET = pattern(r"[A-Za-z0-9_-]*\Z")
_PORTS = (443, 80, 88, 8443)
_LONGEST_PAUSE = 60.0
_LONGEST_RETRY_AFTER = 3600.0
_ANSWER_SECONDS = 60

Reply: TypeAlias = Callable[[JsonObject], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Hook:
    url: str
    secret: str
    max_connections: int


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address means this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def check_hook(hook: Hook) -> None:
    """Raises 400. Plain HTTP and any port are taken on loopback, which is the only place the sandbox delivers to."""
    if len(hook.secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.match(hook.secret):
        raise bad_request("secret token contains unallowed characters")
    try:
        parts = urlsplit(hook.url)
        port = parts.port or 443
    except ValueError as error:
        raise bad_request("invalid webhook URL specified") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if is_loopback(parts.hostname):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    raise bad_request("bad webhook: the sandbox delivers to this machine only")


class Webhook:
    """`first_pause` is the second pause between tries in seconds (the first retry is at once); then it doubles."""

    def __init__(self, queue: UpdateQueue, clock: SandboxClock, journal: Journal, first_pause: float) -> None:
        self._queue = queue
        self._clock = clock
        self._journal = journal
        self._first_pause = first_pause
        self._lanes: set[int] = set()
        self._tasks = Tasks()
        self._free = asyncio.Semaphore(1)
        self._http: ClientSession | None = None
        self._error: tuple[int, str] | None = None
        self.hook: Hook | None = None
        self.reply: Reply | None = None
        journal.restores("webhook", self._restore)

    def _restore(self, record: JsonObject) -> None:
        self.hook = Hook(**record) if record else None

    async def start(self) -> None:
        """Begin to deliver what waits, after a restart too."""
        self._queue.on_new = self._arrived
        if self.hook is not None:
            self._free = asyncio.Semaphore(self.hook.max_connections)
            for update in self._queue.pending():
                self._arrived(update)

    async def set(self, hook: Hook | None) -> None:
        """Deliver to `hook` from now on; None stops delivery. What waits stays in the queue."""
        await self._tasks.cancel()
        self._lanes.clear()
        self._error = None
        if hook != self.hook:
            self._journal.append("webhook", asdict(hook) if hook else {})
            self.hook = hook
        await self.start()

    async def stop(self) -> None:
        await self._tasks.cancel()
        if self._http is not None:
            await self._http.close()

    def info(self) -> JsonObject:
        """Return the Bot API `WebhookInfo`."""
        info: JsonObject = {
            "url": self.hook.url if self.hook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._queue.pending()),
        }
        if self.hook:
            info |= {"max_connections": self.hook.max_connections, "ip_address": "127.0.0.1"}
        if self._queue.allowed:
            info["allowed_updates"] = self._queue.allowed
        if self._error:
            info["last_error_date"], info["last_error_message"] = self._error
        return info

    def _arrived(self, update: Update) -> None:
        if self.hook is not None and update.lane not in self._lanes:
            self._lanes.add(update.lane)
            self._tasks.start(self._run_lane(self.hook, update.lane), name=f"webhook lane {update.lane}")

    async def _run_lane(self, hook: Hook, lane: int) -> None:
        while update := next((waiting for waiting in self._queue.pending() if waiting.lane == lane), None):
            await self._deliver(hook, update)
        self._lanes.discard(lane)

    async def _deliver(self, hook: Hook, update: Update) -> None:
        pause = 0.0
        while self._queue.alive(update):
            async with self._free:
                retry_after = await self._try(hook, update)
            if retry_after is None:
                self._queue.confirm([update.update_id])
                return
            await asyncio.sleep(min(retry_after, _LONGEST_RETRY_AFTER) or pause)
            pause = min(pause * 2, _LONGEST_PAUSE) or self._first_pause

    async def _try(self, hook: Hook, update: Update) -> float | None:
        """Return None once taken, else the seconds that the bot asked to wait (0 if it asked for nothing)."""
        if self._http is None:
            self._http = ClientSession(timeout=ClientTimeout(total=_ANSWER_SECONDS))
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            async with self._http.post(hook.url, json=update.json(), headers=headers, allow_redirects=False) as answer:
                if 200 <= answer.status < 300:
                    await self._take_reply(await answer.read())
                    return None
                self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                asked = answer.headers.get("Retry-After", "")
                return float(asked) if asked.isdigit() else 0.0
        except (ClientError, TimeoutError, OSError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
            return 0.0

    async def _take_reply(self, body: bytes) -> None:
        # A JSON answer to a webhook may carry one call of the Bot API; the bot never learns what came of it.
        if not body.startswith(b"{") or self.reply is None:
            return
        with suppress(ValueError):
            await self.reply(json.loads(body))

    def _failed(self, message: str) -> None:
        self._error = (int(self._clock.real().timestamp()), message)
