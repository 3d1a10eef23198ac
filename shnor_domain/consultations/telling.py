"""What notices of consultations say, read anew as they go, and whether they are still true (Q3).

No use cases: delivery asks on its own, for the person to whom the row belongs, and for nobody else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations.cards import BookingCard, SlotCard, booking_cards, exceptions_of, slot_card
from shnor_domain.consultations.model import (
    Booking,
    BookingId,
    BookingState,
    SessionKey,
    SessionState,
    Slot,
    SlotId,
    SlotState,
)
from shnor_domain.consultations.notices import (
    BOOKED,
    HOST_SESSION_CANCELLED,
    HOST_SLOT_ENDED,
    NEW_LINK,
    PLACE_ENDED,
    SESSION_CANCELLED,
    SLOT_APPEARED,
    VISITOR_CANCELLED,
)
from shnor_domain.consultations.on_behalf.rights import THROUGH_SCHOOL
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.upcoming import next_meeting, next_start
from shnor_domain.consultations.visitor_news import SomethingIsNew, counts_on_it, known_to_her
from shnor_domain.errors import NotFound
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.people.model.days import local_day
from shnor_domain.territories.model import school_year_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """Cards for the words of a notice."""

    read: Opens[ConsultationWork]

    async def booking(self, notice: Notice) -> BookingCard:
        """The booking that the row is about, in any state; raises `NotFound` when it was deleted."""
        async with self.read() as work:
            booking = await work.bookings.get(booking_of(notice))
            if booking is None:
                raise NotFound
            return (await booking_cards(work, [booking]))[0]

    async def ended(self, row: StoredNotice) -> BookingCard:
        """The same of what does not take place for its visitor, as far as she has heard of it; raises `NotFound`."""
        async with self.read() as work:
            booking = await work.bookings.get(booking_of(row.notice))
            if booking is None:
                raise NotFound
            return (await booking_cards(work, [known_to_her(row, booking)]))[0]

    async def slot(self, notice: Notice) -> SlotCard:
        """The slot that the row is about; raises `NotFound` when it was deleted."""
        async with self.read() as work:
            return await slot_card(work, slot_of(notice))

    async def nearest(self, slot: Slot, now: datetime) -> datetime:
        """Start of the slot's next meeting; of its rule where none is left."""
        async with self.read() as work:
            exceptions = await exceptions_of(work, slot)
        return next_meeting(slot, exceptions, now) or next_start(slot, now)


@dataclass(frozen=True, slots=True)
class BookingIs:
    """A notice about a booking: it is in `state`, ahead, and the reader is its visitor (or its host, `to_host`)."""

    read: Opens[ConsultationWork]
    state: BookingState
    to_host: bool

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too when it was deleted, or passed to another host, and for the end of what its visitor does not count
        on (N6)."""
        return await self.found(row, now) is not None

    async def found(self, row: StoredNotice, now: datetime) -> Booking | None:
        """The booking where it is so, for who asks more of it."""
        if self.state is not BookingState.BOOKED and not self.to_host and not counts_on_it(row):
            return None
        async with self.read() as work:
            booking = await work.bookings.get(booking_of(row.notice))
        if booking is None or booking.state is not self.state or booking.ends <= now:
            return None
        return booking if row.notice.person == (booking.host if self.to_host else booking.visitor) else None


@dataclass(frozen=True, slots=True)
class SeatIsFree:
    """To the host: her visitor will not come, because she or the end of her place took the booking back, or because
    she moved from who stood in to a meeting of the host."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when it was deleted, for another than its host, after the end, and in the morning when she had not
        heard of the booking before either (N6)."""
        if row.notice.payload.get("untold") and row.error == "quiet":
            return False
        async with self.read() as work:
            booking = await work.bookings.get(booking_of(row.notice))
        if booking is None or booking.ends <= now:
            return False
        if "left" in row.notice.payload and booking.host != row.notice.person:
            return True
        gone = booking.state in {BookingState.CANCELLED, BookingState.PLACE_ENDED}
        return gone and booking.host == row.notice.person


@dataclass(frozen=True, slots=True)
class SeatWentWithPlace:
    """To the visitor: her booking ended with her place."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too once another place has given her a seat of the same meeting: it came back to what she knows
        (N6), and where she does not count on the booking."""
        if not counts_on_it(row):
            return False
        async with self.read() as work:
            booking = await work.bookings.get(booking_of(row.notice))
            if booking is None or booking.visitor != row.notice.person or booking.ends <= now:
                return False
            live = await work.bookings.of_visitor(booking.visitor, now)
        return booking.state is BookingState.PLACE_ENDED and all(each.key != booking.key for each in live)


@dataclass(frozen=True, slots=True)
class MeetingIs:
    """To the host of one meeting: it is in this state, ahead, and she leads it."""

    read: Opens[ConsultationWork]
    state: SessionState

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False after the start, and for another than the meeting's host."""
        key = meeting_of(row.notice)
        async with self.read() as work:
            session = (await work.sessions.find([key])).get(key)
        return (
            session is not None
            and session.state is self.state
            and session.host == row.notice.person
            and key.starts > now
        )


@dataclass(frozen=True, slots=True)
class SlotIsEnded:
    """To the host: a coordinator ended her slot."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False for another than the slot's host."""
        async with self.read() as work:
            slot = await work.slots.get(slot_of(row.notice))
        return slot is not None and slot.state is SlotState.CLOSED and slot.host == row.notice.person


@dataclass(frozen=True, slots=True)
class SlotIsWished:
    """To who asked: the slot is published and ahead, she still wishes for its subject, and it invites her school."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once she has booked, withdrew the wish, or the slot ended; of pupils' and parents' meetings always."""
        async with self.read() as work:
            slot = await work.slots.get(slot_of(row.notice))
            if slot is None or slot.state is SlotState.CLOSED or slot.terms.last_day < local_day(now, slot.terms.zone):
                return False
            if slot.terms.audience in THROUGH_SCHOOL:
                return False
            wishes = [
                wish
                for wish in await work.consultation_requests.of_person(row.notice.person)
                if wish.subject == slot.terms.subject and slot.terms.open_to.covers(wish.territory)
            ]
            if not wishes or not slot.terms.project_schools_only:
                return bool(wishes)
            schools = await work.directory.project_schools(school_year_of(local_day(now, slot.terms.zone)))
            return any(wish.territory.school in schools for wish in wishes)


def checks(read: Opens[ConsultationWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {
        BOOKED: BookingIs(read, BookingState.BOOKED, to_host=True),
        VISITOR_CANCELLED: SeatIsFree(read),
        SESSION_CANCELLED: BookingIs(read, BookingState.SESSION_CANCELLED, to_host=False),
        PLACE_ENDED: SeatWentWithPlace(read),
        NEW_LINK: SomethingIsNew(read),
        HOST_SESSION_CANCELLED: MeetingIs(read, SessionState.CANCELLED),
        HOST_SLOT_ENDED: SlotIsEnded(read),
        SLOT_APPEARED: SlotIsWished(read),
    }


def booking_of(notice: Notice) -> BookingId:
    """Whose payload is {"booking": id}."""
    return BookingId(int(notice.payload["booking"] or 0))


def slot_of(notice: Notice) -> SlotId:
    """Whose payload is {"slot": id, …}."""
    return SlotId(int(notice.payload["slot"] or 0))


def meeting_of(notice: Notice) -> SessionKey:
    """Whose payload is {"slot": id, "starts": instant in ISO 8601}."""
    return SessionKey(slot_of(notice), datetime.fromisoformat(str(notice.payload["starts"])))
