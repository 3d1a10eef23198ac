"""Lists of at most eight rows (rule 12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
ROWS = 8


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """`number` counts from 0; `total` rows in all pages."""

    rows: tuple[T, ...]
    number: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // ROWS))


def page_of(rows: Sequence[T], number: int) -> Page[T]:
    """Cut a page; a number beyond the end gives the last one: the list may have grown shorter since the button
    was made."""
    last = max(0, (len(rows) - 1) // ROWS)
    at = min(max(number, 0), last)
    return Page(tuple(rows[at * ROWS : (at + 1) * ROWS]), at, len(rows))
