"""A job goes through many: one that fails holds up nobody, counts nothing and leaves its id in the log."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from shnor_domain.one_by_one import one_by_one


class Units:
    """How each unit ended."""

    def __init__(self) -> None:
        self.ended: list[str] = []

    @asynccontextmanager
    async def open(self) -> AsyncIterator[list[str]]:
        try:
            yield self.ended
        except Exception:
            self.ended.append("rolled back")
            raise
        self.ended.append("committed")


async def two_of_each_but_of_the_second(_work: list[str], one: int) -> int:
    if one == 2:
        raise ValueError("broken")
    return 2


async def test_one_that_fails_holds_up_nobody_and_counts_nothing(caplog: pytest.LogCaptureFixture) -> None:
    units = Units()
    done = await one_by_one(units.open, (1, 2, 3), two_of_each_but_of_the_second, "person %s could not be looked at")
    assert done == 4
    assert units.ended == ["committed", "rolled back", "committed"]
    assert [(each.levelname, each.getMessage()) for each in caplog.records] == [
        ("ERROR", "person 2 could not be looked at")
    ]


async def test_what_could_not_be_committed_is_not_counted(caplog: pytest.LogCaptureFixture) -> None:
    @asynccontextmanager
    async def full_disk() -> AsyncIterator[list[str]]:
        yield []
        raise OSError("no room")

    assert await one_by_one(full_disk, (1,), two_of_each_but_of_the_second, "person %s could not be looked at") == 0
    assert "person 1 could not be looked at" in caplog.text
