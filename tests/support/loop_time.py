"""The time of the running loop, moved by hand: gates and timers are on it."""

import asyncio
from datetime import timedelta

import pytest


def loop_goes_on(patch: pytest.MonkeyPatch, by: timedelta) -> None:
    """From now on it is so much later; timers that are over go off at once."""
    loop = asyncio.get_running_loop()
    before, shift = loop.time, by.total_seconds()
    patch.setattr(loop, "time", lambda: before() + shift)
