"""The card counts every recipient once, each under the name that fits."""

from datetime import date, timedelta

import pytest

from shnor_domain.announcements.model import State
from shnor_domain.announcements.outcomes import Copies, Outcome, Progress
from shnor_domain.announcements.use_cases import leaving
from shnor_domain.announcements.use_cases.answering import Acknowledge
from shnor_domain.announcements.use_cases.changing import RecallAnnouncement
from shnor_domain.announcements.use_cases.looking import OpenAnnouncement
from shnor_domain.announcements.use_cases.steering import PauseAnnouncement, StopAnnouncement
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor
from shnor_domain.messaging import ChatId, OutcomeUnknown, Unreachable
from shnor_domain.people.use_cases.leaving import DeleteMe
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square
from tests.support.village import whose


async def progress(square: Square, actor: Actor, which: int) -> Progress:
    found: Progress = (await square.use(OpenAnnouncement)(actor, which)).progress
    return found


async def delete(square: Square, who: Actor) -> None:
    async def sweep() -> None:
        """Nothing to sweep."""

    await square.use(DeleteMe, leaves=(leaving.on_person_leaves,), sweep=sweep)(who)


async def test_who_waits_for_the_morning_is_not_who_has_stopped_the_bot(square: Square, folk: Folk) -> None:
    square.telephone.faults[ChatId(folk.teacher.chat)] = [Unreachable("blocked")]
    await square.set(folk.lead, leave_until=date(2026, 9, 15))
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    assert await progress(square, folk.coordinator, which) == Progress(3, sent=1, waiting=0, held=1, unreached=1)
    await square.use(PauseAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    assert await progress(square, folk.coordinator, which) == Progress(
        3, sent=1, waiting=0, held=0, paused=1, unreached=1
    )


async def test_who_was_deleted_stays_on_the_card(square: Square, folk: Folk) -> None:
    """As in the report: who has had it under delivered, who has not under the others."""
    await square.set(folk.lead, leave_until=date(2026, 9, 15))
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    await delete(square, folk.teacher)
    await delete(square, folk.lead)
    found = await progress(square, folk.coordinator, which)
    assert found == Progress(3, sent=2, waiting=0, held=0, gone=1)
    assert (found.ended, found.copies) == (1, 1)


async def test_what_is_finished_is_stopped_for_whom_nothing_has_reached_yet(square: Square, folk: Folk) -> None:
    """She had stopped the bot, and comes back within the month."""
    square.telephone.faults[ChatId(folk.teacher.chat)] = [Unreachable("blocked")]
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    card = await square.use(OpenAnnouncement)(folk.coordinator, which)
    assert (card.announcement.state, card.stoppable) == (State.DONE, True)
    await square.use(StopAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    assert (await square.outcomes(folk.coordinator, which))[whose(folk.teacher)] is Outcome.BLOCKED
    async with square.village.units.write() as work:
        await work.reach.found(whose(folk.teacher))
        await work.notices.release(whose(folk.teacher), square.clock.now())
    await square.delivers(timedelta(days=1))
    assert square.heard(folk.teacher) == []
    assert (await square.outcomes(folk.coordinator, which))[whose(folk.teacher)] is Outcome.STOPPED


async def test_what_has_gone_to_all_is_not_stopped(square: Square, folk: Folk) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    assert not (await square.use(OpenAnnouncement)(folk.coordinator, which)).stoppable
    with pytest.raises(Stale):
        await square.use(StopAnnouncement)(folk.coordinator, which)


async def test_an_unknown_copy_is_neither_undelivered_nor_deleted(square: Square, folk: Folk) -> None:
    """By the word of its reader it is delivered; after a recall nobody knows that it is gone."""
    for who in (folk.teacher, folk.lead):
        square.telephone.faults[ChatId(who.chat)] = [OutcomeUnknown()]
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    found = await progress(square, folk.coordinator, which)
    assert (found, found.ended) == (Progress(3, sent=1, waiting=0, held=0, unknown=2), 0)
    await square.use(Acknowledge)(folk.teacher, which)
    found = await progress(square, folk.coordinator, which)
    assert (found, found.copies) == (Progress(3, sent=2, waiting=0, held=0, unknown=1, gone=1, acknowledged=1), 1)
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    assert (await square.use(OpenAnnouncement)(folk.coordinator, which)).copies == Copies(1, 2, 0)
