"""A Telegram that lives in the memory of a test: it answers by the kind of method, not by the order of calls."""

from collections.abc import AsyncGenerator, Callable
from itertools import count
from typing import Any, cast

from aiogram import Bot
from aiogram.client.default import Default, DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMyCommands,
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    GetFile,
    GetMe,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    TelegramMethod,
)
from aiogram.types import Document, File, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, Message, PhotoSize

from bot.sandbox.errors import ApiError
from bot.sandbox.keyboards import parse_markup
from bot.sandbox.text import formatted, utf16
from tests.support.screens import BOT, Screen

Method = TelegramMethod[Any]

_SAME = "message is not modified: specified new message content and reply markup are exactly the same"


class RecordingSession(BaseSession):
    """Keeps what stands in every chat; refuses what Telegram refuses; fails the test on a method that nobody taught it.

    `calls` are all methods in order, `screens` the messages of each chat, `changes` every message sent or edited in the
    order of it, `answers` the callback queries answered, with their text. Texts and keyboards pass the checks of the
    sandbox; `refused` are those that did not, whatever the bot made of the refusal.
    """

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[Method] = []
        self.screens: dict[int, list[Screen]] = {}
        self.changes: list[Screen] = []
        self.answers: dict[str, str | None] = {}
        self.unknown: list[str] = []
        self.refused: list[str] = []
        self.uploads: dict[str, bytes] = {}
        self._ids = count(100)
        self._blocked: dict[int, str] = {}
        self._floods: dict[int, int] = {}
        self._failures: list[tuple[type[Method], Callable[[Method], Exception]]] = []
        self._kinds: dict[type[Any], Callable[[Bot, Any], object]] = {
            GetMe: lambda bot, method: BOT,
            SendMessage: self._send,
            SendDocument: self._send_document,
            SendPhoto: self._send_photo,
            EditMessageText: self._edit_text,
            EditMessageCaption: self._edit_caption,
            EditMessageReplyMarkup: self._edit_markup,
            DeleteMessage: self._delete,
            AnswerCallbackQuery: self._answer,
            GetFile: lambda bot, method: File(
                file_id=method.file_id, file_unique_id=method.file_id, file_path=method.file_id
            ),
            SendChatAction: lambda bot, method: True,
            SetMyCommands: lambda bot, method: True,
            DeleteMyCommands: lambda bot, method: True,
        }

    def block(self, chat: int, reason: str = "bot was blocked by the user") -> None:
        """Refuse every message to `chat` with 403, until `unblock`."""
        self._blocked[chat] = reason

    def unblock(self, chat: int) -> None:
        """Let messages to `chat` through again."""
        del self._blocked[chat]

    def flood(self, chat: int, seconds: int) -> None:
        """Answer the next call about `chat` with 429 and `retry_after`."""
        self._floods[chat] = seconds

    def fail_next(self, kind: type[Any], error: Callable[[Method], Exception] | None = None) -> None:
        """Fail the next call of this kind: by default the network breaks before Telegram has heard it."""
        self._failures.append((kind, error or (lambda method: TelegramNetworkError(method, "connection lost"))))

    def forget(self, screen: Screen) -> None:
        """Delete a message as a person does: the bot is not told and can edit it no more."""
        screen.deleted = True

    def next_id(self) -> int:
        """Return an id for one more message, of a person or of the bot."""
        return next(self._ids)

    def of(self, kind: type[Any]) -> list[Any]:
        """Return the calls of one kind, in order."""
        return [call for call in self.calls if isinstance(call, kind)]

    async def make_request(self, bot: Bot, method: Method, timeout: int | None = None) -> Any:  # noqa: ASYNC109 - aiogram's signature
        self.calls.append(method)
        answer = self._kinds.get(type(method))
        if answer is None:
            self.unknown.append(type(method).__name__)
            raise AssertionError(f"nobody taught the session {type(method).__name__}")
        self._fail_if_told(method)
        for name in ("document", "photo"):
            if isinstance(file := getattr(method, name, None), InputFile):
                self.uploads[str(id(file))] = b"".join([chunk async for chunk in file.read(bot)])
        result = answer(bot, method)
        return result.as_(bot) if isinstance(result, Message) else result

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 - aiogram's signature
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        yield self.uploads[url.rpartition("/")[2]]

    def _fail_if_told(self, method: Method) -> None:
        for failure in self._failures:
            if isinstance(method, failure[0]):
                self._failures.remove(failure)
                raise failure[1](method)
        chat = getattr(method, "chat_id", None)
        if seconds := self._floods.pop(cast(int, chat), 0):
            raise TelegramRetryAfter(method, f"Too Many Requests: retry after {seconds}", seconds)
        if chat in self._blocked and isinstance(method, SendMessage | SendDocument | SendPhoto):
            raise TelegramForbiddenError(method, f"Forbidden: {self._blocked[chat]}")

    def _send(self, bot: Bot, method: SendMessage) -> Message:
        return self._put(bot, method, method.text, 4096).as_message()

    def _send_document(self, bot: Bot, method: SendDocument) -> Message:
        screen = self._put(bot, method, method.caption or "", 1024)
        file_id = self._attach(screen, method.document, f"document-{screen.message_id}")
        document = Document(file_id=file_id, file_unique_id=file_id, file_name=screen.file_name)
        return screen.as_message().model_copy(update={"document": document})

    def _send_photo(self, bot: Bot, method: SendPhoto) -> Message:
        screen = self._put(bot, method, method.caption or "", 1024)
        file_id = self._attach(screen, method.photo, f"photo-{screen.message_id}")
        size = PhotoSize(file_id=file_id, file_unique_id=file_id, width=1, height=1)
        return screen.as_message().model_copy(update={"photo": [size]})

    def _put(self, bot: Bot, method: SendMessage | SendDocument | SendPhoto, html: str, limit: int) -> Screen:
        screen = Screen(cast(int, method.chat_id), self.next_id(), silent=bool(method.disable_notification))
        screen.html, screen.text = html, self._text(bot, method, html, limit)
        screen.rows = self._rows(method, method.reply_markup)
        self.screens.setdefault(screen.chat, []).append(screen)
        self.changes.append(screen)
        return screen

    def _attach(self, screen: Screen, file: InputFile | str, file_id: str) -> str:
        if isinstance(file, str):
            screen.body = self.uploads.get(file, b"")
            return file
        screen.file_name, screen.body = file.filename, self.uploads.pop(str(id(file)))
        self.uploads[file_id] = screen.body
        return file_id

    def _edit_text(self, bot: Bot, method: EditMessageText) -> Message:
        screen = self._find(method, method.chat_id, method.message_id, "edit")
        if screen.file_name is not None:
            raise _bad(method, "there is no text in the message to edit")
        return self._edited(bot, method, screen, method.text or "", 4096)

    def _edit_caption(self, bot: Bot, method: EditMessageCaption) -> Message:
        screen = self._find(method, method.chat_id, method.message_id, "edit")
        return self._edited(bot, method, screen, method.caption or "", 1024)

    def _edited(
        self, bot: Bot, method: EditMessageText | EditMessageCaption, screen: Screen, html: str, most: int
    ) -> Message:
        text, rows = self._text(bot, method, html, most), self._rows(method, method.reply_markup)
        if (html, rows) == (screen.html, screen.rows):
            raise _bad(method, _SAME)
        screen.html, screen.text, screen.rows = html, text, rows
        self.changes.append(screen)
        return screen.as_message()

    def _edit_markup(self, bot: Bot, method: EditMessageReplyMarkup) -> Message:
        screen = self._find(method, method.chat_id, method.message_id, "edit")
        rows = self._rows(method, method.reply_markup)
        if rows == screen.rows:
            raise _bad(method, _SAME)
        screen.rows = rows
        return screen.as_message()

    def _delete(self, bot: Bot, method: DeleteMessage) -> bool:
        self._find(method, method.chat_id, method.message_id, "delete").deleted = True
        return True

    def _answer(self, bot: Bot, method: AnswerCallbackQuery) -> bool:
        if method.callback_query_id in self.answers:
            raise _bad(method, "query is too old and response timeout expired or query ID is invalid")
        if len(method.text or "") > 200:
            raise _bad(method, "MESSAGE_TOO_LONG")
        self.answers[method.callback_query_id] = method.text
        return True

    def _find(self, method: Method, chat: object, message_id: int | None, what: str) -> Screen:
        for screen in self.screens.get(cast(int, chat), []):
            if screen.message_id == message_id and not screen.deleted:
                return screen
        raise _bad(method, f"message to {what} not found")

    def _text(self, bot: Bot, method: Any, html: str, limit: int) -> str:
        mode = method.parse_mode
        mode = bot.default[mode.name] if isinstance(mode, Default) else mode
        try:
            text, _ = formatted(html, mode, None)
        except ApiError as refusal:
            raise self._refused(method, refusal.description) from refusal
        if not text and limit == 4096:
            raise self._refused(method, "Bad Request: message text is empty")
        if utf16(text) > limit:
            raise self._refused(method, "Bad Request: message is too long")
        return text

    def _refused(self, method: Method, description: str) -> TelegramBadRequest:
        self.refused.append(f"{type(method).__name__}: {description}")
        return TelegramBadRequest(method, description)

    def _rows(self, method: Method, markup: object) -> list[list[InlineKeyboardButton]]:
        if markup is None:
            return []
        assert isinstance(markup, InlineKeyboardMarkup), "only inline keyboards: all messengers share them"
        assert all(button.text.strip() for row in markup.inline_keyboard for button in row), "a button without text"
        assert all(len(row) <= 8 for row in markup.inline_keyboard), "Telegram cuts a row at 8 buttons"
        try:
            parse_markup(markup.model_dump_json(exclude_none=True))
        except ApiError as refusal:
            raise self._refused(method, refusal.description) from refusal
        return [list(row) for row in markup.inline_keyboard if row]


def recording_bot() -> tuple[Bot, RecordingSession]:
    """Return a bot whose calls stay in the test, and the session that answers them."""
    session = RecordingSession()
    return Bot("42:TEST", session=session, default=DefaultBotProperties(parse_mode="HTML")), session


def _bad(method: Method, description: str) -> TelegramAPIError:
    return TelegramBadRequest(method, f"Bad Request: {description}")
