"""P1: what becomes of an application that nobody decides on, to the minute."""

from datetime import UTC, datetime, timedelta

import pytest

from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, Role
from shnor_domain.notifications.model import NoticeState, StoredNotice
from shnor_domain.people.use_cases.apply import Asked
from shnor_domain.people.use_cases.decide import Approve
from shnor_domain.people.use_cases.levels import take_step
from shnor_domain.people.use_cases.my_application import CorrectApplication
from shnor_domain.people.use_cases.waiting import MoveApplications, WaitingApplications
from tests.support.village import Village, whose

THURSDAY = datetime(2026, 9, 17, 0, 0, tzinfo=UTC)
MONDAY = datetime(2026, 9, 21, 0, 0, tzinfo=UTC)
"""09:00 in Якутск, the second and the fourth working day after the village's Tuesday."""
MINUTE = timedelta(minutes=1)


async def rows(village: Village, kind: str) -> list[StoredNotice]:
    async with village.units.read() as work:
        found = await work.notices.in_state(list(NoticeState), 100)
    return sorted((row for row in found if row.notice.kind == kind), key=lambda row: row.id)


async def school_and_district(village: Village) -> tuple[Actor, Actor]:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    return lead, await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)


async def test_p1_rows_of_the_digest_are_there_before_its_hour_and_the_right_only_from_then_on(
    village: Village,
) -> None:
    """The job comes every five minutes: planned at 09:03, a row would miss the digest of the day."""
    lead, coordinator = await school_and_district(village)
    _, application = await village.applied()
    job = village.use(MoveApplications)
    for step, kind, reader in (
        (THURSDAY, "application-reminder", lead),
        (MONDAY, "application-moved-up", coordinator),
    ):
        village.clock.at = step - 16 * MINUTE
        assert await job() == 0
        assert await rows(village, kind) == []
        village.clock.at = step - 5 * MINUTE
        assert await job() == 0, "nothing has moved yet"
        assert await job() == 0
        (row,) = await rows(village, kind)
        assert (row.notice.due, row.notice.person) == (step, reader.person)
        with pytest.raises(NotAllowed):
            await village.use(Approve)(coordinator, application.id)
        village.clock.at = step + 3 * MINUTE
        assert await job() == 1
        assert await rows(village, kind) == [row]
    assert (await village.use(WaitingApplications)(coordinator)).count == 1
    assert [row.notice.person for row in await rows(village, "application-waiting")] == [lead.person]
    await village.use(Approve)(coordinator, application.id)
    assert {row.state for row in await rows(village, "application-moved-up")} == {NoticeState.CANCELLED}


async def test_p1_after_an_outage_the_rows_are_dated_by_their_step_and_the_next_level_counts_from_now(
    village: Village,
) -> None:
    _, coordinator = await school_and_district(village)
    await village.applied()
    job = village.use(MoveApplications)
    village.clock.at = THURSDAY
    await job()
    wednesday = MONDAY + timedelta(days=2, hours=5)
    village.clock.at = wednesday
    assert await job() == 1
    (row,) = await rows(village, "application-moved-up")
    assert (row.notice.due, row.notice.person) == (MONDAY, coordinator.person)
    assert await job.next_due() == MONDAY + timedelta(days=4), "the second working day of a level that has it now"


async def test_p1_an_application_that_moves_at_once_is_a_message_and_not_a_row(village: Village) -> None:
    lead, coordinator = await school_and_district(village)
    await village.applied()
    village.clock.at = THURSDAY
    await village.use(MoveApplications)()
    village.clock.at = MONDAY - 5 * MINUTE
    await village.use(MoveApplications)()
    assert len(await rows(village, "application-moved-up")) == 1
    async with village.units.write() as work:
        await work.places.end(lead.places[0].id, village.clock.now().date() - timedelta(days=1))
    assert await village.use(MoveApplications)() == 1
    assert await village.told() == [("application-waiting", coordinator.chat)]
    (row,) = [row for row in await rows(village, "application-waiting") if row.state is NoticeState.PLANNED]
    assert row.notice.due == village.clock.now()


async def test_p1_who_comes_to_a_level_later_is_told_at_once_and_nobody_twice(village: Village) -> None:
    _, coordinator = await school_and_district(village)
    _, application = await village.applied()
    for step in (THURSDAY, MONDAY):
        village.clock.at = step
        await village.use(MoveApplications)()
    second = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    assert await take_step(village.units.write, application.id, village.clock.now()) is False
    assert [row.notice.person for row in await rows(village, "application-moved-up")] == [coordinator.person]
    assert whose(second) in [row.notice.person for row in await rows(village, "application-waiting")]
    assert whose(coordinator) not in [row.notice.person for row in await rows(village, "application-waiting")]


async def test_p1_a_corrected_application_is_reminded_of_anew(village: Village) -> None:
    lead, _ = await school_and_district(village)
    teacher, application = await village.applied()
    village.clock.at = THURSDAY
    await village.use(MoveApplications)()
    await village.use(CorrectApplication)(teacher, application.id, Asked(Role.TEACHER, village.school, "Анна"))
    assert {row.state for row in await rows(village, "application-reminder")} == {NoticeState.CANCELLED}
    village.clock.at = MONDAY
    await village.use(MoveApplications)()
    waiting = [row for row in await rows(village, "application-reminder") if row.state is NoticeState.PLANNED]
    assert [(row.notice.person, row.notice.due) for row in waiting] == [(lead.person, MONDAY)]
