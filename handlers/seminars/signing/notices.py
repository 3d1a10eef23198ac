"""What who takes part, and who leads, is told in words: the whole date and both clocks (N1, N4, N7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

from handlers.consultations.reader_eyes import ReaderEyes
from handlers.consultations.views import day_word
from handlers.names import shown
from handlers.seminars.events.views import Look
from handlers.seminars.presence.callbacks import CheckInHere, MarkOneLesson
from handlers.seminars.programme.callbacks import OpenEvent
from handlers.seminars.requests.views import short
from handlers.seminars.signing.callbacks import CancelSeat, OpenSeat
from handlers.seminars.signing.views import first_moment, look_of_reader, number_of, where_line
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.identity import PersonId, Role
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.seminars.events.model import Event, EventState, Lesson, LessonState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing import notices, reminders
from shnor_domain.seminars.signing.model import SignUpState, Sits
from shnor_domain.seminars.signing.notices import Deed
from shnor_domain.seminars.signing.telling import New, SeatFact, SeatFacts, checks, known_start, news_of
from shnor_domain.work import Opens

_MAKERS = {Role.MUNICIPAL_COORDINATOR: "coordinator", Role.REGIONAL_COORDINATOR: "region"}


@dataclass(frozen=True, slots=True)
class SignUpNotices:
    """Views of one installation."""

    read: Opens[EventWork]
    reads: ReaderEyes

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        render: Mapping[str, Render] = {
            reminders.DAY_BEFORE: self.day_before,
            reminders.HOUR_BEFORE: self.hour_before,
            reminders.HOST_DAY_BEFORE: self.host_before,
            reminders.HOST_HOUR_BEFORE: self.host_before,
            notices.MOVED: self.lesson_news,
            notices.OFF: self.lesson_news,
            notices.LINK: self.lesson_news,
            notices.FORM: self.another_form,
            notices.FOR_YOU: self.for_you,
            notices.EVENT_OFF: self.ended,
            notices.SEAT_LOST: self.ended,
            notices.PLACE_ENDED: self.ended,
            notices.KEPT_YOURS: self.kept_yours,
        }
        policies = (*reminders.POLICIES, *notices.POLICIES)
        return tuple(Kind(policy, still[policy.kind], render[policy.kind]) for policy in policies)

    async def day_before(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """What, when, where, and that a seat can be given back."""
        return await self._before("notice-ssign-day", row, reader, face)

    async def hour_before(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """In short, with the way in and «Отметиться»."""
        return await self._before("notice-ssign-hour", row, reader, face)

    async def _before(self, key: str, row: StoredNotice, reader: Reader, face: Face) -> Message:
        eyes, fact = await self.reads(reader), await self._facts().seat(row)
        look, lesson = look_of_reader(eyes), _lesson(fact)
        if face is not Face.NEW:
            return Message(_over(look, row, face, became(fact, lesson, row.notice.person)))
        number, count = number_of(fact.event, lesson)
        text = look.texts(
            key,
            day=day_word(eyes, lesson.starts),
            title=short(fact.event.terms.title),
            number=str(number),
            count=count,
            host=_host(look, fact),
            at=look.moment(lesson.starts, fact.event.zone),
            where=where_line(look, lesson),
            kept=fact.signup.heads if fact.signup.sits is Sits.KEPT else 0,
            school=short(fact.school or ""),
            first=number == 1,
        )
        rows = []
        hour = row.notice.kind == reminders.HOUR_BEFORE
        if hour and lesson.link is not None:
            rows.append((Button(look.texts.button("btn-reminder-enter"), url=lesson.link),))
        if hour and fact.signup.sits is Sits.SELF:
            rows.append((_button(look, "btn-ssign-here", CheckInHere(lesson=lesson.id)),))
        cancel = _button(look, "btn-reminder-cancel", CancelSeat(signup=fact.signup.id))
        return Message(text, (*rows, (_open(look, fact), cancel)))

    async def host_before(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who leads: how many come."""
        eyes, fact = await self.reads(reader), await self._facts().led(row)
        look = look_of_reader(eyes)
        if face is not Face.NEW:
            off = fact.event.state is not EventState.OPEN or fact.lesson.state is LessonState.CANCELLED
            moved = fact.lesson.starts != reminders.starts_of(row.notice)
            return Message(_over(look, row, face, "off" if off else "moved" if moved else "passed"))
        number, count = number_of(fact.event, fact.lesson)
        text = look.texts(
            "notice-ssign-host",
            day=day_word(eyes, fact.lesson.starts),
            title=short(fact.event.terms.title),
            number=str(number),
            count=count,
            at=look.moment(fact.lesson.starts, fact.event.zone),
            where=where_line(look, fact.lesson, leads=True),
            people=fact.people,
        )
        return Message(text, ((_button(look, "btn-ssign-lesson", MarkOneLesson(lesson=fact.lesson.id)),),))

    async def lesson_news(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Another hour, another place, or called off: as it stands now, whichever word was merged into which."""
        look, fact = look_of_reader(await self.reads(reader)), await self._facts().seat(row)
        lesson = _lesson(fact)
        new = news_of(row, lesson) or New.PLACE
        number, count = number_of(fact.event, lesson)
        text = look.texts(
            f"notice-ssign-lesson-{new.value}",
            title=short(fact.event.terms.title),
            number=str(number),
            count=count,
            was=look.moment(known_start(row), fact.event.zone),
            at=look.moment(lesson.starts, fact.event.zone),
            where=where_line(look, lesson),
        )
        cancel = _button(look, "btn-reminder-cancel", CancelSeat(signup=fact.signup.id))
        return Message(text, ((_open(look, fact), cancel) if new is New.MOVED else (_open(look, fact),),))

    async def another_form(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """On the spot now, or at a distance; the next lesson as it stands."""
        look, fact = look_of_reader(await self.reads(reader)), await self._facts().seat(row)
        lessons = fact.event.open_lessons
        lesson = next((each for each in lessons if each.starts > row.notice.due), lessons[-1])
        text = look.texts(
            "notice-ssign-form",
            form=fact.event.terms.form.value,
            title=short(fact.event.terms.title),
            at=look.moment(lesson.starts, fact.event.zone),
            where=where_line(look, lesson),
        )
        cancel = _button(look, "btn-reminder-cancel", CancelSeat(signup=fact.signup.id))
        return Message(text, ((_open(look, fact), cancel),))

    async def for_you(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """By whom, and for what."""
        look, fact = look_of_reader(await self.reads(reader)), await self._facts().seat(row)
        deed = Deed(str(row.notice.payload["deed"]))
        role = _MAKERS.get(Role(str(row.notice.payload["role"])), "lead")
        by = look.texts.plain("consult-maker", role=role)
        if name := "" if fact.by is None else shown(look.texts, fact.by, look.names, ""):
            by = f"{by}, {name}"
        text = look.texts(
            "notice-ssign-for-you",
            deed=deed.value,
            by=by,
            title=fact.event.terms.title,
            host=_host(look, fact),
            at=first_moment(look, fact.event),
            count=len(fact.event.open_lessons),
        )
        if deed is Deed.CANCELLED:
            return Message(text, ((_event(look, fact.event),),))
        cancel = _button(look, "btn-reminder-cancel", CancelSeat(signup=fact.signup.id))
        return Message(text, ((_open(look, fact), cancel),))

    async def ended(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Called off, elsewhere at the new hour, or no place that invites her any longer."""
        look, fact = look_of_reader(await self.reads(reader)), await self._facts().seat(row)
        at = first_moment(look, fact.event) if fact.lesson is None else look.moment(fact.lesson.starts, fact.event.zone)
        text = look.texts(
            "notice-ssign-ended",
            how=row.notice.kind,
            title=fact.event.terms.title,
            host=_host(look, fact),
            at=at,
            kept=fact.signup.heads if fact.signup.sits is Sits.KEPT else 0,
            school=short(fact.school or ""),
        )
        return Message(text, ((_event(look, fact.event),),) if row.notice.kind == notices.SEAT_LOST else ())

    async def kept_yours(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """How many seats she may name people for, and the way to give them back."""
        look, fact = look_of_reader(await self.reads(reader)), await self._facts().seat(row)
        text = look.texts(
            "notice-ssign-kept-yours",
            school=short(fact.school or ""),
            kept=fact.signup.heads,
            title=fact.event.terms.title,
            host=_host(look, fact),
            at=first_moment(look, fact.event),
        )
        return Message(text, ((_open(look, fact),),))

    def _facts(self) -> SeatFacts:
        return SeatFacts(self.read, self.reads.clock)


def _lesson(fact: SeatFact) -> Lesson:
    assert fact.lesson is not None  # rows of one lesson name it, and lessons of what was published stay
    return fact.lesson


def became(fact: SeatFact, lesson: Lesson, reader: PersonId) -> str:
    """Why what `reader` was reminded of holds no more, as `notice-ssign-over` says it."""
    if fact.signup.state is SignUpState.NAMED:
        return "named"
    if fact.signup.state is SignUpState.LIVE and fact.signup.hears != reader:
        return "handed"
    if fact.signup.state is not SignUpState.LIVE and fact.signup.state is not SignUpState.EVENT_OFF:
        return "left"
    off = fact.event.state is not EventState.OPEN or lesson.state is LessonState.CANCELLED
    return "off" if off else "moved"


def _over(look: Look, row: StoredNotice, face: Face, became: str) -> Safe:
    """What a reminder says when it has stopped being one, without a sound (N4)."""
    day = words.date_and_clock(look.texts, reminders.starts_of(row.notice), look.zone)
    return look.texts("notice-ssign-over", became="past" if face is Face.PAST else became, day=day)


def _host(look: Look, fact: SeatFact) -> str:
    if fact.host is None:
        return look.texts.plain("sev-host-unnamed")
    return look.person(fact.host)


def _open(look: Look, fact: SeatFact) -> Button:
    return _button(look, "btn-ssign-open", OpenSeat(signup=fact.signup.id))


def _event(look: Look, event: Event) -> Button:
    return _button(look, "btn-ssign-event", OpenEvent(event=event.id))


def _button(look: Look, key: str, data: CallbackData) -> Button:
    return Button(look.texts.button(key), data=data.pack())
