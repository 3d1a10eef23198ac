"""Text as the Bot API takes it: parse, trim, count, find links and commands."""

import json
from re import compile as pattern

from bot.sandbox.errors import bad_request
from bot.sandbox.html import parse_html
from bot.sandbox.json_types import JsonObject

MAX_TEXT = 4096
MAX_CAPTION = 1024
_MAX_RAW_BYTES = 32768
_MAX_ENTITIES = 100
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\ufeff\ufffc" + "".join(
    map(chr, [*range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x2070)])
)
_CLEANED = dict.fromkeys(range(32), " ") | {ord("\n"): "\n"} | dict.fromkeys((ord("\r"), *range(0x2028, 0x202F)), "")
_FOUND = {
    "url": pattern(r"(?:https?|tg)://[^\s<>\"'«»]+[^\s<>\"'«».,;:!?)\]]|(?<![\w.@/])t\.me/[\w?=&/+-]+"),
    "email": pattern(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "mention": pattern(r"(?<![\w@.])@[A-Za-z]\w{3,31}"),
    "bot_command": pattern(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{3,31})?(?![\w/])"),
    "hashtag": pattern(r"(?<![\w#])#\w*[^\W\d]\w*"),
}


def utf16(text: str) -> int:
    """Return the length in UTF-16 units, which is how entities are measured."""
    return len(text.encode("utf-16-le")) // 2


def cleaned(text: str) -> str:
    """Return the text without what Telegram takes out of it: control signs and marks that turn the direction."""
    return text.translate(_CLEANED)


def whole(text: str) -> str:
    """Return the text with halves of surrogate pairs, which JSON can carry and UTF-8 cannot, replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _visible(text: str) -> bool:
    return bool(text.strip().strip(_INVISIBLE).strip())


def _trim(text: str, entities: list[JsonObject]) -> tuple[str, list[JsonObject]]:
    kept = text.strip()
    left = utf16(text) - utf16(text.lstrip())
    size = utf16(kept)
    result = []
    for entity in entities:
        begin = max(entity["offset"] - left, 0)
        end = min(entity["offset"] + entity["length"] - left, size)
        if end > begin:
            result.append(entity | {"offset": begin, "length": end - begin})
    return kept, result


def _given_entities(text: str, given: str | None) -> list[JsonObject]:
    if not given:
        return []
    try:
        entities = json.loads(given)
    except ValueError as error:
        raise bad_request("can't parse entities JSON object") from error
    if not isinstance(entities, list):
        raise bad_request("expected an Array of MessageEntity")
    size = utf16(text)
    for entity in entities:
        begin, end = int(entity["offset"]), int(entity["offset"]) + int(entity["length"])
        if end > size:
            raise bad_request(
                f"entity beginning at UTF-16 offset {begin} ends after the end of the text at UTF-16 offset {end}"
            )
    return [{key: value for key, value in entity.items() if value is not None} for entity in entities]


def detected(text: str, taken: list[JsonObject]) -> list[JsonObject]:
    """Return the entities that Telegram finds by itself where `taken` says nothing: addresses, commands, mentions."""
    spans = [(entity["offset"], entity["offset"] + entity["length"]) for entity in taken
             if entity["type"] in ("code", "pre", "text_link", "text_mention")]  # fmt: skip
    result: list[JsonObject] = []
    for kind, sign in _FOUND.items():
        for found in sign.finditer(text):
            begin = utf16(text[: found.start()])
            end = begin + utf16(found.group())
            if all(end <= left or begin >= right for left, right in spans):
                spans.append((begin, end))
                result.append({"type": kind, "offset": begin, "length": end - begin})
    return result


def formatted(raw: str, parse_mode: str | None, entities: str | None) -> tuple[str, tuple[JsonObject, ...]]:
    """Return the text to show and its entities, trimmed; `entities` is JSON and is ignored beside a parse mode.

    Raises 400 for markup that does not parse, and `text must be non-empty` where nothing visible is left.
    """
    if len(raw.encode()) > _MAX_RAW_BYTES:
        raise bad_request("text is too long")
    if not entities:
        raw = cleaned(raw)
    match (parse_mode or "").lower():
        case "" | "none":
            text, found = raw, _given_entities(raw, entities)
        case "html":
            text, found = parse_html(raw)
        case "markdown" | "markdownv2":
            # Said apart from Telegram's own words, because Telegram would take it: our bot writes HTML only.
            raise bad_request("the sandbox reads parse_mode HTML only")
        case _:
            raise bad_request("unsupported parse_mode")
    if raw and not _visible(text):
        raise bad_request("text must be non-empty")
    text, found = _trim(text, found)
    every = sorted(found + detected(text, found), key=lambda entity: (entity["offset"], -entity["length"]))
    return text, tuple(every[:_MAX_ENTITIES])


def message_text(raw: str, parse_mode: str | None, entities: str | None) -> tuple[str, tuple[JsonObject, ...]]:
    """Raises `message text is empty`, `text must be non-empty`, `message is too long` (over 4096 characters)."""
    if not raw:
        raise bad_request("message text is empty")
    text, found = formatted(raw, parse_mode, entities)
    if len(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return text, found


def caption_text(raw: str, parse_mode: str | None, entities: str | None) -> tuple[str, tuple[JsonObject, ...]]:
    """Raises `message caption is too long` over 1024 characters; an empty caption is a caption taken away."""
    text, found = formatted(raw, parse_mode, entities)
    if len(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return text, found
