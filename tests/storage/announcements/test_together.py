"""Copies in hand are asked about together, and what was answered is good for a moment only."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from shnor_domain.announcements.model import State
from shnor_domain.announcements.outcomes import Outcome
from shnor_domain.announcements.use_cases.steering import StopAnnouncement
from shnor_domain.identity import Actor, Role
from shnor_domain.messaging import ChatId, MessageRef, TryLater
from shnor_domain.notifications.asking import FRESH
from shnor_domain.notifications.use_cases.deliver import IN_FLIGHT
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square
from tests.support.village import whose

MANY = 16


async def teachers(square: Square, count: int = MANY) -> list[Actor]:
    return [await square.village.settled(Role.TEACHER, square.village.school) for _ in range(count)]


def count_statements(square: Square) -> list[str]:
    said: list[str] = []
    engine = square.village.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda _c, _cursor, statement, *_: said.append(statement))
    return said


async def test_a_copy_costs_few_statements_however_many_go(square: Square, folk: Folk) -> None:
    await teachers(square)
    await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    said = count_statements(square)
    delivered = await square.delivers()
    reads = [statement for statement in said if statement.lstrip().upper().startswith(("SELECT", "WITH"))]
    assert delivered == MANY + 3
    assert len(reads) < 2.5 * delivered


async def test_what_is_stopped_with_copies_in_hand_goes_no_more_after_a_moment(
    square: Square, folk: Folk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await teachers(square)
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    send, begun, stopped = square.telephone.send, 0, asyncio.Event()

    async def send_then_stop(*args: Any) -> MessageRef:
        nonlocal begun
        begun += 1
        if begun == IN_FLIGHT:
            await square.use(StopAnnouncement)(folk.coordinator, which)
            square.passes(FRESH)
            stopped.set()
        await stopped.wait()
        return await send(*args)

    monkeypatch.setattr(square.telephone, "send", send_then_stop)
    assert await square.delivers() == begun == IN_FLIGHT
    await square.carries_on()
    outcomes = list((await square.outcomes(folk.coordinator, which)).values())
    assert outcomes.count(Outcome.DELIVERED) == begun
    assert outcomes.count(Outcome.STOPPED) == MANY + 3 - begun
    assert await square.state(which) is State.STOPPED


async def test_what_waited_at_a_closed_gate_is_asked_about_anew(square: Square, folk: Folk) -> None:
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    for who in (folk.teacher, folk.lead, folk.second_lead):
        square.telephone.faults[ChatId(who.chat)] = [TryLater(30)]
    assert await square.delivers() == 0
    async with square.village.units.write() as work:
        await work.places.end(folk.second_lead.places[0].id, date(2026, 9, 14))
    assert await square.delivers(timedelta(seconds=32)) == 2
    assert (await square.outcomes(folk.coordinator, which))[whose(folk.second_lead)] is Outcome.LEFT


async def test_asked_about_together_each_has_her_own_answer(square: Square, folk: Folk) -> None:
    """Who left, who is on leave, who has another night: of one claim, each as if she were alone."""
    await square.set(folk.lead, leave_until=date(2026, 9, 15))
    which = await square.announces(folk.coordinator, square.village.municipality)
    other = await square.announces(folk.far_coordinator, square.village.far_municipality)
    await square.carries_on()
    async with square.village.units.write() as work:
        await work.places.end(folk.second_lead.places[0].id, date(2026, 9, 14))
    await square.delivers()
    assert await square.outcomes(folk.coordinator, which) == {
        whose(folk.teacher): Outcome.DELIVERED,
        whose(folk.lead): Outcome.WAITING,
        whose(folk.second_lead): Outcome.LEFT,
    }
    assert set((await square.outcomes(folk.far_coordinator, other)).values()) == {Outcome.DELIVERED}
    assert await square.delivers(timedelta(days=1)) == 1
