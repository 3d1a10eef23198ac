"""What stands in the chats of a `RecordingSession`, as their people see it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser

from aiogram.types import Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message, User

SENT_AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
BOT = User(id=42, is_bot=True, first_name="Bot", username="sample_bot")

_TAGS = {"a", "b", "blockquote", "code", "em", "i", "ins", "pre", "s", "span", "strong", "tg-spoiler", "tg-time", "u"}


@dataclass(slots=True)
class Screen:
    """A message in a chat. `text` is what the eye sees, `html` what was sent; `body` belongs to a file."""

    chat: int
    message_id: int
    text: str = ""
    html: str = ""
    rows: list[list[InlineKeyboardButton]] = field(default_factory=list)
    file_name: str | None = None
    body: bytes | None = None
    silent: bool = False
    deleted: bool = False

    @property
    def buttons(self) -> list[str]:
        """The labels of all buttons, row after row."""
        return [button.text for row in self.rows for button in row]

    def as_message(self) -> Message:
        """Return what Telegram would send back about it."""
        return Message(
            message_id=self.message_id,
            date=SENT_AT,
            chat=Chat(id=self.chat, type="private" if self.chat > 0 else "supergroup"),
            from_user=BOT,
            text=self.text or None,
            reply_markup=InlineKeyboardMarkup(inline_keyboard=self.rows) if self.rows else None,
        )

    def __str__(self) -> str:
        rows = "\n".join(" ".join(f"[{button.text}]" for button in row) for row in self.rows)
        return f"{self.text}\n{rows}".strip()


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
