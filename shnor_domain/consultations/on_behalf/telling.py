"""Whether what is told of acts for another is still true, and what it says, read anew as it goes (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.host_changes import SomethingIsOtherwise
from shnor_domain.consultations.model import BookingState
from shnor_domain.consultations.on_behalf.notices import FOR_YOU, HEADS_CHANGED, QUEUED_FOR_YOU, Deed
from shnor_domain.consultations.ports import ConsultationWork, KnownPerson
from shnor_domain.consultations.telling import booking_of
from shnor_domain.consultations.visitor_news import SomethingIsNew, counts_on_it, known_to_her
from shnor_domain.consultations.waitlist.telling import StillWaits
from shnor_domain.errors import NotFound
from shnor_domain.identity import PersonId, Role
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class DoneForYou:
    """To the visitor: the booking is as the deed has left it, and not as she knew it before."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False for another than its visitor, and for the end of a booking that she does not count on (N6)."""
        deed = deed_of(row.notice)
        async with self.read() as work:
            booking = await work.bookings.get(booking_of(row.notice))
        if booking is None or booking.visitor != row.notice.person or booking.ends <= now:
            return False
        if deed is Deed.CANCELLED:
            return booking.state is BookingState.CANCELLED and counts_on_it(row)
        if deed is Deed.BOOKED:
            return booking.state is BookingState.BOOKED
        return await SomethingIsNew(self.read)(row, now)


@dataclass(frozen=True, slots=True)
class ForYou:
    """A booking with what was done to it, by whom in which role; `by` is None when she has left."""

    card: BookingCard
    deed: Deed
    by: KnownPerson | None
    role: Role


@dataclass(frozen=True, slots=True)
class MakerOf:
    """Who has done what a row tells, for its words."""

    read: Opens[ConsultationWork]

    async def __call__(self, notice: Notice) -> tuple[KnownPerson | None, Role]:
        """None when she has left."""
        by = PersonId(int(notice.payload["by"] or 0))
        async with self.read() as work:
            return (await work.directory.people([by])).get(by), Role(str(notice.payload["role"]))


@dataclass(frozen=True, slots=True)
class ForYouFacts:
    """For the words of a notice."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice) -> ForYou:
        """What was cancelled is as she knows it. Raises `NotFound` when the booking was deleted."""
        notice, deed = row.notice, deed_of(row.notice)
        by = PersonId(int(notice.payload["by"] or 0))
        async with self.read() as work:
            booking = await work.bookings.get(booking_of(notice))
            if booking is None:
                raise NotFound
            shown = known_to_her(row, booking) if deed is Deed.CANCELLED else booking
            card = (await booking_cards(work, [shown]))[0]
            people = await work.directory.people([by])
        return ForYou(card, deed, people.get(by), Role(str(notice.payload["role"])))


def checks(read: Opens[ConsultationWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {FOR_YOU: DoneForYou(read), HEADS_CHANGED: SomethingIsOtherwise(read), QUEUED_FOR_YOU: StillWaits(read)}


def deed_of(notice: Notice) -> Deed:
    """Whose payload is {…, "deed": code}."""
    return Deed(str(notice.payload["deed"]))


def known_heads(row: StoredNotice) -> int:
    """The number that the host knows: the first of the changes that were merged tells it (N6)."""
    return int((row.known or row.notice.payload)["before"] or 0)
