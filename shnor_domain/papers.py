"""Sheets of paper: what is printed and hung in the staff room (rule 14). Drawn elsewhere, as tables are."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Paper:
    """A title, lines under it, and one table whose heading stands on every page.

    `widths` are shares of the columns; rows are as long as `head`. `foot` stands at the bottom of each page, «{page}»
    and «{pages}» in it are numbers.
    """

    title: str
    lines: tuple[str, ...]
    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Diploma:
    """One sheet across: `head` says whose it is (the institute), `title` what it is, `number` under it; `name` stands
    largest, `lines` below it, `foot` at the bottom."""

    head: str
    title: str
    number: str
    name: str
    lines: tuple[str, ...]
    foot: str


class PaperWriter(Protocol):
    """Makes PDF files."""

    async def write(self, paper: Paper) -> bytes:
        """A4. Raises `BadFile` («busy»)."""
        ...

    async def diploma(self, diploma: Diploma) -> bytes:
        """A4 across, one page, however long its words are. Raises `BadFile` («busy»)."""
        ...
