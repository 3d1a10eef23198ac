"""What hosts and visitors are told: words of each kind of consultations' notices, read anew as they go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from aiogram.filters.callback_data import CallbackData

from handlers.consultations.calendar_notices import Rows, booking_rows, meeting_rows
from handlers.consultations.callbacks import BookAgain, OpenBooking, OpenMeeting
from handlers.consultations.people import for_whom, under
from handlers.consultations.reader_eyes import ReaderEyes
from handlers.consultations.views import Eyes, host_name, visitor_name, when, where
from handlers.schedule.views import weekly
from handlers.texts import Safe, Texts
from handlers.texts import times as words
from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import BookingCard
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.consultations.model import SessionKey, Sits, SlotId
from shnor_domain.consultations.notices import (
    BOOKED,
    HOST_SESSION_CANCELLED,
    HOST_SLOT_ENDED,
    NEW_LINK,
    PLACE_ENDED,
    POLICIES,
    SESSION_CANCELLED,
    SLOT_APPEARED,
    VISITOR_CANCELLED,
)
from shnor_domain.consultations.telling import NoticeFacts, checks, meeting_of
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.people.model.preferences import Names
from shnor_domain.people.use_cases.settings import ShowSettings
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ConsultationNotices:
    """Views of one installation; `names_in_messages` is its NAMES_IN_MESSAGES."""

    texts: Texts
    clock: Clock
    read: Opens[DeskWork]
    settings: ShowSettings
    names_in_messages: Names = Names.FULL

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        still, render = checks(self.read), self.views()
        return tuple(Kind(policy, still[policy.kind], render[policy.kind]) for policy in POLICIES)

    def views(self) -> Mapping[str, Render]:
        """By kind."""
        return {
            BOOKED: self.booked,
            VISITOR_CANCELLED: self.visitor_cancelled,
            SESSION_CANCELLED: self.session_cancelled,
            HOST_SESSION_CANCELLED: self.host_session_cancelled,
            HOST_SLOT_ENDED: self.host_slot_ended,
            PLACE_ENDED: self.place_ended,
            NEW_LINK: self.new_link,
            SLOT_APPEARED: self.slot_appeared,
        }

    async def booked(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the host, without a sound: who comes, when, with what."""
        card, eyes = await self._facts().booking(row.notice), await self._eyes(reader)
        text = self.texts(
            "notice-booked",
            subject=card.of.subject,
            when=self._when(eyes, card),
            name=visitor_name(eyes, card),
        )
        text = self._with_topic(text, "notice-topic", card)
        return Message(text, self._meeting(card.booking.key), silent=True)

    async def visitor_cancelled(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the host: a seat is free again, shortly before; of the start that she knows."""
        card, eyes = await self._facts().booking(row.notice), await self._eyes(reader)
        known = row.notice.payload.get("known")
        starts = card.booking.key.starts if known is None else datetime.fromisoformat(str(known))
        text = self.texts(
            "notice-visitor-cancelled",
            subject=card.of.subject,
            when=when(eyes, card.of, starts),
            name=visitor_name(eyes, card),
        )
        slot = SlotId(int(row.notice.payload.get("left") or card.booking.key.slot))
        return Message(text, self._meeting(SessionKey(slot, starts)))

    async def session_cancelled(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: it does not take place, and what she can do."""
        card, eyes = await self._facts().ended(row), await self._eyes(reader)
        text = self.texts(
            "notice-session-cancelled",
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            when=self._when(eyes, card),
        )
        text = self._with_topic(under(text, for_whom(eyes, card)), "notice-topic-kept", card)
        if card.booking.behalf.sits is not Sits.SELF:
            return Message(text, await self._to_booking(row, card))
        again = self._button("btn-notice-book-again", BookAgain(subject=card.booking.subject))
        return Message(text, ((again,), *await self._to_booking(row, card)))

    async def host_session_cancelled(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the host: a coordinator called her meeting off, or nobody can lead it; who was booked is told."""
        card, eyes, key = await self._facts().slot(row.notice), await self._eyes(reader), meeting_of(row.notice)
        which = "notice-host-session-busy" if row.notice.payload.get("busy") else "notice-host-session-cancelled"
        text = self.texts(which, subject=card.subject, when=when(eyes, card, key.starts))
        off = await meeting_rows(self.texts, self.read, row.notice.person, key)
        return Message(text, (*self._meeting(key), *off))

    async def host_slot_ended(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the host: a coordinator ended her weekly time; who was booked is told."""
        card, eyes = await self._facts().slot(row.notice), await self._eyes(reader)
        return Message(self.texts("notice-host-slot-ended", subject=card.subject, weekly=weekly(eyes, card)))

    async def place_ended(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: which booking is gone, and why."""
        card, eyes = await self._facts().ended(row), await self._eyes(reader)
        text = self.texts(
            "notice-place-ended",
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            when=self._when(eyes, card),
        )
        return Message(under(text, for_whom(eyes, card)), await self._to_booking(row, card))

    async def new_link(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: where her meeting is now."""
        card, eyes = await self._facts().booking(row.notice), await self._eyes(reader)
        text = self.texts(
            "notice-new-link",
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            when=self._when(eyes, card),
            where=where(eyes, card.of, card.booking.link),
            format=card.of.slot.terms.format.value,
        )
        return Message(under(text, for_whom(eyes, card)), await self._to_booking(row, card))

    async def slot_appeared(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who asked: when it meets, and the way to a seat."""
        card, eyes = await self._facts().slot(row.notice), await self._eyes(reader)
        terms = card.slot.terms
        text = self.texts(
            "notice-slot-appeared",
            subject=card.subject,
            host=host_name(eyes, card),
            when=when(eyes, card, await self._facts().nearest(card.slot, eyes.now)),
            length=words.minutes(self.texts, terms.minutes),
            format=terms.format.value,
        )
        return Message(text, ((self._button("btn-notice-book", BookAgain(subject=terms.subject)),),))

    def _facts(self) -> NoticeFacts:
        return NoticeFacts(self.read)

    async def _eyes(self, reader: Reader) -> Eyes:
        return await ReaderEyes(self.texts, self.clock, self.settings, self.names_in_messages)(reader)

    def _when(self, eyes: Eyes, card: BookingCard) -> str:
        return when(eyes, card.of, card.booking.key.starts)

    def _with_topic(self, text: Safe, key: str, card: BookingCard) -> Safe:
        topic = card.booking.topic
        return text if topic is None else Safe(f"{text}\n{self.texts(key, topic=topic)}")

    async def _to_booking(self, row: StoredNotice, card: BookingCard) -> Rows:
        """The booking, and the file that tells her calendar of the change, where it has the booking."""
        opens = self._button("btn-notice-booking", OpenBooking(booking=card.booking.id))
        return ((opens,), *await booking_rows(self.texts, self.read, row.notice.person, card.booking.id))

    def _meeting(self, key: SessionKey) -> tuple[tuple[Button, ...], ...]:
        return (
            (self._button("btn-notice-meeting", OpenMeeting(slot=key.slot, minute=int(key.starts.timestamp()) // 60)),),
        )

    def _button(self, key: str, data: CallbackData) -> Button:
        return Button(self.texts.button(key), data=data.pack())
