"""What the queue of an event tells people, in words (S6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

from handlers.consultations.reader_eyes import ReaderEyes
from handlers.seminars.events.views import Look
from handlers.seminars.signing.callbacks import LeaveWait, LetOfferGo, OpenWait, TakeOffer
from handlers.seminars.signing.views import deadline, first_moment, look_of_reader, place_words, wait_line
from handlers.texts import times as words
from shnor_domain.errors import NotFound
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.seats.model import OfferState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing.queue_notices import OFFER, OFFER_GONE, POLICIES, QUEUE_MOVED, QUEUE_OVER
from shnor_domain.seminars.signing.showing import EventWait
from shnor_domain.seminars.signing.telling import SeatFacts, checks, known_start
from shnor_domain.work import Opens

_GONE_BY = frozenset({OfferState.LAPSED, OfferState.DECLINED})


@dataclass(frozen=True, slots=True)
class EventQueueNotices:
    """Views of one installation."""

    read: Opens[EventWork]
    reads: ReaderEyes

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        render: Mapping[str, Render] = {
            OFFER: self.offer,
            OFFER_GONE: self.offer_gone,
            QUEUE_OVER: self.queue_over,
            QUEUE_MOVED: self.moved,
        }
        return tuple(Kind(policy, still[policy.kind], render[policy.kind]) for policy in POLICIES)

    async def offer(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """The seat, until when it is held, three buttons; once that is over, how it ended and none of them."""
        look = look_of_reader(await self.reads(reader))
        offer, wait, host = await self._facts().offer(row)
        title, at = wait.event.terms.title, first_moment(look, wait.event)
        if face is not Face.NEW or offer.state is not OfferState.OPEN or wait.offer is None:
            became = "past" if face is Face.PAST and offer.state is OfferState.OPEN else offer.state.value
            is_open = wait.free and offer.state in _GONE_BY
            day = words.date_and_clock(look.texts, wait.waiting.starts, look.zone)
            text = look.texts(
                "notice-ssign-offer-over",
                became=f"{became}-open" if is_open else became,
                stays=bool(wait.place) and offer.state in _GONE_BY,
                title=title,
                day=day,
            )
            return Message(text, ((_place(look, wait),),) if is_open else ())
        text = look.texts(
            "notice-ssign-offer",
            title=title,
            host=look.texts.plain("sev-host-unnamed") if host is None else look.person(host),
            at=at,
            until=deadline(look, wait),
        )
        take = _button(look, "btn-queue-take", TakeOffer(offer=offer.id))
        let_go = _button(look, "btn-queue-pass", LetOfferGo(offer=offer.id))
        return Message(text, ((take, let_go), (_leave(look, wait),)))

    async def offer_gone(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Why nothing is held for her any more, and where she stands."""
        look, (wait, _lesson) = look_of_reader(await self.reads(reader)), await self._facts().place(row)
        text = look.texts(
            "notice-ssign-offer-gone",
            title=wait.event.terms.title,
            at=first_moment(look, wait.event),
            place=place_words(look, max(1, wait.place)),
        )
        return Message(text, ((_place(look, wait),), (_leave(look, wait),)))

    async def queue_over(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """For what she waits no more, and why."""
        look, (wait, _lesson) = look_of_reader(await self.reads(reader)), await self._facts().place(row)
        text = look.texts(
            "notice-ssign-queue-over",
            why=wait.waiting.state.value,
            title=wait.event.terms.title,
            at=first_moment(look, wait.event),
        )
        return Message(text)

    async def moved(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """From when to when, and that her place stays."""
        look, (wait, lesson) = look_of_reader(await self.reads(reader)), await self._facts().place(row)
        if lesson is None:
            raise NotFound
        text = look.texts(
            "notice-ssign-queue-moved",
            title=wait.event.terms.title,
            was=look.moment(known_start(row), wait.event.zone),
            at=look.moment(lesson.starts, wait.event.zone),
            stands=wait_line(look, wait),
        )
        return Message(text, ((_place(look, wait),), (_leave(look, wait),)))

    def _facts(self) -> SeatFacts:
        return SeatFacts(self.read, self.reads.clock)


def _place(look: Look, wait: EventWait) -> Button:
    return _button(look, "btn-queue-place", OpenWait(waiting=wait.waiting.id))


def _leave(look: Look, wait: EventWait) -> Button:
    return _button(look, "btn-queue-leave", LeaveWait(waiting=wait.waiting.id))


def _button(look: Look, key: str, data: CallbackData) -> Button:
    return Button(look.texts.button(key), data=data.pack())
