"""Days of many items moved at once, and put back (L1, L2)."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.errors import Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import Role
from shnor_domain.notifications.model import NoticeState
from shnor_domain.roadmap.bringing.errors import PlanChanged
from shnor_domain.roadmap.model import Item, ItemState, ShiftId
from shnor_domain.roadmap.telling import ItemWaits
from shnor_domain.roadmap.use_cases.shifting import ListShifts, PreviewShift, ShiftItems, UndoShift, Wanted
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from tests.support.plans import item, kept
from tests.support.village import Village

TODAY = date(2026, 9, 15)
SOON, PASSED = TODAY + timedelta(days=3), TODAY - timedelta(days=3)
REASON = "Распутица: дороги закрыты"


async def last_days(village: Village, items: list[Item]) -> list[date | None]:
    async with village.units.read() as work:
        found = [await work.plans.item(each.id) for each in items]
    return [None if each is None else each.last_day for each in found]


async def three(village: Village) -> list[Item]:
    """Of the near school: one that comes, one that has passed, one done; and one of the far school."""
    _, items = await kept(
        village.units,
        village.region,
        item(village.school, SOON, number=1),
        item(village.school, PASSED, number=2),
        item(village.school, SOON, number=3, state=ItemState.DONE),
        item(village.far_school, SOON, number=4),
        item(village.school, None, number=5),
    )
    return items


async def test_open_items_of_her_territory_move_by_whole_days(village: Village) -> None:
    items = await three(village)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    wanted = Wanted(village.municipality, None, 10)
    preview = await village.use(PreviewShift)(near, wanted)
    assert ([each.id for each in preview.items], preview.schools, preview.ending) == ([items[0].id], 1, 0)
    shifted = await village.use(ShiftItems)(near, wanted, f" {REASON} ")
    assert shifted.items == 1
    assert await last_days(village, items) == [SOON + timedelta(days=10), PASSED, SOON, SOON, None]
    async with village.units.read() as work:
        moved = await work.plans.item(items[0].id)
    assert moved is not None
    assert moved.known == village.clock.now()
    assert moved.period.windows[0].first == items[0].period.windows[0].first + timedelta(days=10)
    [seen] = await village.use(ListShifts)(near)
    assert (seen.shift.reason, seen.shift.days, seen.items, seen.undoable) == (REASON, 10, 1, True)


async def test_what_was_not_shown_is_not_confirmed(village: Village) -> None:
    items = await three(village)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    mine, hers = Wanted(village.municipality, None, 7), Wanted(village.region, None, 7)
    first, second = await village.use(PreviewShift)(near, mine), await village.use(PreviewShift)(region, hers)
    await village.use(ShiftItems)(near, mine, REASON, first.seen)
    with pytest.raises(PlanChanged):
        await village.use(ShiftItems)(region, hers, REASON, second.seen)
    week = timedelta(days=7)
    assert await last_days(village, items) == [SOON + week, PASSED, SOON, SOON, None]
    again = await village.use(PreviewShift)(region, hers)
    assert (await village.use(ShiftItems)(region, hers, REASON, again.seen)).items == 2
    assert await last_days(village, items) == [SOON + 2 * week, PASSED, SOON, SOON + week, None]


async def test_by_choice_those_move_too_whose_day_has_passed(village: Village) -> None:
    items = await three(village)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    preview = await village.use(PreviewShift)(region, Wanted(village.region, None, -5, passed=True))
    assert (len(preview.items), preview.schools, preview.ending) == (3, 2, 3)
    await village.use(ShiftItems)(region, Wanted(village.region, None, 30, passed=True), REASON)
    month = timedelta(days=30)
    assert await last_days(village, items) == [SOON + month, PASSED + month, SOON, SOON + month, None]


async def test_a_whole_moves_with_its_parts_and_is_not_counted(village: Village) -> None:
    plan, items = await kept(
        village.units, village.region, item(village.region, SOON), item(village.school, SOON, parent=0)
    )
    _, others = await kept(village.units, village.region, item(village.school, SOON))
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    assert (await village.use(ShiftItems)(region, Wanted(village.region, plan, 7), REASON)).items == 1
    assert await last_days(village, [*items, *others]) == [SOON + timedelta(days=7)] * 2 + [SOON]


async def test_rows_laid_for_the_old_days_are_not_said_and_those_of_the_new_are(village: Village) -> None:
    await village.settled(Role.SCHOOL_LEAD, village.school)
    [only] = (await kept(village.units, village.school, item(village.school, SOON)))[1]
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    await village.use(PlanSteps)()
    shifted = await village.use(ShiftItems)(near, Wanted(village.municipality, None, 4), REASON)

    async def said() -> list[bool]:
        still = ItemWaits(village.units.read)
        async with village.units.read() as work:
            rows = await work.notices.in_state([NoticeState.PLANNED], 100)
        due = [row for row in rows if str(only.id) == str(row.notice.payload["item"])]
        return [await still(row, village.clock.now()) for row in sorted(due, key=lambda row: row.notice.key)]

    assert await said() == [False, False, True], "−3 and −1 of the 18th were laid; −7 of the 22nd is"
    await village.use(UndoShift)(near, shifted.shift)
    assert await said() == [True, True, False]


async def test_put_back_is_what_nobody_has_touched_since(village: Village) -> None:
    _, items = await kept(
        village.units, village.region, *(item(village.school, SOON, number=number) for number in range(1, 4))
    )
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    first = await village.use(ShiftItems)(near, Wanted(village.municipality, None, 10), REASON)
    village.clock.forward(days=1)
    async with village.units.write() as work:
        await work.plans.set_state(items[0].id, ItemState.DONE)
    undone = await village.use(UndoShift)(near, first.shift)
    assert (undone.back, undone.kept) == (2, 1)
    assert await last_days(village, items) == [SOON + timedelta(days=10), SOON, SOON]
    async with village.units.read() as work:
        again = await work.plans.item(items[1].id)
    assert again == items[1], "its steps are those of before"
    with pytest.raises(Stale):
        await village.use(UndoShift)(near, first.shift)


async def test_of_two_shifts_the_first_is_not_put_back_over_the_second(village: Village) -> None:
    _, items = await kept(village.units, village.region, item(village.school, SOON))
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    first = await village.use(ShiftItems)(near, Wanted(village.municipality, None, 10), REASON)
    village.clock.forward(minutes=1)
    second = await village.use(ShiftItems)(near, Wanted(village.municipality, None, 5), REASON)
    assert (await village.use(UndoShift)(near, first.shift)).kept == 1
    assert (await village.use(UndoShift)(near, second.shift)).back == 1
    assert await last_days(village, items) == [SOON + timedelta(days=10)]


async def test_after_seven_days_it_stays(village: Village) -> None:
    await three(village)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    shifted = await village.use(ShiftItems)(near, Wanted(village.municipality, None, 10), REASON)
    village.clock.forward(days=7, seconds=1)
    [seen] = await village.use(ListShifts)(near)
    assert not seen.undoable
    with pytest.raises(Invalid):
        await village.use(UndoShift)(near, shifted.shift)


async def test_two_who_move_at_once_move_twice_and_two_who_undo_once(village: Village) -> None:
    items = await three(village)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    moving = [
        village.use(ShiftItems)(near, Wanted(village.municipality, None, 10), REASON),
        village.use(ShiftItems)(region, Wanted(village.region, None, 100), REASON),
    ]
    first, _second = await asyncio.gather(*moving)
    assert (await last_days(village, items))[0] == SOON + timedelta(days=110)
    undoing = [village.use(UndoShift)(who, first.shift) for who in (near, region)]
    results = await asyncio.gather(*undoing, return_exceptions=True)
    assert sorted(type(result).__name__ for result in results) == ["Stale", "Undone"]


async def test_days_and_reason_are_checked(village: Village) -> None:
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    for days in (0, 367, -367):
        with pytest.raises(Invalid):
            await village.use(PreviewShift)(near, Wanted(village.municipality, None, days))
    for reason in ("", " ой ", "я" * 301):
        with pytest.raises(Invalid):
            await village.use(ShiftItems)(near, Wanted(village.municipality, None, 1), reason)
    nothing = await village.use(ShiftItems)(near, Wanted(village.municipality, None, 1), REASON)
    assert (nothing.shift, nothing.items) == (None, 0)


async def test_nobody_moves_the_days_of_others(village: Village) -> None:
    items = await three(village)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    far = await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    shifted = await village.use(ShiftItems)(near, Wanted(village.municipality, None, 10), REASON)
    before = await village.dump()
    for who, refusal in ((far, NotFound), (lead, NotAllowed)):
        for case in (
            village.use(PreviewShift)(who, Wanted(village.municipality, None, 1)),
            village.use(ShiftItems)(who, Wanted(village.municipality, None, 1), REASON),
            village.use(UndoShift)(who, shifted.shift),
            village.use(UndoShift)(who, ShiftId(10_000)),
        ):
            with pytest.raises(refusal):
                await case
        assert await village.use(ListShifts)(who) == []
    with pytest.raises(NotFound):
        await village.use(ShiftItems)(near, Wanted(village.region, None, 1), REASON)
    assert await village.dump() == before
    assert (await last_days(village, items))[3] == SOON


async def test_l2_moved_into_the_past_it_has_no_ladder(village: Village) -> None:
    await village.settled(Role.SCHOOL_LEAD, village.school)
    near = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    await kept(village.units, village.school, item(village.school, SOON))
    await village.use(ShiftItems)(near, Wanted(village.municipality, None, -4), REASON)
    village.clock.at = datetime(2026, 9, 16, tzinfo=UTC)
    assert await village.use(PlanSteps)() == 0
