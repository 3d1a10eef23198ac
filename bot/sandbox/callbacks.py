"""Taps on inline buttons: asked once, answered once, within a short window of real time."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.errors import bad_request


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person sees after a tap; `answered` is false when the bot kept silent."""

    answered: bool = False
    text: str = ""
    alert: bool = False
    url: str = ""


class Callbacks:
    """`window` is how many seconds of real time a tap may wait for its answer."""

    def __init__(self, window: float, monotonic: Callable[[], float]) -> None:
        self._window = window
        self._monotonic = monotonic
        self._open: dict[str, tuple[float, asyncio.Future[Answer]]] = {}
        # Real ids are 64-bit and never start anew; a restart must not make an old tap valid again.
        self._last = 0

    def ask(self, seed: int) -> str:
        """Open a tap and return its query id; `seed` is real unix time in milliseconds."""
        self._last = max(self._last + 1, seed << 20)
        query = str(self._last)
        self._open[query] = (self._monotonic(), asyncio.get_running_loop().create_future())
        return query

    async def answer_of(self, query: str) -> Answer:
        """Wait for the bot's answer till the window closes."""
        _, waiting = self._open[query]
        try:
            return await asyncio.wait_for(asyncio.shield(waiting), self._window)
        except TimeoutError:
            return Answer()
        finally:
            self._open.pop(query, None)

    def answer(self, query: str, answer: Answer) -> None:
        """Raises 400 for an unknown, late or second answer."""
        asked, waiting = self._open.get(query, (0.0, None))
        if waiting is None or waiting.done() or self._monotonic() - asked > self._window:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        waiting.set_result(answer)

    def release(self) -> None:
        for _, waiting in self._open.values():
            if not waiting.done():
                waiting.set_result(Answer())
