"""The HTML that Telegram takes, read as strictly as it reads it."""

from html.parser import HTMLParser

_TAGS = {"a", "b", "blockquote", "code", "em", "i", "ins", "pre", "s", "span", "strong", "tg-spoiler", "tg-time", "u"}


class BadMarkup(Exception):
    """Telegram would refuse this HTML."""


def visible(html: str) -> str:
    """Return the text without tags; raises `BadMarkup` for tags that Telegram does not know or that do not match."""
    parser = _Visible()
    parser.feed(html)
    parser.close()
    if parser.open:
        raise BadMarkup(f"can't find end tag corresponding to start tag {parser.open[-1]}")
    return "".join(parser.parts).strip()


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise BadMarkup(f"unsupported start tag {tag}")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise BadMarkup(f"unmatched end tag {tag}")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
