"""Uploaded tables that wait for their confirmation."""

import asyncio
import hashlib
import re
from datetime import datetime
from pathlib import Path

from shnor_domain.identity import PersonId


class ImportFiles:
    """Port `territories.ports.ImportFiles` over a folder inside FILES_DIR.

    The key is the number of who brought it, 0 for the operator, and the hash of the body.
    """

    def __init__(self, files_dir: Path) -> None:
        self.files_dir = files_dir
        self._folder = files_dir / "imports"

    async def keep(self, body: bytes, bringer: PersonId | None) -> str:
        """Write once; the same body again is the same key."""
        key = f"{bringer or 0}-{hashlib.sha256(body).hexdigest()}"
        await asyncio.to_thread(self._write, key, body)
        return key

    async def read(self, key: str) -> bytes | None:
        """None for a forgotten or a forged key."""
        path = self._path(key)
        return None if path is None else await asyncio.to_thread(lambda: path.read_bytes() if path.is_file() else None)

    async def forget(self, key: str) -> None:
        """Remove the body."""
        path = self._path(key)
        if path is not None:
            await asyncio.to_thread(path.unlink, missing_ok=True)

    async def on_person_leaves(self, _work: object, person: PersonId, _now: datetime) -> None:
        """What she has brought and not confirmed goes with her (port `people.ports.Leaves`)."""
        await asyncio.to_thread(self._remove, f"{person}-*")

    async def sweep(self, older_than: float) -> int:
        """Remove bodies written before `older_than` (seconds since 1970, by the disk's clock); tells how many."""
        return await asyncio.to_thread(self._sweep, older_than)

    def _write(self, key: str, body: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = self._folder / f"{key}.part"
        draft.write_bytes(body)
        draft.replace(self._folder / key)

    def _path(self, key: str) -> Path | None:
        return self._folder / key if re.fullmatch(r"\d+-[0-9a-f]{64}", key) else None

    def _remove(self, pattern: str) -> None:
        for path in list(self._folder.glob(pattern)):
            path.unlink(missing_ok=True)

    def _sweep(self, older_than: float) -> int:
        old = [path for path in self._folder.glob("*") if path.stat().st_mtime < older_than]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)
