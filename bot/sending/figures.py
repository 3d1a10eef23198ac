"""What delivery counts for /metrics: kinds and codes, never ids."""

from collections.abc import Callable
from datetime import datetime

from prometheus_client import Counter, Gauge, Histogram

from bot.sending.turnstile import Rank
from shnor_domain.notifications.model import Backlog, NoticeState

_SENT = Counter("shnor_notices_sent", "Notices delivered", ["kind"])
_ENDED = Counter(
    "shnor_notices_not_sent", "Notices held, missed, cancelled, failed or unknown", ["kind", "state", "reason"]
)
_PUT_OFF = Counter("shnor_notices_put_off", "Attempts that a passing fault has ended", ["kind", "reason"])
_THROTTLES = Counter("shnor_telegram_throttles", "Answers 429")
_THROTTLED = Counter("shnor_telegram_throttled_seconds", "Seconds that Telegram has asked to wait")
_CALLS = Counter("shnor_telegram_calls", "Calls to chats", ["rank"])
_WAITS = Histogram(
    "shnor_telegram_wait_seconds",
    "How long a call has waited for its turn",
    ["rank"],
    buckets=(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
)
_DUE = Gauge("shnor_notices_due", "Notices whose instant has come and that nobody has in hand")
_OLDEST = Gauge("shnor_notices_oldest_due_seconds", "How long the oldest of them has been due")


class DeliveryFigures:
    """Port `Meter` into the registry that /metrics shows, and into the heartbeat of /readyz."""

    def __init__(self, beat: Callable[[], None] = lambda: None) -> None:
        """`beat` is called at each look for due rows: a long mailing is no dead clock."""
        self._beat = beat

    def looked(self) -> None:
        """Alive."""
        self._beat()

    def ended(self, kind: str, state: NoticeState, reason: str) -> None:
        """Count one row."""
        if state is NoticeState.SENT:
            _SENT.labels(kind).inc()
        else:
            _ENDED.labels(kind, state.value, reason).inc()

    def put_off(self, kind: str, reason: str) -> None:
        """Count one attempt."""
        _PUT_OFF.labels(kind, reason).inc()

    def throttled(self, seconds: float) -> None:
        """Count one 429: what `Pace` takes as `on_throttle`."""
        _THROTTLES.inc()
        _THROTTLED.inc(seconds)

    def called(self, rank: Rank, waited: float) -> None:
        """Count one call and its seconds at the gate and in line: what `Pace` takes as `on_call`."""
        _CALLS.labels(rank.name.lower()).inc()
        _WAITS.labels(rank.name.lower()).observe(waited)

    def behind(self, backlog: Backlog, now: datetime) -> None:
        """Set the gauges; `now` is the bot's clock."""
        _DUE.set(backlog.due)
        _OLDEST.set(0 if backlog.oldest is None else (now - backlog.oldest).total_seconds())
