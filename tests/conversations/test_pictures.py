"""A picture in a chat of the sandbox: whole at first, by the messenger's name afterwards."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiogram.exceptions import TelegramBadRequest

from bot.clock import SystemClock
from handlers.shell.pictures import ChatPost
from handlers.texts import Safe
from shnor_domain.picture_shelf import PictureShelf
from shnor_domain.pictures import key
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from tests.support.made_pictures import risk
from tests.support.pictures_at_hand import PicturesAtHand
from tests.support.sandbox import Teacher, Town, running_town


@dataclass
class Lead:
    """A head of a school who asks for her profile's picture."""

    town: Town
    chat: Teacher
    units: Units
    drawer: PicturesAtHand

    async def asks(self, chat: int | None = None) -> None:
        shelf = PictureShelf(self.units.read, self.units.write, SystemClock(), self.drawer)
        post = ChatPost(self.town.bot, chat or self.chat.id, Safe("СОШ № 6"))
        await shelf.send(risk(), self.town.bot.id, post)

    async def loses(self, name: str) -> None:
        """The messenger knows the picture by another name now."""
        async with self.units.write() as work:
            await work.pictures.keep(self.town.bot.id, key(risk(), self.drawer.version), name, SystemClock().now())


@pytest.fixture
async def lead(sqlite_url: str) -> AsyncIterator[Lead]:
    database = Database(sqlite_url)
    async with running_town() as town:
        yield Lead(town, await town.teacher(), Units(database), PicturesAtHand())
    await database.close()


async def test_the_second_time_the_messenger_has_it_already(lead: Lead) -> None:
    await lead.asks()
    await lead.asks()
    first, second = await lead.chat.sees()
    assert first["photo"] == second["photo"], "one upload"
    assert second["caption_html"] == "СОШ № 6"
    assert len(lead.drawer.drawn) == 1


async def test_a_name_that_the_messenger_refuses_is_replaced(lead: Lead) -> None:
    await lead.asks()
    await lead.loses("no-such-id")
    await lead.asks()
    await lead.asks()
    first, second, third = await lead.chat.sees()
    assert first["photo"] != second["photo"] == third["photo"]
    assert len(lead.drawer.drawn) == 2


async def test_a_chat_that_is_gone_is_told_by_the_messenger_not_taken_for_a_lost_name(lead: Lead) -> None:
    await lead.asks()
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await lead.asks(chat=999_999)
