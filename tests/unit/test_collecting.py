"""Garbage of the start is collected once, and what is left is not looked through again."""

import gc
import weakref

from bot.collecting import settle


class Thing:
    """Something in a circle."""

    def __init__(self) -> None:
        self.itself = self


def test_what_the_start_has_made_is_left_alone_and_later_garbage_still_goes() -> None:
    before = gc.get_threshold()
    # tests begin settled themselves (tests/conftest.py), and go on so
    gc.unfreeze()
    try:
        settle()
        assert gc.get_freeze_count() > 10_000
        gone = weakref.ref(Thing())
        gc.collect()
        assert gone() is None
    finally:
        gc.set_threshold(*before)
