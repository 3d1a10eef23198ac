"""What the commands share: their place in the command line, and settings with logs already flowing."""

import argparse
from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import urlsplit

from bot import configuration, logs
from bot.settings import Settings

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add(
    commands: Commands, name: str, about: str, handle: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    """Add a command; the parser is returned for its options."""
    command = commands.add_parser(name, help=about, description=about)
    command.set_defaults(handle=handle)
    return command


def ready() -> Settings:
    """Settings, with the logs set up as they say; raises BadSettings."""
    settings = configuration.load()
    configure_logs(settings)
    return settings


def configure_logs(settings: Settings) -> None:
    """Level and form as chosen; every secret of the settings is starred out."""
    hidden = [secret.get_secret_value() for secret in (settings.bot_token, settings.webhook_secret) if secret]
    addresses = (settings.database_url, settings.redis_url, settings.proxy_url)
    passwords = [password for address in addresses if address and (password := urlsplit(address).password)]
    logs.configure(settings.log_level, settings.log_format, [*hidden, *passwords])
