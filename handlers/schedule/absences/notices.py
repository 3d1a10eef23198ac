"""What hosts, substitutes, coordinators and visitors are told of absences, moves and called-off days."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData

from handlers.consultations.callbacks import BookAgain, OpenBooking, OpenMeeting
from handlers.consultations.people import for_whom, under
from handlers.consultations.reader_eyes import ReaderEyes
from handlers.consultations.views import Eyes, host_name, when, where
from handlers.consultations.waitlist.callbacks import OpenPlace
from handlers.schedule.absences.callbacks import AnswerButton, DecideButton, KeepButton
from handlers.schedule.absences.views import ask_lines, host_words
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.absences.notices import (
    AGREED,
    ASKED,
    BACK,
    BACK_WITHOUT,
    FELL,
    HOST_ASKED,
    HOST_BACK,
    HOST_FELL,
    MEETING_MOVED,
    MOVED_AWAY,
    OVER,
    POLICIES,
    QUEUE_MOVED,
    REFUSED,
    SUBSTITUTE,
    UNANSWERED,
)
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.sought import leader_is_sought
from shnor_domain.consultations.absences.telling import AskFacts, checks
from shnor_domain.consultations.absences.use_cases.answer import AskCard
from shnor_domain.consultations.cards import BookingCard, SlotCard
from shnor_domain.consultations.model import SessionKey
from shnor_domain.consultations.moving import known_start
from shnor_domain.consultations.telling import NoticeFacts, meeting_of
from shnor_domain.consultations.waitlist.telling import QueueFacts
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.work import Opens

_OF_MEETING = {
    OVER: "notice-substitution-over",
    HOST_FELL: "notice-consultation-host-day-called-off",
    HOST_BACK: "notice-consultation-host-day-back",
}
_OFF = {FELL: "notice-consultation-day-called-off", BACK_WITHOUT: "notice-consultation-day-back-without"}


@dataclass(frozen=True, slots=True)
class AbsenceNotices:
    """Views of one installation."""

    read: Opens[AbsenceWork]
    reader_eyes: ReaderEyes

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        still, render = checks(self.read), self.views()
        return tuple(Kind(policy, still[policy.kind], render[policy.kind]) for policy in POLICIES)

    def views(self) -> Mapping[str, Render]:
        """By kind."""
        return {
            ASKED: self.asked,
            AGREED: self.agreed,
            REFUSED: self.refused,
            UNANSWERED: self.unanswered,
            OVER: self.of_meeting,
            SUBSTITUTE: self.substitute,
            MEETING_MOVED: self.meeting_moved,
            QUEUE_MOVED: self.queue_moved,
            MOVED_AWAY: self.moved_away,
            FELL: self.off,
            BACK: self.back,
            BACK_WITHOUT: self.off,
            HOST_FELL: self.of_meeting,
            HOST_BACK: self.of_meeting,
            HOST_ASKED: self.host_asked,
        }

    async def asked(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who is asked: whose meetings, when; once it is answered or withdrawn, how it ended."""
        card, eyes = await AskFacts(self.read).ask(row.notice), await self.reader_eyes(reader)
        if face is not Face.NEW:
            became = "past" if face is Face.PAST else card.ask.state.value
            return Message(eyes.texts("notice-substitution-answered", subject=card.subject, became=became))
        text = eyes.texts(
            "notice-substitution-asked",
            host=host_words(eyes, card.host),
            subject=card.subject,
            rows=ask_lines(eyes, card),
        )
        if card.own_time:
            text = Safe("\n".join([text, eyes.texts("substitution-own-time")]))
        agree, cannot = (
            _button(eyes, key, AnswerButton(ask=card.ask.id, agrees=agrees))
            for key, agrees in (("btn-substitution-agree", True), ("btn-substitution-cannot", False))
        )
        return Message(text, ((agree, cannot),))

    async def agreed(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the absent host: who leads; the booked are told."""
        return Message(await self._of_ask("notice-substitution-agreed", row, reader), (), silent=True)

    async def refused(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the absent host: another has to be found, or all is called off."""
        eyes, ask = await self.reader_eyes(reader), int(row.notice.payload["substitution"] or 0)
        text = await self._of_ask("notice-substitution-refused", row, reader)
        return Message(text, ((_other(eyes, ask),), (_off(eyes, ask),)))

    async def unanswered(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who stands above: one meeting, and what can be done."""
        card, eyes, key = await AskFacts(self.read).ask(row.notice), await self.reader_eyes(reader), _key(row)
        slot = await NoticeFacts(self.read).slot(row.notice)
        text = eyes.texts(
            "notice-substitution-unanswered",
            subject=slot.subject,
            when=when(eyes, slot, key.starts),
            host=host_words(eyes, card.host),
            substitute=host_words(eyes, card.substitute),
        )
        return Message(
            text,
            (
                (_other(eyes, card.ask.id),),
                (
                    _button(eyes, "btn-absence-off", _keep(key, keep=False)),
                    _button(eyes, "btn-absence-leave", _keep(key, keep=True)),
                ),
            ),
        )

    async def of_meeting(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who leads, or was to lead, one meeting: what became of it."""
        slot, eyes, key = await NoticeFacts(self.read).slot(row.notice), await self.reader_eyes(reader), _key(row)
        text = eyes.texts(_OF_MEETING[row.notice.kind], subject=slot.subject, when=when(eyes, slot, key.starts))
        if row.notice.kind == OVER:
            return Message(text)
        return Message(text, ((_button(eyes, "btn-notice-meeting", _meeting(key)),),))

    async def host_asked(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the host, and to who stands in: does it take place?"""
        slot, eyes, key = await NoticeFacts(self.read).slot(row.notice), await self.reader_eyes(reader), _key(row)
        args = {"subject": slot.subject, "when": when(eyes, slot, key.starts)}
        if face is not Face.NEW:
            return Message(eyes.texts("notice-day-asked-over", **args))
        hers = row.notice.person == slot.slot.host
        buttons = (
            _button(eyes, "btn-day-stays", _keep(key, keep=True)),
            # to call it off is the host's: who stands in gives it back
            _button(eyes, "btn-day-off" if hers else "btn-cannot-lead", _keep(key, keep=False)),
        )
        return Message(
            eyes.texts(
                "notice-consultation-host-day-asked",
                day=words.day(eyes.texts, _day(slot, key), this_year=eyes.now.year),
                format=slot.slot.terms.format.value,
                **args,
            ),
            (buttons,),
        )

    async def substitute(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: who leads it, or that this is open again; all else stays."""
        card, eyes = await self._booking(row, reader)
        async with self.read() as work:
            sought = await leader_is_sought(work, card.booking)
        text = eyes.texts(
            "notice-consultation-leader-sought" if sought else "notice-consultation-substitute",
            **_args(eyes, card),
            where=where(eyes, card.of, card.booking.link),
        )
        return Message(under(text, for_whom(eyes, card)), ((_open(eyes, card),),))

    async def meeting_moved(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: from when to when; all else stays."""
        card, eyes = await self._booking(row, reader)
        text = eyes.texts(
            "notice-consultation-meeting-moved",
            **_args(eyes, card),
            before=when(eyes, card.of, known_start(row)),
            where=where(eyes, card.of, card.booking.link),
        )
        return Message(under(text, for_whom(eyes, card)), ((_open(eyes, card),),))

    async def queue_moved(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who waits: her place goes along; why she could not accept a seat there, where she could not (W4)."""
        place = await QueueFacts(self.read, self.reader_eyes.clock).place(row.notice)
        (waiting, slot), eyes = await AskFacts(self.read).waiting(row.notice), await self.reader_eyes(reader)
        text = eyes.texts(
            "notice-consultation-queue-moved",
            subject=slot.subject,
            host=host_name(eyes, slot),
            when=when(eyes, slot, waiting.key.starts),
            before=when(eyes, slot, known_start(row)),
            why=place.hindered or "none",
        )
        return Message(text, ((_button(eyes, "btn-queue-place", OpenPlace(waiting=waiting.id)),),))

    async def moved_away(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: it went where she is elsewhere, so her booking has ended."""
        card, eyes = await self._booking(row, reader)
        text = eyes.texts(
            "notice-consultation-moved-away", **_args(eyes, card), before=when(eyes, card.of, known_start(row))
        )
        return Message(under(text, for_whom(eyes, card)), _again(eyes, card))

    async def off(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: it falls with the day; or it is on again, without her."""
        card, eyes = await NoticeFacts(self.read).ended(row), await self.reader_eyes(reader)
        text = eyes.texts(
            _OFF[row.notice.kind],
            **_args(eyes, card),
            another="yes" if row.notice.payload.get("another") else "no",
        )
        return Message(under(text, for_whom(eyes, card)), _again(eyes, card))

    async def back(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the visitor: it takes place after all."""
        card, eyes = await self._booking(row, reader)
        text = eyes.texts(
            "notice-consultation-day-back", **_args(eyes, card), where=where(eyes, card.of, card.booking.link)
        )
        return Message(under(text, for_whom(eyes, card)), ((_open(eyes, card),),))

    async def _booking(self, row: StoredNotice, reader: Reader) -> tuple[BookingCard, Eyes]:
        return await NoticeFacts(self.read).booking(row.notice), await self.reader_eyes(reader)

    async def _of_ask(self, key: str, row: StoredNotice, reader: Reader) -> Safe:
        card, eyes = await AskFacts(self.read).ask(row.notice), await self.reader_eyes(reader)
        return eyes.texts(
            key,
            substitute=host_words(eyes, card.substitute),
            host=host_words(eyes, card.host),
            own="yes" if row.notice.person == card.ask.host else "no",
            subject=card.subject,
            rows=ask_lines(eyes, _left(card) if row.notice.kind == REFUSED else card),
            agreed="yes" if row.notice.payload.get("agreed") else "no",
        )


def _args(eyes: Eyes, card: BookingCard) -> dict[str, str]:
    return {
        "subject": card.of.subject,
        "host": host_name(eyes, card.of),
        "when": when(eyes, card.of, card.booking.key.starts),
    }


def _left(card: AskCard) -> AskCard:
    """What he may have agreed to lead beyond it is not gone."""
    return replace(card, left=tuple(row for row in card.left if row.host == card.ask.host))


def _key(row: StoredNotice) -> SessionKey:
    return meeting_of(row.notice)


def _day(slot: SlotCard, key: SessionKey) -> date:
    return key.starts.astimezone(ZoneInfo(slot.slot.terms.zone)).date()


def _keep(key: SessionKey, *, keep: bool) -> KeepButton:
    return KeepButton(slot=key.slot, minute=int(key.starts.timestamp()) // 60, keep=keep)


def _meeting(key: SessionKey) -> OpenMeeting:
    return OpenMeeting(slot=key.slot, minute=int(key.starts.timestamp()) // 60)


def _other(eyes: Eyes, ask: int) -> Button:
    return _button(eyes, "btn-absence-other", DecideButton(ask=ask, off=False))


def _off(eyes: Eyes, ask: int) -> Button:
    return _button(eyes, "btn-absence-off-all", DecideButton(ask=ask, off=True))


def _open(eyes: Eyes, card: BookingCard) -> Button:
    return _button(eyes, "btn-notice-booking", OpenBooking(booking=card.booking.id))


def _again(eyes: Eyes, card: BookingCard) -> tuple[tuple[Button, ...], ...]:
    again = _button(eyes, "btn-notice-book-again", BookAgain(subject=card.booking.subject))
    return ((again,), (_open(eyes, card),))


def _button(eyes: Eyes, key: str, data: CallbackData) -> Button:
    return Button(eyes.texts.button(key), data=data.pack())
