"""Tables that come as files and leave as files. Reading is done elsewhere: a file is hostile until it is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shnor_domain.errors import DomainError

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes; also what the Bot API lets a bot download (getFile)."""
MOST_ROWS = 50_000
MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of text cells; row 0 is the first row of the file, rows may differ in length. Text that looks like
    a formula is text."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All sheets of a file in their order; a csv has one with an empty name."""

    sheets: tuple[Sheet, ...]


class BadFile(DomainError):
    """The file cannot be read as a table.

    `reason`: «too-big», «too-many-rows», «too-many-columns», «bomb», «old-xls» (also a file with a password),
    «not-a-table», «damaged», «empty», «too-slow», «busy» (others are being read: try again), «drawing» (other pictures
    are being drawn), «no-columns» (no row has the headings that are needed; `columns` names those that are missing).
    """

    code = "bad-file"

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason=reason, **facts)
        self.reason = reason


class TableReader(Protocol):
    """Reads csv (UTF-8, UTF-16 with a mark, Windows-1251; comma, semicolon or tab) and xlsx."""

    async def read(self, name: str, body: bytes) -> Table:
        """Cells as text; a whole number without «.0», a date as ISO. Raises `BadFile`."""
        ...


class TableWriter(Protocol):
    """Makes xlsx files."""

    async def write(self, sheets: Sequence[Sheet]) -> bytes:
        """The first row of each sheet is its heading. Cells stay text: no formulas, no links. Raises `BadFile`
        («busy»)."""
        ...
