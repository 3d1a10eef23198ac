"""`shnor-bot run`"""

import argparse
import asyncio

from bot import operator_texts
from bot.commands import base
from bot.failures import NoToken


def add_to(commands: base.Commands) -> None:
    """No options: everything is in the settings."""
    base.add(commands, "run", operator_texts.RUN, _handle)


def _handle(_options: argparse.Namespace) -> int:
    settings = base.ready()
    if settings.bot_token is None:
        raise NoToken
    from bot.running import run  # aiogram takes seconds to import: only for the commands that need it

    return asyncio.run(run(settings))
