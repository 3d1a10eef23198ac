"""The clock of the queues: a job of every second, and what a rehearsal asks of it."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.consultations.model import SessionId
from shnor_domain.consultations.waitlist.freeing import end_offer
from shnor_domain.consultations.waitlist.model import OfferState, Pulse
from shnor_domain.consultations.waitlist.rules import OUTAGE, lost_to_outage
from shnor_domain.consultations.waitlist.turns import Look, QueueWork
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)

BEAT = timedelta(seconds=15)
"""So often, while something is held, it is noted that the bot is there (real time)."""
SILENCE = timedelta(seconds=45)
"""After so long a silence taps may be on their way that came meanwhile."""
PATIENCE = timedelta(seconds=15)
"""So long after a silence no offer lapses: what was tapped in it is fetched first (real time, W5)."""
AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class TendQueues:
    """A job: offers lapse, the next are made, seats for which nobody is left are open to all. Nobody's action.

    Safe to run anywhere, any number of times at once: each meeting is looked at in a unit of its own, under the locks
    of its hosts. One short statement when nothing is due. `offer_window` is T of W1; `real` is the machine's clock, on
    which an outage is measured (ADR 5).
    """

    read: Opens[QueueWork]
    write: Opens[QueueWork]
    clock: Clock
    real: Clock
    offer_window: timedelta

    async def __call__(self) -> int:
        """How many meetings were looked at."""
        now = self.clock.now()
        async with self.read() as work:
            if (first := await work.queue_clock.next_look()) is None:
                return 0
            pulse = await work.queue_clock.pulse()
        pulse = await self._beat(pulse, now)
        if first > now:
            return 0
        async with self.read() as work:
            due = await work.queue_clock.due(now, AT_ONCE)
        patient = pulse.back is not None and self.real.now() - pulse.back < PATIENCE
        return sum([await self._tend(session, now, patient=patient) for session in due])

    async def _beat(self, pulse: Pulse | None, now: datetime) -> Pulse:
        real = self.real.now()
        if pulse is not None and real - pulse.seen < BEAT:
            return pulse
        silent = timedelta(0) if pulse is None else real - pulse.seen
        back = None if pulse is None else pulse.back
        if silent > SILENCE:
            # it is also silent while nothing is held: then nobody has missed anything
            back = real if await self._given_again(silent, now) else None
        pulse = Pulse(real, back)
        async with self.write() as work:
            await work.queue_clock.beat(pulse)
        return pulse

    async def _given_again(self, silent: timedelta, now: datetime) -> bool:
        """True when anything was offered in the silence. Offers that lost more than 150 s to it count as never made:
        the seat is offered anew, by the rules of this hour (W5)."""
        async with self.read() as work:
            touched = await work.queue_clock.with_offers()
        for session in touched if silent > OUTAGE else ():
            # what lost less waits, as after a shorter silence, for the taps that came meanwhile
            await self._tend(session, now, patient=True, silent=silent)
        return bool(touched)

    async def _tend(
        self, session: SessionId, now: datetime, *, patient: bool = False, silent: timedelta | None = None
    ) -> int:
        try:
            async with self.write() as work:
                await self._look(work, session, now, patient=patient, silent=silent)
        except Exception:
            # the others wait for nobody; its look stays due
            logger.exception("the queue of session %s could not be looked at", session)
            return 0
        return 1

    async def _look(
        self, work: QueueWork, session: SessionId, now: datetime, *, patient: bool, silent: timedelta | None
    ) -> None:
        row = await work.sessions.get(session)
        slot = None if row is None else await work.slots.get(row.key.slot)
        if row is None or slot is None:
            return await work.queue_clock.looked(session)
        await work.bookings.lock({row.host, slot.host})
        row = await work.sessions.locked(session) or row
        for offer in await work.seat_offers.of_session(session) if silent is not None else ():
            if silent is not None and offer.state is OfferState.OPEN and lost_to_outage(offer, silent, now):
                await end_offer(work, offer, OfferState.VOID, now)
        await work.queue_clock.looked(session)
        again = await Look(work, slot, row, now, self.offer_window, patient)()
        if again is not None:
            await work.queue_clock.look(session, again)


@dataclass(frozen=True, slots=True)
class NextQueueLook:
    """When a queue has to be looked at next: the steps of a rehearsal (ADR 5)."""

    read: Opens[QueueWork]

    async def __call__(self, after: datetime) -> datetime | None:
        """The first instant strictly after `after`, None when nothing is held."""
        async with self.read() as work:
            return await work.queue_clock.next_look(after)
