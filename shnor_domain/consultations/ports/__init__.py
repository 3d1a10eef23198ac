"""What consultations need from storage."""

from typing import Protocol

from shnor_domain.consultations.ports.asked import AskedBefore
from shnor_domain.consultations.ports.bookings import BookingStore
from shnor_domain.consultations.ports.directory import Directory, KnownPerson
from shnor_domain.consultations.ports.slots import SessionStore, SlotStore
from shnor_domain.consultations.ports.wishes import DraftStore, RequestStore
from shnor_domain.consultations.waitlist.ports import QueueStore
from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Audit
from shnor_domain.seats.ports import OfferStore, QueueClock
from shnor_domain.work import Work

__all__ = [
    "AskedBefore",
    "BookingStore",
    "ConsultationWork",
    "Directory",
    "DraftStore",
    "KnownPerson",
    "RequestStore",
    "SessionStore",
    "SlotStore",
]


class ConsultationWork(Work, Protocol):
    """A unit of work with all that consultations need."""

    @property
    def slots(self) -> SlotStore:
        """Weekly rules."""
        ...

    @property
    def sessions(self) -> SessionStore:
        """Meetings."""
        ...

    @property
    def bookings(self) -> BookingStore:
        """Seats."""
        ...

    @property
    def queues(self) -> QueueStore:
        """Who waits for a seat."""
        ...

    @property
    def seat_offers(self) -> OfferStore:
        """Seats held for who waits, and offers of them."""
        ...

    @property
    def queue_clock(self) -> QueueClock:
        """When which queue is looked at."""
        ...

    @property
    def drafts(self) -> DraftStore:
        """Drafts of slots."""
        ...

    @property
    def consultation_requests(self) -> RequestStore:
        """Wishes."""
        ...

    @property
    def asked_before(self) -> AskedBefore:
        """What people ask in writing before they meet."""
        ...

    @property
    def directory(self) -> Directory:
        """People and territories, to read."""
        ...

    @property
    def audit(self) -> Audit:
        """The log of what coordinators change."""
        ...

    @property
    def notices(self) -> NoticePlanner:
        """What must be told, in the same transaction."""
        ...
