"""How long walks by chance are: short in `make check`, which has ten minutes, LONGER_WALKS times as long in `make
long`, for a night."""

import os

LONGER = int(os.environ.get("LONGER_WALKS", "1"))


def steps(count: int) -> int:
    """So many steps in this run."""
    return count * LONGER


def more(short: int, long: int) -> int:
    """`short` in `make check`, `long` in `make long`."""
    return long if LONGER > 1 else short
