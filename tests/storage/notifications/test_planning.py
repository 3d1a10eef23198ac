"""Planning is idempotent by key and lives in the transaction of its cause."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import Face, NoticeState
from tests.support.notices import CURATOR, NOW, TEACHER, PostOffice, notice

LATER = NOW + timedelta(days=1)


async def test_planned_twice_it_is_one_row(office: PostOffice) -> None:
    await office.plan(notice("booking:17:24h", LATER))
    await office.plan(notice("booking:17:24h", LATER))
    assert await office.states() == {"booking:17:24h": NoticeState.PLANNED}


async def test_planned_again_with_another_instant_it_moves(office: PostOffice) -> None:
    await office.plan(notice("booking:17:24h", NOW))
    await office.plan(notice("booking:17:24h", LATER))
    assert await office.deliver() == 0
    office.clock.move_to(LATER)
    assert await office.deliver() == 1
    assert office.telephone.texts == ["booking:17:24h new"]


async def test_what_was_sent_is_not_sent_again(office: PostOffice) -> None:
    await office.plan(notice("booking:17:24h"))
    await office.deliver()
    await office.plan(notice("booking:17:24h", LATER))
    office.clock.move_to(LATER)
    assert await office.deliver() == 0


async def test_a_cause_that_is_rolled_back_takes_its_notices_along(office: PostOffice) -> None:
    with pytest.raises(RuntimeError):
        async with office.units.write() as work:
            await work.notices.plan(notice("booking:17:24h"))
            raise RuntimeError
    assert await office.states() == {}


async def test_cancelled_it_never_goes_and_planned_again_it_does(office: PostOffice) -> None:
    await office.plan(notice("booking:17:24h"), notice("booking:18:24h", LATER))
    await office.cancel("booking:17")
    assert await office.states() == {"booking:17:24h": NoticeState.CANCELLED, "booking:18:24h": NoticeState.PLANNED}
    assert await office.deliver() == 0
    await office.plan(notice("booking:17:24h"))
    assert await office.deliver() == 1


async def test_cancelling_may_be_narrowed_to_one_reader_or_to_keys(office: PostOffice) -> None:
    hers, his = notice("session:5:1h:1"), notice("session:5:1h:2", person=CURATOR)
    await office.plan(hers, his, notice("session:5:24h:1"))
    async with office.units.write() as work:
        await work.notices.cancel("session:5", NOW, key_prefix="session:5:1h", person=TEACHER)
    assert await office.states() == {
        "session:5:1h:1": NoticeState.CANCELLED,
        "session:5:1h:2": NoticeState.PLANNED,
        "session:5:24h:1": NoticeState.PLANNED,
    }


async def test_news_survive_a_cancel_of_the_reminders(office: PostOffice) -> None:
    await office.plan(replace(notice("booking:17:moved"), news=True), notice("booking:17:24h"))
    await office.cancel("booking:17")
    assert (await office.states())["booking:17:moved"] is NoticeState.PLANNED


async def test_a_feature_sees_its_rows_and_forgetting_leaves_none(office: PostOffice) -> None:
    planned = replace(notice("booking:17:24h", LATER), payload={"booking": 17}, on_site=True, act_by=LATER)
    await office.plan(planned, notice("booking:17:host", person=CURATOR))
    async with office.units.write() as work:
        rows = await work.notices.of_subject("booking:17")
        assert [row.notice.key for row in rows] == ["booking:17:host", "booking:17:24h"]
        assert rows[1].notice == planned
        assert rows[1].face is Face.NEW
        await work.notices.forget(TEACHER)
    assert list(await office.states()) == ["booking:17:host"]


async def test_a_menu_hash_is_kept_a_chat(office: PostOffice) -> None:
    chat = ChatId(1001)
    async with office.units.write() as work:
        assert await work.menus.hash_of(chat) is None
        await work.menus.keep(chat, "a")
        await work.menus.keep(chat, "b")
        assert await work.menus.hash_of(chat) == "b"
