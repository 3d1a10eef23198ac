"""The inbox as a store: nothing arrives twice, nothing waits for ever, nothing done keeps its words."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Table, func, select

from shnor_domain.storage.applied import AppliedStore
from shnor_domain.storage.current import FormWrite, UpdateInHand, update_in_hand
from shnor_domain.storage.engine import Database
from shnor_domain.storage.forms import FormStore
from shnor_domain.storage.inbox import REPLAYS, Arrived, InboxStore
from shnor_domain.storage.schema.updates import applied, form, inbox, inbox_body
from shnor_domain.storage.traces import TraceStore

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
TEACHER, CURATOR = 101, 202


def arrived(update_id: int, lane: int = TEACHER, received: datetime = NOW) -> Arrived:
    return Arrived(update_id, lane, "message", f'{{"update_id": {update_id}}}', received)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture
def store(database: Database) -> InboxStore:
    return InboxStore(database)


async def count(database: Database, table: Table) -> int:
    async with database.read() as connection:
        return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())


async def test_a_batch_comes_back_once_in_its_order(store: InboxStore) -> None:
    assert await store.accept([arrived(7), arrived(8), arrived(8)]) == [arrived(7), arrived(8)]
    assert await store.accept([arrived(8), arrived(9)]) == [arrived(9)]
    assert await store.accept([]) == []
    assert await store.pending() == [arrived(7), arrived(8), arrived(9)]


async def test_pending_is_read_in_pages(store: InboxStore) -> None:
    await store.accept([arrived(number) for number in range(1, 8)])
    assert [one.update_id for one in await store.pending(limit=3)] == [1, 2, 3]
    assert [one.update_id for one in await store.pending(after=3, limit=3)] == [4, 5, 6]
    assert [one.update_id for one in await store.pending(after=6, limit=3)] == [7]


async def test_what_is_done_is_neither_pending_nor_accepted_again(store: InboxStore, database: Database) -> None:
    await store.accept([arrived(1), arrived(2)])
    await store.done(arrived(1), {})
    assert await store.pending() == [arrived(2)]
    assert await store.accept([arrived(1)]) == []
    async with database.read() as connection:
        assert (await connection.execute(select(inbox_body.c.update_id))).scalars().all() == [2]


async def test_forms_come_with_done_and_an_empty_form_has_no_row(store: InboxStore, database: Database) -> None:
    forms = FormStore(database)
    await store.accept([arrived(1), arrived(2), arrived(3)])
    changes = {"a": FormWrite(TEACHER, {"state": "S:one", "data": "{}"}), "b": FormWrite(TEACHER, {"data": "{1}"})}
    await store.done(arrived(1), changes)
    assert (await forms.read("a"), await forms.read("b")) == (("S:one", "{}"), (None, "{1}"))

    half = {"a": FormWrite(TEACHER, {"data": None}), "b": FormWrite(TEACHER, {"state": None, "data": None})}
    await store.done(arrived(2), half)
    assert (await forms.read("a"), await forms.read("b")) == (("S:one", None), (None, None))
    assert await count(database, form) == 1

    await store.done(arrived(3), {"a": FormWrite(TEACHER, {"state": None}), "c": FormWrite(TEACHER)})
    assert await count(database, form) == 0


async def test_a_form_can_be_written_without_an_update(database: Database) -> None:
    forms = FormStore(database)
    await forms.write("a", FormWrite(TEACHER, {"data": "{2}"}))
    await forms.write("a", FormWrite(TEACHER, {"state": "S:two"}))
    assert await forms.read("a") == ("S:two", "{2}")


async def test_the_third_failure_parks_without_the_body(store: InboxStore, database: Database) -> None:
    await store.accept([arrived(1), arrived(2)])
    assert [await store.failed(1), await store.failed(1)] == [False, False]
    assert await store.pending() == [arrived(1), arrived(2)]
    assert await store.failed(1)
    assert await store.pending() == [arrived(2)]
    assert await store.parked() == [(1, "message")]
    assert await count(database, inbox_body) == 1
    assert await store.accept([arrived(1)]) == []


async def test_an_update_that_crashes_every_start_is_parked_and_its_followers_are_not(store: InboxStore) -> None:
    await store.accept([arrived(1), arrived(2), arrived(3, CURATOR)])
    for _start in range(REPLAYS):
        assert await store.restarted() == []
    await store.done(arrived(3, CURATOR), {})
    assert await store.restarted() == [1]
    assert await store.restarted() == []
    assert await store.pending() == [arrived(2)]


async def test_after_two_days_nothing_is_left_of_what_was_finished(store: InboxStore, database: Database) -> None:
    old = NOW - timedelta(hours=49)
    await store.accept([arrived(1, received=old), arrived(2, received=old), arrived(3)])
    await save_result(database, 1)
    await save_result(database, 3)
    await store.done(arrived(1), {})
    await store.done(arrived(3), {})
    assert await store.purge(NOW - timedelta(hours=48)) == 1
    async with database.read() as connection:
        rows = await connection.execute(select(inbox.c.update_id).order_by(inbox.c.update_id))
        assert rows.scalars().all() == [2, 3]
        assert (await connection.execute(select(applied.c.update_id))).scalars().all() == [3]
    assert await store.pending() == [arrived(2, received=old)]


async def test_who_deletes_herself_leaves_no_row_and_others_stay(store: InboxStore, database: Database) -> None:
    forms = FormStore(database)
    await store.accept([arrived(1), arrived(2, CURATOR), arrived(3)])
    await save_result(database, 1)
    await save_result(database, 2, CURATOR)
    await store.done(arrived(1), {"t": FormWrite(TEACHER, {"data": "{}"})})
    await store.done(arrived(2, CURATOR), {"c": FormWrite(CURATOR, {"data": "{}"})})

    in_hand = UpdateInHand(3, TEACHER, {"t": FormWrite(TEACHER, {"data": "{typed}"})})
    token = update_in_hand.set(in_hand)
    try:
        async with database.write() as connection:
            await TraceStore(connection).forget(TEACHER)
    finally:
        update_in_hand.reset(token)
    assert in_hand.forgotten and not in_hand.forms
    await store.done(arrived(3), {"t": FormWrite(TEACHER, {"data": "{farewell}"})}, forgotten=in_hand.forgotten)

    async with database.read() as connection:
        assert (await connection.execute(select(inbox.c.update_id))).scalars().all() == [2]
        assert (await connection.execute(select(applied.c.update_id))).scalars().all() == [2]
    assert await forms.read("t") == (None, None)
    assert await forms.read("c") == (None, "{}")
    assert await count(database, inbox_body) == 0


async def test_deleting_somebody_else_keeps_the_coordinators_own_form(database: Database) -> None:
    in_hand = UpdateInHand(9, CURATOR, {"c": FormWrite(CURATOR, {"data": "{}"})})
    token = update_in_hand.set(in_hand)
    try:
        async with database.write() as connection:
            await TraceStore(connection).forget(TEACHER)
    finally:
        update_in_hand.reset(token)
    assert not in_hand.forgotten and in_hand.forms


async def test_rewriting_the_bodies_keeps_those_that_wait(store: InboxStore) -> None:
    await store.accept([arrived(1), arrived(2)])
    await store.done(arrived(1), {})
    await store.rewrite_bodies()
    assert await store.pending() == [arrived(2)]


async def save_result(database: Database, update_id: int, lane: int = TEACHER) -> None:
    token = update_in_hand.set(UpdateInHand(update_id, lane))
    try:
        async with database.write() as connection:
            await AppliedStore(connection).save("book:17", "ok")
    finally:
        update_in_hand.reset(token)
