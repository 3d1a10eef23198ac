"""What a fault of a call means for its message: aiogram's exceptions in the words of the domain (Bot API error
bodies)."""

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError

from bot.log_privacy import without_quotes
from shnor_domain.messaging import (
    ChatId,
    ChatMoved,
    OutcomeUnknown,
    Refused,
    TryLater,
    Undeliverable,
    Unreachable,
)

_REASONS = (
    ("blocked by the user", "blocked"),
    ("user is deactivated", "deactivated"),
    ("can't initiate conversation", "never-started"),
)
_NO_CHAT = ("chat not found", "PEER_ID_INVALID", "group chat was deactivated")
_SECONDS_WITHOUT_TOKEN = 60.0


def fault_of(error: AiogramError) -> Undeliverable:
    """The class of `messaging` that tells the sender of a message what to do."""
    match error:
        case TelegramRetryAfter():
            return TryLater(error.retry_after)
        case TelegramMigrateToChat():
            return ChatMoved(ChatId(error.migrate_to_chat_id))
        case TelegramForbiddenError():
            return Unreachable(next((code for words, code in _REASONS if words in error.message), "no-chat"))
        case TelegramBadRequest() if any(words in error.message for words in _NO_CHAT):
            return Unreachable("no-chat")
        case TelegramUnauthorizedError() | TelegramNotFound():
            return TryLater(_SECONDS_WITHOUT_TOKEN)  # a token or an address that is wrong is no fault of the message
        case ClientDecodeError():
            return OutcomeUnknown() if _was_accepted(error) else TryLater()
        case TelegramEntityTooLarge():
            return Refused(without_quotes(error.message))
        case TelegramNetworkError():
            return TryLater() if never_left(error) else OutcomeUnknown()
        case TelegramServerError():
            return TryLater()
        case TelegramAPIError():
            return Refused(without_quotes(error.message))
    return Refused(type(error).__name__)


def passing(error: AiogramError) -> bool:
    """True when the same call may succeed in a moment."""
    return not isinstance(error, TelegramEntityTooLarge)


def never_left(error: AiogramError) -> bool:
    """True when no connection was made, so that repeating cannot double anything."""
    return isinstance(error, TelegramNetworkError) and isinstance(
        error.__cause__, ClientConnectorError | ConnectionTimeoutError
    )


def _was_accepted(error: ClientDecodeError) -> bool:
    """A body that was cut after «ok»: the message is in the chat, only its number is lost."""
    if isinstance(error.data, dict):
        return error.data.get("ok") is True
    return "".join(str(error.data)[:20].split()).startswith('{"ok":true')
