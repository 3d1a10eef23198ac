"""Is the clock alive? Asked by /readyz."""

import time


class Heartbeat:
    """Beaten by every pulse that ended well, and by delivery between its rows."""

    def __init__(self) -> None:
        self._last: float | None = None

    def beat(self) -> None:
        """Now."""
        self._last = time.monotonic()

    def silent_for(self) -> float | None:
        """Real seconds since the last beat, None before the first."""
        return None if self._last is None else time.monotonic() - self._last

    async def alive(self, within: float = 60.0) -> bool:
        """True when it beat in the last `within` real seconds."""
        silent = self.silent_for()
        return silent is not None and silent <= within
