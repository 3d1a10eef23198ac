"""The domain's tables, read and written in the worker process."""

from collections.abc import Sequence

from bot.worker.pool import WorkerFailed, WorkerPool
from bot.worker.tables import read_table, write_xlsx
from shnor_domain.tables import LARGEST_FILE, BadFile, Sheet, Table


class WorkerTables:
    """Ports `TableReader` and `TableWriter`."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    async def read(self, name: str, body: bytes) -> Table:
        """A file that kills the worker is a damaged file."""
        if len(body) > LARGEST_FILE:
            raise BadFile("too-big")
        try:
            read = await self._pool.run(read_table, name, body)
        except WorkerFailed as failed:
            raise BadFile("damaged" if failed.reason == "died" else failed.reason) from failed
        if isinstance(read, str):
            raise BadFile(read)
        return read

    async def write(self, sheets: Sequence[Sheet]) -> bytes:
        """Ours: a worker that dies over it is a bug and stays one."""
        try:
            return await self._pool.run(write_xlsx, sheets)
        except WorkerFailed as failed:
            if failed.reason == "busy":
                raise BadFile("busy") from failed
            raise
