"""`/sandbox/people…`: what the page and the tests do in the name of people."""

from dataclasses import replace

from aiohttp import web

from bot.sandbox.args import read_args
from bot.sandbox.box import Box
from bot.sandbox.control_body import body_of, number_in
from bot.sandbox.errors import ApiError
from bot.sandbox.http_api import BOX
from bot.sandbox.json_types import JsonObject
from bot.sandbox.people import open_link, press, send_file, set_blocked, write
from bot.sandbox.records import Person, to_record
from bot.sandbox.refusals import Refusal
from bot.sandbox.text import cleaned, whole
from bot.sandbox.views import page_message


def _person(request: web.Request) -> tuple[Box, Person]:
    box = request.app[BOX]
    person = box.world.people.get(number_in(request.match_info["id"]))
    if person is None:
        raise Refusal(404, "no_person")
    return box, person


async def list_people(request: web.Request) -> web.Response:
    return web.json_response([to_record(person) for person in request.app[BOX].world.people.values()])


def _name_in(fields: JsonObject) -> str:
    name = " ".join(cleaned(whole(str(fields.get("name") or ""))).split())
    if not name:
        raise Refusal(400, "no_name")
    return name


def add_person(box: Box, fields: JsonObject) -> Person:
    """Make a person of `name` and maybe `id`, `username`, `hint`, `started`; raises Refusal."""
    name = _name_in(fields)
    number = number_in(fields.get("id")) or box.world.next_person_id()
    if box.world.chat(number) is not None:
        raise Refusal(409, "taken_id")
    username = str(fields.get("username") or "").lstrip("@") or None
    return box.world.put_person(
        Person(number, name, username, whole(str(fields.get("hint") or "")), started=bool(fields.get("started")))
    )


async def post_person(request: web.Request) -> web.Response:
    return web.json_response(to_record(add_person(request.app[BOX], await body_of(request))), status=201)


async def patch_person(request: web.Request) -> web.Response:
    fields = await body_of(request)
    box, person = _person(request)
    changes: JsonObject = {name: bool(fields[name]) for name in ("started", "deactivated") if name in fields}
    if "name" in fields:
        changes["name"] = _name_in(fields)
    if changes and any(getattr(person, name) != value for name, value in changes.items()):
        person = box.world.put_person(replace(person, **changes))
    if "blocked" in fields:
        person = set_blocked(box, person, bool(fields["blocked"]))
    return web.json_response(to_record(person))


async def list_messages(request: web.Request) -> web.Response:
    """Return the chat, oldest first, and count it as read."""
    box, person = _person(request)
    box.world.mark_read(person)
    messages = box.world.messages.get(person.id, {}).values()
    return web.json_response([page_message(box, message) for message in messages])


async def post_message(request: web.Request) -> web.Response:
    try:
        args = await read_args(request)
    except ApiError as error:
        raise Refusal(error.code, "too_big" if error.code == 413 else "bad_body") from error
    box, person = _person(request)
    upload = args.uploads.get("file")
    if upload is None:
        sent = write(box, person, args.text("text"))
    else:
        kind = "photo" if args.text("kind") == "photo" else "document"
        sent = [send_file(box, person, kind, upload, args.text("caption"))]
    return web.json_response(page_message(box, sent[-1]), status=201)


async def post_press(request: web.Request) -> web.Response:
    fields = await body_of(request)
    box, person = _person(request)
    answer = await press(box, person, number_in(fields.get("message_id")), str(fields.get("data", "")))
    return web.json_response(
        {"answered": answer.answered, "text": answer.text, "alert": answer.alert, "url": answer.url or None}
    )


async def post_open(request: web.Request) -> web.Response:
    fields = await body_of(request)
    box, person = _person(request)
    return web.json_response(page_message(box, open_link(box, person, str(fields.get("start") or ""))), status=201)


async def list_commands(request: web.Request) -> web.Response:
    box, person = _person(request)
    return web.json_response(box.profile.commands_of(person.id, "ru"))


def add_people_routes(app: web.Application) -> None:
    person = "/sandbox/people/{id}"
    app.router.add_get("/sandbox/people", list_people)
    app.router.add_post("/sandbox/people", post_person)
    app.router.add_patch(person, patch_person)
    app.router.add_get(f"{person}/messages", list_messages)
    app.router.add_get(f"{person}/commands", list_commands)
    app.router.add_post(f"{person}/send", post_message)
    app.router.add_post(f"{person}/press", post_press)
    app.router.add_post(f"{person}/open", post_open)
