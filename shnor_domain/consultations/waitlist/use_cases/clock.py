"""The clock of the queues: a job of every second, and what a rehearsal asks of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.consultations.waitlist.turns import QueueWork, enter
from shnor_domain.seats.ports import QueueClock
from shnor_domain.seats.tending import Tending
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TendQueues:
    """A job: offers lapse, the next are made, seats for which nobody is left are open to all. Nobody's action.

    Safe to run anywhere, any number of times at once, as `Tending` is. `offer_window` is T of W1; `real` is the
    machine's clock, on which an outage is measured (ADR 5).
    """

    read: Opens[QueueWork]
    write: Opens[QueueWork]
    clock: Clock
    real: Clock
    offer_window: timedelta

    async def __call__(self) -> int:
        """How many meetings were looked at."""
        return await Tending(self.read, self.write, self.clock, self.real, self.offer_window, _clock_of, enter)()


def _clock_of(work: QueueWork) -> QueueClock:
    return work.queue_clock


@dataclass(frozen=True, slots=True)
class NextQueueLook:
    """When a queue has to be looked at next: the steps of a rehearsal (ADR 5)."""

    read: Opens[QueueWork]

    async def __call__(self, after: datetime) -> datetime | None:
        """The first instant strictly after `after`, None when nothing is held."""
        async with self.read() as work:
            return await work.queue_clock.next_look(after)
