"""Photos and files that were sent for items of road maps: bodies in FILES_DIR, beside the database that names them."""

import asyncio
import os
import re
import secrets
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

_KEY = re.compile(r"[0-9a-f]{32}\.[a-z]{3,4}")


class EvidenceFiles:
    """Port `roadmap.ports.EvidenceFiles`. The name is made here, nothing of the sender's stands in it.

    A body is whole under its name or not there at all, also after a power cut: row and file survive alike.
    """

    def __init__(self, files_dir: Path, folder: str = "evidence") -> None:
        """Announcements keep theirs in a folder of their own (`announcements.ports.AnnouncementFiles`)."""
        self._folder = files_dir / folder

    async def keep(self, body: bytes, ending: str) -> str:
        """Written, forced to the disk, then named."""
        key = f"{secrets.token_hex(16)}.{ending}"
        path = self._path(key)
        if path is None:
            raise ValueError("an ending that no key may have")
        await asyncio.to_thread(self._write, path, body)
        return key

    async def read(self, key: str) -> bytes | None:
        """None for a forged key too."""
        path = self._path(key)
        return None if path is None else await asyncio.to_thread(lambda: path.read_bytes() if path.is_file() else None)

    async def erase(self, key: str) -> None:
        """Remove."""
        path = self._path(key)
        if path is not None:
            await asyncio.to_thread(path.unlink, missing_ok=True)

    async def kept_before(self, instant: datetime) -> Sequence[str]:
        """Drafts that a crash left unnamed are removed on the way: no row can ever name them."""
        return await asyncio.to_thread(self._old, instant.timestamp())

    def _write(self, path: Path, body: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_suffix(".part")
        try:
            with open(draft, "xb", opener=_private) as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def _path(self, key: str) -> Path | None:
        return self._folder / key if _KEY.fullmatch(key) else None

    def _old(self, before: float) -> list[str]:
        keys = []
        for path in list(self._folder.glob("*")):
            if path.stat().st_mtime >= before:
                continue
            if path.suffix == ".part":
                path.unlink(missing_ok=True)
            else:
                keys.append(path.name)
        return keys


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
