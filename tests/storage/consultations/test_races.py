"""Fifty at once: seats equal bookings by the database's own constraints, from one process and from two."""

import json
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack

import pytest
from sqlalchemy import func, select, text

from shnor_domain.consultations.model import SessionKey
from shnor_domain.storage.schema.consultations import SEATS, booking, busy, session
from tests.support.consultations import Republic, methodist, teacher
from tests.support.rush import rush

pytestmark = pytest.mark.sqlite_threads

HOST = methodist(1)
CROWD = [teacher(number) for number in range(2, 52)]


async def counted(land: Republic) -> tuple[int, int, int]:
    """Live bookings, seats counted as taken, people booked."""
    live = booking.c.state == "booked"
    async with land.database.read() as connection:
        bookings = await connection.scalar(select(func.count()).select_from(booking).where(live))
        people = await connection.scalar(select(func.count(booking.c.visitor_id.distinct())).where(live))
        taken = await connection.scalar(select(func.sum(session.c.taken)))
        doubled = await connection.scalar(
            select(func.count()).select_from(
                select(busy.c.person_id).group_by(busy.c.person_id, busy.c.cell).having(func.count() > 1).subquery()
            )
        )
    assert doubled == 0
    return bookings or 0, taken or 0, people or 0


def from_two_processes(url: str, key: SessionKey, same: int = 0) -> Counter[str]:
    """Twenty-five books in each process, all started by one word."""
    starts = str(int(key.starts.timestamp()))
    with ExitStack() as stack:
        processes = [
            stack.enter_context(
                subprocess.Popen(
                    [
                        sys.executable,
                        "-m",
                        "tests.support.rush",
                        url,
                        str(key.slot),
                        starts,
                        str(first),
                        str(last),
                        str(same),
                    ],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for first, last in ((2, 27), (27, 52))
        ]
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        answers: Counter[str] = Counter()
        for process in processes:
            assert process.stdout is not None
            answers.update(json.loads(process.stdout.read()))
    return answers


@pytest.mark.parametrize("capacity", [1, 3])
async def test_fifty_teachers_at_once_get_exactly_the_seats(land: Republic, database_url: str, capacity: int) -> None:
    key = await land.publishes(HOST, capacity=capacity)
    assert await rush(database_url, key, CROWD) == {"booked": capacity, "no-seats-left": 50 - capacity}
    assert await counted(land) == (capacity, capacity, capacity)


@pytest.mark.parametrize("capacity", [1, 3])
async def test_fifty_taps_of_one_book_once_and_never_say_taken(
    land: Republic, database_url: str, capacity: int
) -> None:
    key = await land.publishes(HOST, capacity=capacity)
    assert await rush(database_url, key, [teacher(2)] * 50) == {"booked": 1, "already-booked": 49}
    assert await counted(land) == (1, 1, 1)


@pytest.mark.parametrize("capacity", [1, 3])
async def test_two_processes_on_one_database_keep_the_seats(land: Republic, database_url: str, capacity: int) -> None:
    key = await land.publishes(HOST, capacity=capacity)
    assert from_two_processes(database_url, key) == {"booked": capacity, "no-seats-left": 50 - capacity}
    assert await counted(land) == (capacity, capacity, capacity)


async def test_taps_of_one_through_two_processes_book_once(land: Republic, database_url: str) -> None:
    key = await land.publishes(HOST, capacity=3)
    assert from_two_processes(database_url, key, same=2) == {"booked": 1, "already-booked": 49}
    assert await counted(land) == (1, 1, 1)


async def test_two_slots_of_one_host_at_one_hour_let_one_of_them_be_booked(land: Republic, database_url: str) -> None:
    chemistry = await land.publishes(HOST, capacity=3)
    biology = await land.publishes(HOST, capacity=3, subject="biology")
    halves = [await rush(database_url, key, part) for key, part in ((chemistry, CROWD[:25]), (biology, CROWD[25:]))]
    assert halves == [{"booked": 3, "no-seats-left": 22}, {"no-seats-left": 25}]


async def test_without_the_named_constraint_the_seats_are_overrun(land: Republic, database_url: str) -> None:
    """The other way round: nothing but the constraint keeps the capacity, so the tests above mean something."""
    key = await land.publishes(HOST, capacity=3)
    async with land.database.write() as connection:
        if land.database.is_sqlite:
            # SQLite drops no constraint: the words of the table are changed instead
            await connection.execute(text("PRAGMA writable_schema=ON"))
            await connection.execute(
                text("UPDATE sqlite_master SET sql = replace(sql, :check, 'CHECK (1)') WHERE name = 'session'"),
                {"check": "CHECK (taken >= 0 AND held >= 0 AND taken + held <= capacity)"},
            )
            await connection.execute(text("PRAGMA writable_schema=RESET"))
        else:
            await connection.execute(text(f"ALTER TABLE session DROP CONSTRAINT {SEATS}"))
    answers = await rush(database_url, key, CROWD)
    assert answers == {"booked": 50}
