"""Hours, zone and leave that change take along what already waits (Q1, Q2, Q4, L3, N2)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.errors import Invalid
from shnor_domain.identity import Actor
from shnor_domain.messaging import ChatId, TryLater, Unreachable
from shnor_domain.notifications.model import Notice, NoticeState
from shnor_domain.people.use_cases.settings import EndLeave, SetLeave, SetPreferences, SetZone
from tests.support.notices import CURATOR, NOW, TEACHER, PostOffice, notice

HERSELF = Actor(TEACHER, 1001, "Asia/Yakutsk")


def at(hour: int, minute: int = 0, *, day: int = 1) -> datetime:
    """An instant of December 2026 (the 1st is a Tuesday) by the clock of Якутск."""
    return datetime(2026, 12, 1, tzinfo=UTC) + timedelta(days=day - 1, hours=hour - 9, minutes=minute)


def for_the_evening(due: datetime) -> Notice:
    return replace(notice("booking:17:24h", due), evening=True, since=NOW)


async def goes(office: PostOffice, instant: datetime) -> list[str]:
    """What she has been told by then."""
    office.clock.move_to(instant)
    await office.deliver()
    return office.telephone.texts


async def prefers(office: PostOffice, **what: object) -> None:
    await SetPreferences(office.units.write, office.clock)(HERSELF, **what)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("quiet", "evening"),
    [((20 * 60, 7 * 60), at(19, 55)), ((23 * 60 + 30, 8 * 60), at(23)), ((22 * 60, 8 * 60), at(21, 55))],
)
async def test_a_reminder_that_was_put_to_its_evening_goes_by_new_quiet_hours(
    office: PostOffice, quiet: tuple[int, int], evening: datetime
) -> None:
    await office.plan(for_the_evening(at(23)))
    assert await goes(office, at(9)) == []
    await prefers(office, quiet=quiet)
    assert await goes(office, evening - timedelta(minutes=1)) == []
    assert await goes(office, evening) == ["booking:17:24h new"]


async def test_a_reminder_of_the_afternoon_finds_its_evening_when_her_zone_makes_it_one_of_the_night(
    office: PostOffice,
) -> None:
    await office.plan(for_the_evening(at(20, 30)))
    assert await goes(office, at(9)) == []
    await SetZone(office.units.write, office.clock)(HERSELF, "Asia/Kamchatka")  # three hours ahead: 23:30 there
    assert await goes(office, at(17, 54)) == []
    assert await goes(office, at(17, 55)) == ["booking:17:24h new"]


async def test_what_the_night_holds_goes_in_her_new_morning(office: PostOffice) -> None:
    await office.plan(notice("booking:17:made", at(22)), notice("booking:17:host", at(22), person=CURATOR))
    assert await goes(office, at(22)) == []
    await prefers(office, quiet=(22 * 60, 6 * 60))
    assert await goes(office, at(5, 59, day=2)) == []
    assert await goes(office, at(6, day=2)) == ["booking:17:made new"]
    assert (await office.row("booking:17:host")).state is NoticeState.HELD, "his own night is as it was"


async def test_a_new_hour_of_the_digest_holds_for_rows_that_already_wait(office: PostOffice) -> None:
    await office.plan(notice("item:1:step", at(8, 30), kind="step"))
    assert await goes(office, at(8, 30)) == []
    await prefers(office, digest_at=11 * 60)
    assert await goes(office, at(9)) == []
    assert await goes(office, at(11)) == ["item:1:step"]


async def test_the_usual_hour_that_has_passed_today_brings_the_digest_at_once(office: PostOffice) -> None:
    await prefers(office, digest_at=17 * 60)
    await office.plan(notice("item:1:step", at(8, 30), kind="step"))
    assert await goes(office, at(10)) == []
    await prefers(office, digest_at="usual")
    assert await goes(office, at(10)) == ["item:1:step"]


async def test_l3_no_hour_of_the_digest_lies_in_her_quiet_hours(office: PostOffice) -> None:
    for hour, reason in ((23 * 60, "quiet"), (7 * 60 + 59, "quiet"), (-5, "minutes"), (24 * 60, "minutes")):
        with pytest.raises(Invalid) as refused:
            await prefers(office, digest_at=hour)
        assert (refused.value.field, refused.value.reason) == ("digest", reason)
    await prefers(office, digest_at=20 * 60)
    await prefers(office, quiet=(19 * 60, 7 * 60))
    await office.plan(notice("item:1:step", at(8), kind="step"))
    assert await goes(office, at(20)) == [], "an hour that quiet hours have swallowed gives way to their end"
    assert await goes(office, at(7, day=2)) == ["item:1:step"]


@pytest.mark.parametrize(("back", "hour"), [(at(7, 30, day=3), at(9, day=3)), (at(12, day=3), at(12, day=3))])
async def test_q4_who_ends_her_leave_early_reads_what_it_held_at_her_next_hour(
    office: PostOffice, back: datetime, hour: datetime
) -> None:
    await office.plan(notice("item:1:step", at(8), kind="step"), notice("slot:1:new", at(10), kind="invitation"))
    assert await goes(office, NOW) == []
    await SetLeave(office.units.write, office.clock)(HERSELF, date(2026, 12, 14))
    assert await goes(office, at(12, day=2)) == []
    office.clock.move_to(back)
    await EndLeave(office.units.write, office.clock)(HERSELF)
    assert "item:1:step" not in await goes(office, hour - timedelta(minutes=1)) or hour == back
    assert sorted(await goes(office, hour)) == ["item:1:step", "slot:1:new new"]


async def test_a_leave_that_begins_holds_a_digest_that_already_waits(office: PostOffice) -> None:
    await office.plan(notice("item:1:step", at(8), kind="step"))
    assert await goes(office, at(8)) == []
    await SetLeave(office.units.write, office.clock)(HERSELF, date(2026, 12, 1))
    assert await goes(office, at(9)) == []
    assert await goes(office, at(9, day=2)) == ["item:1:step"]


async def test_new_hours_wake_nothing_for_who_cannot_be_reached_and_shorten_no_flood_wait(office: PostOffice) -> None:
    office.telephone.faults[ChatId(1001)] = [TryLater(600), Unreachable("blocked")]
    await office.plan(notice("booking:17:made", at(9)))
    assert await goes(office, at(9)) == []
    await prefers(office, quiet=(20 * 60, 6 * 60))
    assert await goes(office, at(9, 1)) == []
    assert (await office.row("booking:17:made")).error == "try-later"
    office.real.advance(timedelta(minutes=11))
    assert await goes(office, at(9, 2)) == []
    await prefers(office, quiet=(21 * 60, 6 * 60))
    assert await goes(office, at(9, 3)) == []
    row = await office.row("booking:17:made")
    assert (row.state, row.error) == (NoticeState.HELD, "unreachable")
