"""Reminders in words: always the whole date and both clocks, never only «через час» (rule 5, N1, N4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.consultations.after.callbacks import BookSame, HowItWas
from handlers.consultations.callbacks import CancelSeat, MoveSeat, OpenMeeting
from handlers.consultations.on_behalf.callbacks import ConfirmSeat
from handlers.consultations.people import for_whom, under
from handlers.consultations.reader_eyes import ReaderEyes
from handlers.consultations.views import Eyes, day_word, host_name, visitor_name, when, where
from handlers.questions.callbacks import AskInWriting
from handlers.texts import times as words
from shnor_domain.consultations import moving
from shnor_domain.consultations.cards import BookingCard
from shnor_domain.consultations.host_changes import SomethingIsOtherwise
from shnor_domain.consultations.model import BookingState, Format, SessionState
from shnor_domain.consultations.moving import VISITOR_MOVED, known_start
from shnor_domain.consultations.notices import where_of
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.reminders import (
    DAY_BEFORE,
    HOST_DAY_BEFORE,
    HOST_HOUR_BEFORE,
    HOUR_BEFORE,
    POLICIES,
)
from shnor_domain.consultations.reminding import Attended, SessionFacts, checks, starts_of
from shnor_domain.consultations.telling import NoticeFacts
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ReminderNotices:
    """Views of reminders, and of a booking that was moved."""

    read: Opens[ConsultationWork]
    reader_eyes: ReaderEyes

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        still, render = {**checks(self.read), VISITOR_MOVED: SomethingIsOtherwise(self.read)}, self.views()
        policies = (*POLICIES, *moving.POLICIES)
        return tuple(Kind(policy, still[policy.kind], render[policy.kind]) for policy in policies)

    def views(self) -> Mapping[str, Render]:
        """By kind."""
        return {
            DAY_BEFORE: self.day_before,
            HOUR_BEFORE: self.hour_before,
            HOST_DAY_BEFORE: self.host_day_before,
            HOST_HOUR_BEFORE: self.host_hour_before,
            VISITOR_MOVED: self.visitor_moved,
        }

    async def day_before(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: what, when, where, and that a seat can be given back."""
        card, eyes = await NoticeFacts(self.read).booking(row.notice), await self.reader_eyes(reader)
        if face is not Face.NEW:
            return self._over(eyes, row, face, _of_booking(card), card)
        text = eyes.texts(
            "reminder-day",
            day=day_word(eyes, card.booking.key.starts),
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            format=card.of.slot.terms.format.value,
            when=when(eyes, card.of, card.booking.key.starts),
            where=where(eyes, card.of, card.booking.link),
        )
        move = _button(eyes, "btn-reminder-move", MoveSeat(booking=card.booking.id).pack())
        sure = _button(
            eyes, "btn-confirm", ConfirmSeat(booking=card.booking.id).pack(), sits=card.booking.behalf.sits.value
        )
        return Message(under(text, for_whom(eyes, card)), ((sure,), (move, _cancel(eyes, card))))

    async def hour_before(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: in one line, with the way in."""
        card, eyes = await NoticeFacts(self.read).booking(row.notice), await self.reader_eyes(reader)
        if face is not Face.NEW:
            return self._over(eyes, row, face, _of_booking(card), card)
        text = eyes.texts(
            "reminder-hour",
            day=day_word(eyes, card.booking.key.starts),
            when=when(eyes, card.of, card.booking.key.starts),
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            where=where(eyes, card.of, card.booking.link),
        )
        terms = where_of(card.of.slot.terms, card.booking.link)
        enter = terms.link if terms.format is Format.ONLINE else None
        way_in = () if enter is None else ((Button(eyes.texts.button("btn-reminder-enter"), url=enter),),)
        write = _button(eyes, "btn-ask-written", AskInWriting(booking=card.booking.id).pack())
        instead = () if terms.format is Format.ON_SITE else ((write,),)
        return Message(under(text, for_whom(eyes, card)), (*way_in, *instead, (_cancel(eyes, card),)))

    async def host_day_before(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the host: how many come, and with how many questions."""
        return await self._host("reminder-host-day", row, reader, face)

    async def host_hour_before(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """The same in two lines."""
        return await self._host("reminder-host-hour", row, reader, face)

    async def visitor_moved(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the host: from where to where, and who."""
        card, eyes = await NoticeFacts(self.read).booking(row.notice), await self.reader_eyes(reader)
        text = eyes.texts(
            "notice-visitor-moved",
            subject=card.of.subject,
            before=when(eyes, card.of, known_start(row)),
            when=when(eyes, card.of, card.booking.key.starts),
            name=visitor_name(eyes, card),
        )
        key = card.booking.key
        return Message(text, ((_meeting(eyes, key.slot, int(key.starts.timestamp()) // 60),),))

    async def _host(self, key: str, row: StoredNotice, reader: Reader, face: Face) -> Message:
        facts, eyes = await SessionFacts(self.read)(row.notice), await self.reader_eyes(reader)
        starts = facts.session.key.starts
        if face is not Face.NEW:
            return self._over(eyes, row, face, _of_session(facts, row))
        text = eyes.texts(
            key,
            day=day_word(eyes, starts),
            subject=facts.of.subject,
            format=facts.of.slot.terms.format.value,
            when=when(eyes, facts.of, starts),
            people=facts.people,
            questions=facts.questions,
        )
        return Message(text, ((_meeting(eyes, facts.session.key.slot, int(starts.timestamp()) // 60),),))

    def _over(self, eyes: Eyes, row: StoredNotice, face: Face, became: str, card: BookingCard | None = None) -> Message:
        """What a reminder says when it has stopped being one (N4), without a sound. Its buttons go; to a visitor whose
        meeting has begun they are those of afterwards (S6)."""
        starts = starts_of(row.notice)
        text = eyes.texts(
            "reminder-over",
            became="past" if face is Face.PAST else became,
            day=words.date_and_clock(eyes.texts, starts, eyes.zone),
        )
        if face is Face.PAST and card is not None and card.booking.state is BookingState.BOOKED:
            return Message(text, (_afterwards(eyes, card),))
        return Message(text)


def _of_booking(card: BookingCard) -> str:
    return "moved" if card.booking.state is BookingState.BOOKED else "cancelled"


def _of_session(facts: Attended, row: StoredNotice) -> str:
    if facts.session.state is SessionState.CANCELLED:
        return "cancelled"
    # nothing was moved where it stands at that hour still, and another leads it
    return "passed" if facts.session.key.starts == starts_of(row.notice) else "moved"


def _afterwards(eyes: Eyes, card: BookingCard) -> tuple[Button, ...]:
    booking = card.booking.id
    return (
        _button(eyes, "btn-after-mark", HowItWas(booking=booking).pack()),
        _button(eyes, "btn-after-again", BookSame(booking=booking).pack()),
    )


def _cancel(eyes: Eyes, card: BookingCard) -> Button:
    return _button(eyes, "btn-reminder-cancel", CancelSeat(booking=card.booking.id).pack())


def _meeting(eyes: Eyes, slot: int, minute: int) -> Button:
    return _button(eyes, "btn-notice-meeting", OpenMeeting(slot=slot, minute=minute).pack())


def _button(eyes: Eyes, key: str, data: str, **args: str) -> Button:
    return Button(eyes.texts.button(key, **args), data=data)
