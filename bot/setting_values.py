"""How single settings are read: each function takes what stood in the environment and refuses with a code.

The words for the codes, which an operator reads, live in bot/operator_texts.py.
"""

import ipaddress
import re
from typing import Any
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def refusal(code: str) -> PydanticCustomError:
    """An error of validation that carries only its code: no value, which may be a secret."""
    return PydanticCustomError(code, "refused")


def is_loopback(url: str) -> bool:
    """True when the host of `url` is this machine by name or by address; a name is not resolved."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def database_url(value: str) -> str:
    """Name the asynchronous driver: «sqlite:///file» and «postgresql://…» are accepted as operators write them."""
    scheme, separator, rest = value.partition("://")
    if not separator or scheme not in _DRIVERS:
        raise refusal("database_kind")
    if scheme.startswith("sqlite") and rest in ("", "/", "/:memory:"):
        raise refusal("database_memory")
    return f"{_DRIVERS[scheme]}://{rest}"


def web_address(value: str) -> str:
    """An http(s) address with a host, without the slash at the end."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise refusal("web_address")
    return value.rstrip("/")


def proxy_address(value: str) -> str:
    """A proxy that aiohttp can use by itself: http only."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise refusal("proxy_address")
    return value


def redis_address(value: str) -> str:
    """redis:// or rediss:// with a host."""
    parts = urlsplit(value)
    if parts.scheme not in ("redis", "rediss") or not parts.hostname:
        raise refusal("redis_address")
    return value


def bot_token(value: str) -> str:
    """«number:letters» without spaces, as @BotFather gives it."""
    if not re.fullmatch(r"\d+:\S+", value):
        raise refusal("token_shape")
    return value


def webhook_secret(value: str) -> str:
    """1–256 characters of A–Z a–z 0–9 _ - (Bot API, setWebhook); here at least 16, so that it can't be guessed."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value):
        raise refusal("webhook_secret")
    return value


def id_list(value: Any) -> Any:
    """«1, 2 3» → a list of integers; anything that is not text passes on to pydantic."""
    if not isinstance(value, str):
        return value
    parts = value.replace(",", " ").split()
    if not all(re.fullmatch(r"\d+", part) for part in parts):
        raise refusal("id_list")
    return [int(part) for part in parts]
