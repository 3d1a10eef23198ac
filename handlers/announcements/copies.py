"""A copy for the sender's own eyes: the very message that readers get, by the same view and the same messenger."""

import logging
from typing import Protocol

from aiogram import Bot
from aiogram_dialog import DialogManager, ShowMode

from handlers.announcements.notices import AnnouncementNotices
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.announcements.errors import BadAnnouncement
from shnor_domain.announcements.model import Announcement
from shnor_domain.identity import Actor
from shnor_domain.messaging import (
    ChatId,
    Lane,
    Message,
    Messenger,
    OutcomeUnknown,
    Refused,
    Undeliverable,
    Unreachable,
)

logger = logging.getLogger(__name__)

_OF_WORDS = ("entities", "BUTTON", "button", "caption")
"""In refusals that are not about the file (Bot API error descriptions)."""


class Messengers(Protocol):
    """Makes the messenger of a bot: what is shown before goes the way of what is sent."""

    def __call__(self, bot: Bot) -> Messenger:
        """For this bot."""
        ...


async def show_copy(manager: DialogManager, found: Announcement, *, corrected: bool = False) -> None:
    """A message of its own, the window comes below it. `BadAnnouncement`: «file» for a picture that is none, «refused»
    for words that the messenger does not take, «later» while it takes nothing."""
    view, actor = await given(manager, AnnouncementNotices), actor_of(manager)
    message = await view.message(found, actor.zone, corrected=corrected)
    messenger = await _messenger(manager)
    try:
        await _answer(messenger, actor, message)
    except Refused as refused:
        worded = message.attachment is None or any(words in refused.description for words in _OF_WORDS)
        raise BadAnnouncement("refused" if worded else "file") from refused
    manager.show_mode = ShowMode.SEND


async def show_document(manager: DialogManager, found: Announcement) -> None:
    """The document that waits for a tap below a photo, as the tap would bring it."""
    document = found.content.document
    if found.content.photo is None or document is None:
        return
    view = await given(manager, AnnouncementNotices)
    await send_file(await _messenger(manager), actor_of(manager), view.document(document))


async def send_file(messenger: Messenger, actor: Actor, file: Message) -> None:
    """`BadAnnouncement("file")` for one that is gone, «later» while the messenger takes nothing."""
    try:
        await _answer(messenger, actor, file)
    except Refused as refused:
        raise BadAnnouncement("file") from refused


async def _answer(messenger: Messenger, actor: Actor, message: Message) -> None:
    """What she has tapped for. A message that may have come is not sent anew: the tap that is fed again would bring it
    twice. Who has stopped the bot since waits for nothing."""
    try:
        await messenger.send(ChatId(actor.chat), message, Lane.ANSWER)
    except Refused:
        raise
    except (OutcomeUnknown, Unreachable) as fault:
        logger.info("a tap is left as it is: %s", type(fault).__name__)
    except Undeliverable as fault:
        raise BadAnnouncement("later") from fault


async def _messenger(manager: DialogManager) -> Messenger:
    return (await given(manager, Messengers))(_bot(manager))  # type: ignore[type-abstract]  # asked for by its protocol


def _bot(manager: DialogManager) -> Bot:
    bot: Bot = manager.middleware_data["bot"]
    return bot
