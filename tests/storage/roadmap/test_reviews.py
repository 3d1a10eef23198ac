"""The reviewer's ladder (L5): whom the daily planning lays rows for, and when a row is still true."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from shnor_domain.identity import Role, Territory
from shnor_domain.people.model.preferences import Preferences
from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceKind, EvidenceState
from shnor_domain.roadmap.model import ItemId, ItemState
from shnor_domain.roadmap.review_notices import DECISION, REVIEW
from shnor_domain.roadmap.review_rows import DecisionStands, ReviewWaits
from shnor_domain.roadmap.use_cases.reviews import WaitingReviews
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from tests.support.evidence import MONDAY, Street, appoints, item, settled_street
from tests.support.village import Village, whose

FRIDAY = datetime(2026, 11, 27, 3, 0, tzinfo=UTC)
YAKUTSK = timedelta(hours=9)


@pytest.fixture
async def street(village: Village, tmp_path: Path) -> AsyncIterator[Street]:
    yield await settled_street(village, tmp_path)


async def planned(street: Street, day: date) -> list[tuple[str, date]]:
    """Who has a row for which day of Якутск, planned twice on the night before `day`."""
    street.village.clock.at = datetime(day.year, day.month, day.day, 1, tzinfo=UTC) - YAKUTSK
    for _ in range(2):
        await street.village.use(PlanSteps)()
    names = {actor.person: name for name, actor in street.people.items()}
    return [(names[row.notice.person], (row.notice.due + YAKUTSK).date()) for row in await street.rows(REVIEW)]


async def sent_on(street: Street, instant: datetime = MONDAY) -> None:
    [one] = await street.keeps(item(street.village.school))
    street.village.clock.at = instant
    await street.sends("lead", one)


async def test_l5_three_working_days_the_reviewer_five_the_level_above(street: Street) -> None:
    await sent_on(street)
    assert await planned(street, date(2026, 11, 30)) == []
    assert await planned(street, date(2026, 12, 1)) == [("curator", date(2026, 12, 3))]
    assert await planned(street, date(2026, 12, 4)) == [("curator", date(2026, 12, 3))]
    assert await planned(street, date(2026, 12, 5)) == [
        ("curator", date(2026, 12, 3)), ("district", date(2026, 12, 7)),
    ]  # fmt: skip
    assert len(await planned(street, date(2026, 12, 30))) == 2


async def test_l5_days_off_are_no_working_days(street: Street) -> None:
    await sent_on(street, FRIDAY)
    assert await planned(street, date(2026, 12, 2)) == [("curator", date(2026, 12, 2)), ("district", date(2026, 12, 4))]


async def test_l5_without_a_curator_the_municipality_has_it_and_the_region_after_five_days(street: Street) -> None:
    [one] = await street.keeps(item(street.village.second_school))
    await street.sends("other lead", one)
    assert await planned(street, date(2026, 12, 7)) == [("district", date(2026, 12, 3)), ("region", date(2026, 12, 7))]


async def test_l5_whom_the_leave_of_the_curator_makes_the_reviewer_hears_of_it_then_not_on_the_fifth_day(
    street: Street,
) -> None:
    await sent_on(street)
    assert ("district", date(2026, 12, 7)) in await planned(street, date(2026, 12, 5))
    async with street.village.units.write() as work:
        curator = whose(street.people["curator"])
        await work.people.save_preferences(Preferences(curator, leave_until=date(2026, 12, 20)))
    assert ("district", date(2026, 12, 3)) in await planned(street, date(2026, 12, 5))


async def test_l5_items_of_municipality_and_region_go_to_who_has_not_sent_them(street: Street) -> None:
    village = street.village
    street.people["second region"] = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    district, region = await street.keeps(item(village.municipality), item(village.region))
    await street.sends("district", district)
    await street.sends("region", region)
    rows = await planned(street, date(2026, 12, 3))
    assert sorted(name for name, _ in rows) == ["region", "second region", "second region"]


async def test_an_administrator_hears_of_what_no_level_has_anybody_left_for(street: Street) -> None:
    street.people["admin"] = await street.village.settled(Role.ADMIN, Territory())
    await street.sends("region", (await street.keeps(item(street.village.region)))[0])
    for day in (date(2026, 12, 1), date(2026, 12, 7)):
        assert [name for name, _ in await planned(street, day)] == ["admin"]
    [row] = await street.rows(REVIEW)
    still = ReviewWaits(street.village.units.read)
    assert await still(row, street.village.clock.at)
    await street.village.settled(Role.REGIONAL_COORDINATOR, street.village.region)
    assert not await still(row, street.village.clock.at)


async def test_a_day_that_was_slept_through_is_made_up_for_and_a_new_curator_hears_of_it(street: Street) -> None:
    [one] = await street.keeps(item(street.village.second_school))
    await street.sends("other lead", one)
    await planned(street, date(2026, 12, 14))
    street.people["new curator"] = await street.village.settled(Role.SCHOOL_CURATOR, street.village.municipality)
    await appoints(street, "new curator", street.village.second_school)
    assert ("new curator", date(2026, 12, 3)) in await planned(street, date(2026, 12, 15))


async def test_a_row_is_true_while_the_same_evidence_waits_and_its_reader_may_decide(street: Street) -> None:
    await sent_on(street)
    await planned(street, date(2026, 12, 7))
    [curators, districts] = await street.rows(REVIEW)
    still = ReviewWaits(street.village.units.read)
    at = MONDAY + timedelta(days=3)
    assert await still(curators, at) is True
    assert await still(districts, at) is False
    assert await still(districts, MONDAY + timedelta(days=7)) is True
    stranger = replace(curators, notice=replace(curators.notice, person=whose(street.people["other district"])))
    assert await still(stranger, at) is False
    async with street.village.units.read() as work:
        [one] = await work.plans.on_review(street.village.municipality)
    street.village.clock.at = at
    again = await street.sends("lead", one)
    assert await still(curators, at) is False
    await street.confirms("curator", again)
    assert await street.rows(REVIEW) == []


async def test_the_word_to_the_author_is_true_while_the_decision_stands_and_the_item_is_hers(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one)
    await street.confirms("curator", sent)
    [row] = await street.rows(DECISION)
    still = DecisionStands(street.village.units.read)
    assert await still(row, street.village.clock.at) is True
    lead = whose(street.people["lead"])
    other = replace(row, notice=replace(row.notice, person=whose(street.people["curator"])))
    assert await still(other, street.village.clock.at) is False
    async with street.village.units.write() as work:
        for kept in await work.places.of(lead):
            await work.places.end(kept.place.id, date(2026, 11, 29))
    assert await still(row, street.village.clock.at) is False
    await street.reopens("curator", sent, "Не тот договор")
    assert await still(row, street.village.clock.at) is False


async def test_l5_a_returned_item_whose_day_has_passed_counts_its_steps_from_the_return(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    street.village.clock.at = datetime(2026, 12, 9, 3, tzinfo=UTC)
    sent = await street.sends("lead", one)
    await planned(street, date(2026, 12, 11))
    assert await street.rows("plan-step") == []
    street.village.clock.at = datetime(2026, 12, 17, 3, tzinfo=UTC)
    await street.returns("district", sent, "Нет подписи")
    await planned(street, date(2026, 12, 18))
    [row] = [each for each in await street.rows("plan-step") if each.notice.payload["count"] == 1]
    assert row.notice.due + YAKUTSK == datetime(2026, 12, 18, tzinfo=UTC)


async def test_waiting_reviews_of_a_region_are_read_by_as_many_statements_however_many_schools(street: Street) -> None:
    seen: list[str] = []
    engine = street.village.database.engine.sync_engine

    async def asked(*owners: Territory) -> int:
        for one in await street.keeps(*(item(owner) for owner in owners)):
            async with street.village.units.write() as work:
                await work.plans.set_state(one.id, ItemState.ON_REVIEW, sent=street.village.clock.at)
                await work.evidence.add(
                    Evidence(
                        EvidenceId(0), one.id, 1, None, MONDAY, EvidenceKind.TEXT, EvidenceState.WAITING, "Сделано"
                    )
                )  # fmt: skip
        seen.clear()
        listed = await street.use(WaitingReviews)(street.people["region"])
        assert {each.owner for each in listed} == {street.village.far_school}, "of the others the municipality has it"
        return len(seen)

    event.listen(engine, "before_cursor_execute", lambda *told: seen.append(told[2]))
    village = street.village
    async with village.units.write() as work:
        for kept in await work.places.of(whose(street.people["other district"])):
            await work.places.end(kept.place.id, date(2026, 11, 1))
    few = await asked(village.far_school)
    assert await asked(village.school, village.second_school, village.municipality, village.far_school) == few > 0


async def test_what_waits_at_forty_thousand_items_is_read_whatever_a_database_takes_at_once(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one)
    async with street.village.units.read() as work:
        waits = await work.evidence.waiting([one.id, *(ItemId(one.id + more) for more in range(1, 40_000))])
    assert waits == {one.id: sent}
