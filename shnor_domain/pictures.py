"""Pictures: what is drawn as plain data with every word ready, and the shelf of those that the messenger already has.

Drawn elsewhere, as tables and papers are. What a viewer may see decides what stands in her picture, and a picture is
known by all that stands in it: one that was made for somebody else is sent again only where it is the same to a letter.
"""

import asyncio
import json
from collections.abc import MutableMapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Protocol
from weakref import WeakValueDictionary

from shnor_domain.clock import Clock
from shnor_domain.work import Opens

KEPT = timedelta(days=30)
"""How long a picture is sent again: the date on it makes it useless long before."""


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A risk factor (R089–R099). `weight` 0–3 is its significance (0: not named), `significance` the word for it."""

    number: str
    name: str
    weight: int
    significance: str
    decision: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class YearCell:
    """A year of an indicator. `share` 0–100 %, None where there is nothing to draw: then `word` says why.

    `word` is the share as it is read, `count` «4 из 31»; `biased` is the mark of R066, «» without. Averages are shares,
    None where they are not shown.
    """

    year: str
    word: str
    share: float | None = None
    count: str = ""
    biased: str = ""
    municipality: float | None = None
    region: float | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the nine indicators of order 847, oldest year first; `municipality` and `region` say the newest averages
    in words, beside their marks."""

    title: str
    years: tuple[YearCell, ...]
    municipality: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """What the marks of the panels mean; an empty word leaves its mark out."""

    share: str = ""
    biased: str = ""
    municipality: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class RiskPicture:
    """The risk profile of a school (/risk). `lines` stand under the title: date, source; `foot`: source, day of
    drawing, «ориентировочно…». `no_factors` stands in place of factors where there are none."""

    title: str
    lines: tuple[str, ...]
    factors_title: str
    factors: tuple[FactorRow, ...]
    no_factors: str
    panels_title: str
    panels: tuple[Panel, ...]
    legend: Legend
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelCell:
    """How many at one level: `word` as it is read, `share` 0–100 % of the row, None where it is not told."""

    word: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class CountsRow:
    """A subject: as many cells as the picture has levels, or `instead`, the word that stands in their place."""

    subject: str
    cells: tuple[LevelCell, ...]
    instead: str = ""


@dataclass(frozen=True, slots=True)
class CountsPicture:
    """Levels of competence A–D by subject (R164): positions, never people. `levels` are the headings of the columns,
    at most five; `letters` are as many short names that stand inside the bars."""

    title: str
    lines: tuple[str, ...]
    head: str
    levels: tuple[str, ...]
    letters: tuple[str, ...]
    rows: tuple[CountsRow, ...]
    nothing: str
    foot: tuple[str, ...]


Picture = RiskPicture | CountsPicture


class PictureWriter(Protocol):
    """Draws pictures, 800 pixels wide."""

    @property
    def version(self) -> str:
        """Differs as soon as the same picture would be drawn otherwise."""
        ...

    async def draw(self, picture: Picture) -> bytes:
        """PNG. Raises `BadFile` («drawing»)."""
        ...


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


def key(picture: Picture, version: str) -> str:
    """64 hex digits that are the same for pictures alike to a letter, drawn by the same `version` of the drawer."""
    content = [version, type(picture).__name__, asdict(picture)]
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


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
