"""A loop whose time stands still while anything runs and jumps to the next timer when nothing does: minutes in no time.

For code that waits for nothing but its own timers: with sockets or threads time would run away from them.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any

_MICROSECOND = 1e-6


def quickly(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run `work()` to its end."""
    with asyncio.Runner(loop_factory=_QuickLoop) as runner:
        runner.run(work())


class _Jumping(selectors.DefaultSelector):
    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everybody waits for somebody else")
        # rounded up, as systems do: a step that is too small for the clock to tell would be made for ever
        self.passed += timeout + _MICROSECOND if timeout > 0 else 0.0
        ready: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        return ready


class _QuickLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.passed
