"""On an «актированный день» items due that day are due the next working day; undone by its undo (L7)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, Role
from shnor_domain.notifications.model import NoticeState, StoredNotice
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.standing import Standing, called_off, day_of, standing_of
from shnor_domain.roadmap.telling import ItemWaits, last_of
from shnor_domain.roadmap.use_cases.called_off import CountBack, CountDue, DueThen, on_called_off
from shnor_domain.roadmap.use_cases.progress import ShowProgress
from shnor_domain.roadmap.use_cases.shifting import PreviewShift, ShiftItems, Wanted
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.support.plans import item, kept
from tests.support.village import Village

MONDAY = date(2026, 9, 14)
TUESDAY, WEDNESDAY = date(2026, 9, 15), date(2026, 9, 16)
MORNING = datetime(2026, 9, 14, 21, 30, tzinfo=UTC)
"""Half past six of Tuesday in Якутск."""
HOUR = timedelta(hours=1)


async def declares(village: Village, actor: Actor, day: date = TUESDAY) -> None:
    declare = village.use(CallOffDay, on_called_off=(on_called_off,))
    await declare(actor, village.municipality.municipality, day, "мороз")


async def takes_back(village: Village, actor: Actor, day: date = TUESDAY) -> None:
    undo = village.use(RestoreDay, on_called_off=(on_called_off,))
    await undo(actor, village.municipality.municipality, day)


async def settled(village: Village) -> Actor:
    village.clock.at = MORNING
    await village.settled(Role.SCHOOL_LEAD, village.school)
    return await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)


async def one_of(village: Village, which: Item) -> Item:
    async with village.units.read() as work:
        found = await work.plans.item(which.id)
    assert found is not None
    return found


async def steps_of(village: Village) -> list[StoredNotice]:
    async with village.units.read() as work:
        rows = await work.notices.in_state([NoticeState.PLANNED], 1000)
    still = ItemWaits(village.units.read)
    return [row for row in rows if row.notice.kind == "plan-step" and await still(row, village.clock.now()) is True]


def told(rows: list[StoredNotice]) -> list[tuple[date, int, str]]:
    """Last day, which step, and the day on which it goes, of rows that are true."""
    return sorted(
        (last_of(row.notice), int(str(row.notice.payload["count"])), str(row.notice.payload["day"])[-2:])
        for row in rows
    )


async def test_l7_items_of_the_municipality_due_that_day_are_due_the_next_working_day(village: Village) -> None:
    near = await settled(village)
    owners = (village.school, village.municipality, village.far_school, village.region)
    _, items = await kept(village.units, village.region, *(item(owner, TUESDAY) for owner in owners))
    assert await village.use(CountDue)(near, village.municipality, TUESDAY) == DueThen(2, 1)
    await declares(village, near)
    found = [await one_of(village, each) for each in items]
    assert [day_of(each) for each in found] == [WEDNESDAY, WEDNESDAY, TUESDAY, TUESDAY]
    assert [called_off(each) for each in found] == [TUESDAY, TUESDAY, None, None]
    assert [standing_of(each, WEDNESDAY) for each in found] == [Standing.SOON] * 2 + [Standing.PASSED] * 2
    assert [each.period.windows[0].last for each in found] == [TUESDAY] * 4
    assert await village.use(CountDue)(near, village.municipality, TUESDAY) == DueThen(0, 0)
    assert await village.use(CountDue)(near, village.municipality, WEDNESDAY) == DueThen(2, 1)


async def test_l7_progress_counts_what_is_late_by_the_day_on_which_it_is_due(village: Village) -> None:
    near = await settled(village)
    region = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    _, items = await kept(village.units, village.region, *(item(w, TUESDAY) for w in (village.school, village.region)))
    await declares(village, near)
    village.clock.at = MORNING + 24 * HOUR
    show = village.use(ShowProgress)
    assert (await show(near, village.municipality)).total.passed == 0
    assert (await show(region)).total.passed == 1
    async with village.units.read() as work:
        assert (await work.plans.late(village.municipality, WEDNESDAY)).items == 0
        assert (await work.plans.late(village.municipality, WEDNESDAY + timedelta(days=1))).items == 1
    village.clock.at = MORNING + 48 * HOUR
    assert (await show(near, village.municipality)).total.passed == 1
    assert items


async def test_l7_the_last_step_and_those_after_it_count_from_the_new_day(village: Village) -> None:
    near = await settled(village)
    await kept(village.units, village.region, item(village.school, TUESDAY))
    await village.use(PlanSteps)()
    assert told(await steps_of(village)) == [(TUESDAY, 0, "15"), (TUESDAY, 1, "16")]
    await declares(village, near)
    assert told(await steps_of(village)) == [(WEDNESDAY, -1, "15"), (WEDNESDAY, 0, "16"), (WEDNESDAY, 1, "17")]
    rows = [row for row in await steps_of(village) if last_of(row.notice) == WEDNESDAY]
    assert {row.notice.since for row in rows} == {MORNING}
    await village.use(PlanSteps)()
    assert len(await steps_of(village)) == 3


async def test_l7_its_undo_brings_all_back_and_no_step_of_the_past(village: Village) -> None:
    near = await settled(village)
    _, [one] = await kept(village.units, village.region, item(village.school, TUESDAY))
    await village.use(PlanSteps)()
    await declares(village, near)
    async with village.units.write() as work:
        for row in await work.notices.in_state([NoticeState.PLANNED], 1000):
            if row.notice.kind == "plan-step" and last_of(row.notice) == TUESDAY:
                await work.notices.end(row.id, NoticeState.CANCELLED, "untrue", village.clock.now())
    village.clock.at = MORNING + 6 * HOUR
    await takes_back(village, near)
    found = await one_of(village, one)
    assert (day_of(found), called_off(found), standing_of(found, WEDNESDAY)) == (TUESDAY, None, Standing.PASSED)
    rows = await steps_of(village)
    assert told(rows) == [(TUESDAY, 0, "15"), (TUESDAY, 1, "16")]
    assert {row.notice.since for row in rows} == {MORNING + 6 * HOUR}
    await village.use(PlanSteps)()
    assert told(await steps_of(village)) == told(rows)


async def test_l7_a_second_day_of_frost_puts_off_what_was_put_off_to_it(village: Village) -> None:
    near = await settled(village)
    _, [one] = await kept(village.units, village.region, item(village.school, TUESDAY))
    await declares(village, near)
    village.clock.at = MORNING + 24 * HOUR
    await declares(village, near, WEDNESDAY)
    assert day_of(await one_of(village, one)) == date(2026, 9, 17)
    thursday = date(2026, 9, 17)
    assert told(await steps_of(village)) == [(thursday, -1, "16"), (thursday, 0, "17"), (thursday, 1, "18")]
    await takes_back(village, near, WEDNESDAY)
    assert day_of(await one_of(village, one)) == WEDNESDAY


async def test_l7_days_move_from_the_plan_s_own_and_what_is_due_today_moves_with_the_rest(village: Village) -> None:
    near = await settled(village)
    _, [one] = await kept(village.units, village.region, item(village.school, TUESDAY))
    await declares(village, near)
    village.clock.at = MORNING + 24 * HOUR
    wanted = Wanted(village.municipality, None, 7)
    preview = await village.use(PreviewShift)(near, wanted)
    assert [each.id for each in preview.items] == [one.id]
    assert (preview.items[0].last_day, preview.after[one.id]) == (WEDNESDAY, TUESDAY + timedelta(days=7))
    await declares(village, near, TUESDAY + timedelta(days=7))
    preview = await village.use(PreviewShift)(near, wanted)
    assert preview.after[one.id] == WEDNESDAY + timedelta(days=7)
    back = await village.use(PreviewShift)(near, replace(wanted, days=-1))
    assert (back.after[one.id], back.ending) == (MONDAY, 1)
    await takes_back(village, near, TUESDAY + timedelta(days=7))
    await village.use(ShiftItems)(near, wanted, "Распутица", preview.seen)
    assert day_of(await one_of(village, one)) == TUESDAY + timedelta(days=7)


async def test_l7_a_window_that_is_due_later_is_not_over_before(village: Village) -> None:
    """Evidence of the day to which it was put off is of this window, and of no other."""
    near = await settled(village)
    two = item(village.school, TUESDAY)
    windows = (two.period.windows[0], replace(two.period.windows[0], first=WEDNESDAY, last=date(2026, 10, 1)))
    two = replace(two, period=replace(two.period, windows=windows))
    _, [one] = await kept(village.units, village.region, two)
    await declares(village, near)
    found = await one_of(village, one)
    assert [each.last for each in found.due] == [WEDNESDAY, date(2026, 10, 1)]
    assert replace(found, confirmed=1).left == found.due[1:]


async def test_l7_its_undo_counts_what_it_brings_back(village: Village) -> None:
    near = await settled(village)
    days = (MONDAY, TUESDAY, WEDNESDAY, WEDNESDAY + timedelta(days=1))
    await kept(village.units, village.region, *(item(village.school, day) for day in days))
    count = village.use(CountBack)
    assert await count(near, village.municipality, TUESDAY) == 0
    await declares(village, near)
    await declares(village, near, WEDNESDAY)
    assert await count(near, village.municipality, TUESDAY) == 1
    assert await count(near, village.municipality, WEDNESDAY) == 2
    await takes_back(village, near, WEDNESDAY)
    async with village.units.read() as work:
        due = await work.plans.due_about(village.municipality, WEDNESDAY, WEDNESDAY, MORNING)
    assert len([each for each in due if day_of(each) == WEDNESDAY]) == 2


async def test_nobody_counts_what_is_due_at_others(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    far = await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality)
    for who in (lead, far):
        with pytest.raises((NotAllowed, NotFound)):
            await village.use(CountDue)(who, village.municipality, TUESDAY)
