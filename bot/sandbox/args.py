"""Arguments of one Bot API call, from the query string, a form, multipart or JSON."""

import json
from dataclasses import dataclass, field

from aiohttp import web

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.files import MAX_UPLOAD, Upload
from bot.sandbox.json_types import Json, JsonObject

_TRUE = frozenset({"true", "True", "1", "yes"})
TOO_LARGE = ApiError(413, "Request Entity Too Large")


@dataclass(frozen=True, slots=True)
class Args:
    """Values are text, as on the wire: what is not text in JSON is its JSON text. Unknown names are never looked at."""

    values: dict[str, str] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.values.get(name, "")

    def flag(self, name: str) -> bool:
        return self.text(name) in _TRUE

    def number(self, name: str, default: int = 0) -> int:
        """Return an integer; anything that is none counts as absent, as in the Bot API."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def json(self, name: str, refusal: str) -> Json:
        """Return the decoded value, None if absent; raises 400 `refusal` for what is not JSON."""
        if not self.text(name):
            return None
        try:
            return json.loads(self.text(name))
        except ValueError as error:
            raise bad_request(refusal) from error

    def check_encoding(self) -> None:
        """Raises 400 for halves of surrogate pairs."""
        try:
            "".join(self.values.values()).encode()
        except UnicodeError as error:
            raise bad_request("strings must be encoded in UTF-8") from error

    def shown(self) -> JsonObject:
        """Return the arguments for the list of calls: JSON unfolded, files by name and size."""
        shown: JsonObject = {}
        for name, value in self.values.items():
            try:
                shown[name] = json.loads(value) if value[:1] in ("{", "[") or value.lstrip("-").isdigit() else value
            except ValueError:
                shown[name] = value
        for name, upload in self.uploads.items():
            shown[name] = f"{upload.name} ({len(upload.content)} bytes)"
        return shown


async def read_args(request: web.Request) -> Args:
    """Raises 413 for a body over 50 MB and 400 for JSON that is no object."""
    args = Args({name: str(value) for name, value in request.query.items()})
    try:
        if request.content_type == "application/json":
            _take_json(args, await request.read())
        elif request.content_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
            await _take_form(args, request)
    except web.HTTPRequestEntityTooLarge as error:
        raise TOO_LARGE from error
    except ValueError as error:
        raise bad_request("can't parse the request body") from error
    return args


def _take_json(args: Args, body: bytes) -> None:
    try:
        given = json.loads(body or b"{}")
    except ValueError as error:
        raise bad_request("can't parse JSON object in the request body") from error
    if not isinstance(given, dict):
        raise bad_request("expected a JSON object in the request body")
    for name, value in given.items():
        if value is not None:
            args.values[name] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


async def _take_form(args: Args, request: web.Request) -> None:
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            content = value.file.read()
            value.file.close()
            if len(content) > MAX_UPLOAD:
                raise TOO_LARGE
            args.uploads[name] = Upload(value.filename, value.content_type, content)
        elif isinstance(value, bytes):
            args.values[name] = value.decode(errors="replace")
        else:
            args.values[name] = str(value)
