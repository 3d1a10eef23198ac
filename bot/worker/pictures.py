"""Drawing of pictures in the worker process. matplotlib is loaded there alone: this module asks for it in the job."""

import asyncio
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from bot.tasks import Tasks
from bot.worker.pool import WorkerFailed, WorkerPool
from shnor_domain.pictures import Picture
from shnor_domain.tables import BadFile

_IN_THE_QUEUE = 3
"""Pictures that stand in the worker's queue at once: files of people find room there too."""
_WAITING = 60
"""Pictures that wait before it; one takes about a tenth of a second."""


class WorkerPictures:
    """Port `PictureWriter`."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool
        self._gate = asyncio.Semaphore(_IN_THE_QUEUE)
        self._waiting = 0
        self._drawing = Tasks()

    @cached_property
    def version(self) -> str:
        """Of the code that draws and of its library: nobody has to remember to raise a number."""
        code = sha256(version("matplotlib").encode())
        for file in sorted((Path(__file__).parent / "charts").glob("*.py")):
            code.update(file.read_bytes())
        return code.hexdigest()

    async def draw(self, picture: Picture) -> bytes:
        """Ours: a worker that dies over it is a bug and stays one. Who waits no longer stops nothing: a process that is
        only loading its library would be killed by each attempt, and be as cold for the next."""
        if self._waiting >= _WAITING:
            raise BadFile("drawing")
        self._waiting += 1
        return await asyncio.shield(self._drawing.start(self._draw(picture), name="drawing"))

    async def _draw(self, picture: Picture) -> bytes:
        try:
            async with self._gate:
                return await self._pool.run(draw_png, picture)
        except WorkerFailed as failed:
            if failed.reason == "busy":
                raise BadFile("drawing") from failed
            raise
        finally:
            self._waiting -= 1


def draw_png(picture: Picture) -> bytes:
    """The first of a process takes longer by about two seconds: the library is loaded then."""
    from bot.worker.charts.drawing import png

    return png(picture)
