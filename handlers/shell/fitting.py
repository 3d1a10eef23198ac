"""Cutting what others typed so that eight rows of it fit into one message."""

from handlers.texts.texts import clip


def fit(text: str, units: int) -> str:
    """`text`, or its beginning with «…» in at most `units` of UTF-16, which is how Telegram counts to 4096."""
    if _units(text) <= units:
        return text
    limit = min(len(text), units)
    while limit > 1 and _units(clip(text, limit)) > units:
        limit -= max(1, (_units(clip(text, limit)) - units) // 2)
    return clip(text, limit)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
