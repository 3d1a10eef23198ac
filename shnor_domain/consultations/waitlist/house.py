"""Meetings as a hall: what only consultations know of their seats and of who may be asked about one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations.model import Format, Session, Slot, SlotId
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.waitlist import notices
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.errors import DomainError, NotFound
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import Notice
from shnor_domain.seats.hall import Hall
from shnor_domain.seats.model import Offer, OfferId, WaitingId


def hall_of(work: ConsultationWork, *slots: Slot) -> Hall[Session, Waiting]:
    """The seats and queues of meetings in an open unit; `slots` are those that the caller has read already."""
    house = MeetingHouse(work, {slot.id: slot for slot in slots})
    return Hall(work.sessions, work.queues, work.seat_offers, work.queue_clock, work.notices, house)


@dataclass(frozen=True, slots=True)
class MeetingHouse:
    """Port `House`: the host leads from the first seat that is taken or held to the last."""

    work: ConsultationWork
    known: Mapping[SlotId, Slot]

    async def occupy(self, person: PersonId, seating: Session, refusal: type[DomainError]) -> None:
        """The minutes of the meeting."""
        await self.work.bookings.occupy(person, seating, refusal)

    async def emptied(self, seating: Session) -> None:
        """The host is free again too."""
        await self.work.bookings.release(seating.host, seating.id)

    def subject_of(self, offer: OfferId) -> str:
        """As its notices say."""
        return notices.subject_of(offer)

    def subject_of_place(self, waiting: WaitingId) -> str:
        """As its notices say."""
        return notices.subject_of_place(waiting)

    async def offered(self, offer: Offer, waiting: Waiting, now: datetime) -> Notice:
        """The row of an offer."""
        return notices.offered(offer, waiting, now)

    async def offer_gone(self, offer: Offer, waiting: Waiting, now: datetime) -> Notice:
        """In time for who would travel."""
        return notices.offer_gone(offer, waiting, await self._form(waiting), now)

    async def queue_over(self, waiting: Waiting, now: datetime, *, day_fell: bool = False) -> Notice:
        """In time for who would travel."""
        return notices.queue_over(waiting, await self._form(waiting), now, day_fell=day_fell)

    async def _form(self, waiting: Waiting) -> Format:
        slot = self.known.get(waiting.key.slot) or await self.work.slots.get(waiting.key.slot)
        if slot is None:
            raise NotFound
        return slot.terms.format
