"""The report says since when each outcome holds."""

from datetime import timedelta

import pytest

from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.model import State
from shnor_domain.announcements.outcomes import Outcome
from shnor_domain.announcements.use_cases import leaving
from shnor_domain.announcements.use_cases.answering import Acknowledge
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement, RecallAnnouncement
from shnor_domain.announcements.use_cases.steering import PauseAnnouncement, StopAnnouncement
from shnor_domain.identity import Actor
from shnor_domain.messaging import OutcomeUnknown, Refused, Unreachable
from shnor_domain.notifications.model import NoticeState
from shnor_domain.people.model.preferences import Notices
from shnor_domain.people.use_cases.leaving import DeleteMe
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square
from tests.support.village import whose

MINUTE = timedelta(minutes=1)


async def since(square: Square, actor: Actor, which: AnnouncementId) -> dict[int | None, tuple[Outcome, float | None]]:
    """Person → outcome, and how many minutes ago it came about."""
    now = square.clock.now()
    return {
        row.person: (row.outcome, None if row.since is None else (now - row.since) / MINUTE)
        for row in await square.report(actor, which)
    }


async def test_each_outcome_has_the_instant_at_which_it_came_about(square: Square, folk: Folk) -> None:
    square.telephone.faults[folk.teacher.chat] = [Unreachable("blocked")]  # type: ignore[index]
    square.telephone.faults[folk.lead.chat] = [OutcomeUnknown()]  # type: ignore[index]
    square.telephone.faults[folk.second_lead.chat] = [Refused("Bad Request")]  # type: ignore[index]
    square.telephone.faults[folk.curator.chat] = [Unreachable("never-started")]  # type: ignore[index]
    await square.set(folk.far_teacher, notices=Notices.OWN)
    which = await square.announces(folk.region, square.village.region)
    await square.carries_on()
    await square.delivers(3 * MINUTE)
    square.passes(5 * MINUTE)
    await square.use(Acknowledge)(folk.coordinator, which)
    square.passes(2 * MINUTE)
    assert await since(square, folk.region, which) == {
        whose(folk.teacher): (Outcome.BLOCKED, 7),
        whose(folk.lead): (Outcome.UNKNOWN, 7),
        whose(folk.second_lead): (Outcome.FAILED, 7),
        whose(folk.far_teacher): (Outcome.UNWANTED, 7),
        whose(folk.curator): (Outcome.UNREACHABLE, 7),
        whose(folk.coordinator): (Outcome.ACKNOWLEDGED, 2),
        whose(folk.far_coordinator): (Outcome.DELIVERED, 7),
    }
    told = {row.person: row.at for row in await square.report(folk.region, which)}
    assert told[whose(folk.coordinator)] == square.clock.now() - 7 * MINUTE


async def test_what_waits_has_no_instant_and_what_is_stopped_has_that_of_its_end(square: Square, folk: Folk) -> None:
    """Who has left the audience has that at which her copy was asked about."""
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    assert set((await since(square, folk.coordinator, which)).values()) == {(Outcome.WAITING, None)}
    await square.use(PauseAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    assert set((await since(square, folk.coordinator, which)).values()) == {(Outcome.WAITING, None)}
    square.passes(MINUTE)
    await square.use(StopAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    square.passes(4 * MINUTE)
    assert set((await since(square, folk.coordinator, which)).values()) == {(Outcome.STOPPED, 4)}
    other = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    async with square.village.units.write() as work:
        await work.places.end(folk.teacher.places[0].id, square.clock.now().date() - timedelta(days=1))
    await square.delivers(MINUTE)
    square.passes(3 * MINUTE)
    assert (await since(square, folk.coordinator, other))[whose(folk.teacher)] == (Outcome.LEFT, 3)


async def test_a_correction_does_not_change_since_when_it_is_delivered_and_a_recall_does(
    square: Square, folk: Folk
) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    square.passes(10 * MINUTE)
    await square.use(CorrectAnnouncement)(folk.coordinator, which, "Сбор школ в субботу.")
    await square.carries_on()
    await square.delivers()
    assert set((await since(square, folk.coordinator, which)).values()) == {(Outcome.DELIVERED, 10)}
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers(MINUTE)
    square.passes(5 * MINUTE)
    rows = await square.report(folk.coordinator, which)
    assert {row.outcome for row in rows} == {Outcome.RECALLED}
    assert {row.since for row in rows} == {square.clock.now() - 5 * MINUTE}
    assert {row.at for row in rows} == {square.clock.now() - 16 * MINUTE}


async def test_what_did_not_go_for_a_month_has_the_instant_at_which_it_was_given_up(square: Square, folk: Folk) -> None:
    await square.set(folk.lead, leave_until=square.clock.now().date() + timedelta(days=60))
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    for _ in range(32):
        await square.delivers(timedelta(days=1))
    [row] = [row for row in await square.report(folk.coordinator, which) if row.person == whose(folk.lead)]
    assert row.outcome is Outcome.EXPIRED and row.since is not None
    assert timedelta(days=30) <= row.since - (await square.stands(which)).confirmed < timedelta(days=32)


async def test_whom_nothing_reaches_for_a_month_was_not_reached_since_it_was_tried(square: Square, folk: Folk) -> None:
    square.telephone.faults[folk.teacher.chat] = [Unreachable("blocked")]  # type: ignore[index]
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    tried = square.clock.now()
    await square.delivers(timedelta(days=31))
    assert (await square.stands(which)).state is State.DONE
    async with square.village.units.read() as work:
        missed = await work.notices.in_state([NoticeState.MISSED], 9)
    assert [row.notice.person for row in missed] == [whose(folk.teacher)]
    [row] = [row for row in await square.report(folk.coordinator, which) if row.person == whose(folk.teacher)]
    assert (row.outcome, row.since) == (Outcome.BLOCKED, tried)


@pytest.mark.parametrize(
    ("answers", "outcome", "ago"),
    [(False, Outcome.DELIVERED, 6), (True, Outcome.ACKNOWLEDGED, 4)],
)
async def test_who_was_deleted_leaves_the_instant_of_her_outcome_too(
    square: Square, folk: Folk, answers: bool, outcome: Outcome, ago: float
) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    square.passes(2 * MINUTE)
    if answers:
        await square.use(Acknowledge)(folk.teacher, which)
    square.passes(4 * MINUTE)

    async def sweep() -> None:
        """Nothing to sweep."""

    await square.use(DeleteMe, leaves=(leaving.on_person_leaves,), sweep=sweep)(folk.teacher)
    assert (await since(square, folk.coordinator, which))[None] == (outcome, ago)
