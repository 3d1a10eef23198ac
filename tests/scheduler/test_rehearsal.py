"""A jump of days visits every instant at which something is due, so nothing is lost to a cut-off (ADR 5)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scheduler.jobs import Daily, Every, Job, Pulse
from scheduler.rehearsal import Rehearsal
from shnor_domain.notifications.model import Notice, NoticeState
from shnor_domain.notifications.use_cases import NextWake
from tests.support.notices import NOW, PostOffice, notice, post_office

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
START = NOW + 2 * DAY + 3 * HOUR


def reminders(booking: int, start: datetime) -> list[Notice]:
    day, hour = (
        replace(
            notice(f"booking:{booking}:{name}", start - before, kind="reminder"),
            late_after=start - latest,
            over_at=start,
        )
        for name, before, latest in (("24h", DAY, HOUR), ("1h", HOUR, timedelta()))
    )
    return [day, hour]


@pytest.fixture
async def office(sqlite_url: str) -> AsyncIterator[PostOffice]:
    async with post_office(sqlite_url) as made:
        yield made


def rehearsal_of(office: PostOffice, *jobs: Job) -> Rehearsal:
    tick = Job("deliver", Pulse(1), office.deliver)
    return Rehearsal(office.clock, [tick, *jobs], NextWake(office.units.read))


async def test_a_jump_of_three_days_brings_both_reminders_each_in_its_minute(office: PostOffice) -> None:
    await office.plan(*reminders(17, START), *reminders(18, START + HOUR))
    reached = await rehearsal_of(office).advance((3 * DAY).total_seconds())
    assert reached == NOW + 3 * DAY
    assert [(instant, text) for instant, _, text in office.telephone.seen] == [
        (START - DAY, "booking:17:24h new"),
        (START - DAY + HOUR, "booking:18:24h new"),
        (START - HOUR, "booking:17:1h new"),
        (START, "booking:18:1h new"),
    ]
    assert [text for _, text in office.telephone.edits] == [
        f"booking:{booking}:{name} past" for booking in (17, 18) for name in ("24h", "1h")
    ]
    assert set((await office.states()).values()) == {NoticeState.SENT}


async def test_in_one_leap_they_would_have_been_missed(office: PostOffice) -> None:
    await office.plan(*reminders(17, START))
    office.clock.advance(3 * DAY)
    await office.deliver()
    assert set((await office.states()).values()) == {NoticeState.MISSED}


async def test_what_the_night_held_goes_in_the_morning_of_the_jump(office: PostOffice) -> None:
    night = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)
    await office.plan(notice("booking:17:made", night))
    await rehearsal_of(office).to(NOW + 2 * DAY)
    assert [instant for instant, _, _ in office.telephone.seen] == [datetime(2026, 11, 30, 23, 0, tzinfo=UTC)]


async def test_next_goes_to_the_next_message_and_jobs_run_on_the_way(office: PostOffice) -> None:
    ran: list[datetime] = []

    async def sweep() -> None:
        ran.append(office.clock.now())

    await office.plan(*reminders(17, START))
    rehearsal = rehearsal_of(office, Job("sweep", Daily(1), sweep))
    assert await rehearsal.next() == START - DAY
    assert await rehearsal.next() == START - HOUR
    assert office.telephone.texts == ["booking:17:24h new", "booking:17:1h new"]
    assert ran == [datetime(2026, 12, day, 1, 0, tzinfo=UTC) for day in (1, 2)]


async def test_next_passes_over_looks_that_nobody_sees(office: PostOffice) -> None:
    reminder = replace(notice("booking:17:24h", NOW + 2 * DAY, kind="reminder"), evening=True)
    await office.plan(reminder)
    assert await rehearsal_of(office).next() == NOW + 2 * DAY
    assert office.telephone.texts == ["booking:17:24h new"]


async def test_a_job_that_plans_is_followed_by_what_it_planned(office: PostOffice) -> None:
    async def plan() -> None:
        now = office.clock.now()
        await office.plan(notice(f"digest:{now:%d}", now, kind="reminder"))

    await rehearsal_of(office, Job("digests", Every(24 * 60), plan)).advance((2 * DAY).total_seconds())
    midnights = [datetime(2026, 12, day, tzinfo=UTC) for day in (1, 2)]
    assert [instant for instant, _, _ in office.telephone.seen] == midnights


async def test_housekeeping_runs_once_for_all_that_a_jump_has_passed(office: PostOffice) -> None:
    ran: list[datetime] = []

    async def sweep() -> None:
        ran.append(office.clock.now())

    await rehearsal_of(office, Job("sweep", Every(1, step=False), sweep)).advance((14 * DAY).total_seconds())
    assert ran == [NOW + 14 * DAY]


async def test_between_jumps_time_passes_by_itself(office: PostOffice) -> None:
    rehearsal = rehearsal_of(office)
    job = rehearsal.as_job()
    await office.plan(notice("booking:17:made", NOW + HOUR))
    await job.run()
    assert office.telephone.seen == []
    office.clock.advance(HOUR)
    await job.run()
    assert office.telephone.texts == ["booking:17:made new"]


async def test_a_failing_job_does_not_stop_the_clock(office: PostOffice) -> None:
    async def broken() -> None:
        raise RuntimeError

    await office.plan(notice("booking:17:made", NOW + 2 * HOUR))
    await rehearsal_of(office, Job("broken", Every(30), broken)).advance(3 * 3600)
    assert office.telephone.texts == ["booking:17:made new"]


async def test_the_clock_only_goes_forward(office: PostOffice) -> None:
    rehearsal = rehearsal_of(office)
    with pytest.raises(ValueError, match="forward"):
        await rehearsal.to(NOW - HOUR)
    with pytest.raises(ValueError, match="forward"):
        await rehearsal.advance(-1)
    assert await rehearsal.next() == NOW
