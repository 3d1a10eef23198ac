"""What stands in the chats of a `RecordingSession`, as their people see it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiogram.types import Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message, User

SENT_AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
BOT = User(id=42, is_bot=True, first_name="Bot", username="sample_bot")


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
