"""An announcement to many amid blocked telephones, chats that moved, 429 storms, lost answers and five kills: every
person is accounted for, counted from the transcript of the sandbox and not from our tables.

`make long` tells five thousand people, `make check` some hundreds.
"""

import asyncio
import inspect
import logging
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.json_types import Json
from bot.sandbox.methods import METHODS
from bot.sandbox.methods.registry import Method
from shnor_domain.announcements.audience import AnnouncementId, Audience
from shnor_domain.announcements.content import Content
from shnor_domain.announcements.model import Draft, State
from shnor_domain.announcements.outcomes import Outcome, ReportRow
from shnor_domain.announcements.use_cases.announcing import Announce
from shnor_domain.announcements.use_cases.looking import AnnouncementReport, AnnouncementTotals
from shnor_domain.identity import PersonId, Role
from shnor_domain.notifications.use_cases.deliver import IN_FLIGHT
from tests.end_to_end.mailing.people import Crowd, crowd
from tests.support.announced import as_coordinator
from tests.support.another_day import RehearsedBot
from tests.support.installation import Installation, installation
from tests.support.nursery import Nursery

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(3_000)]

MONDAY = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
"""Eleven in the morning in Якутск, one in the afternoon where these teachers live."""
PEOPLE = 5_000 if int(os.environ.get("LONGER_WALKS", "1")) > 1 else 300
KILLS, STORMS = 5, 4
COORDINATOR = 1002
WORDS = "Совещание директоров перенесли на среду"

logger = logging.getLogger(__name__)


@dataclass
class Killer:
    """Kills the bot at the chosen numbers of messages, before one is carried out or before its answer leaves."""

    bot: RehearsedBot
    moments: list[tuple[int, bool]]
    sent: int = 0
    fell: asyncio.Event = field(default_factory=asyncio.Event)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        with patch.dict(METHODS, {"sendmessage": partial(self._watch, METHODS["sendmessage"])}):
            yield

    async def _watch(self, method: Method, box: Box, args: Args) -> Json:
        self.sent += 1
        if self._comes(after=False):
            self._kill()
        result: Any = method(box, args)
        if inspect.isawaitable(result):
            result = await result
        if self._comes(after=True):
            self._kill()
        return result

    def _comes(self, *, after: bool) -> bool:
        return bool(self.moments) and self.sent >= self.moments[0][0] and self.moments[0][1] is after

    def _kill(self) -> None:
        self.moments.pop(0)
        self.bot.kill()
        self.fell.set()


async def test_a_mailing_in_storms_and_kills_ends_with_every_person_accounted_for(
    sqlite_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    seed = random.randrange(2**32)
    logger.warning("who is unlucky, and the moments of the kills: seed %s", seed)
    chance = random.Random(seed)
    async with installation(sqlite_url, tmp_path, begins=MONDAY, nursery=nursery, LOG_LEVEL="WARNING") as place:
        where = await place.land.where("Момский", "СОШ № 2")
        people = await crowd(place, PEOPLE, where, MONDAY, chance)
        which = await announced(place)
        begun = time.monotonic()
        await goes_out(place, people, which, chance)
        seconds = time.monotonic() - begun
        rows = await report(place, which)
        read = await copies_read(place)
        assert "incident" not in place.bot.output
    repeated = accounted_for(people, rows, read)
    counts = Counter(row.outcome.value for row in rows)
    logger.warning("%s people in %.0f s: %s, repeated %s", len(rows), seconds, dict(counts), repeated)


async def announced(place: Installation) -> AnnouncementId:
    coordinator = await place.land.actor(COORDINATOR)
    by = as_coordinator(coordinator.places[0].territory)
    draft = Draft(by, Audience(roles=frozenset({Role.TEACHER})), Content(WORDS, acknowledge=True))
    return await (await place.land.the(Announce))(coordinator, draft)


async def goes_out(place: Installation, people: Crowd, which: AnnouncementId, chance: random.Random) -> None:
    assert isinstance(place.bot, RehearsedBot)
    per_life = len(people.chats) // (KILLS + 1)
    moments = [(1 + round(per_life * (life + chance.random())), chance.random() < 0.5) for life in range(KILLS)]
    killer, begun = Killer(place.bot, moments), time.monotonic()
    for who in people.lost:
        await place.street.post(
            "faults", {"kind": "lost_answer", "method": "sendMessage", "chat_id": people.chats[who]}
        )
    with killer.at_work():
        for life in range(KILLS + 1):
            if life < STORMS:
                await place.street.post(
                    "faults", {"kind": "429", "method": "sendMessage", "retry_after": 2, "times": 6}
                )
            place.bot.begins = MONDAY + timedelta(seconds=time.monotonic() - begun)
            killer.fell.clear()
            logger.warning("life %s begins after %.0f s", life + 1, time.monotonic() - begun)
            place.bot.start()
            if life < KILLS:
                await asyncio.wait_for(killer.fell.wait(), 600)
        await finished(place, which)


async def finished(place: Installation, which: AnnouncementId) -> None:
    while True:
        async with place.land.units.read() as work:
            found = await work.announcements.get(which)
        assert found is not None and place.bot.runs, place.bot.output_now
        if found.state is State.DONE:
            return
        await asyncio.sleep(0.2)


async def report(place: Installation, which: AnnouncementId) -> list[ReportRow]:
    coordinator = await place.land.actor(COORDINATOR)
    case, rows = await place.land.the(AnnouncementReport), list[ReportRow]()
    while page := await case(coordinator, which, len(rows)):
        rows += page
    totals = await (await place.land.the(AnnouncementTotals))(coordinator, which)
    assert sum(total.people for total in totals) == len(rows)
    return rows


async def copies_read(place: Installation) -> Counter[int]:
    """Chat → how many copies stand there, whatever the bot believes."""
    return Counter(
        said["chat_id"]
        for said in await place.street.transcript()
        if said["event"] == "message" and said["from_bot"] and said["text"].startswith(WORDS)
    )


def accounted_for(people: Crowd, rows: list[ReportRow], read: Counter[int]) -> int:
    """Each of them is in the report once, and it says what stands in her chat. Gives how many copies were repeated."""
    told = {row.person: row.outcome for row in rows if row.person in people.chats}
    assert set(told) == set(people.chats) and len({row.person for row in rows}) == len(rows)
    repeated = 0
    for who, chat in people.chats.items():
        copies, outcome = read[people.reads_in(PersonId(who))], told[who]
        if who in people.blocked:
            assert (copies, outcome) == (0, Outcome.BLOCKED)
            continue
        assert copies >= 1, f"{who} ({chat}) is said to be {outcome} and has nothing"
        assert outcome is Outcome.DELIVERED or (outcome is Outcome.UNKNOWN and who in people.lost), (who, outcome)
        repeated += copies - 1
    assert repeated <= KILLS * IN_FLIGHT
    return repeated
