"""What a fault of a call means for its message: aiogram's exceptions in the words of the domain (Bot API error
bodies)."""

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
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
_NO_CHAT = (
    "chat not found",
    "PEER_ID_INVALID",
    "group chat was deactivated",
    "not enough rights to send",
    "have no rights to send",
)
_SECONDS_WITHOUT_TOKEN = 60.0
_HEAD = 300
_GATEWAY_TIMEOUT = "504Gateway"


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
        case TelegramUnauthorizedError() | TelegramNotFound() | TelegramConflictError():
            # a wrong token or address, or a second process: no fault of the message
            return TryLater(_SECONDS_WITHOUT_TOKEN)
        case ClientDecodeError():
            return OutcomeUnknown() if _may_be_done(error) else TryLater()
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


def _may_be_done(error: ClientDecodeError) -> bool:
    """A body that was cut after «ok»: the message is in the chat, only its number is lost. Nothing at all, or a
    gateway that has waited for Telegram in vain (504), does not tell.
    """
    if isinstance(error.data, dict):
        return error.data.get("ok") is True
    body = "".join(str(error.data)[:_HEAD].split())
    return not body or body.startswith('{"ok":true') or _GATEWAY_TIMEOUT in body
