"""A picture is known by all that stands on it, and is drawn once for as long as it stays the same."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shnor_domain.picture_shelf import KEPT, Pictures, PictureShelf, UnknownPicture
from shnor_domain.pictures import Picture, YearCell, key
from shnor_domain.tables import BadFile
from tests.support.made_pictures import counts, risk
from tests.support.pictures_at_hand import PicturesAtHand

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
OURS, ANOTHER = 42, 43


@dataclass
class Clock:
    instant: datetime = NOW

    def now(self) -> datetime:
        return self.instant


@dataclass
class ShelfAtHand:
    """Ports `Pictures` and `PictureWork`."""

    names: dict[tuple[int, str], tuple[str, datetime]] = field(default_factory=dict)

    @property
    def pictures(self) -> Pictures:
        return self

    async def find(self, bot: int, key: str) -> str | None:
        return self.names.get((bot, key), (None, None))[0]

    async def keep(self, bot: int, key: str, file_id: str, made_at: datetime) -> None:
        self.names[bot, key] = (file_id, made_at)

    async def forget(self, before: datetime) -> None:
        self.names = {name: row for name, row in self.names.items() if row[1] >= before}

    @asynccontextmanager
    async def open(self) -> AsyncIterator["ShelfAtHand"]:
        yield self


@dataclass
class Chat:
    """Port `PicturePost`: what came into the chat, and what the messenger has forgotten."""

    sent: list[str] = field(default_factory=list)
    waited: int = 0
    forgotten: set[str] = field(default_factory=set)

    async def drawing(self) -> None:
        self.waited += 1

    async def send(self, picture: str | bytes) -> str:
        await asyncio.sleep(0)
        if isinstance(picture, str) and picture in self.forgotten:
            raise UnknownPicture
        name = picture if isinstance(picture, str) else f"name-{len(self.sent) + 1}"
        self.sent.append("whole" if isinstance(picture, bytes) else picture)
        return name


@dataclass
class Room:
    rows: ShelfAtHand = field(default_factory=ShelfAtHand)
    drawer: PicturesAtHand = field(default_factory=PicturesAtHand)
    clock: Clock = field(default_factory=Clock)
    chat: Chat = field(default_factory=Chat)

    def __post_init__(self) -> None:
        self.shelf = PictureShelf(self.rows.open, self.rows.open, self.clock, self.drawer)

    async def asks(self, picture: Picture, bot: int = OURS) -> None:
        await self.shelf.send(picture, bot, self.chat)


@pytest.fixture
def room() -> Room:
    return Room()


def variants(value: Any) -> Iterator[Any]:
    """The same with one leaf changed, for every leaf."""
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            for other in variants(getattr(value, one.name)):
                yield replace(value, **{one.name: other})
    elif isinstance(value, tuple):
        yield (*value, *value[-1:]) or ("more",)
        for number, part in enumerate(value):
            for other in variants(part):
                yield (*value[:number], other, *value[number + 1 :])
    elif isinstance(value, str):
        yield f"{value}."
    else:
        yield 55.5 if value is None else None


@pytest.mark.parametrize("picture", [risk(), counts()], ids=["risk", "counts"])
def test_whatever_changes_on_a_picture_changes_its_key(picture: Picture) -> None:
    keys = [key(other, "1") for other in variants(picture)]
    assert len(keys) > 30
    assert key(picture, "1") not in keys and len(set(keys)) == len(keys)


def test_equal_pictures_have_one_key_and_another_drawer_another() -> None:
    assert key(risk(), "1") == key(risk(), "1")
    assert len(key(risk(), "1")) == 64
    assert len({key(risk(), "1"), key(risk(), "2"), key(counts(), "1")}) == 3


def test_another_schools_new_results_change_the_average_and_so_the_key() -> None:
    first = risk()
    panel = first.panels[0]
    cell: YearCell = replace(panel.years[-1], region=15.4)
    moved = replace(first, panels=(replace(panel, years=(*panel.years[:-1], cell)), *first.panels[1:]))
    assert key(moved, "1") != key(first, "1")


async def test_a_picture_is_drawn_once_and_sent_again_by_its_name(room: Room) -> None:
    for _ in range(3):
        await room.asks(risk())
    assert room.chat.sent == ["whole", "name-1", "name-1"]
    assert (len(room.drawer.drawn), room.chat.waited) == (1, 1), "who has it at once waits for nothing"


async def test_who_may_see_more_gets_a_picture_of_her_own(room: Room) -> None:
    await room.asks(risk())
    panel = risk().panels[0]
    seen = replace(panel, years=(panel.years[0], YearCell("2025", "50,0 %", 50.0, "2 из 4"), panel.years[2]))
    await room.asks(replace(risk(), panels=(seen, *risk().panels[1:])))
    await room.asks(risk())
    assert room.chat.sent == ["whole", "whole", "name-1"]


async def test_what_the_messenger_has_forgotten_is_drawn_anew_and_remembered(room: Room) -> None:
    await room.asks(risk())
    room.chat.forgotten = {"name-1"}
    await room.asks(risk())
    await room.asks(risk())
    assert room.chat.sent == ["whole", "whole", "name-2"]


async def test_names_belong_to_one_bot(room: Room) -> None:
    await room.asks(risk())
    await room.asks(risk(), bot=ANOTHER)
    assert room.chat.sent == ["whole", "whole"]


async def test_of_many_who_ask_at_once_one_waits_for_the_drawing(room: Room) -> None:
    await asyncio.gather(*(room.asks(risk()) for _ in range(10)))
    assert len(room.drawer.drawn) == 1 and room.chat.sent.count("name-1") == 9


async def test_a_picture_that_could_not_be_drawn_is_not_remembered(room: Room) -> None:
    async def busy(picture: Picture) -> bytes:
        raise BadFile("drawing")

    room.drawer.draw, drawn = busy, room.drawer.draw  # type: ignore[method-assign]
    with pytest.raises(BadFile):
        await room.asks(risk())
    room.drawer.draw = drawn  # type: ignore[method-assign]
    await room.asks(risk())
    assert room.chat.sent == ["whole"]


async def test_what_is_a_month_old_is_forgotten(room: Room) -> None:
    await room.asks(risk())
    room.clock.instant += KEPT
    await room.asks(counts())
    await room.shelf.forget_old()
    assert len(room.rows.names) == 2
    room.clock.instant += timedelta(seconds=1)
    await room.shelf.forget_old()
    assert [name for name, _at in room.rows.names.values()] == ["name-2"]
