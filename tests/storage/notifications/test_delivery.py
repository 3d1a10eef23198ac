"""Delivery: each row on its own, whatever happens to the others (rule 7)."""

import asyncio
import signal
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from shnor_domain.identity import PersonId, Place, PlaceId, Role, SchoolId, Territory
from shnor_domain.messaging import (
    ChatId,
    ChatMoved,
    OutcomeUnknown,
    Refused,
    TryLater,
    Undeliverable,
    Unreachable,
)
from shnor_domain.notifications.kinds import Kinds, UnknownKind
from shnor_domain.notifications.model import NoticeState
from shnor_domain.notifications.rules import LEASE
from shnor_domain.notifications.use_cases import CheckKinds, ComeBack, FreeLeases, MeasureBacklog, RequeueNotice
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.storage.schema.people import person
from tests.support.notices import CURATOR, NOW, TEACHER, PostOffice, notice, post_office

HOUR = timedelta(hours=1)
NIGHT = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)
MORNING = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)
HERS, HIS = ChatId(1001), ChatId(1002)


async def test_both_sides_are_told_once_and_the_rows_keep_the_references(office: PostOffice) -> None:
    await office.plan(notice("booking:17:made"), notice("booking:17:host", person=CURATOR))
    assert await office.deliver() == 2
    assert await office.deliver() == 0
    assert sorted(office.telephone.texts) == ["booking:17:host new", "booking:17:made new"]
    row = await office.row("booking:17:made")
    assert (row.state, row.sent_at) == (NoticeState.SENT, NOW)
    assert row.ref is not None and row.ref.startswith("1001:")


async def test_what_is_no_longer_true_is_not_said_and_what_moved_waits(office: PostOffice) -> None:
    await office.plan(notice("booking:17:24h"), notice("booking:18:24h"))
    office.feature.answers = {"booking:17:24h": False, "booking:18:24h": NOW + HOUR}
    await office.deliver()
    assert office.telephone.seen == []
    assert await office.states() == {"booking:17:24h": NoticeState.CANCELLED, "booking:18:24h": NoticeState.PLANNED}
    office.feature.answers = {}
    office.clock.advance(HOUR)
    await office.deliver()
    assert office.telephone.texts == ["booking:18:24h new"]


async def test_the_night_holds_a_notice_and_lets_the_one_hour_reminder_through(office: PostOffice) -> None:
    office.clock.move_to(NIGHT)
    await office.plan(notice("booking:17:made", NIGHT), notice("booking:18:1h", NIGHT, kind="reminder"))
    await office.deliver()
    assert office.telephone.texts == ["booking:18:1h new"]
    office.clock.move_to(MORNING)
    await office.deliver()
    assert office.telephone.seen[1:] == [(MORNING, HERS, "booking:17:made new")]


async def test_n6_of_several_moves_in_one_night_only_the_last_is_told_with_what_she_knew(office: PostOffice) -> None:
    office.clock.move_to(NIGHT)
    for number, start in enumerate(("A", "B", "C")):
        due = NIGHT + timedelta(minutes=number)
        office.clock.move_to(due)
        await office.plan(replace(notice(f"booking:17:moved:{number}", due), news=True, payload={"start": start}))
        await office.deliver()
    office.clock.move_to(MORNING)
    await office.deliver()
    assert office.telephone.texts == ["booking:17:moved:2 new after A"]
    assert (await office.states())["booking:17:moved:0"] is NoticeState.CANCELLED


async def test_moves_of_an_outage_are_merged_too_and_other_bookings_are_not(office: PostOffice) -> None:
    news = [
        replace(notice(f"booking:{booking}:moved:{n}", NOW + timedelta(seconds=n)), news=True, payload={"start": n})
        for booking in (17, 18)
        for n in (0, 1)
    ]
    await office.plan(*news)
    office.clock.advance(HOUR)
    await office.deliver()
    assert sorted(office.telephone.texts) == ["booking:17:moved:1 new after 0", "booking:18:moved:1 new after 0"]


async def test_who_blocked_the_bot_keeps_her_notices_until_she_comes_back(office: PostOffice) -> None:
    office.telephone.faults[HERS] = [Unreachable("blocked")]
    reminder = replace(notice("booking:18:1h", NOW + HOUR, kind="reminder"), late_after=NOW + 2 * HOUR)
    await office.plan(notice("booking:17:made"), reminder, notice("booking:17:host", person=CURATOR))
    await office.deliver()
    office.clock.advance(3 * HOUR)
    await office.deliver()
    assert office.telephone.texts == ["booking:17:host new"]
    assert (await office.states())["booking:17:made"] is NoticeState.HELD
    assert (await office.states())["booking:18:1h"] is NoticeState.MISSED
    assert await ComeBack(office.units.write, office.clock)(TEACHER) == 1
    await office.deliver()
    assert office.telephone.texts == ["booking:17:host new", "booking:17:made new"]


@pytest.mark.parametrize(
    ("fault", "kind", "state", "error"),
    [
        (TryLater(), "told", NoticeState.PLANNED, "try-later"),
        (TryLater(30), "told", NoticeState.PLANNED, "try-later"),
        (OutcomeUnknown(), "told", NoticeState.PLANNED, "unknown-outcome"),
        (OutcomeUnknown(), "once", NoticeState.UNKNOWN, "unknown-outcome"),
        (Refused("Bad Request: text is too long"), "told", NoticeState.FAILED, "Bad Request: text is too long"),
    ],
)
async def test_every_fault_has_its_state_and_the_neighbour_gets_hers(
    office: PostOffice, fault: Undeliverable, kind: str, state: NoticeState, error: str
) -> None:
    office.telephone.faults[HERS] = [fault]
    await office.plan(notice("booking:17:made", kind=kind), notice("booking:17:host", person=CURATOR))
    await office.deliver()
    row = await office.row("booking:17:made")
    assert (row.state, row.error) == (state, error)
    assert office.telephone.texts == ["booking:17:host new"]


async def test_a_flood_wait_is_obeyed_on_real_time_whatever_the_rehearsed_clock_says(office: PostOffice) -> None:
    office.telephone.faults[HERS] = [TryLater(30)]
    await office.plan(notice("booking:17:made"))
    await office.deliver()
    office.clock.advance(timedelta(minutes=30))
    assert await office.deliver() == 0
    office.real.advance(timedelta(seconds=30))
    assert await office.deliver() == 0
    office.real.advance(timedelta(seconds=2))
    assert await office.deliver() == 1
    assert office.telephone.texts == ["booking:17:made new"]


async def test_a_chat_that_moved_keeps_its_messages(office: PostOffice) -> None:
    office.telephone.faults[HERS] = [ChatMoved(ChatId(-100777))]
    await office.plan(notice("booking:17:made"))
    await office.deliver()
    await office.plan(notice("booking:18:made"))
    await office.deliver()
    assert [chat for _, chat, _ in office.telephone.seen] == [-100777, -100777]


async def test_a_chat_that_moved_and_is_closed_there_is_marked_there(office: PostOffice) -> None:
    office.telephone.faults = {HERS: [ChatMoved(ChatId(-100777))], ChatId(-100777): [Unreachable("no-chat")]}
    await office.plan(notice("booking:17:made"))
    await office.deliver()
    async with office.units.read() as work:
        reader = await work.readers.reader(TEACHER)
    assert reader is not None
    assert (reader.chat, reader.unreachable) == (-100777, "no-chat")


async def test_a_bug_in_one_view_is_tried_again_and_then_given_up(office: PostOffice) -> None:
    office.feature.answers["booking:17:made"] = KeyError("topic")
    await office.plan(notice("booking:17:made"), notice("booking:17:host", person=CURATOR))
    for _ in range(6):
        await office.deliver()
        office.real.advance(HOUR)
    row = await office.row("booking:17:made")
    assert (row.state, row.error, row.attempts) == (NoticeState.FAILED, "bug: KeyError", 5)
    assert office.meter.ends[-1] == ("told", NoticeState.FAILED, "bug")
    assert office.telephone.texts == ["booking:17:host new"]
    office.feature.answers.clear()
    assert await RequeueNotice(office.units.write, office.clock)(row.id)
    await office.deliver()
    assert office.telephone.texts[1:] == ["booking:17:made new"]


async def test_who_left_gets_nothing(office: PostOffice) -> None:
    await office.plan(notice("booking:17:made"))
    async with office.units._database.write() as connection:
        await connection.execute(update(person).values(state="left"))
    await office.deliver()
    assert (office.telephone.seen, await office.states()) == ([], {"booking:17:made": NoticeState.CANCELLED})


async def test_n4_a_sent_reminder_is_edited_when_it_is_over(office: PostOffice) -> None:
    await office.plan(replace(notice("booking:17:1h", kind="reminder"), over_at=NOW + HOUR))
    await office.deliver()
    assert office.telephone.edits == []
    office.clock.advance(HOUR)
    await office.deliver()
    await office.deliver()
    assert office.telephone.edits == [("1001:1", "booking:17:1h past")]


async def test_n4_a_sent_reminder_of_what_is_cancelled_is_edited_at_once_and_only_once(office: PostOffice) -> None:
    await office.plan(replace(notice("booking:17:1h", kind="reminder"), over_at=NOW + HOUR))
    await office.deliver()
    await office.cancel("booking:17")
    await office.deliver()
    office.clock.advance(HOUR)
    await office.deliver()
    assert office.telephone.edits == [("1001:1", "booking:17:1h changed")]


async def test_what_is_cancelled_while_it_is_on_its_way_is_edited_as_it_arrives(office: PostOffice) -> None:
    await office.plan(replace(notice("booking:17:1h", kind="reminder"), over_at=NOW + HOUR))
    async with office.units.write() as work:
        (row,) = await work.notices.claim(NOW, NOW, NOW + HOUR, 5, mailing=False)
    await office.cancel("booking:17")
    await office.deliver()
    assert office.telephone.seen == []
    await office.deliver.delivery(row)
    await office.deliver()
    assert office.telephone.edits == [("1001:1", "booking:17:1h changed")]


async def test_what_moves_while_it_is_on_its_way_goes_again_at_its_new_instant(office: PostOffice) -> None:
    await office.plan(notice("item:3:0d"))
    async with office.units.write() as work:
        (row,) = await work.notices.claim(NOW, NOW, NOW + HOUR, 5, mailing=False)
    await office.plan(notice("item:3:0d", NOW + HOUR))
    await office.deliver.delivery(row)
    assert (await office.row("item:3:0d")).state is NoticeState.PLANNED
    office.clock.advance(HOUR)
    await office.deliver()
    assert len(office.telephone.seen) == 2


async def test_a_mailing_has_its_own_line(office: PostOffice) -> None:
    await office.plan(replace(notice("mailing:1:1"), mailing=True), notice("booking:17:made", NOW))
    await office.deliver()
    assert office.telephone.texts == ["booking:17:made new"]
    await office.line(mailing=True)()
    assert office.telephone.texts == ["booking:17:made new", "mailing:1:1 new"]


async def test_killed_between_send_and_mark_it_repeats_at_most_what_was_in_flight(
    database_url: str, tmp_path: Path
) -> None:
    log = tmp_path / "sent"
    async with post_office(database_url, people=40) as office:
        await office.plan(*(notice(f"mailing:1:{n}", person=PersonId(n)) for n in range(1, 41)))
        command = (sys.executable, "-m", "tests.support.doomed_post_office", database_url, str(log), "12")
        doomed = await asyncio.create_subprocess_exec(*command, cwd=Path(__file__).parents[3])
        assert await doomed.wait() == -signal.SIGKILL
        await office.deliver()
        office.real.advance(timedelta(minutes=4))
        await office.deliver()
        before, after = log.read_text().split(), [str(chat) for _, chat, _ in office.telephone.seen]
        assert len(before) == 12
        assert {*before, *after} == {str(1000 + n) for n in range(1, 41)}
        assert len(after) == len(set(after))
        assert 1 <= len({*before} & {*after}) <= 5
        assert set((await office.states()).values()) == {NoticeState.SENT}


async def test_at_the_start_of_the_only_process_what_was_in_flight_goes_at_once(office: PostOffice) -> None:
    office.telephone.faults[HIS] = [TryLater(300)]
    await office.plan(notice("booking:17:made"), notice("booking:17:host", person=CURATOR))
    async with office.units.write() as work:
        await work.notices.claim(NOW, NOW, NOW + HOUR, 1, mailing=False)
    await office.deliver()
    assert office.telephone.seen == []
    assert await FreeLeases(office.units.write)() == 1
    await office.deliver()
    assert office.telephone.texts == ["booking:17:made new"], "a flood wait is still obeyed"


async def test_two_processes_share_the_rows_and_none_goes_twice(database_url: str) -> None:
    async with post_office(database_url, people=60) as office:
        await office.plan(*(notice(f"mailing:1:{n}", person=PersonId(n)) for n in range(1, 61)))
        handled = await asyncio.gather(office.deliver(), office.deliver(), office.deliver())
        assert sum(handled) == 60
        assert sorted(chat for _, chat, _ in office.telephone.seen) == [1000 + n for n in range(1, 61)]


async def test_one_person_is_written_to_in_order(office: PostOffice) -> None:
    await office.plan(*(notice(f"booking:{n}:made", NOW - timedelta(minutes=60 - n)) for n in range(20)))
    await office.deliver()
    assert office.telephone.texts == [f"booking:{n}:made new" for n in range(20)]


async def test_with_the_brake_pressed_nothing_is_begun(office: PostOffice) -> None:
    await office.plan(notice("booking:17:made"))
    office.brake.pressed = True
    assert await office.deliver() == 0
    assert office.telephone.seen == []


async def test_with_the_brake_pressed_on_the_way_what_was_not_begun_goes_at_the_next_start(database_url: str) -> None:
    async with post_office(database_url, people=30) as office:
        await office.plan(*(notice(f"mailing:1:{n}", person=PersonId(n)) for n in range(1, 31)))
        office.telephone.after_send = lambda: setattr(office.brake, "pressed", len(office.telephone.seen) >= 10)
        finished = await office.deliver()
        assert 10 <= finished <= 15
        states = list((await office.states()).values())
        assert (states.count(NoticeState.SENT), states.count(NoticeState.PLANNED)) == (finished, 30 - finished)
        office.telephone.after_send = lambda: None
        office.brake.pressed = False
        assert await office.deliver() == 30 - finished
        assert len({chat for _, chat, _ in office.telephone.seen}) == len(office.telephone.seen) == 30


async def test_the_operator_sees_how_far_delivery_is_behind(office: PostOffice) -> None:
    await office.plan(notice("booking:17:made", NOW - HOUR), notice("booking:18:24h", NOW + HOUR))
    backlog = await MeasureBacklog(office.units.read, office.clock, office.real)()
    assert (backlog.due, backlog.oldest) == (1, NOW - HOUR)
    await office.deliver()
    assert office.meter.ends == [("told", NoticeState.SENT, "")]
    assert (await MeasureBacklog(office.units.read, office.clock, office.real)()).due == 0


async def test_rows_of_a_kind_that_nobody_brings_stop_the_start(office: PostOffice) -> None:
    await office.plan(notice("booking:17:made"))
    await CheckKinds(office.units.read, office.kinds)()
    with pytest.raises(UnknownKind, match="told"):
        await CheckKinds(office.units.read, Kinds(()))()
    with pytest.raises(ValueError, match="told"):
        replace(office, policies=office.policies + office.policies[:1]).kinds  # noqa: B018


async def test_q2_an_invitation_waits_for_the_working_day_and_a_word_about_ones_own_does_not(
    office: PostOffice,
) -> None:
    saturday, monday = NOW + timedelta(days=5), NOW + timedelta(days=7)
    office.clock.move_to(saturday)
    await office.plan(notice("slot:1:new", saturday, kind="invitation"), notice("booking:17:made", saturday))
    await office.deliver()
    assert office.telephone.texts == ["booking:17:made new"]
    office.clock.move_to(monday)
    await office.deliver()
    assert office.telephone.texts == ["booking:17:made new", "slot:1:new new"]


async def test_q2_a_six_day_municipality_works_on_saturday(office: PostOffice) -> None:
    saturday = NOW + timedelta(days=5)
    async with office.units.write() as work:
        region = await work.municipalities.add_region("Якутия", None)
        unit = await work.municipalities.add(region, "Якутск", "Asia/Yakutsk", None)
        await work.calendars.set_week(unit, 6)
        school = Place(PlaceId(0), Role.TEACHER, Territory(region, unit, SchoolId(1)), starts=date(2026, 9, 1))
        await work.places.add(KeptPlace(school, TEACHER))
    office.clock.move_to(saturday)
    await office.plan(notice("slot:1:new", saturday, kind="invitation"))
    await office.deliver()
    assert office.telephone.texts == ["slot:1:new new"]


async def test_a_turn_that_took_too_long_leaves_its_rest_to_who_has_the_lease_next(office: PostOffice) -> None:
    office.telephone.after_send = lambda: office.real.advance(LEASE / 2)
    await office.plan(*(notice(f"booking:{number}:made") for number in (1, 2, 3)))
    assert await office.deliver() == 1
    assert len(office.telephone.seen) == 1
    for _ in range(2):
        office.real.advance(LEASE)
        await office.deliver()
    assert sorted(office.telephone.texts) == [f"booking:{number}:made new" for number in (1, 2, 3)]
