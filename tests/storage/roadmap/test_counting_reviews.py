"""The menu counts what «Ждёт моей проверки» lists, without reading it (L5)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import event

from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.people.model.preferences import Preferences
from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceKind, EvidenceState
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, ItemState
from shnor_domain.roadmap.use_cases.reviews import CountReviews, WaitingReviews
from shnor_domain.territories.calendar import DayOff, Week
from tests.support.evidence import MONDAY, Street, item, settled_street
from tests.support.village import Village, whose

OLD = MONDAY - timedelta(days=7)
"""Five working days ago where no day of them is off."""
OFF = date(2026, 11, 25)


@pytest.fixture
async def street(village: Village, tmp_path: Path) -> AsyncIterator[Street]:
    made = await settled_street(village, tmp_path)
    made.people["admin"] = await village.settled(Role.ADMIN, Territory())
    async with village.units.write() as work:
        region, far = village.region.region, village.far_municipality.municipality
        await work.calendars.put_day_off(DayOff(OFF, Week.ALL, "", "", region, far))
    yield made


async def waits(street: Street, one: Item, author: PersonId | None, sent: datetime, *states: EvidenceState) -> None:
    async with street.village.units.write() as work:
        await work.plans.set_state(one.id, ItemState.ON_REVIEW, sent=sent)
        for version, state in enumerate(states, 1):
            await work.evidence.add(
                Evidence(EvidenceId(0), one.id, version, author, sent, EvidenceKind.TEXT, state, "Сделано")
            )


async def of_every_sort(street: Street) -> None:
    """Every owner, reviewer, author and age of what waits; a version that was replaced, and one erased with no other
    beside it."""
    village = street.village
    owners = (
        village.school, village.second_school, village.municipality, village.far_school, village.far_municipality,
        village.region,
    )  # fmt: skip
    reviewers = (None, Rung.CURATOR, Rung.MUNICIPALITY, Rung.REGION)
    authors = [None, *(whose(street.people[who]) for who in ("lead", "curator", "district", "region"))]
    sorts = list(product(owners, reviewers, authors, (OLD, MONDAY)))
    items = await street.keeps(*(item(owner, reviewer=reviewer) for owner, reviewer, _, _ in sorts))
    for number, (one, (_, _, author, sent)) in enumerate(zip(items, sorts, strict=True)):
        older = (EvidenceState.REPLACED,) if number % 3 == 0 else ()
        await waits(street, one, author, sent, *older, EvidenceState.WAITING)
    gone, taken_back = await street.keeps(item(village.school), item(village.school))
    await waits(street, gone, None, OLD, EvidenceState.ERASED)
    await waits(street, taken_back, None, OLD, EvidenceState.WAITING)
    async with village.units.write() as work:
        await work.plans.set_state(taken_back.id, ItemState.OPEN)


async def both(street: Street) -> dict[str, tuple[int, int]]:
    """What the list has and what the menu counts, by person."""
    return {
        name: (
            len(await street.use(WaitingReviews)(actor)),
            await street.use(CountReviews)(actor),
        )
        for name, actor in street.people.items()
    }


async def test_as_many_are_counted_as_are_listed_whoever_asks(street: Street) -> None:
    await of_every_sort(street)
    found = await both(street)
    assert all(listed == counted for listed, counted in found.values()), found
    assert {name for name, (listed, _) in found.items() if listed} == {
        "curator", "district", "other district", "region", "admin",
    }  # fmt: skip
    assert await street.use(CountReviews)(replace(street.people["region"], person=None)) == 0
    assert await street.use(CountReviews)(replace(street.people["region"], places=())) == 0


async def test_q4_with_a_level_on_leave_as_many_are_counted_as_are_listed(street: Street) -> None:
    await of_every_sort(street)
    before = await both(street)
    for away in ("curator", "district", "region"):
        async with street.village.units.write() as work:
            leave = Preferences(whose(street.people[away]), leave_until=date(2026, 12, 20))
            await work.people.save_preferences(leave)
        found = await both(street)
        assert all(listed == counted for listed, counted in found.values()), (away, found)
        assert found != before
        before = found
    assert before["admin"][1] > 0, "what no level has anybody left for"


async def test_what_waits_is_counted_by_as_many_statements_however_many_schools(street: Street) -> None:
    seen: list[str] = []
    village = street.village

    async def asked(*owners: Territory) -> int:
        for one in await street.keeps(*(item(owner) for owner in owners)):
            await waits(street, one, None, OLD, EvidenceState.WAITING)
        seen.clear()
        assert await street.use(CountReviews)(street.people["region"]) > 0
        return len(seen)

    event.listen(village.database.engine.sync_engine, "before_cursor_execute", lambda *told: seen.append(told[2]))
    few = await asked(village.municipality)
    assert await asked(village.school, village.second_school, village.far_municipality, village.far_school) <= few + 1
    assert not [statement for statement in seen if "evidence.text" in statement or "plan_window" in statement]


async def test_calendars_of_many_are_those_of_each(street: Street) -> None:
    village, near = street.village, street.village.municipality.municipality
    assert near is not None
    async with village.units.write() as work:
        await work.calendars.set_week(near, 6)
        await work.calendars.put_day_off(DayOff(date(2026, 11, 4), Week.ALL, "", ""))
        await work.calendars.put_day_off(DayOff(date(2026, 11, 24), Week.ALL, "", "", village.region.region))
    units = {village.region, village.municipality, village.far_municipality}
    async with village.units.read() as work:
        found = await work.plan_lands.calendars_of(units)
        assert found == {unit: await work.plan_lands.calendar_of(unit) for unit in units}
        assert await work.plan_lands.calendars_of(()) == {}
    assert not found[village.far_municipality].is_working(OFF)
    assert found[village.municipality].is_working(OFF)
