"""`/sandbox/events, calls, transcript, faults, limits, chats, files, health`: to look inside and to break things."""

import json
from dataclasses import asdict, replace
from urllib.parse import quote

from aiohttp import web

from bot.sandbox.control_body import body_of, number_in
from bot.sandbox.http_api import BOX
from bot.sandbox.images import image_mime
from bot.sandbox.records import Group, to_record
from bot.sandbox.refusals import Refusal
from bot.sandbox.views import page_message

_HEARTBEAT = 15.0


async def stream_events(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    await response.write(b": hello\n\n")
    async for event in request.app[BOX].events.listen(_HEARTBEAT):
        line = b": still here\n\n" if event is None else f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()
        try:
            await response.write(line)
        except ConnectionError:
            break
    return response


async def list_calls(request: web.Request) -> web.Response:
    return web.json_response(request.app[BOX].calls.after(number_in(request.query.get("after"))))


async def transcript(request: web.Request) -> web.Response:
    """Return every version of every message in the order of events: `event` is message, edit or delete."""
    box = request.app[BOX]
    return web.json_response([
        {"event": event, "chat_id": message.chat_id, "text": message.text, **page_message(box, message)}
        for event, message in box.world.versions
    ])  # fmt: skip


async def post_fault(request: web.Request) -> web.Response:
    try:
        request.app[BOX].faults.add(await body_of(request))
    except (TypeError, ValueError) as error:
        raise Refusal(400, "bad_fault", str(error)) from error
    return web.json_response(request.app[BOX].faults.left(), status=201)


async def list_faults(request: web.Request) -> web.Response:
    return web.json_response(request.app[BOX].faults.left())


async def clear_faults(request: web.Request) -> web.Response:
    request.app[BOX].faults.clear()
    return web.json_response([])


async def patch_limits(request: web.Request) -> web.Response:
    """Change thresholds of the pace by name: enabled, per_second, chat_per_second, chat_burst, group_per_minute."""
    try:
        pace = request.app[BOX].limiter.change(await body_of(request))
    except TypeError as error:
        raise Refusal(400, "bad_pace", str(error)) from error
    return web.json_response(asdict(pace))


async def post_chat(request: web.Request) -> web.Response:
    """Make a group: `title`, `supergroup`."""
    box = request.app[BOX]
    fields = await body_of(request)
    group = Group(box.world.next_group_id(), str(fields.get("title") or "?"), bool(fields.get("supergroup")))
    return web.json_response(to_record(box.world.put_group(group)), status=201)


async def patch_chat(request: web.Request) -> web.Response:
    """Let a group throw the bot out (`kicked`) or become another chat (`migrated_to`)."""
    fields = await body_of(request)
    world = request.app[BOX].world
    group = world.groups.get(number_in(request.match_info["id"]))
    if group is None:
        raise Refusal(404, "no_chat")
    changes = {name: fields[name] for name in ("kicked", "migrated_to") if name in fields}
    return web.json_response(to_record(world.put_group(replace(group, **changes))))


async def get_file(request: web.Request) -> web.StreamResponse:
    """Pictures are shown; anything else is only saved, for a page made by somebody must not run as ours."""
    box = request.app[BOX]
    file = box.world.files.get(request.match_info["key"])
    if file is None:
        return web.Response(status=404)
    path = box.files.path(file)
    with path.open("rb") as content:
        mime = image_mime(content.read(32))
    shown = "inline" if mime else "attachment"
    return web.FileResponse(path, headers={
        "Content-Type": mime or "application/octet-stream",
        "Content-Disposition": f"{shown}; filename*=UTF-8''{quote(file.name)}",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, max-age=86400",
    })  # fmt: skip


async def health(request: web.Request) -> web.Response:
    box = request.app[BOX]
    return web.json_response({"ok": True, "bot": box.me(), "people": len(box.world.people)})


def add_tool_routes(app: web.Application) -> None:
    router = app.router
    router.add_get("/sandbox/events", stream_events)
    router.add_get("/sandbox/calls", list_calls)
    router.add_get("/sandbox/transcript", transcript)
    router.add_get("/sandbox/faults", list_faults)
    router.add_post("/sandbox/faults", post_fault)
    router.add_delete("/sandbox/faults", clear_faults)
    router.add_patch("/sandbox/limits", patch_limits)
    router.add_post("/sandbox/chats", post_chat)
    router.add_patch("/sandbox/chats/{id}", patch_chat)
    router.add_get("/sandbox/files/{key}", get_file)
    router.add_get("/sandbox/health", health)
