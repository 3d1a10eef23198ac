"""Cutting what others typed so that eight rows of it fit into one message, and one message into Telegram's limit."""

import html
import re

from handlers.texts.texts import clip
from shnor_domain.letters import units_of

MESSAGE = 4096
"""Units of a message's text after its markup is read (Bot API sendMessage counts code points, which are fewer)."""
_TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")


def fit(text: str, units: int) -> str:
    """`text`, or its beginning with «…» in at most `units` of UTF-16, which is how Telegram counts to 4096."""
    if units_of(text) <= units:
        return text
    limit = min(len(text), units)
    while limit > 1 and units_of(clip(text, limit)) > units:
        limit -= max(1, (units_of(clip(text, limit)) - units) // 2)
    return clip(text, limit)


def too_long(words: str) -> bool:
    """Whether HTML shows more than a message holds."""
    return units_of(_shown(words)) > MESSAGE


def whole_lines(words: str, units: int) -> str:
    """The first lines of HTML that show at most `units` and close all their tags; a first line that alone is too long
    is cut and loses its markup."""
    lines = words.split("\n")
    while lines and (units_of(_shown("\n".join(lines))) > units or _open("\n".join(lines))):
        lines.pop()
    if lines:
        return "\n".join(lines)
    return html.escape(fit(_shown(words.partition("\n")[0]), units), quote=False)


def _shown(words: str) -> str:
    return html.unescape(_TAG.sub("", words))


def _open(words: str) -> bool:
    found = [(tag, bool(end)) for end, tag in _TAG.findall(words)]
    return sum(-1 if end else 1 for _, end in found) != 0
