"""A mailing to a hundred people and to some amid them who meet faults, delivered over HTTP to a sandbox."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import Reader, StoredNotice
from shnor_domain.notifications.use_cases import ComeBack, RequeueNotice
from tests.support.fault_table import NEW_CHAT, Row
from tests.support.faulty_line import Exchange, exchange
from tests.support.loop_time import loop_goes_on
from tests.support.notices import NOW, PostOffice, notice, post_office

OTHERS = 100
_BEFORE = 50


@dataclass(frozen=True, slots=True)
class Unlucky:
    """Somebody in the middle of the mailing, and the row of the table that her message meets."""

    row: Row
    person: PersonId

    @property
    def chat(self) -> ChatId:
        return ChatId(1000 + self.person)

    @property
    def key(self) -> str:
        return f"mailing:1:{self.person}"

    @property
    def words(self) -> str:
        return f"{self.key} new"


@dataclass(frozen=True, slots=True)
class Mailing:
    """One that has gone out once."""

    place: Exchange
    office: PostOffice
    unlucky: Sequence[Unlucky]
    patch: pytest.MonkeyPatch

    async def goes_on(self, after: timedelta = timedelta()) -> int:
        """Another tick; gives the messages that people have seen by it. The loop's time goes on too: gates of a 429 are
        on it.
        """
        self.office.real.advance(after)
        loop_goes_on(self.patch, after)
        return await self.office.line(mailing=True, messenger=self.place.messenger)()

    async def row_of(self, one: Unlucky) -> StoredNotice:
        return await self.office.row(one.key)

    async def reader(self, one: Unlucky) -> Reader:
        async with self.office.units.read() as work:
            reader = await work.readers.reader(one.person)
        assert reader is not None
        return reader

    async def all_come_back(self) -> None:
        for one in self.unlucky:
            await ComeBack(self.office.units.write, self.office.clock)(one.person)

    async def operator_sends_them_again(self) -> None:
        for one in self.unlucky:
            row = await self.row_of(one)
            assert await RequeueNotice(self.office.units.write, self.office.clock)(row.id)

    async def others_have_one_each(self) -> bool:
        """A hundred people, one message each, and nobody else has any but the unlucky."""
        said = await self.place.said()
        not_others = {NEW_CHAT, *(one.chat for one in self.unlucky)}
        others = {chat: words for chat, words in said.items() if chat not in not_others}
        return len(others) == OTHERS and all(
            words == [f"mailing:1:{chat - 1000} new"] for chat, words in others.items()
        )

    async def seen(self) -> dict[str, int]:
        """How often each of the unlucky has her words, by the name of her row; nobody has any others."""
        said = await self.place.said()
        for one in self.unlucky:
            assert set(said.get(one.chat, [])) <= {one.words}
        return {one.row.name: len(said.get(one.chat, [])) for one in self.unlucky}


@asynccontextmanager
async def mailing(
    url: str, rows: Sequence[Row], patch: pytest.MonkeyPatch, *, kind: str = "told"
) -> AsyncIterator[Mailing]:
    """Goes out in one tick: half of the others, one person a row, the other half."""
    unlucky = [Unlucky(row, PersonId(number)) for number, row in enumerate(rows, _BEFORE + 1)]
    people = OTHERS + len(unlucky)
    async with exchange() as place, post_office(url, people) as office:
        await place.settle(people)
        place.town.sandbox.ensure_person(NEW_CHAT, "Новый чат")
        for one in unlucky:
            place.meets(one.chat, one.row.meets)
        everybody = [
            notice(f"mailing:1:{number}", NOW, kind=kind, person=PersonId(number)) for number in range(1, people + 1)
        ]
        await office.plan(*(replace(each, mailing=True) for each in everybody))
        made = Mailing(place, office, unlucky, patch)
        await made.goes_on()
        yield made
