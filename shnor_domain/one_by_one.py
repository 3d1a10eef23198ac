"""What a job does to each of many: in a unit of its own, so that one that fails cannot hold up the rest."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from shnor_domain.work import Opens

logger = logging.getLogger(__name__)

W = TypeVar("W")
T = TypeVar("T")


async def one_by_one(write: Opens[W], them: Iterable[T], does: Callable[[W, T], Awaitable[int]], failed: str) -> int:
    """The sum of what `does` gives; what fails counts nothing, and is logged with its traceback as `failed` says:
    «visits of person %s could not be looked at». `them` stand in the log as they are: ids, pairs of them, territories;
    nothing with a name or a text in it."""
    done = 0
    for one in them:
        try:
            async with write() as work:
                did = await does(work, one)
            done += did
        except Exception:
            logger.exception(failed, one)
    return done
