"""Rows are laid in pages, and nothing is lost or doubled whatever happens between two of them."""

import contextlib
import logging
import random
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from shnor_domain.announcements.content import Content, KeptFile
from shnor_domain.announcements.model import State
from shnor_domain.announcements.outcomes import Outcome
from shnor_domain.announcements.use_cases import carrying
from shnor_domain.announcements.use_cases.answering import Acknowledge
from shnor_domain.announcements.use_cases.carrying import SweepAnnouncementFiles
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement, RecallAnnouncement
from shnor_domain.announcements.use_cases.steering import GoOnWithAnnouncement, PauseAnnouncement, StopAnnouncement
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor, Role
from shnor_domain.messaging import ChatId, MessageRef, OutcomeUnknown, Refused, TryLater, Unreachable
from shnor_domain.storage.notifications.planner import PlannerStore
from shnor_domain.storage.schema.notifications import notification
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square
from tests.support.evidence_files import BodiesHere
from tests.support.village import whose

logger = logging.getLogger(__name__)


@pytest.fixture
def pages_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "PAGE", 2)


async def crowd(square: Square, count: int) -> list[Actor]:
    return [await square.village.settled(Role.TEACHER, square.village.school) for _ in range(count)]


async def rows_laid(square: Square) -> int:
    async with square.village.database.read() as connection:
        counted = select(func.count()).where(notification.c.kind == "announcement")
        return int((await connection.execute(counted)).scalar_one())


async def test_rows_are_laid_page_by_page_and_go_on_after_a_kill(
    square: Square, folk: Folk, monkeypatch: pytest.MonkeyPatch, pages_of_two: None
) -> None:
    await crowd(square, 5)
    which = await square.announces(folk.coordinator, square.village.municipality)
    monkeypatch.setattr(carrying, "ROUNDS", 1)
    laid = []
    for _ in range(9):  # each a life of the process that ends after one page
        await square.carries_on()
        laid.append(await rows_laid(square))
    assert laid == sorted(laid) and laid[-1] == 8 and max(b - a for a, b in zip([0, *laid], laid, strict=False)) == 2
    assert await square.state(which) is State.RUNNING
    await square.delivers()
    await square.carries_on()
    assert await square.state(which) is State.DONE
    assert len({chat for _, chat, _ in square.telephone.seen}) == len(square.telephone.seen) == 8


async def test_a_page_that_fails_is_laid_anew_and_doubles_nothing(
    square: Square, folk: Folk, monkeypatch: pytest.MonkeyPatch, pages_of_two: None
) -> None:
    which = await square.announces(folk.coordinator, square.village.municipality)
    whole = PlannerStore.lay
    falls = [True, False, True, False]

    async def falls_sometimes(self: PlannerStore, notices: object) -> None:
        await whole(self, notices)  # type: ignore[arg-type]
        if falls and falls.pop(0):
            raise ConnectionError

    monkeypatch.setattr(PlannerStore, "lay", falls_sometimes)
    for _ in range(5):
        await square.carries_on()
    await square.delivers()
    await square.carries_on()
    assert await square.state(which) is State.DONE
    assert len(square.telephone.seen) == 3


async def test_a_correction_during_a_correction_is_not_lost(
    square: Square, folk: Folk, monkeypatch: pytest.MonkeyPatch
) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    await square.use(CorrectAnnouncement)(folk.coordinator, which, "Первое")
    await square.carries_on()
    edit, again = square.telephone.edit, [True]

    async def slow(ref: MessageRef, message: object, **more: object) -> MessageRef | None:
        if again and again.pop():
            square.passes(timedelta(seconds=5))
            await square.use(CorrectAnnouncement)(folk.coordinator, which, "Второе")
            await square.carries_on()
        return await edit(ref, message, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(square.telephone, "edit", slow)
    await square.delivers()
    await square.delivers(timedelta(minutes=5))
    last = dict(square.telephone.edits)
    assert len(last) == 3 and all(text.startswith("Второе") for text in last.values())


async def test_whatever_happens_each_recipient_has_exactly_one_outcome(
    square: Square, folk: Folk, pages_of_two: None
) -> None:
    """Taps, faults and departures in any order; the report is asked after each of them."""
    seed = random.randrange(2**32)
    logger.warning("what happens: seed %s", seed)
    chance = random.Random(seed)
    people = [*await crowd(square, 5), folk.teacher, folk.lead, folk.second_lead]
    which = await square.announces(folk.coordinator, square.village.municipality)
    while not (await square.stands(which)).laid:
        await square.carries_on()
    meant = {whose(each) for each in people}
    steer = (PauseAnnouncement, GoOnWithAnnouncement, GoOnWithAnnouncement, StopAnnouncement, RecallAnnouncement)
    for step in range(25):
        who = chance.choice(people)
        match chance.randrange(7):
            case 0:
                case = chance.choice(steer if step > 12 else steer[:3])
                with contextlib.suppress(Stale):
                    await square.use(case)(folk.coordinator, which)
            case 1:
                fault = chance.choice((Unreachable("blocked"), OutcomeUnknown(), Refused("x"), TryLater(1)))
                square.telephone.faults.setdefault(ChatId(who.chat), []).append(fault)
            case 2:
                with contextlib.suppress(NotFound):
                    await square.use(Acknowledge)(who, which)
            case 3:
                await square.set(who, leave_until=chance.choice((None, square.village.clock.at.date())))
            case 4 if step > 12:
                with contextlib.suppress(Stale):
                    await square.use(CorrectAnnouncement)(folk.coordinator, which, f"Слова {step}")
            case _:
                await square.delivers(timedelta(minutes=chance.randrange(90)))
        await square.carries_on()
        outcomes = await square.outcomes(folk.coordinator, which)
        assert set(outcomes) == meant
    for _ in range(40):
        await square.delivers(timedelta(days=1))
        await square.carries_on()
    if (await square.state(which)) is not State.PAUSED:
        assert Outcome.WAITING not in (await square.outcomes(folk.coordinator, which)).values()
    heard = [chat for _, chat, _ in square.telephone.seen]
    assert len(heard) == len(set(heard))


async def test_files_of_drafts_that_nobody_confirmed_go_after_a_month(square: Square, folk: Folk) -> None:
    gone: list[str] = []

    class Old(BodiesHere):
        async def kept_before(self, instant: object) -> list[str]:
            assert instant == square.clock.now() - timedelta(days=30)
            return ["named.jpg", "forgotten.jpg"]

        async def erase(self, key: str) -> None:
            gone.append(key)

    content = Content("Слова", KeptFile("named.jpg", "a.jpg"))
    await square.announces(folk.coordinator, square.village.municipality, content=content)
    assert await square.use(SweepAnnouncementFiles, announcement_files=Old())() == 1
    assert gone == ["forgotten.jpg"]
