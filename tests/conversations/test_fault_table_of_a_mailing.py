"""The fault table in the middle of a mailing: what becomes of the notice that meets a fault, and of a hundred others.

Counted from the transcript of the sandbox: what stands in the chats, whatever the bot believes. The rows that end in
one way meet the mailing together, each with a person of its own.
"""

from datetime import timedelta

import pytest

from shnor_domain.notifications.model import NoticeState
from tests.support.fault_table import NEW_CHAT, ROWS, Row, Way
from tests.support.mailing import mailing

LONG = timedelta(minutes=15)


def rows(way: Way) -> list[Row]:
    return [row for row in ROWS if row.way is way]


async def test_who_cannot_be_reached_is_marked_and_hers_is_held_until_she_comes_back(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with mailing(sqlite_url, rows(Way.COMES_BACK), monkeypatch) as sent:
        assert await sent.others_have_one_each()
        for one in sent.unlucky:
            hers = await sent.row_of(one)
            assert (hers.state, hers.error) == (NoticeState.HELD, "unreachable"), one.row
            assert (await sent.reader(one)).unreachable == one.row.detail, one.row
        assert await sent.goes_on(LONG) == 0
        assert set((await sent.seen()).values()) == {0}
        await sent.all_come_back()
        await sent.goes_on()
        assert set((await sent.seen()).values()) == {1}
        assert await sent.others_have_one_each()


async def test_a_chat_that_moved_gets_hers_at_its_new_id_and_keeps_it(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with mailing(sqlite_url, rows(Way.MOVED), monkeypatch) as sent:
        assert await sent.others_have_one_each()
        (one,) = sent.unlucky
        hers = await sent.row_of(one)
        assert (hers.state, hers.ref) == (NoticeState.SENT, f"{NEW_CHAT}:1")
        assert (await sent.place.said())[NEW_CHAT] == [one.words]
        assert (await sent.reader(one)).chat == NEW_CHAT


async def test_what_telegram_refuses_is_failed_with_its_reason_and_left_to_the_operator(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with mailing(sqlite_url, rows(Way.REQUEUED), monkeypatch) as sent:
        assert await sent.others_have_one_each()
        for one in sent.unlucky:
            hers = await sent.row_of(one)
            assert (hers.state, hers.error) == (NoticeState.FAILED, one.row.detail)
        assert await sent.goes_on(LONG) == 0
        assert set((await sent.seen()).values()) == {0}
        await sent.operator_sends_them_again()
        await sent.goes_on()
        assert set((await sent.seen()).values()) == {1}


async def test_a_passing_fault_puts_hers_off_and_the_next_time_she_has_it(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with mailing(sqlite_url, rows(Way.LATER), monkeypatch) as sent:
        assert await sent.others_have_one_each()
        for one in sent.unlucky:
            hers = await sent.row_of(one)
            assert (hers.state, hers.error) == (NoticeState.PLANNED, "try-later"), one.row
        sent.place.mended()
        assert set((await sent.seen()).values()) == {0}
        assert await sent.goes_on(timedelta(seconds=1)) == 0
        assert await sent.goes_on(LONG) == len(sent.unlucky)
        assert set((await sent.seen()).values()) == {1}


@pytest.mark.parametrize("row", [row for row in rows(Way.LATER) if row.detail], ids=str)
async def test_seconds_that_are_told_are_obeyed_and_jitter_comes_on_top(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, row: Row
) -> None:
    assert isinstance(row.detail, int)
    async with mailing(sqlite_url, [row], monkeypatch) as sent:
        assert await sent.others_have_one_each()
        assert await sent.goes_on(timedelta(seconds=row.detail)) == 0
        assert await sent.goes_on(timedelta(seconds=2)) == 1
        assert set((await sent.seen()).values()) == {1}


async def test_a_short_wait_is_waited_out_in_the_same_tick(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with mailing(sqlite_url, rows(Way.AT_ONCE), monkeypatch) as sent:
        assert await sent.others_have_one_each()
        assert set((await sent.seen()).values()) == {1}
        assert (await sent.row_of(sent.unlucky[0])).state is NoticeState.SENT


async def test_an_unknown_outcome_goes_again_where_twice_is_better_than_never(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with mailing(sqlite_url, rows(Way.BY_KIND), monkeypatch, kind="told") as sent:
        assert await sent.others_have_one_each()
        for one in sent.unlucky:
            hers = await sent.row_of(one)
            assert (hers.state, hers.error) == (NoticeState.PLANNED, "unknown-outcome"), one.row
        assert await sent.seen() == {one.row.name: int(one.row.arrived) for one in sent.unlucky}
        assert await sent.goes_on(LONG) == len(sent.unlucky)
        assert await sent.seen() == {one.row.name: 1 + one.row.arrived for one in sent.unlucky}
        assert {(await sent.row_of(one)).state for one in sent.unlucky} == {NoticeState.SENT}


async def test_an_unknown_outcome_of_another_kind_is_called_unknown_and_left_to_the_operator(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with mailing(sqlite_url, rows(Way.BY_KIND), monkeypatch, kind="once") as sent:
        assert await sent.others_have_one_each()
        for one in sent.unlucky:
            hers = await sent.row_of(one)
            assert (hers.state, hers.error, hers.sent_at) == (NoticeState.UNKNOWN, "unknown-outcome", None), one.row
        assert await sent.goes_on(LONG) == 0
        assert await sent.seen() == {one.row.name: int(one.row.arrived) for one in sent.unlucky}
        await sent.operator_sends_them_again()
        await sent.goes_on()
        assert await sent.seen() == {one.row.name: 1 + one.row.arrived for one in sent.unlucky}


async def test_at_most_five_are_in_flight(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with mailing(sqlite_url, [], monkeypatch) as sent:
        assert await sent.others_have_one_each()
        assert 2 <= sent.place.line.most_at_once <= 5


def test_no_row_of_the_table_is_left_out() -> None:
    assert {row.way for row in ROWS} == set(Way)
    assert len({row.name for row in ROWS}) == len(ROWS)
