"""The sandbox's own time: the real clock moved by a shift, so that messages carry the rehearsed dates."""

from datetime import UTC, datetime, timedelta

from bot.sandbox.journal import Journal
from bot.sandbox.json_types import JsonObject
from shnor_domain.clock import Clock


class SandboxClock:
    """`now` is shifted; `real` is not: windows of an answer and lives of updates run on real time (ADR 5)."""

    def __init__(self, real: Clock, journal: Journal) -> None:
        self._real = real
        self._journal = journal
        self._shift = timedelta()
        journal.restores("clock", self._restore)

    def _restore(self, record: JsonObject) -> None:
        self._shift = timedelta(seconds=float(record["shift"]))

    def real(self) -> datetime:
        return self._real.now()

    def now(self) -> datetime:
        return self._real.now() + self._shift

    def stamp(self) -> int:
        """Return unix seconds of the shifted time, as in `Message.date`."""
        return int(self.now().timestamp())

    def set(self, now: datetime) -> None:
        """Shift so that `now` (aware) is the present instant; survives a restart."""
        self._shift = now.astimezone(UTC) - self._real.now()
        self._journal.append("clock", {"shift": self._shift.total_seconds()})
