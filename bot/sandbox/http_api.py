"""The Bot API over HTTP: token, arguments, faults, envelope."""

import inspect
import json
import logging
from hmac import compare_digest

from aiohttp import web

from bot.sandbox.args import Args, read_args
from bot.sandbox.box import Box
from bot.sandbox.errors import ApiError, too_many_requests
from bot.sandbox.faults import Fault
from bot.sandbox.json_types import Json, JsonObject
from bot.sandbox.methods import METHODS, NAMES

logger = logging.getLogger(__name__)

BOX: web.AppKey[Box] = web.AppKey("box", Box)
_BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
    "<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
)


def _check_token(box: Box, token: str) -> None:
    if ":" not in token or token.startswith("0") or len(token) > 80:
        raise ApiError(401, "Unauthorized: invalid token specified")
    if not compare_digest(token.encode(), box.token.encode()):
        raise ApiError(401, "Unauthorized")


async def run_method(box: Box, name: str, args: Args) -> Json:
    """Return the result of a method; raises `ApiError`."""
    method = METHODS.get(name.lower())
    if method is None:
        raise ApiError(404, "Not Found: method not found")
    result = method(box, args)
    return await result if inspect.isawaitable(result) else result


def _refused(error: ApiError) -> web.Response:
    response = web.json_response(error.body(), status=error.code)
    if error.parameters and "retry_after" in error.parameters:
        response.headers["Retry-After"] = str(error.parameters["retry_after"])
    return response


def _cut(request: web.Request) -> web.Response:
    """Close the connection without an answer; what is returned goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _raise_fault(fault: Fault | None) -> None:
    if fault is not None and fault.kind == "429":
        raise too_many_requests(fault.retry_after)
    if fault is not None and fault.kind == "500":
        raise ApiError(500, "Internal Server Error: restart")


async def _answer(box: Box, name: str, args: Args, fault: Fault | None) -> web.Response:
    try:
        _raise_fault(fault)
        result = await run_method(box, name, args)
    except ApiError as error:
        return _refused(error)
    except Exception:
        # Not a rule of Telegram but a fault of the sandbox itself: said aloud, so that it is not taken for a rule.
        logger.exception("the sandbox failed in %s", name)
        return _refused(ApiError(500, "Internal Server Error: the sandbox failed, see its log"))
    body: JsonObject = {"ok": True, "result": result}
    if name.lower() == "setwebhook":
        body["description"] = "Webhook was set" if args.text("url") else "Webhook was deleted"
    return web.json_response(body)


async def call_method(request: web.Request) -> web.StreamResponse:
    """`GET|POST /bot<token>/<method>`; the method may be an argument when the path has none."""
    box = request.app[BOX]
    try:
        _check_token(box, request.match_info["token"])
        args = await read_args(request)
        args.check_encoding()
    except ApiError as error:
        return _refused(error)
    given = request.match_info.get("method") or args.text("method")
    if not given:
        return _refused(ApiError(404, "Not Found"))
    name = NAMES.get(given.lower(), given)
    fault = box.faults.next_for(name, args.number("chat_id") or None)
    begun = box.monotonic()
    if fault is not None and fault.kind in ("502", "drop"):
        status = 502 if fault.kind == "502" else 0
        box.calls.add(name, args.shown(), status, None, 0.0)
        return web.Response(text=_BAD_GATEWAY, status=502, content_type="text/html") if status else _cut(request)
    response = await _answer(box, name, args, fault)
    lost = fault is not None and fault.kind == "lost_answer"
    _log(box, name, args, response, 0 if lost else response.status, begun)
    return _cut(request) if lost else response


def _log(box: Box, name: str, args: Args, response: web.Response, status: int, begun: float) -> None:
    answer = response.text or ""
    # An empty poll says nothing and would push everything else out of the list.
    if name == "getUpdates" and answer == '{"ok": true, "result": []}':
        return
    box.calls.add(name, args.shown(), status, json.loads(answer) if answer else None, box.monotonic() - begun)


async def call_webhook_reply(box: Box, body: JsonObject) -> None:
    """Run the call that came in the answer to a webhook; get* and setWebhook are not taken so."""
    name = str(body.pop("method", ""))
    if not name or name.lower().startswith("get") or name.lower() == "setwebhook":
        return
    args = Args({key: value if isinstance(value, str) else json.dumps(value) for key, value in body.items()})
    response = await _answer(box, name, args, None)
    _log(box, NAMES.get(name.lower(), name), args, response, response.status, box.monotonic())


async def download(request: web.Request) -> web.StreamResponse:
    """`GET /file/bot<token>/<file_path>`."""
    box = request.app[BOX]
    try:
        _check_token(box, request.match_info["token"])
    except ApiError as error:
        return _refused(error)
    file = box.world.file_by_path.get(request.match_info["path"])
    if file is None:
        return _refused(ApiError(404, "Not Found"))
    return web.FileResponse(box.files.path(file), headers={"Content-Type": "application/octet-stream"})


def add_bot_api(app: web.Application) -> None:
    for path in ("/bot{token}/{method}", "/bot{token}/", "/bot{token}"):
        app.router.add_route("GET", path, call_method)
        app.router.add_route("POST", path, call_method)
    app.router.add_get("/file/bot{token}/{path:.+}", download)
