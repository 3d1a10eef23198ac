"""What notices of queues say, read anew as they go, and whether they are still true (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.waitlist.notices import OFFER, OFFER_GONE, QUEUE_OVER
from shnor_domain.consultations.waitlist.showing import WaitCard, wait_cards
from shnor_domain.errors import NotFound
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.seats.model import Offer, OfferState, WaitState
from shnor_domain.seats.notices import offer_of, waiting_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class QueueFacts:
    """For the words of a notice; raises `NotFound` when what it is about is no more."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def offer(self, notice: Notice) -> tuple[Offer, WaitCard]:
        """The offer in any state, and the place in the queue that it was made for."""
        async with self.read() as work:
            offer = await work.seat_offers.get(offer_of(notice))
            waiting = None if offer is None else await work.queues.get(offer.waiting)
            if offer is None or waiting is None:
                raise NotFound
            return offer, (await wait_cards(work, [waiting], self.clock.now()))[0]

    async def place(self, notice: Notice) -> WaitCard:
        """The place in any state."""
        async with self.read() as work:
            waiting = await work.queues.get(waiting_of(notice))
            if waiting is None:
                raise NotFound
            return (await wait_cards(work, [waiting], self.clock.now()))[0]


@dataclass(frozen=True, slots=True)
class OfferIsOpen:
    """The seat is held for the reader."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once the offer is over, answered or not."""
        async with self.read() as work:
            offer = await work.seat_offers.get(offer_of(row.notice))
        return offer is not None and offer.state is OfferState.OPEN and offer.person == row.notice.person


@dataclass(frozen=True, slots=True)
class StillWaits:
    """The reader stands in the queue of a meeting ahead, and nothing is held for her."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too when another seat was offered meanwhile."""
        async with self.read() as work:
            waiting = await work.queues.get(waiting_of(row.notice))
            if waiting is None or waiting.person != row.notice.person or waiting.state is not WaitState.WAITING:
                return False
            return waiting.key.starts > now and await work.seat_offers.open_to(waiting.session, waiting.person) is None


@dataclass(frozen=True, slots=True)
class QueueIsOver:
    """The reader waited in vain."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False after the meeting would have ended."""
        async with self.read() as work:
            waiting = await work.queues.get(waiting_of(row.notice))
        over = (WaitState.CANCELLED, WaitState.LOST)
        return (
            waiting is not None and waiting.person == row.notice.person and waiting.state in over and waiting.ends > now
        )


def checks(read: Opens[ConsultationWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {OFFER: OfferIsOpen(read), OFFER_GONE: StillWaits(read), QUEUE_OVER: QueueIsOver(read)}
