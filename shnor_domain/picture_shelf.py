"""Pictures that the messenger already has: sent again by its name for them, where they are the same to a letter."""

import asyncio
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from weakref import WeakValueDictionary

from shnor_domain.clock import Clock
from shnor_domain.pictures import Picture, PictureWriter, key
from shnor_domain.work import Opens

KEPT = timedelta(days=30)
"""How long a picture is sent again: the date on it makes it useless long before."""


class Pictures(Protocol):
    """Names by which the messenger knows what it was sent; each belongs to one `bot`, by its id."""

    async def find(self, bot: int, key: str) -> str | None:
        """The messenger's name of the picture, None when it was never sent by this bot."""
        ...

    async def keep(self, bot: int, key: str, file_id: str, made_at: datetime) -> None:
        """Remember, in place of what was remembered."""
        ...

    async def forget(self, before: datetime) -> None:
        """Drop those made earlier."""
        ...


class PictureWork(Protocol):
    """A unit of work with the shelf."""

    @property
    def pictures(self) -> Pictures:
        """Pictures that were sent."""
        ...


class UnknownPicture(Exception):
    """The messenger does not know the name that it once gave."""


class PicturePost(Protocol):
    """Hands pictures to one chat."""

    async def drawing(self) -> None:
        """Say that something is being drawn."""
        ...

    async def send(self, picture: str | bytes) -> str:
        """By the messenger's name, or whole; gives the name of what was sent. Raises `UnknownPicture` for a name."""
        ...


@dataclass(frozen=True, slots=True)
class PictureShelf:
    """Sends pictures: those that the messenger has by their names, others drawn now. Each viewer's picture is put
    together for her by a use case that has asked for her rights; `clock` is real time."""

    read: Opens[PictureWork]
    write: Opens[PictureWork]
    clock: Clock
    writer: PictureWriter
    _drawn: MutableMapping[str, asyncio.Lock] = field(default_factory=WeakValueDictionary, repr=False, compare=False)

    async def send(self, picture: Picture, bot: int, post: PicturePost) -> None:
        """Of several who ask for the same at once one waits for the drawing, the others for her. Raises `BadFile`
        («drawing»)."""
        name = key(picture, self.writer.version)
        if await self._sent(bot, name, post):
            return
        turn = self._drawn.setdefault(f"{bot}:{name}", asyncio.Lock())
        async with turn:
            if not await self._sent(bot, name, post):
                await self._draw(picture, bot, name, post)

    async def forget_old(self) -> None:
        """Drop what nobody asks for any more."""
        async with self.write() as work:
            await work.pictures.forget(self.clock.now() - KEPT)

    async def _sent(self, bot: int, name: str, post: PicturePost) -> bool:
        async with self.read() as work:
            known = await work.pictures.find(bot, name)
        if known is None:
            return False
        try:
            await post.send(known)
        except UnknownPicture:
            return False
        return True

    async def _draw(self, picture: Picture, bot: int, name: str, post: PicturePost) -> None:
        await post.drawing()
        file_id = await post.send(await self.writer.draw(picture))
        async with self.write() as work:
            await work.pictures.keep(bot, name, file_id, self.clock.now())
