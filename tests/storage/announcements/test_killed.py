"""The bot is killed with copies in hand: what may have gone is never said to have been stopped."""

from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from shnor_domain.announcements.outcomes import Outcome
from shnor_domain.announcements.use_cases import leaving
from shnor_domain.announcements.use_cases.changing import RecallAnnouncement
from shnor_domain.announcements.use_cases.looking import OpenAnnouncement
from shnor_domain.announcements.use_cases.steering import GoOnWithAnnouncement, PauseAnnouncement, StopAnnouncement
from shnor_domain.notifications.use_cases import FreeLeases
from shnor_domain.notifications.use_cases.deliver import IN_FLIGHT
from shnor_domain.people.use_cases.leaving import DeleteMe
from tests.storage.announcements.conftest import Folk
from tests.storage.announcements.test_together import MANY, teachers
from tests.support.announced import Square
from tests.support.village import whose


async def killed_in_hand(square: Square, folk: Folk, most: int = 2) -> Any:
    """All copies are claimed and so many are about to go, nobody marks them, the bot starts anew."""
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    now = square.clock.now()
    async with square.village.units.write() as work:
        claimed = await work.notices.claim(now, now, now + timedelta(minutes=2), 20, mailing=True)
        await work.notices.begin([row.id for row in claimed][:most])
    await square.use(FreeLeases)()
    return which


@pytest.mark.parametrize("case", [StopAnnouncement, RecallAnnouncement])
async def test_what_may_have_gone_before_a_kill_is_unknown_once_stopped(square: Square, folk: Folk, case: Any) -> None:
    which = await killed_in_hand(square, folk)
    await square.use(case)(folk.coordinator, which)
    assert await square.delivers() == 0
    await square.carries_on()
    await square.delivers()
    outcomes = list((await square.outcomes(folk.coordinator, which)).values())
    assert sorted(each.value for each in outcomes) == ["stopped", "unknown", "unknown"]


async def test_paused_after_a_kill_and_stopped_later_it_is_unknown_too(square: Square, folk: Folk) -> None:
    which = await killed_in_hand(square, folk)
    await square.use(PauseAnnouncement)(folk.coordinator, which)
    await square.delivers()
    await square.carries_on()
    await square.delivers(timedelta(minutes=11))
    await square.use(StopAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    outcomes = list((await square.outcomes(folk.coordinator, which)).values())
    assert sorted(each.value for each in outcomes) == ["stopped", "unknown", "unknown"]


async def test_paused_after_a_kill_and_gone_on_with_nobody_is_lost(square: Square, folk: Folk) -> None:
    which = await killed_in_hand(square, folk)
    await square.use(PauseAnnouncement)(folk.coordinator, which)
    await square.delivers()
    await square.carries_on()
    card = await square.use(OpenAnnouncement)(folk.coordinator, which)
    assert (card.progress.paused, card.progress.held) == (3, 0)
    await square.use(GoOnWithAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    assert await square.delivers() == 3  # at once, not when it was to be looked at again
    assert set((await square.outcomes(folk.coordinator, which)).values()) == {Outcome.DELIVERED}


async def test_who_is_deleted_with_her_copy_in_hand_is_unknown(square: Square, folk: Folk) -> None:
    which = await killed_in_hand(square, folk, most=3)

    async def sweep() -> None:
        """Nothing to sweep."""

    await square.use(DeleteMe, leaves=(leaving.on_person_leaves,), sweep=sweep)(folk.teacher)
    outcomes = await square.outcomes(folk.coordinator, which)
    assert outcomes[None] is Outcome.UNKNOWN
    await square.delivers()
    assert (await square.outcomes(folk.coordinator, which))[whose(folk.lead)] is Outcome.DELIVERED


class Killed(BaseException):
    """Nothing is marked any more."""


@pytest.mark.parametrize("gone", [0, 4, MANY])
async def test_of_what_was_claimed_only_what_was_in_flight_is_unknown(
    square: Square, folk: Folk, monkeypatch: pytest.MonkeyPatch, gone: int
) -> None:
    """Killed while the first five are on their way, or later ones; stopped before the bot comes back."""
    await teachers(square)
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    send, number = square.telephone.send, count()

    async def send_until_killed(*args: Any) -> Any:
        if next(number) >= gone:
            raise Killed
        return await send(*args)

    monkeypatch.setattr(square.telephone, "send", send_until_killed)
    with pytest.raises(BaseExceptionGroup):
        await square.delivers()
    monkeypatch.setattr(square.telephone, "send", send)
    await square.use(StopAnnouncement)(folk.coordinator, which)
    await square.use(FreeLeases)()
    await square.delivers()
    await square.carries_on()
    outcomes = list((await square.outcomes(folk.coordinator, which)).values())
    delivered, unknown = outcomes.count(Outcome.DELIVERED), outcomes.count(Outcome.UNKNOWN)
    assert 1 <= unknown <= IN_FLIGHT
    assert delivered <= gone
    assert outcomes.count(Outcome.STOPPED) == MANY + 3 - delivered - unknown
