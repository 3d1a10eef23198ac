"""Sending, deciding, erasing: as the director of a school, her curator and those above them, on both databases."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from shnor_domain.contents import BadEvidence
from shnor_domain.errors import DomainError, Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.notifications.model import NoticeState
from shnor_domain.roadmap.errors import AlreadyReviewed, OwnEvidence
from shnor_domain.roadmap.evidence import EvidenceKind, EvidenceState
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Delay, ItemId, ItemState
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.roadmap.ports import By
from shnor_domain.roadmap.review_notices import DECISION
from shnor_domain.roadmap.review_rows import DecisionStands
from shnor_domain.roadmap.sending import Sent
from shnor_domain.roadmap.use_cases.adding import DropItem
from shnor_domain.roadmap.use_cases.erase import EraseVersion, SweepEvidence
from shnor_domain.roadmap.use_cases.items import EvidenceFile
from shnor_domain.roadmap.use_cases.remarks import CloseRemark
from shnor_domain.roadmap.use_cases.reviews import WaitingReviews
from shnor_domain.roadmap.use_cases.send import SayDelay
from tests.support.evidence import MONDAY, Street, item, settled_street
from tests.support.evidence_files import JPG
from tests.support.village import Village, whose

PHOTO = Sent(EvidenceKind.PHOTO, "Схема", JPG)
WAITING, CONFIRMED, RETURNED = EvidenceState.WAITING, EvidenceState.CONFIRMED, EvidenceState.RETURNED


@pytest.fixture
async def street(village: Village, tmp_path: Path) -> AsyncIterator[Street]:
    yield await settled_street(village, tmp_path)


async def refused(acts: Any) -> type[DomainError]:
    with pytest.raises(DomainError) as refusal:
        await acts
    return type(refusal.value)


async def test_a_lead_sends_and_the_item_waits_for_her_curator(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school, delay=Delay.NO_DOCUMENT))
    sent = await street.sends("lead", one)
    now = await street.item(one)
    assert (now.state, now.sent, now.delay) == (ItemState.ON_REVIEW, MONDAY, None)
    assert (sent.version, sent.state, sent.author) == (1, WAITING, street.people["lead"].person)
    card = await street.card("curator", one)
    assert card.reviewer is Rung.CURATOR and card.may.decide and not card.may.send
    assert not (await street.card("district", one)).may.decide
    assert [each.id for each in await street.use(WaitingReviews)(street.people["curator"])] == [one.id]
    assert await street.use(WaitingReviews)(street.people["district"]) == []


async def test_a_new_version_replaces_the_one_that_waits_and_all_stay(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    first = await street.sends("lead", one)
    street.village.clock.forward(hours=2)
    await street.sends("lead", one, PHOTO)
    assert [(each.version, each.state) for each in await street.versions(one)] == [
        (2, WAITING), (1, EvidenceState.REPLACED),
    ]  # fmt: skip
    assert (await street.item(one)).sent == street.village.clock.at
    assert await refused(street.confirms("curator", first)) is AlreadyReviewed


@pytest.mark.parametrize("who", ["teacher", "curator", "district", "observer"])
async def test_who_only_sees_an_item_or_not_even_that_sends_nothing(street: Street, who: str) -> None:
    [one] = await street.keeps(item(street.village.school))
    refusal = await refused(street.sends(who, one, PHOTO))
    assert refusal is (NotFound if who == "teacher" else NotAllowed)
    assert street.bodies() == [] and await street.versions(one) == []


@pytest.mark.parametrize("who", ["other lead", "other district", "teacher"])
async def test_a_stranger_sees_and_does_nothing(street: Street, who: str) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one, PHOTO)
    stranger = street.people[who]
    for acts in (
        street.card(who, one),
        street.sends(who, one),
        street.confirms(who, sent),
        street.returns(who, sent, "Нет"),
        street.reopens(who, sent, "Нет"),
        street.use(EraseVersion)(stranger, sent.id),
        street.use(EvidenceFile)(stranger, sent.id),
        street.use(SayDelay)(stranger, one.id, Delay.NEED_HELP),
        street.use(CloseRemark)(stranger, one.id, 1),
    ):
        assert await refused(acts) is NotFound
    assert await street.use(WaitingReviews)(stranger) == []
    assert [each.state for each in await street.versions(one)] == [WAITING]


async def test_owners_of_each_level_and_people_of_any_body_send(street: Street) -> None:
    village = street.village
    assert village.region.region is not None
    street.people["expert"] = await village.settled(Role.METHODIST, village.region)
    async with village.units.write() as work:
        await work.plan_people.name_body(village.region.region, "институт", whose(street.people["expert"]))
    district, region, shared = await street.keeps(
        item(village.municipality), item(village.region), item(village.region, bodies=("министерство", "институт"))
    )
    await street.sends("district", district)
    await street.sends("region", region)
    await street.sends("expert", shared)
    assert await refused(street.sends("lead", district)) is NotFound
    assert await refused(street.sends("region", district)) is NotAllowed
    assert (await street.card("expert", shared)).may.send


async def test_who_answers_for_a_body_of_the_region_has_no_part_of_a_municipality_or_school(street: Street) -> None:
    village = street.village
    assert village.region.region is not None
    street.people["expert"] = await village.settled(Role.METHODIST, village.region)
    async with village.units.write() as work:
        await work.plan_people.name_body(village.region.region, "МОУО", whose(street.people["expert"]))
    whole, *parts = await street.keeps(
        item(village.region, bodies=("МОУО",)),
        item(village.municipality, parent=ItemId(0), bodies=("МОУО",)),
        item(village.school, parent=ItemId(0), bodies=("МОУО",)),
    )
    assert (await street.card("expert", whole)).item.id == whole.id
    for part in parts:
        assert await refused(street.card("expert", part)) is NotFound
        assert await refused(street.sends("expert", part)) is NotFound


async def test_a_visit_and_a_journal_entry_are_the_curators_and_the_next_level_decides(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    visit = Sent(EvidenceKind.VISIT, "Были на трёх уроках", day=date(2026, 11, 27))
    assert await refused(street.sends("lead", one, visit)) is NotAllowed
    sent = await street.sends("curator", one, visit)
    assert (sent.kind, sent.day) == (EvidenceKind.VISIT, date(2026, 11, 27))
    assert await refused(street.confirms("curator", sent)) is OwnEvidence
    assert (await street.card("lead", one)).reviewer is Rung.MUNICIPALITY
    await street.confirms("district", sent)
    assert (await street.item(one)).state is ItemState.DONE


async def test_a_curators_note_puts_nothing_of_the_schools_aside(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    note = Sent(EvidenceKind.JOURNAL, "Созвонились", day=date(2026, 11, 27))
    await street.sends("curator", one, note)
    assert (await street.card("curator", one)).may.visit
    await street.sends("curator", one, note)
    await street.sends("lead", one)
    assert not (await street.card("curator", one)).may.visit
    assert await refused(street.sends("curator", one, note)) is Stale
    assert [each.state for each in await street.versions(one)] == [WAITING, *[EvidenceState.REPLACED] * 2]


async def test_nothing_is_sent_for_what_is_done_or_done_by_its_parts(street: Street) -> None:
    whole, part, done = await street.keeps(
        item(street.village.region),
        item(street.village.school, parent=ItemId(0)),
        item(street.village.school, state=ItemState.DONE),
    )
    assert await refused(street.sends("region", whole, PHOTO)) is Stale
    assert await refused(street.sends("lead", done, PHOTO)) is Stale
    assert street.bodies() == []
    assert (await street.card("region", whole)).parts == {(await street.item(part)).state: 1}


async def test_the_returned_item_is_open_and_its_author_is_told(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one)
    with pytest.raises(Invalid):
        await street.returns("curator", sent)
    street.village.clock.forward(days=1)
    await street.returns("curator", sent, "Нет подписи", "Нет даты")
    now = await street.item(one)
    assert (now.state, now.sent, now.returned) == (ItemState.OPEN, None, street.village.clock.at)
    [version] = await street.versions(one)
    assert (version.state, version.reviewer, version.decided) == (
        RETURNED, street.people["curator"].person, street.village.clock.at,
    )  # fmt: skip
    [row] = await street.rows(DECISION)
    assert (row.notice.person, row.notice.payload["outcome"]) == (street.people["lead"].person, "returned")
    card = await street.card("lead", one)
    assert [remark.text for remark in card.remarks] == ["Нет подписи", "Нет даты"]
    close = street.use(CloseRemark)
    assert await close(street.people["lead"], one.id, card.remarks[0].id) is True
    assert await close(street.people["lead"], one.id, card.remarks[0].id) is False
    assert await refused(close(street.people["observer"], one.id, card.remarks[1].id)) is NotAllowed
    assert [remark.text for remark in (await street.card("lead", one)).remarks] == ["Нет даты"]


async def test_confirming_closes_what_is_left_and_takes_the_steps_away(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    await street.returns("curator", await street.sends("lead", one), "Нет подписи")
    again = await street.sends("lead", one)
    await street.confirms("curator", again)
    assert (await street.card("lead", one)).remarks == []
    assert (await street.item(one)).state is ItemState.DONE
    [returned, confirmed] = await street.rows(DECISION)
    assert [row.notice.payload["outcome"] for row in (returned, confirmed)] == ["returned", "confirmed"]
    assert await street.rows("plan-step") == []


async def test_l1_confirming_one_window_leaves_the_item_open_for_the_next(street: Street) -> None:
    autumn, winter = Window(date(2026, 9, 1), date(2026, 12, 10)), Window(date(2026, 12, 1), date(2026, 12, 11))
    [one] = await street.keeps(item(street.village.school, period=Period("дважды", (autumn, winter))))
    street.village.clock.at = datetime(2026, 12, 9, 3, tzinfo=UTC)
    first = await street.sends("lead", one)
    await street.confirms("curator", first)
    now = await street.item(one)
    assert (now.state, now.sent, now.left) == (ItemState.OPEN, None, (winter,))
    assert {row.notice.payload["last"] for row in await street.rows("plan-step")} == {"2026-12-11"}
    async with street.village.units.read() as work:
        late = [(await work.plans.late(street.village.school, date(2026, 12, day))).items for day in (11, 12)]
        shares = [
            (await work.boards.shares([street.village.school], By.SCHOOL, None, date(2026, 12, day)))[0].counts.passed
            for day in (11, 12)
        ]
    assert late == shares == [0, 1]
    street.village.clock.forward(hours=1)
    last = await street.sends("lead", one)
    assert await refused(street.reopens("curator", first, "Не то")) is Stale
    await street.confirms("curator", last)
    assert (await street.item(one)).state is ItemState.DONE
    assert await street.rows("plan-step") == []
    await street.reopens("curator", last, "Не то")
    assert ((await street.item(one)).state, (await street.item(one)).left) == (ItemState.OPEN, (winter,))


async def test_a_window_that_was_confirmed_by_mistake_is_opened_again(street: Street) -> None:
    autumn, spring = Window(date(2026, 9, 1), date(2026, 12, 10)), Window(date(2027, 3, 1), date(2027, 4, 30))
    [one] = await street.keeps(item(street.village.school, period=Period("дважды", (autumn, spring))))
    sent = await street.sends("lead", one)
    await street.confirms("curator", sent)
    assert (await street.card("curator", one)).may.reopen and not (await street.card("lead", one)).may.reopen
    await street.reopens("curator", sent, "Подписан не тот договор")
    now = await street.item(one)
    assert (now.state, now.left, now.returned) == (ItemState.OPEN, (autumn, spring), street.village.clock.at)


async def test_the_parent_is_done_with_its_last_part_and_open_again_with_any(street: Street) -> None:
    village = street.village
    whole, near, second, dropped = await street.keeps(
        item(village.region),
        item(village.school, parent=ItemId(0)),
        item(village.second_school, parent=ItemId(0)),
        item(village.far_school, parent=ItemId(0), state=ItemState.DROPPED),
    )
    first = await street.sends("lead", near)
    await street.confirms("curator", first)
    assert (await street.item(whole)).state is ItemState.OPEN
    await street.confirms("district", await street.sends("other lead", second))
    assert (await street.item(whole)).state is ItemState.DONE
    assert (await street.item(dropped)).state is ItemState.DROPPED
    assert (await street.card("curator", near)).may.reopen
    assert await refused(street.returns("curator", first, "Нет подписи")) is AlreadyReviewed
    await street.reopens("curator", first, "Подписан не тот договор")
    assert [(await street.item(each)).state for each in (whole, near)] == [ItemState.OPEN, ItemState.OPEN]
    assert (await street.item(near)).returned == village.clock.at


async def test_two_last_parts_confirmed_at_once_make_the_parent_done(street: Street) -> None:
    village = street.village
    whole, near, second = await street.keeps(
        item(village.region),
        item(village.school, parent=ItemId(0)),
        item(village.second_school, parent=ItemId(0)),
    )
    sent = [await street.sends("lead", near), await street.sends("other lead", second)]
    await asyncio.gather(street.confirms("curator", sent[0]), street.confirms("district", sent[1]))
    assert (await street.item(whole)).state is ItemState.DONE


async def test_of_two_reviewers_at_once_one_decides_and_the_other_is_told(street: Street) -> None:
    [one] = await street.keeps(item(street.village.second_school))
    street.people["deputy"] = await street.village.settled(Role.MUNICIPAL_COORDINATOR, street.village.municipality)
    sent = await street.sends("other lead", one)
    ends = await asyncio.gather(
        street.confirms("district", sent), street.returns("deputy", sent, "Нет подписи"), return_exceptions=True
    )
    [lost] = [end for end in ends if end is not None]
    assert isinstance(lost, AlreadyReviewed) and isinstance(lost, Stale)
    now, [version] = await street.item(one), await street.versions(one)
    assert lost.facts == {"outcome": version.state.value}
    assert (now.state, version.state) in ((ItemState.DONE, CONFIRMED), (ItemState.OPEN, RETURNED))
    assert len(await street.rows(DECISION)) == 1


async def test_versions_of_two_senders_at_once_are_numbered_one_after_the_other(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    street.people["deputy lead"] = await street.village.settled(Role.SCHOOL_LEAD, street.village.school)
    await asyncio.gather(*(street.sends(who, one, PHOTO) for who in ("lead", "deputy lead") * 3))
    versions = await street.versions(one)
    assert [each.version for each in versions] == [6, 5, 4, 3, 2, 1]
    assert [each.state for each in versions].count(WAITING) == 1 and versions[0].state is WAITING
    assert len(street.bodies()) == 6


async def test_a_new_version_and_a_decision_at_once_end_in_one_of_two_ways(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    old = await street.sends("lead", one)
    ends = await asyncio.gather(
        street.sends("lead", one, PHOTO), street.confirms("curator", old), return_exceptions=True
    )
    refusals = [end for end in ends if isinstance(end, Exception)]
    assert len(refusals) == 1 and isinstance(refusals[0], Stale)
    states = [each.state for each in await street.versions(one)]
    now = await street.item(one)
    assert (now.state, states, len(street.bodies())) in (
        (ItemState.DONE, [CONFIRMED], 0), (ItemState.ON_REVIEW, [WAITING, EvidenceState.REPLACED], 1),
    )  # fmt: skip


async def test_erasing_and_a_decision_at_once_end_in_one_of_two_ways(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one, PHOTO)
    await asyncio.gather(
        street.use(EraseVersion)(street.people["lead"], sent.id),
        street.confirms("curator", sent),
        return_exceptions=True,
    )
    [version] = await street.versions(one)
    assert (version.state, version.file, street.bodies()) == (EvidenceState.ERASED, None, [])
    now, confirmed = await street.item(one), version.decided is not None
    assert now.state is (ItemState.DONE if confirmed else ItemState.OPEN)


async def test_two_versions_of_one_number_are_refused_by_the_database(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one)
    with pytest.raises(IntegrityError):
        async with street.village.units.write() as work:
            await work.evidence.add(sent)


async def test_a_file_that_is_refused_leaves_no_body(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    with pytest.raises(BadEvidence):
        await street.sends("lead", one, Sent(EvidenceKind.FILE, "", b"MZ\x90", "отчёт.pdf"))
    await street.confirms("curator", await street.sends("lead", one))
    assert await refused(street.sends("lead", one, PHOTO)) is Stale
    assert street.bodies() == []


async def test_a_body_whose_row_failed_is_swept_after_an_hour_and_no_other(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    [one, other] = await street.keeps(item(street.village.school), item(street.village.school))

    async def breaks(*_: object) -> None:
        raise RuntimeError("the database is gone")

    with monkeypatch.context() as broken:
        broken.setattr("shnor_domain.storage.roadmap.evidence.EvidenceRows.add", breaks)
        with pytest.raises(RuntimeError):
            await street.sends("lead", one, PHOTO)
    assert await street.versions(one) == [] and (await street.item(one)).state is ItemState.OPEN
    kept = await street.sends("lead", other, PHOTO)
    assert len(street.bodies()) == 2
    sweep = street.use(SweepEvidence)
    street.village.clock.at = datetime.fromtimestamp(street.bodies()[0].stat().st_mtime, UTC)  # as the disk keeps it
    assert await sweep() == 0
    street.village.clock.forward(hours=2)
    assert await sweep() == 1
    assert [body.name for body in street.bodies()] == [kept.file]


@pytest.mark.parametrize("who", ["lead", "district"])
async def test_erasing_wipes_text_and_bytes_and_leaves_the_line(street: Street, who: str) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one, replace(PHOTO, text="На снимке дети"))
    assert await street.use(EvidenceFile)(street.people["curator"], sent.id) == (sent, JPG)
    await street.use(EraseVersion)(street.people[who], sent.id)
    await street.use(EraseVersion)(street.people[who], sent.id)
    [version] = await street.versions(one)
    assert (version.state, version.text, version.file, version.name, version.size) == (
        EvidenceState.ERASED, "", None, "", None,
    )  # fmt: skip
    assert (version.version, version.author, version.at) == (1, sent.author, sent.at)
    assert street.bodies() == []
    assert (await street.item(one)).state is ItemState.OPEN
    assert await refused(street.use(EvidenceFile)(street.people["curator"], sent.id)) is NotFound
    assert await refused(street.confirms("curator", sent)) is AlreadyReviewed


async def test_what_left_its_plan_stays_out_of_it_when_what_was_sent_is_erased(street: Street) -> None:
    whole, part = await street.keeps(item(street.village.region), item(street.village.school, parent=ItemId(0)))
    sent = await street.sends("lead", part)
    await street.use(DropItem)(street.people["region"], part.id)
    await street.use(EraseVersion)(street.people["lead"], sent.id)
    assert [each.state for each in await street.versions(part)] == [EvidenceState.ERASED]
    assert [(await street.item(each)).state for each in (whole, part)] == [ItemState.DROPPED] * 2


async def test_an_item_whose_evidence_is_erased_has_its_step_of_that_day_again(street: Street) -> None:
    street.village.clock.at = datetime(2026, 12, 7, 3, tzinfo=UTC)  # three days before the last one
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one)
    assert await street.rows("plan-step") == []
    await street.use(EraseVersion)(street.people["lead"], sent.id)
    counts = [row.notice.payload["count"] for row in await street.rows("plan-step")]
    assert (await street.item(one)).state is ItemState.OPEN
    assert counts == [-3, -1]


async def test_what_was_confirmed_stays_done_when_its_version_is_erased(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one, PHOTO)
    await street.confirms("curator", sent)
    assert await refused(street.use(EraseVersion)(street.people["curator"], sent.id)) is NotAllowed
    await street.use(EraseVersion)(street.people["lead"], sent.id)
    assert (await street.item(one)).state is ItemState.DONE


async def test_what_was_confirmed_by_mistake_is_opened_again_though_its_version_is_erased(street: Street) -> None:
    whole, one = await street.keeps(item(street.village.region), item(street.village.school, parent=ItemId(0)))
    first = await street.sends("lead", one)
    await street.returns("curator", first, "Нет подписи")
    sent = await street.sends("lead", one, PHOTO)
    await street.confirms("curator", sent)
    for version in (first, sent):
        await street.use(EraseVersion)(street.people["lead"], version.id)
    assert (await street.card("curator", one)).may.reopen and not (await street.card("lead", one)).may.reopen
    assert await refused(street.reopens("curator", first, "Не то")) is Stale
    assert await refused(street.confirms("curator", sent)) is AlreadyReviewed
    street.village.clock.forward(hours=1)
    await street.reopens("curator", sent, "На снимке другая школа")
    assert [(await street.item(each)).state for each in (whole, one)] == [ItemState.OPEN] * 2
    assert [each.state for each in await street.versions(one)] == [EvidenceState.ERASED] * 2
    [*_, row] = await street.rows(DECISION)
    assert await DecisionStands(street.village.units.read)(row, street.village.clock.at)
    assert [each.text for each in (await street.card("lead", one)).remarks] == ["На снимке другая школа"]
    assert await refused(street.reopens("district", sent, "Нет")) is NotAllowed


async def test_a_reason_of_delay_is_said_of_what_is_open(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    say = street.use(SayDelay)
    assert await refused(say(street.people["curator"], one.id, Delay.NEED_HELP)) is NotAllowed
    await say(street.people["lead"], one.id, Delay.NO_DOCUMENT)
    await say(street.people["lead"], one.id, Delay.NEED_HELP)
    assert (await street.card("curator", one)).item.delay is Delay.NEED_HELP
    await street.sends("lead", one)
    assert await refused(say(street.people["lead"], one.id, Delay.NEED_HELP)) is Stale


async def test_q4_while_the_curator_is_on_leave_the_coordinator_decides(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one)
    curator: PersonId = whose(street.people["curator"])
    async with street.village.units.write() as work:
        known = await work.people.preferences(curator)
        await work.people.save_preferences(replace(known, leave_until=date(2026, 12, 20)))
    assert await refused(street.confirms("curator", sent)) is NotAllowed
    await street.confirms("district", sent)


async def test_where_no_level_has_anybody_left_an_administrator_decides(street: Street) -> None:
    street.people["admin"] = await street.village.settled(Role.ADMIN, Territory())
    own, district = await street.keeps(item(street.village.region), item(street.village.municipality))
    sent = await street.sends("region", own)
    assert (await street.card("admin", own)).may.decide
    assert [each.id for each in await street.use(WaitingReviews)(street.people["admin"])] == [own.id]
    await street.confirms("admin", sent)
    assert await refused(street.confirms("admin", await street.sends("district", district))) is NotAllowed


async def test_the_level_above_decides_too_once_it_has_waited_five_working_days(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one)
    street.village.clock.at = MONDAY + timedelta(days=6)
    assert await refused(street.confirms("district", sent)) is NotAllowed
    street.village.clock.at = MONDAY + timedelta(days=7)
    assert [each.id for each in await street.use(WaitingReviews)(street.people["district"])] == [one.id]
    await street.confirms("district", sent)


async def test_waiting_reviews_go_by_the_instant_of_sending_then_by_number(street: Street) -> None:
    school = street.village.school
    items = await street.keeps(*(item(school, number=str(number)) for number in (1, 2, 3)))
    for each in (items[2], items[1], items[0]):
        await street.sends("lead", each)
        if each is items[2]:
            street.village.clock.forward(minutes=5)
    listed = await street.use(WaitingReviews)(street.people["curator"])
    assert [each.position for each in listed] == [3, 1, 2]


async def test_a_deleted_author_is_nobody_and_the_schools_evidence_stays(street: Street) -> None:
    [one] = await street.keeps(item(street.village.school))
    sent = await street.sends("lead", one, PHOTO)
    lead = whose(street.people["lead"])
    async with street.village.units.write() as work:
        await work.forgets.person(lead, [street.people["lead"].chat])
    [version] = await street.versions(one)
    assert (version.author, version.file) == (None, sent.file) and len(street.bodies()) == 1
    await street.confirms("curator", version)
    assert await street.rows(DECISION, *NoticeState) == []
