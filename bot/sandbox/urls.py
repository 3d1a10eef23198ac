"""Which addresses Telegram takes in texts and buttons."""

from re import compile as pattern
from urllib.parse import urlsplit

from bot.sandbox.errors import bad_request
from bot.sandbox.json_types import JsonObject

_SCHEMES = ("http", "https", "tg", "ton")
_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.-]*):")
_USER = pattern(r"tg:(?://)?user\?id=([0-9]{1,18})(?:&|\Z)")
_HOST = pattern(r"[\w-]+(\.[\w-]+)+\Z")


def user_of_link(url: str) -> JsonObject | None:
    """Return the user that `tg://user?id=…` names, else None."""
    found = _USER.match(url)
    return {"id": int(found.group(1)), "is_bot": False, "first_name": "?"} if found else None


def _refusal(url: str) -> str | None:
    scheme = _SCHEME.match(url)
    if scheme is None or "." in scheme.group(1):
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "Wrong port number specified in the URL"
    if parts.scheme not in _SCHEMES:
        return "Unsupported URL protocol"
    if parts.scheme in ("tg", "ton"):
        return None if host else "Wrong HTTP URL"
    if port == 0 or any(sign.isspace() for sign in url):
        return "Wrong HTTP URL"
    return None if _HOST.match(host) or host.startswith("[") else "Wrong HTTP URL"


def checked_link(url: str) -> str:
    """Return the address as an entity carries it, or an empty string for one that Telegram drops silently."""
    url = url.strip()
    if not url or _refusal(url) is not None:
        return ""
    return url if _SCHEME.match(url) and "://" in url else f"http://{url}"


def check_button_url(url: str) -> str:
    """Return the address of a button; raises 400 with the reason."""
    reason = "URL host is empty" if not url else _refusal(url)
    if reason is not None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {reason}")
    return url if "://" in url else f"http://{url}"
