"""What schools, hosts and deciders are told of visits, read anew as it goes (N1–N6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.consultations.reader_eyes import ReaderEyes
from handlers.consultations.views import Eyes, day_word
from handlers.consultations.visits.callbacks import AskAnew, OpenVisit, TellVisit
from handlers.consultations.visits.views import about, appointment_line, at, report_line, wish_lines
from handlers.shell.fitting import fit
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.visits import notices as told
from shnor_domain.consultations.visits.cards import VisitCard, visit_cards
from shnor_domain.consultations.visits.model import VisitState
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.sides import school_side
from shnor_domain.consultations.visits.telling import checks, instant_of, visit_of
from shnor_domain.errors import NotFound
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import DigestKind, Kind
from shnor_domain.notifications.model import Face, Line, Part, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.people.model.days import local_day
from shnor_domain.work import Opens

_SCHOOL = 120


@dataclass(frozen=True, slots=True)
class VisitNotices:
    """Views of one installation."""

    read: Opens[VisitWork]
    reader_eyes: ReaderEyes

    def kinds(self) -> tuple[Kind | DigestKind, ...]:
        """Every policy with its check and its view."""
        still, render = checks(self.read), self.views()
        return tuple(
            DigestKind(policy, still[policy.kind], self.waits)
            if policy.digest
            else Kind(policy, still[policy.kind], render[policy.kind])
            for policy in told.POLICIES
        )

    def views(self) -> Mapping[str, Render]:
        """By kind."""
        return {
            told.ASKED: self.asked,
            told.DECLINED: self.declined,
            told.PLANNED: self.planned,
            told.MOVED: self.moved,
            told.CANCELLED: self.cancelled,
            told.STAYS_OFF: self.stays_off,
            told.DAY_BEFORE: self.ahead,
            told.HOUR_BEFORE: self.ahead,
            told.REPORT_DUE: self.report_due,
            told.REPORTED: self.reported,
        }

    async def asked(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who may decide: what a school asks for; once it waits no more, that it does not."""
        card, eyes = await self._card(row), await self.reader_eyes(reader)
        if face is not Face.NEW:
            return Message(eyes.texts("notice-visit-settled", school=card.school))
        text = Safe("\n".join([eyes.texts("notice-visit-asked", school=card.school), *wish_lines(eyes, card)]))
        return Message(text, self._open(eyes, card))

    async def waits(self, row: StoredNotice, reader: Reader) -> Line:
        """A row of the digest, by the day of asking."""
        card, eyes = await self._card(row), await self.reader_eyes(reader)
        day = local_day(card.visit.since, reader.zone)
        school = fit(card.school, _SCHOOL)
        text = eyes.texts("digest-visit-waits", school=school, about=fit(about(eyes, card), _SCHOOL), day=day)
        label = eyes.texts.button("btn-digest-visit", school=card.school)
        button = Button(label, OpenVisit(visit=card.visit.id).pack())
        name = f"{told.WAITS}:{card.visit.id}"
        return Line(Part.WAITING, text, button, (day, card.visit.id), about=name)

    async def declined(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the school: what has to change."""
        card, eyes = await self._card(row), await self.reader_eyes(reader)
        reason = card.visit.reason or eyes.texts.plain("visit-no-reason")
        text = eyes.texts("notice-visit-declined", school=card.school, about=about(eyes, card), reason=reason)
        return Message(text, self._open(eyes, card))

    async def planned(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To both sides: who comes and when."""
        card, eyes = await self._card(row), await self.reader_eyes(reader)
        return Message(self._hour(eyes, "notice-visit-planned", card), self._open(eyes, card))

    async def moved(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the other side: from when to when; to who had not heard of the first hour, the second alone."""
        card, eyes = await self._card(row), await self.reader_eyes(reader)
        known = instant_of((row.known or row.notice.payload).get("known"))
        if known is None:
            return Message(self._hour(eyes, "notice-visit-planned", card), self._open(eyes, card))
        head = eyes.texts("notice-visit-moved", school=card.school, before=at(eyes, card, known))
        return Message(Safe("\n".join([head, appointment_line(eyes, card)])), self._open(eyes, card))

    async def cancelled(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the other side: of the hour that she knows, who called it off and why."""
        card, eyes = await self._card(row), await self.reader_eyes(reader)
        known = instant_of((row.known or row.notice.payload).get("known"))
        starts = known if known is not None else self._starts(card)
        visit = card.visit
        text = eyes.texts(
            "notice-visit-cancelled",
            school=card.school,
            about=about(eyes, card),
            when=at(eyes, card, starts),
            side="school" if visit.ended_by is None else visit.ended_by.value,
            why="none" if visit.ended_why is None else visit.ended_why.value,
        )
        return Message(text, self._open(eyes, card))

    async def stays_off(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To both sides: the day is back, the visit is not; the school asks for it again from here."""
        card, eyes = await self._card(row), await self.reader_eyes(reader)
        when = at(eyes, card, self._starts(card))
        text = eyes.texts("notice-visit-stays-off", school=card.school, about=about(eyes, card), when=when)
        async with self.read() as work:
            asks = reader.person in await school_side(work, card.visit, eyes.now)
        anew = Button(eyes.texts.button("btn-visit-ask-anew"), AskAnew(visit=card.visit.id).pack())
        return Message(text, (*(((anew,),) if asks else ()), *self._open(eyes, card)))

    async def ahead(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To both sides, 24 h and 1 h before, always with the whole date (N1)."""
        card, eyes = await self._card(row), await self.reader_eyes(reader)
        starts = instant_of(row.notice.payload["starts"])
        assert starts is not None  # every reminder has its start
        if face is not Face.NEW:
            off = card.visit.state is VisitState.CANCELLED
            became = "past" if face is Face.PAST else "cancelled" if off else "moved"
            day = words.date_and_clock(eyes.texts, starts, eyes.zone)
            return Message(eyes.texts("notice-visit-over", school=card.school, became=became, day=day))
        head = eyes.texts(
            "notice-visit-ahead",
            day=day_word(eyes, starts),
            school=card.school,
            about=about(eyes, card),
            whom=card.visit.wish.for_whom.value,
            people=card.visit.wish.people,
        )
        return Message(Safe("\n".join([head, appointment_line(eyes, card)])), self._open(eyes, card))

    async def report_due(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the host, without a sound: how was it; once she has told, that she has."""
        card, eyes = await self._card(row), await self.reader_eyes(reader)
        if face is not Face.NEW:
            return Message(eyes.texts("notice-visit-told", school=card.school))
        text = eyes.texts("notice-visit-report-due", school=card.school, when=at(eyes, card, self._starts(card)))
        data = TellVisit(visit=card.visit.id).pack()
        return Message(text, ((Button(eyes.texts.button("btn-visit-tell"), data=data),),), silent=True)

    async def reported(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the school: what the host has told, and that it waits for her word."""
        card, eyes = await self._card(row), await self.reader_eyes(reader)
        head = eyes.texts("notice-visit-reported", school=card.school, when=at(eyes, card, self._starts(card)))
        lines = [head] if card.visit.report is None else [head, report_line(eyes, card.visit.report)]
        return Message(Safe("\n".join(lines)), self._open(eyes, card))

    def _hour(self, eyes: Eyes, key: str, card: VisitCard) -> Safe:
        lines = [eyes.texts(key, school=card.school), *wish_lines(eyes, card), appointment_line(eyes, card)]
        return Safe("\n".join(lines))

    def _starts(self, card: VisitCard) -> datetime:
        assert card.visit.appointment is not None  # told of what was planned
        return card.visit.appointment.starts

    def _open(self, eyes: Eyes, card: VisitCard) -> tuple[tuple[Button, ...], ...]:
        data = OpenVisit(visit=card.visit.id).pack()
        return ((Button(eyes.texts.button("btn-notice-visit"), data=data),),)

    async def _card(self, row: StoredNotice) -> VisitCard:
        async with self.read() as work:
            visit = await work.visits.get(visit_of(row.notice))
            if visit is None:
                raise NotFound
            [card] = await visit_cards(work, [visit])
        return card
