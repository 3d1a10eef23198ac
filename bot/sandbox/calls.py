"""The last calls of the bot with their answers, for developers and tests. Never the token."""

from collections import deque

from bot.sandbox.clock import SandboxClock
from bot.sandbox.events import Events
from bot.sandbox.json_types import Json, JsonObject

_KEPT = 500


class Calls:
    def __init__(self, clock: SandboxClock, events: Events) -> None:
        self._clock = clock
        self._events = events
        self._ring: deque[JsonObject] = deque(maxlen=_KEPT)
        self._last = 0

    def add(self, method: str, params: JsonObject, status: int, answer: Json, seconds: float) -> None:
        """Keep a call; `status` is 0 where the connection was cut."""
        self._last += 1
        at = self._clock.now().isoformat(timespec="milliseconds")
        call = {"n": self._last, "at": at, "method": method, "params": params, "status": status, "answer": answer,
                "ms": round(seconds * 1000, 1)}  # fmt: skip
        self._ring.append(call)
        self._events.publish("call", chat_id=params.get("chat_id"), n=self._last, method=method, status=status)

    def after(self, number: int) -> list[JsonObject]:
        """Return the calls with a greater number, oldest first."""
        return [call for call in self._ring if call["n"] > number]
