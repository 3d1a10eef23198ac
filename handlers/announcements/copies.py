"""A copy for the sender's own eyes: the very message that readers get, by the same view and the same messenger."""

from typing import Protocol

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from handlers.announcements.notices import AnnouncementNotices
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.announcements.errors import BadAnnouncement
from shnor_domain.announcements.model import Announcement
from shnor_domain.messaging import ChatId, Messenger, Refused


class Messengers(Protocol):
    """Makes the messenger of a bot: what is shown before goes the way of what is sent."""

    def __call__(self, bot: Bot) -> Messenger:
        """For this bot."""
        ...


async def show_copy(manager: DialogManager, found: Announcement, *, corrected: bool = False) -> None:
    """A message of its own, the window comes below it. `BadAnnouncement("file")` for a picture that is none."""
    view, actor = await given(manager, AnnouncementNotices), actor_of(manager)
    message = await view.message(found, actor.zone, corrected=corrected)
    messenger = (await given(manager, Messengers))(_bot(manager))  # type: ignore[type-abstract]  # asked for by its protocol
    try:
        await messenger.send(ChatId(actor.chat), message)
    except Refused as refused:
        raise BadAnnouncement("file") from refused
    manager.show_mode = ShowMode.SEND


async def show_document(manager: DialogManager, found: Announcement) -> None:
    """The document that waits for a tap below a photo, as the tap would bring it."""
    document = found.content.document
    if found.content.photo is None or document is None:
        return
    body = await (await given(manager, AnnouncementNotices)).announcement_files.read(document.key)
    if body is None:
        raise BadAnnouncement("file")
    await _bot(manager).send_document(actor_of(manager).chat, BufferedInputFile(body, document.name))


def _bot(manager: DialogManager) -> Bot:
    bot: Bot = manager.middleware_data["bot"]
    return bot
