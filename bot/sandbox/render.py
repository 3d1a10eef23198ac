"""Text and entities → HTML for the page: everything is escaped, only these tags and checked addresses are made.

Commands stay plain: the page makes them live by itself.
"""

from html import escape

from bot.sandbox.json_types import JsonObject
from bot.sandbox.urls import checked_link

_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip


def _tags(entity: JsonObject, inner: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>"
    if kind in ("text_link", "url"):
        url = checked_link(entity.get("url", inner))
        if url:
            return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">', "</a>"
    if kind == "spoiler":
        return "<tg-spoiler>", "</tg-spoiler>"
    if kind == "date_time":
        return f'<time data-unix="{int(entity["unix_time"])}">', "</time>"
    return "", ""


def to_html(text: str, entities: tuple[JsonObject, ...]) -> str:
    """Return safe HTML; line breaks stay line breaks. An entity that crosses the end of an outer one is cut there."""
    units = text.encode("utf-16-le")

    def piece(begin: int, end: int) -> str:
        return units[begin * 2 : end * 2].decode("utf-16-le", errors="replace")

    def walk(begin: int, end: int, rest: list[JsonObject]) -> str:
        parts = []
        while rest and rest[0]["offset"] < end:
            entity = rest.pop(0)
            start = max(entity["offset"], begin)
            stop = min(entity["offset"] + entity["length"], end)
            if stop <= start:
                continue
            opening, closing = _tags(entity, piece(start, stop))
            parts += [escape(piece(begin, start)), opening, walk(start, stop, rest), closing]
            begin = stop
        parts.append(escape(piece(begin, end)))
        return "".join(parts)

    return walk(0, len(units) // 2, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])))
