"""Not one byte of what a person without consent sent, or of what a person has deleted, is left in the file or its log.

These tests are about SQLite's file; a server keeps its own house (docs/operations.md).
"""

import random
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.blanking import blank
from shnor_domain.storage.current import FormWrite
from shnor_domain.storage.engine import Database
from shnor_domain.storage.forms import FormStore, write_forms
from shnor_domain.storage.inbox import Arrived, InboxStore
from shnor_domain.storage.traces import TraceStore

pytestmark = pytest.mark.sqlite_threads

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
CANARY = "CANARY"
TEACHER, CURATOR = 101, 202


class Stopped:
    def now(self) -> datetime:
        return NOW


def sent(update_id: int, times: int = 1, lane: int = TEACHER) -> Arrived:
    return Arrived(update_id, lane, "message:text", f"{CANARY}{update_id} " * times, NOW)


def copies(database: Database) -> int:
    """How often the canary stands in the database file, its log and whatever else lies beside it."""
    file = Path(str(database.engine.url.database))
    return sum(part.read_bytes().count(CANARY.encode()) for part in file.parent.glob(f"{file.name}*"))


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    database = Database(sqlite_url)
    yield database
    await database.close()


async def test_a_text_is_there_until_it_is_done_and_nowhere_after_the_sweep(database: Database) -> None:
    inbox = InboxStore(database)
    await inbox.accept([sent(1, 400)])
    assert copies(database) > 0
    await inbox.done(sent(1), {})
    await blank(database, Stopped())
    assert copies(database) == 0


async def test_a_parked_text_is_nowhere_after_the_sweep(database: Database) -> None:
    inbox = InboxStore(database)
    await inbox.accept([sent(1), sent(2, 400)])
    assert [await inbox.failed(1) for _attempt in range(3)] == [False, False, True]
    await inbox.park(2)
    await blank(database, Stopped())
    assert copies(database) == 0


async def test_a_text_accepted_before_a_kill_is_nowhere_after_the_replay(sqlite_url: str, tmp_path: Path) -> None:
    living = Database(sqlite_url)
    await InboxStore(living).accept([sent(1), sent(2, 400)])
    # what a SIGKILL leaves: the file and the log as they are, nothing closed
    original = Path(str(living.engine.url.database))
    for part in original.parent.glob(f"{original.name}*"):
        if not part.name.endswith("-shm"):
            shutil.copyfile(part, tmp_path / part.name)
    await living.close()

    after = Database(f"sqlite+aiosqlite:///{tmp_path / original.name}")
    assert copies(after) > 0
    inbox = InboxStore(after)
    waiting = await inbox.pending()
    assert [one.update_id for one in waiting] == [1, 2]
    for one in waiting:
        await inbox.done(one, {})
    await blank(after, Stopped())
    assert copies(after) == 0
    await after.close()


async def test_a_storm_leaves_nothing_in_the_gaps_of_pages(database: Database) -> None:
    # bodies that were set to NULL in the rows of the inbox itself left copies in one storm of six
    chance, inbox, waiting, number = random.Random(9), InboxStore(database), list[Arrived](), 0
    for _round in range(15):
        batch = []
        for _one in range(chance.randint(1, 60)):
            number += chance.choice([1, 1, 2])
            batch.append(sent(number, chance.randint(1, 95), chance.randint(1, 9)))
        waiting += await inbox.accept(batch)
        chance.shuffle(waiting)
        left = chance.choice([0, 5, 40])
        while len(waiting) > left:
            await inbox.done(waiting.pop(), {})
    for one in waiting:
        await inbox.done(one, {})
    await blank(database, Stopped())
    assert copies(database) == 0


async def test_those_who_wait_keep_their_words_through_a_sweep(database: Database) -> None:
    inbox = InboxStore(database)
    await inbox.accept([sent(1), sent(2)])
    await inbox.done(sent(1), {})
    await blank(database, Stopped())
    assert await inbox.pending() == [sent(2)]


async def test_a_form_that_is_emptied_leaves_nothing(database: Database) -> None:
    inbox = InboxStore(database)
    await inbox.accept([Arrived(1, TEACHER, "", "{}", NOW), Arrived(2, TEACHER, "", "{}", NOW)])
    await inbox.done(sent(1), {"a": FormWrite(TEACHER, {"data": CANARY * 50})})
    await inbox.done(sent(2), {"a": FormWrite(TEACHER, {"data": None})})
    await blank(database, Stopped())
    assert copies(database) == 0


async def test_a_deletion_leaves_nothing_of_the_forms_in_the_gaps_of_pages(database: Database) -> None:
    # without the VACUUM that `forget` asks for this storm leaves copies: SQLite moves rows between pages
    chance = random.Random(11)
    async with database.write() as connection:
        for _round in range(1500):
            mine = chance.random() < 0.3
            lane, words = (TEACHER, CANARY) if mine else (CURATOR, "slova!")
            key = f"form:42:{lane}:{lane}:aiogd:context:{chance.randint(1, 200)}"
            change = FormWrite(lane, {"data": f"{words} " * chance.randint(1, 120)})
            await write_forms(connection, {key: change})
        await TraceStore(connection).forget(TEACHER)
    await blank(database, Stopped())
    assert copies(database) == 0
    async with database.read() as connection:
        assert (await connection.exec_driver_sql("PRAGMA user_version")).scalar() == 0


async def test_a_deletion_that_was_rolled_back_asks_for_nothing(database: Database) -> None:
    forms = FormStore(database)
    await forms.write("a", FormWrite(TEACHER, {"data": "{}"}))
    with pytest.raises(RuntimeError):
        async with database.write() as connection:
            await TraceStore(connection).forget(TEACHER)
            raise RuntimeError
    async with database.read() as connection:
        assert (await connection.exec_driver_sql("PRAGMA user_version")).scalar() == 0
    assert await forms.read("a") == (None, "{}")
