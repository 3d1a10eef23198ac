"""Reading what the page and the tests send."""

import json

from aiohttp import web

from bot.sandbox.json_types import Json, JsonObject
from bot.sandbox.refusals import Refusal


async def body_of(request: web.Request) -> JsonObject:
    """Return the JSON object of the body, {} for an empty one; raises Refusal."""
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError as error:
        raise Refusal(400, "bad_body") from error
    if not isinstance(body, dict):
        raise Refusal(400, "bad_body")
    return body


def number_in(value: Json) -> int:
    """Return an integer, 0 for what is none."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0
