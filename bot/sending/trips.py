"""How long a call and its answer are under way, as far as one may rely on it."""

from math import inf

_OWN_CLOCKWORK = 0.002
_SHARE_OF_SPREAD = 0.1
_FEW = 100
_BLOCK = 500


class Trips:
    """Round trips in seconds. `sure` is what every call spends on its way, there and back.

    It is the shortest of the last five hundred to thousand, less what our own clockwork and chance may have added to
    it: way there and way back may each be shorter in another call than in that one, the more so the more trips
    differ. It is wrong only while the way has suddenly become shorter; nothing is relied on before a hundred trips.
    """

    def __init__(self) -> None:
        self._before = self._now = inf
        self._usual = 0.0
        self._count = self._in_block = 0

    def add(self, seconds: float) -> None:
        """One more."""
        self._count += 1
        self._usual += (seconds - self._usual) / min(self._count, _FEW)
        self._now = min(self._now, seconds)
        self._in_block += 1
        if self._in_block == _BLOCK:
            self._before, self._now, self._in_block = self._now, inf, 0

    @property
    def sure(self) -> float:
        """Seconds, 0 when there is nothing to rely on."""
        if self._count < _FEW:
            return 0.0
        shortest = min(self._before, self._now)
        chance = _SHARE_OF_SPREAD * max(0.0, self._usual - shortest)
        return max(0.0, shortest - _OWN_CLOCKWORK - chance)
