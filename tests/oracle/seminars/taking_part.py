"""Events from the draft to the last lesson, and who takes part (I19–I25, J1–J7): what is refused by which name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.oracle.seminars import deeds
from tests.oracle.seminars.events import DRAFT, OFF, OPEN, Event, Hours, Lesson
from tests.oracle.seminars.facts import Half, Land
from tests.oracle.seminars.office import day_of
from tests.oracle.seminars.programme import Programme
from tests.oracle.seminars.requests import DONE, PLANNED, Requests
from tests.oracle.seminars.requests import OPEN as ASKED
from tests.oracle.seminars.seats import Place, Seats, SignUp
from tests.oracle.seminars.told import Telling


@dataclass
class TakingPart:
    """Events and seats by number. `telling` is what is said of all this."""

    land: Land
    requests: Requests
    telling: Telling
    programme: Programme
    halves: dict[str, Half]
    hours: Hours = field(default_factory=Hours)
    moved: Callable[[Event, Lesson], None] = lambda *_: None
    """What else a moved lesson changes."""

    @property
    def events(self) -> dict[int, Event]:
        return self.programme.events

    @property
    def seats(self) -> dict[int, Seats]:
        return self.telling.seats

    def next_look(self) -> datetime | None:
        """When something of a queue is due."""
        return min((each.look for each in self.seats.values() if each.look is not None), default=None)

    def tend(self, at: datetime) -> None:
        """Every queue is looked at."""
        for each in self.seats.values():
            if each.event.state == OPEN and each.held:
                each.tend(at)

    # events

    def drafted(self, act: deeds.Drafted) -> str:
        event = act.event
        self.events[event.number] = event
        self.seats[event.number] = Seats(
            event, lambda who: self.land.by_name[who].reader, self.hindered, self.telling.offered
        )
        return DONE

    def published(self, act: deeds.Published) -> str:
        """All of them or none: nobody leads in two places at once."""
        if (refused := self.programme.ready()) != DONE:
            return refused
        drafts = [each for each in self.events.values() if each.state == DRAFT]
        if any(each.starts <= act.at for each in drafts):
            return "programme-unready"
        before = list(self.hours.taken)
        for event in drafts:
            for lesson in event.ahead:
                if self.hours.busy(event.host, lesson.starts, lesson.ends):
                    self.hours.taken = before
                    return "host-is-elsewhere"
                self.hours.take(event.host, event, lesson)
        for event in drafts:
            event.state = OPEN
            for number in event.requests:
                root = self.requests.root(number)
                if root.state == ASKED:
                    root.state, root.since = PLANNED, act.at
        self.programme.published(act.at, act.by, self.halves[drafts[0].half], drafts)
        return DONE

    def lesson_moved(self, act: deeds.LessonMoved) -> str:
        event = self.events[act.event]
        lesson = event.lesson(act.lesson)
        if event.state == OFF or lesson.off:
            return "stale"
        if lesson.starts <= act.at:
            return "lesson-begun"
        over = act.starts + timedelta(minutes=lesson.minutes)
        others = [each for each in event.ahead if each is not lesson]
        order = [each.number for each in event.ahead]
        after = sorted(event.ahead, key=lambda each: act.starts if each is lesson else each.starts)
        overlap = any(each.starts < over and act.starts < each.ends for each in others)
        if act.starts <= act.at or act.starts == lesson.starts or overlap or [each.number for each in after] != order:
            return "invalid"
        if self._crosses(event, act.starts) and not act.crossing:
            return "invalid"
        if self.hours.busy(event.host, act.starts, over, but=(event.number, lesson.number)):
            return "host-is-elsewhere"
        was = lesson.starts
        self.hours.free(event.host, event, lesson)
        lesson.starts = act.starts
        self.moved(event, lesson)
        self.hours.take(event.host, event, lesson)
        self.programme.changed(act.at)
        self._go_along(act, event, was)
        return DONE

    def lesson_off(self, act: deeds.LessonOff) -> str:
        event = self.events[act.event]
        lesson = event.lesson(act.lesson)
        if event.state == OFF or lesson.off:
            return "stale"
        if lesson.starts <= act.at:
            return "lesson-begun"
        if len(event.ahead) == 1:
            return "invalid"
        lesson.off = True
        for who in (event.host, *self._people(event)):
            self.hours.free(who, event, lesson)
        self.programme.changed(act.at)
        self.telling.lesson_off(act, event, lesson)
        self.seats[event.number].tend(act.at)
        return DONE

    def event_off(self, act: deeds.EventOff) -> str:
        event, seats = self.events[act.event], self.seats[act.event]
        if event.state == OFF:
            return "stale"
        if event.starts <= act.at:
            return "event-begun"
        event.state = OFF
        for who in (event.host, *self._people(event)):
            self.hours.free(who, event)
        self.programme.changed(act.at)
        back = self._given_back(event, act.at)
        self.telling.event_off(act, event, back)
        for signup in seats.live:
            signup.live, signup.ended, signup.why = False, act.at, "event-off"
        for place in seats.queue:
            place.waits = False
        seats.held, seats.look = [], None
        return DONE

    # who takes part

    def signed_up(self, act: deeds.SignedUp) -> str:
        return self._sits(act.at, act.by, act.event, act.school, "already-signed-up", "you-are-busy")

    def signed_up_for(self, act: deeds.SignedUpFor) -> str:
        done = self._sits(act.at, act.teacher, act.event, act.school, "they-are-signed-up", "they-are-elsewhere")
        if done == DONE:
            self.telling.for_you(act, self.events[act.event])
        return done

    def kept(self, act: deeds.Kept) -> str:
        event, seats = self.events[act.event], self.seats[act.event]
        if not self._for_school(event, act.school):
            return "not-found"
        if (refused := self._ahead(event, act.at)) is not None:
            return refused
        if seats.kept(act.school) is not None:
            return "already-signed-up"
        if (refused := self._more(seats, act.school, act.heads)) is not None:
            return refused
        seats.signups.append(SignUp(None, act.school, act.at, act.heads, kept_by=act.by))
        self.telling.sat_down(act.at, event, seats.signups[-1])
        seats.tend(act.at)
        return DONE

    def kept_anew(self, act: deeds.KeptAnew) -> str:
        event, seats = self.events[act.event], self.seats[act.event]
        hers = seats.kept(act.school)
        if (refused := self._ahead(event, act.at)) is not None:
            return refused
        if hers is None:
            return "stale"
        more = act.heads - hers.heads
        if more > 0 and (refused := self._more(seats, act.school, more)) is not None:
            return refused
        hers.heads = act.heads
        if more < 0:
            seats.freed(-more, act.at)
        seats.tend(act.at)
        return DONE

    def cancelled(self, act: deeds.Cancelled) -> str:
        event, seats = self.events[act.event], self.seats[act.event]
        hers = seats.kept(act.school) if act.person is None else seats.sits(act.person)
        if event.state != OPEN:
            return "stale"
        if event.ends <= act.at:
            return "event-over"
        if hers is None:
            return "stale"
        if act.person is not None:
            self.hours.taken = [
                each
                for each in self.hours.taken
                if each[:2] != (act.person, event.number) or event.lesson(each[2]).starts <= act.at
            ]
        seats.end(hers, act.at, "left" if event.starts <= act.at else "cancelled")
        self.telling.cancelled(act, event)
        return DONE

    def joined(self, act: deeds.Joined) -> str:
        event, seats = self.events[act.event], self.seats[act.event]
        if event.host == act.by:
            return "own-event"
        if not self._invites(event, act.by, act.school):
            return "not-found"
        if event.state != OPEN:
            return "event-off"
        if seats.sits(act.by) is not None:
            return "already-signed-up"
        if seats.opens() <= act.at:
            return "queue-closed"
        if seats.place(act.by) is not None:
            return DONE
        if seats.kept(act.school) is not None or (seats.free > 0 and seats.quota_left(act.school) > 0):
            return "seats-are-free"
        seats.queue.append(Place(act.by, act.school))
        seats.tend(act.at)
        return DONE

    def left_queue(self, act: deeds.LeftQueue) -> str:
        seats = self.seats[act.event]
        place = seats.place(act.by)
        if place is not None:
            seats.leave(place, act.at)
        return DONE

    def answered(self, act: deeds.Answered) -> str:
        """While the offer is hers."""
        event, seats = self.events[act.event], self.seats[act.event]
        offered = seats.offer_to(act.by)
        assert offered is not None and offered.offer is not None
        place = offered.offer.place
        if not act.takes:
            seats.pass_on(place, act.at)
            return DONE
        return self._sits(act.at, act.by, event.number, place.school or "", "already-signed-up", "you-are-busy")

    def hindered(self, who: str, event: Event) -> bool:
        """Who waits there could not take a seat now: the quota of her school, or she is elsewhere."""
        seats = self.seats[event.number]
        place = seats.place(who)
        if place is not None and seats.kept(place.school) is None and seats.quota_left(place.school) <= 0:
            return True
        return self._elsewhere(who, event)

    def _sits(self, at: datetime, who: str, number: int, school: str, there: str, elsewhere: str) -> str:
        event, seats = self.events[number], self.seats[number]
        if event.host == who:
            return "own-event"
        if not self._invites(event, who, school):
            return "not-found"
        if event.state == OPEN and seats.sits(who) is not None:
            return there
        if (refused := self._ahead(event, at)) is not None:
            return refused
        if seats.kept(school) is None:
            if seats.quota_left(school) <= 0:
                return "school-quota-reached"
            if seats.free <= 0 and seats.offer_to(who) is None:
                return "no-seats-left"
        if self._elsewhere(who, event):
            return elsewhere
        for lesson in event.ahead:
            self.hours.take(who, event, lesson)
        seats.sit(who, school, at)
        self.telling.sat_down(at, event, seats.signups[-1])
        for other in self.seats.values():
            if other is not seats and other.held:
                other.tend(at)
        return DONE

    def _more(self, seats: Seats, school: str, heads: int) -> str | None:
        if heads > seats.quota_left(school):
            return "too-many-for-quota"
        return "too-few-seats" if heads > seats.free else None

    def _ahead(self, event: Event, at: datetime) -> str | None:
        if event.state != OPEN:
            return "event-off"
        return "sign-up-over" if event.starts <= at else None

    def _elsewhere(self, who: str, event: Event) -> bool:
        return any(self.hours.busy(who, each.starts, each.ends) for each in event.ahead)

    def _invites(self, event: Event, who: str, school: str) -> bool:
        human = self.land.by_name[who]
        return school in (*human.leads, *human.teaches) and self._for_school(event, school)

    def _for_school(self, event: Event, school: str) -> bool:
        return event.state != DRAFT and (not event.project or self.land.school[school].project)

    def _people(self, event: Event) -> list[str]:
        return [each.person for each in self.seats[event.number].live if each.person is not None]

    def _crosses(self, event: Event, starts: datetime) -> bool:
        return day_of(starts, self.land.region.zone) > self.halves[event.half].last

    def _go_along(self, act: deeds.LessonMoved, event: Event, was: datetime) -> None:
        """Who sits there goes along; who is elsewhere then loses the seat, and it goes to the queue as of this hour."""
        seats, lesson = self.seats[event.number], event.lesson(act.lesson)
        lost = []
        for signup in list(seats.live):
            who = signup.person
            if who is None:
                continue
            self.hours.free(who, event, lesson)
            if self.hours.busy(who, lesson.starts, lesson.ends):
                lost.append(signup)
            else:
                self.hours.take(who, event, lesson)
        for each in seats.held:
            each.offer, each.kept = None, None
            each.asked.clear()
        for signup in lost:
            assert signup.person is not None
            self.hours.free(signup.person, event)
            seats.end(signup, act.at, "moved-away")
        self.telling.lesson_moved(act, event, lesson, was, lost)
        seats.tend(act.at)

    def answering(self, number: int) -> list[Event]:
        """Published events that answer a request, or what has gone into it."""
        return [
            each
            for each in self.events.values()
            if each.state == OPEN and number in {self.requests.root(one).number for one in each.requests}
        ]

    def _given_back(self, event: Event, at: datetime) -> list[int]:
        """Requests that nothing else answers are open again."""
        kept = {
            self.requests.root(number).number
            for each in self.events.values()
            if each is not event and each.state == OPEN
            for number in each.requests
        }
        back = []
        for number in sorted({self.requests.root(number).number for number in event.requests} - kept):
            request = self.requests.every[number]
            if request.state == PLANNED:
                request.state, request.since = ASKED, at
                back.append(number)
        return back
