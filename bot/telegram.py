"""The aiogram bot of the settings: which Bot API, through which proxy, and who it is there."""

import asyncio
import logging

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import LinkPreviewOptions, User

from bot.failures import NoToken, WrongToken
from bot.sending.session import Session
from bot.settings import Settings

logger = logging.getLogger(__name__)

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0


def make_bot(settings: Settings) -> Bot:
    """HTML without link previews by default; raises NoToken."""
    if settings.bot_token is None:
        raise NoToken
    session = Session(settings.api_url, settings.proxy_url)
    default = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True))
    return Bot(settings.bot_token.get_secret_value(), session=session, default=default)


async def introduce(bot: Bot, settings: Settings) -> User:
    """Who the bot is (Bot API getMe); waits for a network that comes late, raises WrongToken for a token
    nobody knows."""
    pause = _FIRST_PAUSE
    while True:
        try:
            return await bot.me()
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise WrongToken(settings.api_url) from None
        except AiogramError as error:
            logger.warning("the Bot API does not answer yet: %s", type(error).__name__)
        await asyncio.sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
