"""What can be wrong with an installation beyond the settings themselves: files, folders, the port, the Bot API."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import aiohttp

from bot import operator_texts
from bot.failures import ApiUnreachable, NoToken, PortTaken, StartFailure, WrongToken
from bot.settings import Settings

_API_SECONDS = 10.0
_UNKNOWN_TOKEN = (401, 404)


def faults_of_this_machine(settings: Settings) -> Iterator[str]:
    """One line a fault that can be seen without the network."""
    if settings.bot_token is None:
        yield operator_texts.NO_TOKEN
    if settings.consent_file is not None and not os.access(settings.consent_file, os.R_OK):
        yield operator_texts.no_such_file("SHNOR_CONSENT_FILE", str(settings.consent_file))
    if not _can_be_written(settings.files_dir):
        yield operator_texts.no_such_folder("SHNOR_FILES_DIR", str(settings.files_dir))
    if settings.sqlite_file is not None and not _can_be_written(settings.sqlite_file.parent):
        yield operator_texts.no_such_folder("SHNOR_DATABASE_URL", str(settings.sqlite_file.parent))
    if _taken(settings.http_host, settings.http_port):
        yield PortTaken(settings.http_host, settings.http_port).line


def advice(settings: Settings) -> Iterator[str]:
    """What does not stop the bot but should not stay so."""
    operator = {
        "SHNOR_OPERATOR_NAME": settings.operator_name,
        "SHNOR_OPERATOR_ADDRESS": settings.operator_address,
        "SHNOR_OPERATOR_REGISTER": settings.operator_register,
    }
    if empty := [name for name, value in operator.items() if value is None]:
        yield operator_texts.advice_operator(empty)


async def fault_of_telegram(settings: Settings) -> StartFailure | None:
    """Ask getMe (read-only): WrongToken on 401 or 404, ApiUnreachable when nothing sensible answers within 10 s."""
    if settings.bot_token is None:
        return NoToken()
    address = f"{settings.api_url}/bot{settings.bot_token.get_secret_value()}/getMe"
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_API_SECONDS)) as session,
            session.get(address, proxy=settings.proxy_url) as answer,
        ):
            if answer.status in _UNKNOWN_TOKEN:
                return WrongToken(settings.api_url)
            return None if answer.status == 200 else ApiUnreachable(settings.api_url)
    except (aiohttp.ClientError, TimeoutError, OSError):
        return ApiUnreachable(settings.api_url)


def _can_be_written(folder: Path) -> bool:
    """True for a writable folder, and for one that does not exist but can be made."""
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _taken(host: str, port: int) -> bool:
    """True when HTTP_HOST:HTTP_PORT cannot be listened at; a running bot of this very installation takes it too."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError:
        return True
    return False
