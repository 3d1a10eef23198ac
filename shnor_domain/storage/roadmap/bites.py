"""Many ids for one statement: stock SQLite takes 32,766 parameters, PostgreSQL 65,535."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

MOST = 5_000
Each = TypeVar("Each")


def bites(many: Sequence[Each]) -> Iterator[Sequence[Each]]:
    """Pieces of at most `MOST`, in their order; none of nothing."""
    for begin in range(0, len(many), MOST):
        yield many[begin : begin + MOST]
