"""What is told of acts for another: to the visitor who did what, to the host another number."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.consultations.callbacks import BookAgain, CancelSeat, OpenBooking, OpenMeeting
from handlers.consultations.on_behalf.callbacks import ConfirmSeat
from handlers.consultations.people import for_whom, maker, under
from handlers.consultations.reader_eyes import ReaderEyes
from handlers.consultations.views import host_name, visitor_name, when, where
from handlers.consultations.waitlist.callbacks import OpenPlace, StepOut
from handlers.consultations.waitlist.words import place_words
from handlers.texts import Safe
from shnor_domain.consultations.model import Sits
from shnor_domain.consultations.on_behalf.notices import FOR_YOU, HEADS_CHANGED, POLICIES, QUEUED_FOR_YOU, Deed
from shnor_domain.consultations.on_behalf.telling import ForYouFacts, MakerOf, checks, known_heads
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.telling import NoticeFacts
from shnor_domain.consultations.waitlist.telling import QueueFacts
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class OnBehalfNotices:
    """Views of acts for another."""

    read: Opens[ConsultationWork]
    reader_eyes: ReaderEyes

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        still, render = checks(self.read), self.views()
        return tuple(Kind(policy, still[policy.kind], render[policy.kind]) for policy in POLICIES)

    def views(self) -> Mapping[str, Render]:
        """By kind."""
        return {FOR_YOU: self.for_you, HEADS_CHANGED: self.heads_changed, QUEUED_FOR_YOU: self.queued_for_you}

    async def for_you(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: who has booked, confirmed, cancelled or counted anew for her."""
        facts, eyes = await ForYouFacts(self.read)(row), await self.reader_eyes(reader)
        card, booking = facts.card, facts.card.booking
        text = eyes.texts(
            "notice-for-you",
            deed=facts.deed.value,
            maker=maker(eyes, facts.by, facts.role),
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            format=card.of.slot.terms.format.value,
            when=when(eyes, card.of, booking.key.starts),
            heads=booking.heads,
        )
        texts, opens = eyes.texts, OpenBooking(booking=booking.id)
        open_button = Button(texts.button("btn-notice-booking"), data=opens.pack())
        if facts.deed is Deed.CANCELLED:
            again = Button(texts.button("btn-notice-book-again"), data=BookAgain(subject=booking.subject).pack())
            own = for_whom(eyes, card) is None
            return Message(under(text, for_whom(eyes, card)), ((again,), (open_button,)) if own else ((open_button,),))
        cancel = Button(texts.button("btn-reminder-cancel"), data=CancelSeat(booking=booking.id).pack())
        if facts.deed is Deed.BOOKED:
            sure = Button(
                texts.button("btn-confirm", sits=Sits.SELF.value), data=ConfirmSeat(booking=booking.id).pack()
            )
            return Message(under(text, Safe(where(eyes, card.of, booking.link))), ((sure, cancel),))
        goes = Safe(where(eyes, card.of, booking.link)) if facts.deed is Deed.MOVED else None
        return Message(under(text, goes, for_whom(eyes, card)), ((open_button,), (cancel,)), silent=True)

    async def heads_changed(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the host: how many came before, how many now."""
        card, eyes = await NoticeFacts(self.read).booking(row.notice), await self.reader_eyes(reader)
        key = card.booking.key
        text = eyes.texts(
            "notice-heads-changed",
            subject=card.of.subject,
            when=when(eyes, card.of, key.starts),
            name=visitor_name(eyes, card),
            before=known_heads(row),
            heads=card.booking.heads,
        )
        opens = OpenMeeting(slot=key.slot, minute=int(key.starts.timestamp()) // 60)
        return Message(text, ((Button(eyes.texts.button("btn-notice-meeting"), data=opens.pack()),),))

    async def queued_for_you(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who waits: who has put her there, and where she stands."""
        eyes, (by, role) = await self.reader_eyes(reader), await MakerOf(self.read)(row.notice)
        card = await QueueFacts(self.read, self.reader_eyes.clock).place(row.notice)
        text = eyes.texts(
            "notice-queued-for-you",
            maker=maker(eyes, by, role),
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            when=when(eyes, card.of, card.waiting.key.starts),
            place=place_words(eyes, max(1, card.place)),
        )
        place = Button(eyes.texts.button("btn-queue-place"), data=OpenPlace(waiting=card.waiting.id).pack())
        leave = Button(eyes.texts.button("btn-queue-leave"), data=StepOut(waiting=card.waiting.id).pack())
        return Message(text, ((place,), (leave,)))
