"""What the queue tells people, in words (S6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

from handlers.consultations.callbacks import BookAgain
from handlers.consultations.reader_eyes import ReaderEyes
from handlers.consultations.views import Eyes, host_name, when
from handlers.consultations.waitlist.callbacks import LetGo, OpenPlace, StepOut, TakeSeat
from handlers.consultations.waitlist.words import deadline, place_words
from handlers.texts import times as words
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.waitlist.notices import OFFER, OFFER_GONE, POLICIES, QUEUE_OVER
from shnor_domain.consultations.waitlist.showing import WaitCard
from shnor_domain.consultations.waitlist.telling import QueueFacts, checks
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.seats.model import OfferState
from shnor_domain.work import Opens

_GONE_BY = frozenset({OfferState.LAPSED, OfferState.DECLINED})


@dataclass(frozen=True, slots=True)
class QueueNotices:
    """Views of one installation."""

    read: Opens[ConsultationWork]
    reads: ReaderEyes

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        render: Mapping[str, Render] = {OFFER: self.offer, OFFER_GONE: self.offer_gone, QUEUE_OVER: self.queue_over}
        return tuple(Kind(policy, still[policy.kind], render[policy.kind]) for policy in POLICIES)

    async def offer(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """The seat, until when it is held, three buttons; once that is over, how it ended and none of them."""
        eyes = await self.reads(reader)
        offer, card = await self._facts().offer(row.notice)
        starts = card.waiting.key.starts
        if face is not Face.NEW or offer.state is not OfferState.OPEN:
            became = "past" if face is Face.PAST and offer.state is OfferState.OPEN else offer.state.value
            # nobody stands behind her: it was offered to none, and she may still have it
            is_open = card.free and offer.state in _GONE_BY
            if offer.state is OfferState.VOID and not card.place:
                became = OfferState.WITHDRAWN.value
            day = words.date_and_clock(eyes.texts, starts, eyes.zone)
            text = eyes.texts(
                "notice-offer-over",
                became=f"{became}-open" if is_open else became,
                stays="yes" if card.place and offer.state in _GONE_BY else "no",
                subject=card.of.subject,
                day=day,
            )
            return Message(text, ((_place(eyes, card),),) if is_open else ())
        text = eyes.texts(
            "notice-offer",
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            when=when(eyes, card.of, starts),
            until=deadline(eyes, offer.until),
        )
        take = _button(eyes, "btn-queue-take", TakeSeat(offer=offer.id))
        let_go = _button(eyes, "btn-queue-pass", LetGo(offer=offer.id))
        return Message(text, ((take, let_go), (_leave(eyes, card),)))

    async def offer_gone(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Why nothing is held for her any more, and where she stands."""
        eyes, card = await self.reads(reader), await self._facts().place(row.notice)
        text = eyes.texts(
            "notice-offer-gone",
            subject=card.of.subject,
            when=when(eyes, card.of, card.waiting.key.starts),
            place=place_words(eyes, max(1, card.place)),
        )
        return Message(text, ((_place(eyes, card),), (_leave(eyes, card),)))

    async def queue_over(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """For which meeting she waits no more, and why."""
        eyes, card = await self.reads(reader), await self._facts().place(row.notice)
        text = eyes.texts(
            "notice-queue-over",
            why="day" if row.notice.payload.get("day_fell") else card.waiting.state.value,
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            when=when(eyes, card.of, card.waiting.key.starts),
        )
        again = _button(eyes, "btn-notice-book-again", BookAgain(subject=card.waiting.subject))
        return Message(text, ((again,),))

    def _facts(self) -> QueueFacts:
        return QueueFacts(self.read, self.reads.clock)


def _place(eyes: Eyes, card: WaitCard) -> Button:
    return _button(eyes, "btn-queue-place", OpenPlace(waiting=card.waiting.id))


def _leave(eyes: Eyes, card: WaitCard) -> Button:
    return _button(eyes, "btn-queue-leave", StepOut(waiting=card.waiting.id))


def _button(eyes: Eyes, key: str, data: CallbackData) -> Button:
    return Button(eyes.texts.button(key), data=data.pack())
