"""One digest a day: many rows, one message, whatever happens on the way (L3, L6)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from shnor_domain.messaging import ChatId, OutcomeUnknown, TryLater, Unreachable
from shnor_domain.notifications.model import NoticeState
from shnor_domain.notifications.use_cases import ComeBack
from tests.support.notices import CURATOR, NOW, TEACHER, PostOffice, notice

NINE = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
"""Tuesday, 9:00 in Якутск: the people of the post office have no place in a school."""
HERS = ChatId(1001)


async def morning(office: PostOffice) -> None:
    office.clock.move_to(NINE)
    await office.deliver()


async def test_rows_of_a_day_are_one_message_at_the_hour_of_the_reader(office: PostOffice) -> None:
    await office.plan(
        notice("item:1:step", kind="step"),
        notice("item:2:step", NOW + timedelta(hours=1), kind="step"),
        notice("item:3:step", kind="step", person=CURATOR),
        notice("item:4:step", NINE + timedelta(minutes=1), kind="step"),
    )
    await office.deliver()
    assert office.telephone.seen == []
    await morning(office)
    assert sorted(office.telephone.texts) == ["item:1:step + item:2:step", "item:3:step"]
    first, second = await office.row("item:1:step"), await office.row("item:2:step")
    assert first.state is second.state is NoticeState.SENT
    assert first.ref == second.ref is not None
    assert (await office.row("item:4:step")).state is NoticeState.PLANNED


async def test_a_second_digest_waits_for_the_next_day(office: PostOffice) -> None:
    await office.plan(notice("item:1:step", kind="step"))
    await morning(office)
    office.clock.advance(timedelta(hours=1))
    await office.plan(notice("item:2:step", office.clock.now(), kind="step"))
    await office.deliver()
    assert office.telephone.texts == ["item:1:step"]
    office.clock.advance(timedelta(hours=23))
    await office.deliver()
    assert office.telephone.texts == ["item:1:step", "item:2:step"]


async def test_a_digest_leaves_out_what_is_no_longer_true_and_is_silent_when_nothing_is(office: PostOffice) -> None:
    await office.plan(*(notice(f"item:{n}:step", kind="step") for n in (1, 2, 3)))
    office.feature.answers = {"item:1:step": False, "item:3:step": NINE + timedelta(days=1)}
    await morning(office)
    assert office.telephone.texts == ["item:2:step"]
    assert (await office.row("item:1:step")).state is NoticeState.CANCELLED
    await office.plan(notice("item:4:step", office.clock.now(), kind="step"))
    office.feature.answers = {"item:3:step": False, "item:4:step": False}
    office.clock.advance(timedelta(days=1))
    await office.deliver()
    assert office.telephone.texts == ["item:2:step"]


async def test_a_fault_puts_the_whole_digest_off_and_it_comes_once(office: PostOffice) -> None:
    office.telephone.faults[HERS] = [TryLater(30), OutcomeUnknown()]
    await office.plan(*(notice(f"item:{n}:step", kind="step") for n in (1, 2, 3)))
    await morning(office)
    assert office.telephone.seen == []
    assert {(await office.row(f"item:{n}:step")).state for n in (1, 2, 3)} == {NoticeState.PLANNED}
    for _ in range(2):
        office.real.advance(timedelta(minutes=1))
        await office.deliver()
    assert office.telephone.texts == ["item:1:step + item:2:step + item:3:step"]


async def test_who_blocked_the_bot_reads_her_digest_when_she_is_back(office: PostOffice) -> None:
    office.telephone.faults[HERS] = [Unreachable("blocked")]
    await office.plan(*(notice(f"item:{n}:step", kind="step") for n in (1, 2)))
    await morning(office)
    assert {(await office.row(f"item:{n}:step")).error for n in (1, 2)} == {"unreachable"}
    assert await ComeBack(office.units.write, office.clock)(TEACHER) == 2
    await office.deliver()
    assert office.telephone.texts == ["item:1:step + item:2:step"]


async def test_n3_n2_a_reminder_finds_its_evening_and_none_is_made_up_for(office: PostOffice) -> None:
    night = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)  # 23:00 in Якутск
    evening = datetime(2026, 12, 1, 11, 55, tzinfo=UTC)
    known = replace(notice("booking:1:24h", night), evening=True, since=NOW)
    late = replace(notice("booking:2:24h", night), evening=True, since=evening + timedelta(minutes=2))
    await office.plan(known, late)
    office.clock.move_to(evening - timedelta(minutes=1))
    await office.deliver()
    assert office.telephone.seen == []
    office.clock.move_to(evening)
    await office.deliver()
    assert office.telephone.seen == [(evening, HERS, "booking:1:24h new")]
    assert (await office.row("booking:2:24h")).error == "not-made-up"


async def test_a_row_that_stumbles_keeps_the_others_from_nothing(office: PostOffice) -> None:
    await office.plan(*(notice(f"item:{n}:step", kind="step") for n in (1, 2, 3)))
    office.feature.answers = {"item:1:step": ValueError("a bug")}
    await morning(office)
    assert office.telephone.texts == ["item:2:step + item:3:step"]
    assert (await office.row("item:1:step")).error == "bug"


async def test_a_step_that_was_in_time_stays_so_when_its_reader_comes_back_early(office: PostOffice) -> None:
    async with office.units.write() as work:
        away = replace(await work.people.preferences(TEACHER), leave_until=date(2026, 12, 4))
        await work.people.save_preferences(away)
    noon = NINE + timedelta(hours=3)
    office.clock.move_to(noon)
    await office.plan(replace(notice("item:1:step", noon, kind="step"), since=noon))
    await office.deliver()
    async with office.units.write() as work:
        await work.people.save_preferences(replace(away, leave_until=None))
        await work.notices.reconsider(TEACHER, noon + timedelta(hours=24))
    office.clock.move_to(noon + timedelta(hours=24))
    await office.deliver()
    assert office.telephone.texts == ["item:1:step"]


async def test_a_bug_in_the_view_puts_the_whole_digest_off(office: PostOffice) -> None:
    office.breaks_the_view = True
    await office.plan(*(notice(f"item:{n}:step", kind="step") for n in (1, 2)))
    await morning(office)
    assert {(await office.row(f"item:{n}:step")).error for n in (1, 2)} == {"bug"}
    office.breaks_the_view = False
    office.real.advance(timedelta(minutes=1))
    await office.deliver()
    assert office.telephone.texts == ["item:1:step + item:2:step"]
