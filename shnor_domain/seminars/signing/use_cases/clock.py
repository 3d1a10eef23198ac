"""The clock of events' queues: a job of every second, and what a rehearsal asks of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.seats.ports import QueueClock
from shnor_domain.seats.tending import Tending
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing.house import enter
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TendEventQueues:
    """A job: offers lapse, the next are made, seats for which nobody is left are open to all. Nobody's action.

    Safe to run anywhere, any number of times at once, as `Tending` is. `offer_window` is T of W1; `real` is the
    machine's clock, on which an outage is measured (ADR 5).
    """

    read: Opens[EventWork]
    write: Opens[EventWork]
    clock: Clock
    real: Clock
    offer_window: timedelta

    async def __call__(self) -> int:
        """How many events were looked at."""
        return await Tending(self.read, self.write, self.clock, self.real, self.offer_window, _clock_of, enter)()


def _clock_of(work: EventWork) -> QueueClock:
    return work.event_clock


@dataclass(frozen=True, slots=True)
class NextEventLook:
    """When a queue of an event has to be looked at next: the steps of a rehearsal (ADR 5)."""

    read: Opens[EventWork]

    async def __call__(self, after: datetime) -> datetime | None:
        """The first instant strictly after `after`, None when nothing is held."""
        async with self.read() as work:
            return await work.event_clock.next_look(after)
