"""A row about items says only what a step of its day has raised, and comes back with the item (L2, L4, L5, Q2)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from shnor_domain.identity import Role
from shnor_domain.notifications.model import AGAIN, NoticeState, StoredNotice
from shnor_domain.people.model.preferences import Preferences
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.notices import SCHOOL, STEP
from shnor_domain.roadmap.periods.model import Window
from shnor_domain.roadmap.ports import Before
from shnor_domain.roadmap.telling import ItemsAreLate, ItemWaits, raised
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from tests.support.evidence import Street, item, settled_street
from tests.support.village import Village, whose

LAST = date(2026, 12, 10)
"""A Thursday: +1 is Friday, +3 Tuesday."""
AFTER = date(2026, 12, 11)


@pytest.fixture
async def street(village: Village, tmp_path: Path) -> Street:
    return await settled_street(village, tmp_path)


def morning(day: date) -> datetime:
    """Noon in Якутск."""
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)


async def plans(street: Street, day: date) -> Mapping[tuple[str, date], StoredNotice]:
    """Rows that wait after the planning of a morning, by kind and day."""
    street.village.clock.at = morning(day)
    await street.village.use(PlanSteps)()
    found = [*await street.rows(STEP), *await street.rows(SCHOOL)]
    return {(row.notice.kind, date.fromisoformat(str(row.notice.payload["day"]))): row for row in found}


async def ends(street: Street, row: StoredNotice, why: str = "untrue") -> None:
    async with street.village.units.write() as work:
        await work.notices.end(row.id, NoticeState.CANCELLED, why, street.village.clock.now())


async def test_l4_what_else_is_late_in_a_school_is_no_reason_to_write(street: Street) -> None:
    old, new = await street.keeps(item(street.village.school), item(street.village.school))
    await late_since_september(street, old)
    row = (await plans(street, AFTER))[SCHOOL, AFTER]
    still = ItemsAreLate(street.village.units.read)
    assert await still(row, morning(AFTER)) is True
    await street.sends("lead", new)
    assert await still(row, morning(AFTER)) is False


async def late_since_september(street: Street, which: Item) -> None:
    september = Window(date(2026, 9, 1), date(2026, 9, 30))
    async with street.village.units.write() as work:
        await work.shifts.put([Before(which.id, (september,), which.known)])


async def test_l6_a_row_that_is_put_off_for_months_is_true_while_its_item_is_open(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    street.village.clock.at = morning(LAST)
    await street.returns("curator", await street.sends("lead", one), "Нет подписи")
    row = (await plans(street, AFTER))[SCHOOL, AFTER]
    still = ItemsAreLate(street.village.units.read)
    assert await still(row, morning(date(2027, 5, 20))) is True


async def test_l4_a_row_names_the_highest_level_that_nobody_holds(street: Street) -> None:
    await street.keeps(item(street.village.second_school))
    row = (await plans(street, AFTER))[SCHOOL, AFTER]
    async with street.village.units.read() as work:
        found = await raised(work, row.notice, morning(AFTER))
    assert found is not None and found.missing is Rung.CURATOR


async def test_l5_what_comes_back_in_the_morning_has_its_step_of_that_day(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    row = (await plans(street, LAST - timedelta(days=1)))[STEP, LAST]
    sent = await street.sends("lead", one)
    await ends(street, row)
    street.village.clock.at = morning(LAST)
    await street.returns("curator", sent, "Нет подписи")
    [again] = [each for each in await street.rows(STEP) if each.notice.payload["day"] == LAST.isoformat()]
    assert (again.id, again.state, again.notice.since) == (row.id, NoticeState.PLANNED, morning(LAST))


async def test_l5_a_step_after_the_day_that_a_return_has_put_off_is_not_said(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    tuesday = date(2026, 12, 15)
    row = (await plans(street, tuesday - timedelta(days=1)))[STEP, tuesday]
    still = ItemWaits(street.village.units.read)
    assert await still(row, morning(tuesday)) is True
    await street.returns("curator", await street.sends("lead", one), "Нет подписи")
    # from Monday the first working day is this Tuesday, the third is Thursday
    assert await still(row, morning(tuesday)) is True
    street.village.clock.at = morning(tuesday)
    await street.returns("curator", await street.sends("lead", one), "Нет печати")
    assert await still(row, morning(tuesday)) is False
    settled = replace(row, notice=replace(row.notice, since=None))
    assert await still(settled, morning(tuesday)) is False
    assert await still(put_off(row), morning(tuesday)) is True


def put_off(row: StoredNotice) -> StoredNotice:
    """«Напомнить завтра»: she asked for it herself (L6)."""
    return replace(row, notice=replace(row.notice, key=f"{row.notice.key}{AGAIN}2026-12-16"))


async def test_what_was_found_untrue_waits_again_when_it_is_planned_anew_and_what_was_dropped_does_not(
    street: Street,
) -> None:
    await street.keeps(item(street.village.school))
    rows = await plans(street, LAST - timedelta(days=1))
    await ends(street, rows[STEP, LAST])
    await ends(street, rows[STEP, AFTER], "not-made-up")
    rows = await plans(street, LAST - timedelta(days=1))
    assert (STEP, LAST) in rows
    assert (STEP, AFTER) not in rows


async def test_q2_a_coordinators_own_items_wait_for_her_return(street: Street) -> None:
    await street.keeps(item(street.village.municipality))
    district = whose(street.people["district"])
    async with street.village.units.write() as work:
        await work.people.save_preferences(Preferences(district, leave_until=date(2026, 12, 20)))
    row = (await plans(street, LAST))[STEP, LAST]
    assert row.notice.person == district
    assert await ItemWaits(street.village.units.read)(row, morning(LAST)) is True
    stranger = await street.village.settled(Role.MUNICIPAL_COORDINATOR, street.village.far_municipality)
    assert whose(stranger) not in {each.notice.person for each in await street.rows(STEP)}
