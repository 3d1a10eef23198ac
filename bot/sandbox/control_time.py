"""`/sandbox/clock`: shows the time and moves it together with the bot's own clock."""

from datetime import UTC, datetime

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from bot.sandbox.box import Box
from bot.sandbox.control_body import body_of
from bot.sandbox.http_api import BOX
from bot.sandbox.json_types import JsonObject
from bot.sandbox.refusals import Refusal

# A jump runs all that falls due on its way, which may be weeks of reminders.
_JUMP_SECONDS = 600


def _shown(box: Box) -> JsonObject:
    return {"now": box.clock.now().astimezone(UTC).isoformat(), "bot_clock": box.clock_url is not None}


def _instant(text: object) -> datetime:
    try:
        instant = datetime.fromisoformat(str(text))
    except ValueError as error:
        raise Refusal(400, "bad_clock") from error
    if instant.tzinfo is None:
        raise Refusal(400, "bad_clock")
    return instant


def _set(box: Box, now: datetime) -> web.Response:
    box.clock.set(now)
    box.events.publish("clock", chat_id=None, **_shown(box))
    return web.json_response(_shown(box))


async def get_clock(request: web.Request) -> web.Response:
    return web.json_response(_shown(request.app[BOX]))


async def post_clock(request: web.Request) -> web.Response:
    """Hand the step on to the bot and take its time; `{"set": iso}` is the bot's own word and is not handed on."""
    box = request.app[BOX]
    step = await body_of(request)
    if "set" in step:
        return _set(box, _instant(step["set"]))
    if "to" in step:
        _instant(step["to"])
    elif not step.get("next") and not isinstance(step.get("advance"), int | float):
        raise Refusal(400, "bad_clock")
    if box.clock_url is None:
        raise Refusal(409, "no_bot_clock")
    return _set(box, _instant(await _ask_bot(box.clock_url, step)))


async def _ask_bot(url: str, step: JsonObject) -> object:
    try:
        timeout = ClientTimeout(total=_JUMP_SECONDS)
        async with ClientSession(timeout=timeout) as http, http.post(url, json=step) as answer:
            if answer.status != 200:
                raise Refusal(502, "bot_clock_refused", (await answer.text())[:500])
            return (await answer.json())["now"]
    except (ClientError, TimeoutError, OSError, ValueError, KeyError) as error:
        raise Refusal(502, "bot_clock_unreachable", type(error).__name__) from error


def add_time_routes(app: web.Application) -> None:
    app.router.add_get("/sandbox/clock", get_clock)
    app.router.add_post("/sandbox/clock", post_clock)
