"""Who may ask: this machine only, and no page but our own (a foreign site can make a browser ask loopback)."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.refusals import Refusal
from bot.sandbox.webhook import is_loopback

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def _check(request: web.Request) -> None:
    # The Host header of a rebound name is the foreign name, although the address is ours.
    if not is_loopback(urlsplit(f"//{request.host}").hostname or ""):
        raise Refusal(403, "foreign_host")
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise Refusal(403, "foreign_origin")


@web.middleware
async def guard(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Refuse strangers, and turn a Refusal into its answer."""
    try:
        _check(request)
        return await handler(request)
    except Refusal as refusal:
        return refusal.response()


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
