"""What may not reach a log: secrets, and anything that a person typed or is called. Ids, codes and types may."""

import logging
import re
import traceback
from collections.abc import Iterable, Iterator

from structlog.typing import EventDict

_TOKEN = re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}")
_PASSWORD = re.compile(r"(\w://[^\s:/@]*):[^\s/@]+@")
_PERSONAL = frozenset(
    {"answer", "body", "caption", "comment", "contact", "email", "first_name", "full_name", "last_name", "message"}
    | {"name", "patronymic", "payload", "phone", "query", "reason", "surname", "text", "title", "topic", "username"}
)
_TELEGRAM = "aiogram.exceptions"
_QUOTED = re.compile(r"(?<!\w)(['\"]).*\1", re.DOTALL)
# Whose errors say nothing that a person typed. Elsewhere a message may quote it: int("Анна") does, drivers do.
_TRUSTED = (_TELEGRAM, "bot", "handlers", "scheduler", "shnor_domain")


class Mask:
    """Stars instead of secrets in a finished line: those it is given, and whatever looks like a token or a password."""

    def __init__(self, secrets: Iterable[str]) -> None:
        # the longest first, so that a secret inside another leaves no rest of it
        self._secrets = sorted((secret for secret in secrets if secret), key=len, reverse=True)

    def __call__(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return _PASSWORD.sub(r"\1:***@", _TOKEN.sub("***", line))


def drop_personal(_logger: object, _method: str, event: EventDict) -> EventDict:
    """structlog processor: keys that hold a person's words or names keep their place and lose their value."""
    return {key: "***" if key in _PERSONAL else value for key, value in event.items()}


def render_exception(_logger: object, _method: str, event: EventDict) -> EventDict:
    """structlog processor: where an exception happened and of what type; its message only if it can quote nobody."""
    info = event.pop("exc_info", None)
    error = info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["exception"] = "\n".join(_story(error))
    return event


class QuoteNobody(logging.Filter):
    """Turns exceptions among the arguments of a record into what may be said of them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the arguments; every record passes."""
        if isinstance(record.args, tuple):
            record.args = tuple(describe(part) if isinstance(part, BaseException) else part for part in record.args)
        return True


def without_quotes(words: str) -> str:
    """A refusal of Telegram without what it quotes: tags and addresses, which people may have typed."""
    return _QUOTED.sub(r"\1…\1", words)


def describe(error: BaseException) -> str:
    """Type and, for errors of trusted origin, message; of a system error its number, never its file name."""
    kind = type(error)
    if isinstance(error, OSError) and error.errno is not None:
        return f"{kind.__name__}: errno {error.errno}"
    # a body that aiogram could not read is quoted whole, with all that people wrote
    if kind.__name__ != "ClientDecodeError" and any(
        kind.__module__ == home or kind.__module__.startswith(f"{home}.") for home in _TRUSTED
    ):
        return f"{kind.__name__}: {without_quotes(str(error)) if kind.__module__ == _TELEGRAM else error}"
    return f"{kind.__module__}.{kind.__qualname__}"


def _story(error: BaseException, seen: frozenset[int] = frozenset()) -> Iterator[str]:
    """Cause first, as Python prints it; frames show code, never values."""
    seen |= {id(error)}
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None and id(earlier) not in seen:
        yield from _story(earlier, seen)
        yield "which led to:"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}: {frame.line}"
    yield describe(error)
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            if id(part) not in seen:
                yield from _story(part, seen)
