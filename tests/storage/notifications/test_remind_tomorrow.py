"""«Напомнить завтра»: the rows of a digest stand in the next one too (L6)."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.messaging import ChatId, Unreachable
from shnor_domain.notifications.model import NoticeId, NoticeState
from shnor_domain.notifications.use_cases import ComeBack, RemindTomorrow
from shnor_domain.people.model.errors import ConsentNeeded
from shnor_domain.people.use_cases.settings import SetLeave, SetPreferences
from tests.support.notices import CURATOR, NOW, TEACHER, PostOffice, notice

HERSELF = Actor(TEACHER, 1001, "Asia/Yakutsk")


def at(hour: int, minute: int = 0, *, day: int = 1) -> datetime:
    """An instant of December 2026 (the 1st is a Tuesday) by the clock of Якутск."""
    return datetime(2026, 12, 1, tzinfo=UTC) + timedelta(days=day - 1, hours=hour - 9, minutes=minute)


async def at_nine(office: PostOffice, *, day: int) -> list[str]:
    """What has been told after the digest of this day."""
    office.clock.move_to(at(9, day=day))
    await office.deliver()
    return office.telephone.texts


async def digest(office: PostOffice, day: int = 1) -> NoticeId:
    """Two rows of hers and one of his, told at nine; gives the id by which the button of hers names it."""
    await office.plan(
        notice("item:1:step", NOW, kind="step"),
        notice("item:2:step", NOW, kind="step"),
        notice("item:3:step", NOW, kind="step", person=CURATOR),
    )
    assert sorted(await at_nine(office, day=day)) == ["item:1:step + item:2:step", "item:3:step"]
    return (await office.row("item:1:step")).id


async def remind(office: PostOffice, which: NoticeId, actor: Actor = HERSELF) -> datetime | None:
    case = RemindTomorrow(office.units.read, office.units.write, office.kinds, office.clock)
    return await case(actor, which)


async def test_l6_all_rows_of_the_message_come_again_in_one_digest_of_tomorrow(office: PostOffice) -> None:
    which = await digest(office)
    assert await remind(office, which) == at(9, day=2)
    assert set(await office.states()) == {
        "item:1:step",
        "item:2:step",
        "item:3:step",
        "item:1:step:again:2026-12-02",
        "item:2:step:again:2026-12-02",
    }
    office.clock.move_to(at(8, 59, day=2))
    await office.deliver()
    assert len(office.telephone.texts) == 2
    assert (await at_nine(office, day=2))[2:] == ["item:1:step:again:2026-12-02 + item:2:step:again:2026-12-02"]


async def test_l6_a_double_tap_plans_once_and_both_are_answered_alike(office: PostOffice) -> None:
    which = await digest(office)
    other = (await office.row("item:2:step")).id
    answers = await asyncio.gather(remind(office, which), remind(office, which), remind(office, other))
    assert list(answers) == [at(9, day=2)] * 3
    assert len(await office.states()) == 5


async def test_l6_the_digest_of_tomorrow_can_be_put_off_again_under_the_same_name(office: PostOffice) -> None:
    await remind(office, await digest(office))
    await at_nine(office, day=2)
    again = (await office.row("item:1:step:again:2026-12-02")).id
    assert await remind(office, again) == at(9, day=3)
    assert "item:1:step:again:2026-12-03" in await office.states()
    assert (await at_nine(office, day=3))[-1] == "item:1:step:again:2026-12-03 + item:2:step:again:2026-12-03"


async def test_l6_what_is_no_longer_true_does_not_come_again(office: PostOffice) -> None:
    which = await digest(office)
    assert await remind(office, which) is not None
    office.feature.answers = {"item:1:step:again:2026-12-02": False}
    assert (await at_nine(office, day=2))[2:] == ["item:2:step:again:2026-12-02"]
    assert (await office.row("item:1:step:again:2026-12-02")).state is NoticeState.CANCELLED


AGAIN = "item:1:step:again:2026-12-02"


async def test_l6_what_is_untrue_at_its_midnight_and_true_again_by_the_hour_is_said(office: PostOffice) -> None:
    await remind(office, await digest(office))
    office.feature.answers = {AGAIN: False}
    office.clock.move_to(at(0, day=2))
    await office.deliver()
    assert (await office.row(AGAIN)).state is NoticeState.PLANNED
    office.feature.answers = {}
    assert (await at_nine(office, day=2))[2:] == [f"{AGAIN} + item:2:step:again:2026-12-02"]


async def test_l6_what_is_withdrawn_stays_put_off_and_is_asked_about_at_its_hour(office: PostOffice) -> None:
    await remind(office, await digest(office))
    await office.cancel("item:1")
    await office.cancel("item:2")
    office.feature.answers = {AGAIN: False}
    assert (await at_nine(office, day=2))[2:] == ["item:2:step:again:2026-12-02"]
    assert (await office.row(AGAIN)).state is NoticeState.CANCELLED


async def test_l6_what_her_leave_holds_is_asked_about_when_she_is_back(office: PostOffice) -> None:
    await remind(office, await digest(office))
    await SetLeave(office.units.write, office.clock)(HERSELF, date(2026, 12, 3))
    office.feature.answers = {AGAIN: False}
    for day in (2, 3):
        assert len(await at_nine(office, day=day)) == 2
    office.feature.answers = {"item:2:step:again:2026-12-02": False}
    assert (await at_nine(office, day=4))[2:] == [AGAIN]


async def test_l6_what_waits_until_nothing_keeps_it_from_her_is_asked_about_then(office: PostOffice) -> None:
    await remind(office, await digest(office))
    async with office.units.write() as work:
        await work.reach.lost(ChatId(1001), "blocked", office.clock.now())
    office.feature.answers = {AGAIN: False}
    assert len(await at_nine(office, day=2)) == 2
    assert (await office.row(AGAIN)).state is NoticeState.HELD
    await ComeBack(office.units.write, office.clock)(TEACHER)
    await office.deliver()
    assert office.telephone.texts[2:] == ["item:2:step:again:2026-12-02"]


async def test_l6_nothing_is_promised_when_all_of_it_is_settled(office: PostOffice) -> None:
    which = await digest(office)
    office.feature.answers = {"item:1:step": False, "item:2:step": False}
    assert await remind(office, which) is None
    assert len(await office.states()) == 3


async def test_l6_it_goes_on_her_next_working_day_and_after_her_leave(office: PostOffice) -> None:
    which = await digest(office, day=4)  # a Friday
    assert await remind(office, which) == at(9, day=7)
    assert len(await at_nine(office, day=5)) == 2
    await SetLeave(office.units.write, office.clock)(HERSELF, date(2026, 12, 8))
    assert await remind(office, which) == at(9, day=9)
    assert len(await at_nine(office, day=7)) == 2
    assert len(await at_nine(office, day=9)) == 3


async def test_l6_it_goes_at_the_hour_that_she_has_set(office: PostOffice) -> None:
    which = await digest(office)
    await SetPreferences(office.units.write, office.clock)(HERSELF, digest_at=18 * 60)
    assert await remind(office, which) == at(18, day=2)


async def test_a_digest_of_others_and_what_is_no_digest_is_nothing_to_her(office: PostOffice) -> None:
    which = await digest(office)
    await office.plan(notice("booking:17:made", at(9)), notice("item:9:step", at(9, day=9), kind="step"))
    await office.deliver()
    before = await office.states()
    for notice_id, actor in (
        (which, Actor(CURATOR, 1002)),
        ((await office.row("booking:17:made")).id, HERSELF),
        ((await office.row("item:9:step")).id, HERSELF),
        (NoticeId(10_000), HERSELF),
        (which, Actor(PersonId(77), 1077)),
    ):
        with pytest.raises(NotFound):
            await remind(office, notice_id, actor)
    with pytest.raises(ConsentNeeded):
        await remind(office, which, Actor(None, 1001))
    assert await office.states() == before


async def test_a_digest_that_never_reached_her_has_nothing_to_put_off(office: PostOffice) -> None:
    office.telephone.faults[ChatId(1001)] = [Unreachable("blocked")]
    await office.plan(notice("item:1:step", NOW, kind="step"))
    await at_nine(office, day=1)
    with pytest.raises(NotFound):
        await remind(office, (await office.row("item:1:step")).id)
