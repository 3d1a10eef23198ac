"""Append-only file of everything that happened, so that a killed sandbox comes back with its chats."""

import json
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import TypeAlias

from bot.sandbox.json_types import JsonObject

Restore: TypeAlias = Callable[[JsonObject], None]


class Journal:
    """One JSON line `[kind, record]` an event. Without a path nothing is kept.

    Lines are written unbuffered in one call, so SIGKILL loses nothing that was answered; a torn last line (a power
    cut) is cut off when the file is opened again.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: FileIO | None = None
        self._restores: dict[str, Restore] = {}

    def restores(self, kind: str, restore: Restore) -> None:
        """Name who rebuilds the state from records of `kind` when the journal is replayed."""
        self._restores[kind] = restore

    def replay(self) -> None:
        """Feed all the records kept to their owners, oldest first, and open the file for what comes."""
        if self._path is None:
            return
        whole = 0
        if self._path.exists():
            with self._path.open("rb") as lines:
                for line in lines:
                    if not line.endswith(b"\n"):
                        break
                    kind, record = json.loads(line)
                    self._restores[kind](record)
                    whole += len(line)
        self._file = FileIO(self._path, "a")
        self._file.truncate(whole)

    def append(self, kind: str, record: JsonObject) -> None:
        if self._file is not None:
            self._file.write(json.dumps([kind, record], ensure_ascii=False).encode() + b"\n")

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
