"""Telegram's HTML → plain text and entities, with its refusals word for word (offsets are bytes of the source)."""

from dataclasses import dataclass
from html import unescape
from re import compile as pattern

from bot.sandbox.errors import cannot_parse_entities
from bot.sandbox.json_types import JsonObject
from bot.sandbox.urls import checked_link, user_of_link

_SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip
_TAGS = frozenset(_SIMPLE) | {"a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
_SPACE = b" \t\r\n\x0b"
_ENTITY = pattern(rb"&(?:#x[0-9A-Fa-f]+|#[0-9]+|(?:lt|gt|amp|quot)(?![A-Za-z]));?")
_TIME_FORMAT = pattern(r"(?:[rR]|[tTdDwW]*)\Z")
_NAME_END = _SPACE + b"=>/\"'"


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end: where its text began in UTF-16 units and in characters."""

    tag: str
    argument: str
    format: str
    offset: int
    begin: int


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source.encode()
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.units = 0
        self.open: list[_Open] = []
        self.entities: list[JsonObject] = []

    def read(self) -> tuple[str, list[JsonObject]]:
        while self.at < len(self.source):
            if self._peek() == b"<":
                if self.source[self.at + 1 : self.at + 2] == b"/":
                    self._end_tag()
                else:
                    self._start_tag()
            else:
                self._words()
        if self.open:
            raise cannot_parse_entities(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.text), self.entities

    def _peek(self) -> bytes:
        return self.source[self.at : self.at + 1]

    def _words(self) -> None:
        end = self.source.find(b"<", self.at)
        chunk = self.source[self.at : end if end >= 0 else len(self.source)]
        self.at += len(chunk)
        self._add(_decode(chunk))

    def _add(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)
        self.units += len(text.encode("utf-16-le")) // 2

    def _skip_space(self) -> None:
        while self._peek() and self._peek() in _SPACE:
            self.at += 1

    def _until(self, stops: bytes) -> bytes:
        begin = self.at
        while self._peek() and self._peek() not in stops:
            self.at += 1
        return self.source[begin : self.at]

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._until(_SPACE + b">").decode().lower()
        if not self._peek():
            raise cannot_parse_entities(f"Unclosed start tag at byte offset {begin}")
        if tag not in _TAGS:
            raise cannot_parse_entities(f'Unsupported start tag "{tag}" at byte offset {begin}')
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise cannot_parse_entities(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        if tag == "tg-time" and not _TIME_FORMAT.match(attributes.get("format", "")):
            raise cannot_parse_entities("Invalid date format used")
        self.open.append(_Open(tag, _argument(tag, attributes), attributes.get("format", ""), self.units, self.length))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip_space()
            if self._peek() == b">":
                self.at += 1
                return attributes
            name = self._until(_NAME_END).decode().lower()
            if not name and self._peek():
                raise cannot_parse_entities(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
            self._skip_space()
            value = ""
            if self._peek() == b"=":
                self.at += 1
                value = self._value()
            if not self._peek():
                raise cannot_parse_entities(f"Unclosed start tag at byte offset {begin}")
            attributes[name] = value

    def _value(self) -> str:
        self._skip_space()
        begin = self.at
        quote = self._peek()
        if quote and quote in b"\"'":
            self.at += 1
            value = _decode(self._until(quote))
            self.at += 1
            return value
        while self._peek().isalnum() or (self._peek() and self._peek() in b".-"):
            self.at += 1
        if self._peek() and self._peek() not in _SPACE + b">":
            raise cannot_parse_entities(f"Unexpected end of name token at byte offset {begin}")
        return self.source[begin : self.at].decode().lower()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise cannot_parse_entities(f"Unexpected end tag at byte offset {begin}")
        self.at += 2
        tag = self._until(_SPACE + b">").decode()
        self._skip_space()
        if self._peek() != b">":
            raise cannot_parse_entities(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise cannot_parse_entities(
                f'Unmatched end tag at byte offset {begin}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.units > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        place: JsonObject = {"offset": opened.offset, "length": self.units - opened.offset}
        last = self.entities[-1] if self.entities else {}
        same = last.get("offset") == place["offset"] and last.get("length") == place["length"]
        if opened.tag == "pre" and same and last["type"] == "code" and "language" in last:
            last["type"] = "pre"
        elif opened.tag == "code" and same and last["type"] == "pre" and opened.argument:
            last["language"] = opened.argument
        else:
            entity = _entity(opened, "".join(self.text)[opened.begin :])
            if entity:
                self.entities.append(entity | place)


def _decode(chunk: bytes) -> str:
    # Only lt, gt, amp, quot and numeric references are known; any other ampersand stays as it is.
    return _ENTITY.sub(lambda found: unescape(found.group().decode()).encode(), chunk).decode()


def _argument(tag: str, attributes: dict[str, str]) -> str:
    match tag:
        case "a":
            return attributes.get("href", "")
        case "code":
            return attributes.get("class", "").removeprefix("language-")
        case "blockquote":
            return "expandable" if "expandable" in attributes else ""
        case "tg-emoji":
            return attributes.get("emoji-id", "")
        case "tg-time":
            return attributes.get("unix", "")
    return ""


def _entity(opened: _Open, inner: str) -> JsonObject | None:
    """Return the entity without its place, or None where Telegram drops it and keeps the text."""
    tag, argument = opened.tag, opened.argument
    if tag in _SIMPLE:
        return {"type": _SIMPLE[tag]}
    if tag == "a":
        user = user_of_link(argument or inner)
        if user is not None:
            return {"type": "text_mention", "user": user}
        url = checked_link(argument or inner)
        return {"type": "text_link", "url": url} if url else None
    if tag == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": argument} if argument.isdigit() else None
    if tag == "tg-time":
        if not argument.isdigit() or int(argument) <= 0:
            return None
        return {"type": "date_time", "unix_time": int(argument), "date_time_format": opened.format}
    if tag == "blockquote":
        return {"type": "expandable_blockquote" if argument else "blockquote"}
    return {"type": tag, "language": argument} if argument else {"type": tag}


def parse_html(source: str) -> tuple[str, list[JsonObject]]:
    """Return the text and its entities (offsets and lengths in UTF-16 units, outer before inner).

    Raises `ApiError` 400 `can't parse entities: …` as the Bot API does.
    """
    return _Reader(source).read()
