"""The unit of work of events."""

from typing import Protocol

from shnor_domain.notifications.ports import ReaderBook
from shnor_domain.seats.ports import OfferStore, QueueClock
from shnor_domain.seminars.events.ports import LessonTimes
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.seminars.signing.ports import EventQueue, QuotaStore, RoomStore, SignUpStore


class EventWork(RequestWork, Protocol):
    """As of requests, which events answer, with the hours of who leads lessons and with who takes part."""

    @property
    def lesson_times(self) -> LessonTimes: ...

    @property
    def event_signups(self) -> SignUpStore: ...

    @property
    def event_seats(self) -> RoomStore: ...

    @property
    def event_schools(self) -> QuotaStore: ...

    @property
    def event_queue(self) -> EventQueue: ...

    @property
    def event_offers(self) -> OfferStore: ...

    @property
    def event_clock(self) -> QueueClock: ...

    @property
    def readers(self) -> ReaderBook: ...
