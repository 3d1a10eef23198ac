"""Two acts at the same moment: one wins by the database, and nobody is left with half of either."""

import asyncio
from collections.abc import Awaitable

import pytest
from sqlalchemy import func, select

from shnor_domain.consultations.model import BookingState, CancelReason
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.consultations.use_cases.publish import OpenDrafts, PublishSlot
from shnor_domain.errors import DomainError, NotFound
from shnor_domain.identity import Territory
from shnor_domain.storage.schema.consultations import booking, busy, session, slot, slot_draft
from tests.support.consultations import (
    BIOLOGY,
    CHEMISTRY,
    OSSETIA,
    YAKUTIA,
    Republic,
    methodist,
    teacher,
    terms,
)

pytestmark = pytest.mark.sqlite_threads

HOST, ANNA = methodist(1), teacher(2)
ROUNDS = 8


async def answers(*acts: Awaitable[object]) -> list[str]:
    async def one(act: Awaitable[object]) -> str:
        try:
            await act
        except DomainError as refusal:
            return refusal.code
        return "done"

    return await asyncio.gather(*(one(act) for act in acts))


async def test_a_booking_cancelled_twice_at_once_frees_one_seat(land: Republic) -> None:
    for _ in range(ROUNDS):
        key = await land.publishes(HOST, capacity=2)
        mine = (await land.book(ANNA, key, None)).booking.id
        other = await land.book(teacher(3), key, None)
        cancel = CancelBooking(land.units.write, land.clock)
        assert sorted(await answers(*(cancel(ANNA, mine, CancelReason.BUSY) for _ in range(3)))) == [
            "done",
            "stale",
            "stale",
        ]
        async with land.database.read() as connection:
            taken = await connection.scalar(select(session.c.taken).where(session.c.slot_id == key.slot))
        assert taken == 1
        await cancel(teacher(3), other.booking.id, None)


async def test_a_visitor_cancels_while_the_host_calls_off(land: Republic) -> None:
    for _ in range(ROUNDS):
        key = await land.publishes(HOST, capacity=2)
        mine = (await land.book(ANNA, key, None)).booking.id
        said = await answers(
            CancelBooking(land.units.write, land.clock)(ANNA, mine, None),
            CancelSession(land.units.write, land.clock)(HOST, key),
        )
        assert said[1] == "done"
        card = await MyBooking(land.units.read, land.clock)(ANNA, mine)
        by_her = said[0] == "done"
        assert card.booking.state is (BookingState.CANCELLED if by_her else BookingState.SESSION_CANCELLED)
        async with land.units.read() as work:
            rows = await work.notices.of_subject(f"booking:{mine}")
        told = [row.notice.person for row in rows if row.notice.kind == "consultation-session-cancelled"]
        assert told == ([] if by_her else [ANNA.person])
        async with land.database.read() as connection:
            assert (await connection.execute(select(busy))).all() == []
            assert set((await connection.execute(select(session.c.taken))).scalars()) == {0}
            live = select(func.count()).select_from(booking).where(booking.c.state == "booked")
            assert await connection.scalar(live) == 0


async def test_a_day_of_the_plan_taken_twice_at_once_makes_one_slot(land: Republic) -> None:
    for weekday in range(5):
        async with land.units.write() as work:
            await work.drafts.add(YAKUTIA, CHEMISTRY, weekday, "план")
        [day] = await OpenDrafts(land.units.read)(HOST)
        publish = PublishSlot(land.units.write, land.clock)
        said = await answers(*(publish(methodist(who), terms(weekday=weekday), day.id) for who in (1, 6, 7)))
        assert sorted(said) == ["done", "draft-taken", "draft-taken"]
    async with land.database.read() as connection:
        made = set((await connection.execute(select(slot.c.id))).scalars())
        assert set((await connection.execute(select(slot_draft.c.slot_id))).scalars()) == made
        assert len(made) == 5


async def test_a_day_of_another_region_cannot_be_taken_by_its_number(land: Republic) -> None:
    async with land.units.write() as work:
        await work.drafts.add(OSSETIA, CHEMISTRY, 0, "план")
        [day] = await work.drafts.open_for([OSSETIA], methodist(50).person)  # type: ignore[arg-type]
    publish = PublishSlot(land.units.write, land.clock)
    with pytest.raises(NotFound):
        await publish(HOST, terms(), day.id)
    assert await OpenDrafts(land.units.read)(methodist(50, Territory(OSSETIA))) == [day]


async def test_a_slot_that_became_another_subjects_leaves_the_day_to_others(land: Republic) -> None:
    async with land.units.write() as work:
        await work.drafts.add(YAKUTIA, CHEMISTRY, 0, "план")
    [day] = await OpenDrafts(land.units.read)(HOST)
    await PublishSlot(land.units.write, land.clock)(HOST, terms(subject=BIOLOGY), day.id)
    assert await OpenDrafts(land.units.read)(methodist(6)) == [day]
