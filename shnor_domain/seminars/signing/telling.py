"""Whether what was planned for who takes part is still true, and what it is about, read anew as it goes (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.seats.model import Offer, OfferState, WaitingId, WaitState
from shnor_domain.seats.notices import offer_of, waiting_of
from shnor_domain.seminars.events.cards import host_name
from shnor_domain.seminars.events.model import Event, EventState, Lesson, LessonState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing import notices, queue_notices, reminders
from shnor_domain.seminars.signing.model import SignUp, SignUpState, Sits
from shnor_domain.seminars.signing.notices import Deed
from shnor_domain.seminars.signing.showing import EventWait, wait_of
from shnor_domain.seminars.signing.sitting import begun
from shnor_domain.work import Opens


class New(Enum):
    """What of a lesson is news to the reader."""

    OFF = "off"
    MOVED = "moved"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class SeatFact:
    """What a row is about, in any state; `lesson` where it is of one, `school` the name of whose seats are kept, `by`
    the name of who has acted for her."""

    signup: SignUp
    event: Event
    host: str | None
    lesson: Lesson | None
    school: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class HostFact:
    """A lesson for who leads it: how many people are signed up."""

    event: Event
    lesson: Lesson
    people: int


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """For the words of notices; raises `NotFound` when what a row is about is no more."""

    read: Opens[EventWork]
    clock: Clock

    async def seat(self, row: StoredNotice) -> SeatFact:
        """Of a row whose payload has {"signup": id}."""
        async with self.read() as work:
            signup = await work.event_signups.get(reminders.signup_of(row.notice))
            event = None if signup is None else await work.seminar_events.get(signup.event)
            if signup is None or event is None:
                raise NotFound
            lesson = _lesson_in(event, row) if row.notice.payload.get("lesson") else None
            school = None
            if signup.sits is Sits.KEPT and signup.school is not None:
                known = await work.seminar_directory.schools([signup.school])
                school = known[signup.school].name if signup.school in known else ""
            by = row.notice.payload.get("by")
            acted = None if by is None else next(iter((await work.people.many([_person(by)])).values()), None)
            return SeatFact(
                signup, event, await host_name(work, event), lesson, school, None if acted is None else acted.name
            )

    async def led(self, row: StoredNotice) -> HostFact:
        """Of a row whose payload has {"lesson": id}."""
        async with self.read() as work:
            event = await work.seminar_events.of_lesson(reminders.lesson_of(row.notice))
            lesson = None if event is None else _lesson_in(event, row)
            if event is None or lesson is None:
                raise NotFound
            seats = await work.event_signups.of_event(event.id, SignUpState.LIVE)
            return HostFact(event, lesson, sum(each.heads for each in seats))

    async def offer(self, row: StoredNotice) -> tuple[Offer, EventWait, str | None]:
        """The offer in any state, the place for which it was made, and how the host is called."""
        async with self.read() as work:
            offer = await work.event_offers.get(offer_of(row.notice))
            if offer is None:
                raise NotFound
            wait = await _wait(work, offer.waiting, self.clock.now())
            return offer, wait, await host_name(work, wait.event)

    async def place(self, row: StoredNotice) -> tuple[EventWait, Lesson | None]:
        """The place in any state, and the lesson that the row is about, if any."""
        async with self.read() as work:
            wait = await _wait(work, waiting_of(row.notice), self.clock.now())
            return wait, _lesson_in(wait.event, row)


async def _wait(work: EventWork, waiting_id: WaitingId, now: datetime) -> EventWait:
    waiting = await work.event_queue.get(waiting_id)
    event = None if waiting is None else await work.seminar_events.get(waiting.session)
    if waiting is None or event is None:
        raise NotFound
    return await wait_of(work, waiting, event, now)


@dataclass(frozen=True, slots=True)
class LessonAhead:
    """A reminder: she has the seat, and the lesson begins at this very minute."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too for who does not keep the seats any more."""
        async with self.read() as work:
            signup, event, lesson = await _of(work, row)
        return (
            signup is not None
            and event is not None
            and lesson is not None
            and _lives(signup, event, row)
            and (lesson.state is LessonState.OPEN and lesson.starts == reminders.starts_of(row.notice))
        )


@dataclass(frozen=True, slots=True)
class LeadsIt:
    """A host's reminder: she leads it, it begins at this minute, and somebody is signed up."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False for another than its host."""
        async with self.read() as work:
            event = await work.seminar_events.of_lesson(reminders.lesson_of(row.notice))
            if event is None or event.state is not EventState.OPEN or event.terms.host != row.notice.person:
                return False
            lesson = _lesson_in(event, row)
            # seats of who has left a series stay taken, and nobody sits there (N1)
            seats = await work.event_signups.of_event(event.id, SignUpState.LIVE)
        if lesson is None or not seats:
            return False
        return lesson.state is LessonState.OPEN and lesson.starts == reminders.starts_of(row.notice)


@dataclass(frozen=True, slots=True)
class LessonNews:
    """Of a lesson in which she sits something is otherwise than she knows."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False where it came back to what she knows, is over, or the seat is not hers any more."""
        async with self.read() as work:
            signup, event, lesson = await _of(work, row)
        if signup is None or event is None or lesson is None or not _lives(signup, event, row) or lesson.ends <= now:
            return False
        return news_of(row, lesson) is not None


@dataclass(frozen=True, slots=True)
class FormNews:
    """People meet in another way than she knows."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False where it came back, is over, or the seat is not hers any more."""
        async with self.read() as work:
            signup, event, _lesson = await _of(work, row)
        if signup is None or event is None or not _lives(signup, event, row) or event.over(now):
            return False
        return event.terms.form.value != (row.known or row.notice.payload)["form"]


@dataclass(frozen=True, slots=True)
class SeatEnded:
    """It ended as the row says, and what it was of is not over."""

    read: Opens[EventWork]
    how: SignUpState

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once she has signed up anew."""
        async with self.read() as work:
            signup, event, _lesson = await _of(work, row)
            if signup is None or event is None or signup.state is not self.how or event.over(now):
                return False
            return signup.person is None or await work.event_signups.live(signup.event, signup.person) is None


@dataclass(frozen=True, slots=True)
class KeepsThem:
    """The seats of a school are the reader's to name."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once all are taken or given back, another lead has them, or it has begun."""
        async with self.read() as work:
            signup, event, _lesson = await _of(work, row)
        return signup is not None and event is not None and _lives(signup, event, row) and not begun(event, now)


@dataclass(frozen=True, slots=True)
class DoneForHer:
    """Somebody has signed her up, or given her seat back, and so it stands."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when it was undone meanwhile, when she has a seat again, or it is over."""
        async with self.read() as work:
            signup, event, _lesson = await _of(work, row)
            if signup is None or event is None or event.state is not EventState.OPEN or event.over(now):
                return False
            if signup.person != row.notice.person:
                return False
            if Deed(str(row.notice.payload["deed"])) is Deed.SIGNED_UP:
                return signup.state is SignUpState.LIVE
            return await work.event_signups.live(event.id, row.notice.person) is None


@dataclass(frozen=True, slots=True)
class OfferIsOpen:
    """The seat is held for the reader."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once the offer is over, answered or not."""
        async with self.read() as work:
            offer = await work.event_offers.get(offer_of(row.notice))
        return offer is not None and offer.state is OfferState.OPEN and offer.person == row.notice.person


@dataclass(frozen=True, slots=True)
class Waits:
    """The reader's place in a queue is in one of these states, and what it is for is not over."""

    read: Opens[EventWork]
    states: frozenset[WaitState]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False too for who waits while another seat is offered to her."""
        async with self.read() as work:
            waiting = await work.event_queue.get(waiting_of(row.notice))
            if waiting is None or waiting.person != row.notice.person or waiting.state not in self.states:
                return False
            if waiting.state is not WaitState.WAITING:
                return waiting.ends > now
            return waiting.starts > now and await work.event_offers.open_to(waiting.session, waiting.person) is None


@dataclass(frozen=True, slots=True)
class WaitsForMoved:
    """The reader waits, nothing is held for her, and a lesson is at another hour than she knows."""

    read: Opens[EventWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False where it came back, or is called off."""
        if not await Waits(self.read, frozenset({WaitState.WAITING}))(row, now):
            return False
        async with self.read() as work:
            event = await work.seminar_events.of_lesson(reminders.lesson_of(row.notice))
        lesson = None if event is None else _lesson_in(event, row)
        return lesson is not None and news_of(row, lesson) is New.MOVED


def checks(read: Opens[EventWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind."""
    ahead, leads, news = LessonAhead(read), LeadsIt(read), LessonNews(read)
    return {
        reminders.DAY_BEFORE: ahead,
        reminders.HOUR_BEFORE: ahead,
        reminders.HOST_DAY_BEFORE: leads,
        reminders.HOST_HOUR_BEFORE: leads,
        notices.MOVED: news,
        notices.OFF: news,
        notices.LINK: news,
        notices.FORM: FormNews(read),
        notices.FOR_YOU: DoneForHer(read),
        notices.EVENT_OFF: SeatEnded(read, SignUpState.EVENT_OFF),
        notices.SEAT_LOST: SeatEnded(read, SignUpState.MOVED_AWAY),
        notices.PLACE_ENDED: SeatEnded(read, SignUpState.PLACE_ENDED),
        notices.KEPT_YOURS: KeepsThem(read),
        queue_notices.OFFER: OfferIsOpen(read),
        queue_notices.OFFER_GONE: Waits(read, frozenset({WaitState.WAITING})),
        queue_notices.QUEUE_MOVED: WaitsForMoved(read),
        queue_notices.QUEUE_OVER: Waits(read, frozenset({WaitState.CANCELLED, WaitState.LOST})),
    }


def news_of(row: StoredNotice, lesson: Lesson) -> New | None:
    """What is new of it to the reader of a row, which may have been merged with others; None where nothing is."""
    if lesson.state is LessonState.CANCELLED:
        return New.OFF
    if lesson.starts != known_start(row):
        return New.MOVED
    has_place = lesson.link is not None or lesson.venue is not None
    return New.PLACE if row.notice.kind == notices.LINK and has_place else None


def known_start(row: StoredNotice) -> datetime:
    """When the lesson begins as the reader knows it."""
    return datetime.fromisoformat(str((row.known or row.notice.payload).get("was", row.notice.payload["was"])))


def _lives(signup: SignUp, event: Event, row: StoredNotice) -> bool:
    return signup.state is SignUpState.LIVE and event.state is EventState.OPEN and signup.hears == row.notice.person


async def _of(work: EventWork, row: StoredNotice) -> tuple[SignUp | None, Event | None, Lesson | None]:
    signup = await work.event_signups.get(reminders.signup_of(row.notice))
    event = None if signup is None else await work.seminar_events.get(signup.event)
    return signup, event, None if event is None else _lesson_in(event, row)


def _lesson_in(event: Event, row: StoredNotice) -> Lesson | None:
    wanted = row.notice.payload.get("lesson")
    return next((each for each in event.lessons if each.id == wanted), None)


def _person(value: object) -> PersonId:
    return PersonId(int(str(value)))
