"""Pictures come from the worker process; the bot itself never loads what draws them."""

import asyncio
import subprocess
import sys
from collections.abc import Callable

import pytest

from bot.worker.pictures import WorkerPictures
from bot.worker.pool import WorkerFailed, WorkerPool
from shnor_domain.pictures import Picture
from shnor_domain.tables import BadFile
from tests.support.made_pictures import counts, risk


class Line(WorkerPool):
    """A pool whose jobs end when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.most, self.go = 0, 0, asyncio.Event()
        self.fails = ""

    async def run(self, job: Callable[..., object], *args: object, **kwargs: object) -> bytes:  # type: ignore[override]
        self.inside += 1
        self.most = max(self.most, self.inside)
        await self.go.wait()
        self.inside -= 1
        if self.fails:
            raise WorkerFailed(self.fails)
        return b"drawn"


async def test_the_worker_draws_both_kinds() -> None:
    pool = WorkerPool()
    pictures: list[Picture] = [risk(), counts()]
    bodies = [await WorkerPictures(pool).draw(picture) for picture in pictures]
    await pool.close()
    assert [body[:8] for body in bodies] == [b"\x89PNG\r\n\x1a\n"] * 2


async def test_many_pictures_leave_room_for_files_and_endlessly_many_are_refused() -> None:
    line = Line()
    writer = WorkerPictures(line)
    asked = [asyncio.ensure_future(writer.draw(risk())) for _ in range(60)]  # noqa: TID251
    await asyncio.sleep(0)
    with pytest.raises(BadFile, match="bad-file") as refused:
        await writer.draw(risk())
    assert refused.value.reason == "drawing"
    await asyncio.sleep(0)
    line.go.set()
    assert set(await asyncio.gather(*asked)) == {b"drawn"}
    assert line.most == 3
    assert await writer.draw(risk()) == b"drawn"


async def test_a_queue_that_files_have_filled_is_said_and_a_death_is_a_fault_of_ours() -> None:
    line = Line()
    line.go.set()
    line.fails = "busy"
    with pytest.raises(BadFile):
        await WorkerPictures(line).draw(risk())
    line.fails = "died"
    with pytest.raises(WorkerFailed):
        await WorkerPictures(line).draw(risk())


async def test_who_waits_no_longer_stops_no_drawing() -> None:
    line = Line()
    writer = WorkerPictures(line)
    asked = asyncio.ensure_future(writer.draw(risk()))  # noqa: TID251
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    assert line.inside == 1, "the process goes on loading what draws"
    line.go.set()
    assert await writer.draw(risk()) == b"drawn"
    assert line.inside == 0


def test_the_process_of_the_bot_loads_no_charts() -> None:
    script = "import sys, bot.assembly\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    assert "bot.worker.pictures" in loaded
    assert not {"matplotlib", "numpy", "PIL"} & set(loaded)


def test_the_version_is_that_of_the_drawing_code() -> None:
    pool = WorkerPool()
    assert WorkerPictures(pool).version == WorkerPictures(pool).version
    assert len(WorkerPictures(pool).version) == 64
