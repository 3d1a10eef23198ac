"""Webhook: 200 means that the update is written down; else Telegram sends it again (Bot API setWebhook)."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web

from bot.inbox.stripping import Json

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class NotReady(Exception):
    """What waited for the start is still being read, or the process is about to end."""


def add_webhook(
    app: web.Application, accept: Callable[[Sequence[Json]], Awaitable[None]], *, path: str, secret: str
) -> None:
    """Serve `POST path`; 401 without the right secret, 400 for what is no update, 503 while not ready."""
    expected = secret.encode()

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, expected):
            return web.Response(status=401)
        update = _update(await request.read())
        if update is None:
            return web.Response(status=400)
        try:
            await accept([update])
        except NotReady:
            return web.Response(status=503, headers={"Retry-After": "1"})
        except Exception:
            logger.exception("update %s was not accepted and will come again", update["update_id"])
            return web.Response(status=500)
        return web.Response()

    app.router.add_post(path, receive)


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except ValueError:
        return None
    return update if isinstance(update, dict) and isinstance(update.get("update_id"), int) else None
