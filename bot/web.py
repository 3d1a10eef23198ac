"""The HTTP side of the process: is it alive, is it ready, its figures, and the clock of a rehearsal.

The webhook's route is added by bot/updates.py to the same application.
"""

import asyncio
import errno
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Protocol

import prometheus_client
from aiohttp import web

from bot.failures import PortTaken
from bot.setting_values import is_loopback

logger = logging.getLogger(__name__)

Check = Callable[[], Awaitable[bool]]
"""True when the part works; an exception and five seconds without an answer count as False."""

_CHECK_SECONDS = 5.0
_SHUTDOWN_SECONDS = 10.0
_UNUSABLE_ADDRESS = (errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES)


class Rehearsal(Protocol):
    """Moves the clock forward step by step and runs what falls due on the way (ADR 5); returns the instant reached."""

    async def advance(self, seconds: float) -> datetime: ...
    async def to(self, instant: datetime) -> datetime: ...
    async def next(self) -> datetime: ...


def build(checks: Mapping[str, Check], rehearsal: Rehearsal | None = None) -> web.Application:
    """An application with /healthz, /readyz, /metrics, and /clock when there is a `rehearsal`."""
    app = web.Application()
    app.router.add_get("/healthz", _alive)
    app.router.add_get("/readyz", _ready(checks))
    app.router.add_get("/metrics", _figures)
    if rehearsal is not None:
        app.router.add_post("/clock", _clock(rehearsal))
    return app


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """Listen while the block runs and give the real port (0 asks for a free one); raises PortTaken."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            if error.errno in _UNUSABLE_ADDRESS:
                raise PortTaken(host, port) from error
            raise
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def _alive(_request: web.Request) -> web.Response:
    return web.json_response({"alive": True})


async def _figures(_request: web.Request) -> web.Response:
    return web.Response(body=prometheus_client.generate_latest(), headers={"Content-Type": "text/plain; version=0.0.4"})


def _ready(checks: Mapping[str, Check]) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def ready(_request: web.Request) -> web.Response:
        results = await asyncio.gather(*(_passes(name, check) for name, check in checks.items()))
        found = dict(zip(checks, results, strict=True))
        return web.json_response(found, status=200 if all(results) else 503)

    return ready


async def _passes(name: str, check: Check) -> bool:
    try:
        async with asyncio.timeout(_CHECK_SECONDS):
            return await check()
    except Exception as error:
        logger.warning("readiness check %s failed: %s", name, error)
        return False


def _clock(rehearsal: Rehearsal) -> Callable[[web.Request], Awaitable[web.Response]]:
    one_jump_at_a_time = asyncio.Lock()

    async def clock(request: web.Request) -> web.Response:
        if not _from_this_machine(request):
            return web.json_response({"error": "only from this machine"}, status=403)
        try:
            jump = _jump(rehearsal, await request.json())
            async with one_jump_at_a_time:
                return web.json_response({"now": (await jump()).isoformat()})
        except (ValueError, OverflowError) as error:
            return web.json_response({"error": str(error)}, status=400)

    return clock


def _from_this_machine(request: web.Request) -> bool:
    """HTTP_HOST may be open to others, and a foreign page can make a browser here ask loopback: by a name that it has
    rebound (Host), or across origins (Origin)."""
    origin = request.headers.get("Origin")
    return (
        is_loopback(f"//{request.remote}" if ":" not in (request.remote or "") else f"//[{request.remote}]")
        and is_loopback(f"//{request.host}")
        and (origin is None or is_loopback(origin))
    )


def _jump(rehearsal: Rehearsal, body: Any) -> Callable[[], Awaitable[datetime]]:
    """{"advance": seconds} | {"to": ISO instant with an offset} | {"next": true}; ValueError for anything else."""
    match body:
        case {"advance": int() | float() as seconds} if not isinstance(seconds, bool) and 0 <= seconds < float("inf"):
            return lambda: rehearsal.advance(float(seconds))
        case {"to": str() as text}:
            instant = datetime.fromisoformat(text)
            if instant.tzinfo is None:
                raise ValueError("an instant without an offset")
            return lambda: rehearsal.to(instant)
        case {"next": True}:
            return rehearsal.next
        case _:
            raise ValueError("advance, to or next is expected")
