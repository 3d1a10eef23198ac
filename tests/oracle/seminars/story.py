"""A half-year lived through act by act: what is done, what is refused by which name, and what everybody is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.oracle.seminars import deeds, facts
from tests.oracle.seminars.afterwards import Afterwards
from tests.oracle.seminars.asked import Asked, known
from tests.oracle.seminars.cycles import Cycles
from tests.oracle.seminars.events import Event
from tests.oracle.seminars.facts import Half, Land
from tests.oracle.seminars.office import Facts, Letter, Office
from tests.oracle.seminars.presence import Certificate, Presence
from tests.oracle.seminars.programme import Programme
from tests.oracle.seminars.requests import ASIDE, DONE, EXTRA, OPEN, PLAN, PLANNED, Request, Requests
from tests.oracle.seminars.taking_part import TakingPart
from tests.oracle.seminars.told import Telling

A_MOMENT = timedelta(microseconds=1)


@dataclass
class Story:
    """`do` acts in the order of their instants; `job` whenever the bot's own work comes by."""

    land: Land
    begins: datetime
    halves: dict[str, Half]
    requests: Requests = field(default_factory=Requests)

    def __post_init__(self) -> None:
        self.office = Office(self.land.by_name, self.begins)
        self.asked = Asked(self.land, self.office, self.requests)
        telling = Telling(self.land, self.office, self.requests, {})
        self.programme = Programme(self.land, self.office, self.requests, {})
        self.taking = TakingPart(self.land, self.requests, telling, self.programme, self.halves)
        self.presence = Presence(self.taking.events, telling.seats, self.land.region.zone, self._voided)
        self.requests.begun = lambda number, at: any(each.starts <= at for each in self.taking.answering(number))
        self.taking.moved = self.presence.moved
        afterwards = Afterwards(self.office, self.presence)
        self.presence.came, telling.asks_how = afterwards.came, afterwards.sat_down
        self.cycles = Cycles(self.land, self.office, self.requests, self.halves)

    def until(self, instant: datetime) -> None:
        """All that is told up to then, and all that becomes of seats."""
        while (due := self.taking.next_look()) is not None and due <= instant:
            # who is offered a seat in this very minute reads of it alone
            self.office.until(due - A_MOMENT)
            self.taking.tend(due)
        self.office.until(instant)

    def do(self, act: Any) -> str:
        """Gives «done», or the name of the refusal."""
        self.until(act.at)
        done: str = _ACTS[type(act)](self, act)
        return done

    def job(self, at: datetime) -> None:
        """The bot's own work comes by."""
        self.until(at)
        self.cycles.job(at)
        self.programme.job(at)

    # acts

    def announced(self, act: facts.Announced) -> str:
        self.cycles.announced(self.halves[act.half])
        return DONE

    def dates_moved(self, act: facts.DatesMoved) -> str:
        self.cycles.dates_moved(self.halves[act.half], act.requests)
        return DONE

    def wished(self, act: facts.Wished) -> str:
        half = self._running(act.at)
        if self.cycles.today(act.at) > half.wishes:
            return "collecting-over"
        return self.requests.wish(act.by, act.school, half.name, act.topic)

    def unwished(self, act: facts.Unwished) -> str:
        return self.requests.unwish(act.by, self._running(act.at).name, act.topic)

    def sent(self, act: facts.Sent) -> str:
        half = self._running(act.at)
        if self.cycles.over(half, act.at):
            return "cycle-over"
        route = PLAN if self.cycles.collecting(half, act.at) else EXTRA
        done = self.requests.send(act.at, act.number, half.name, act.topic, route, act.school, act.people)
        if done == DONE:
            self.requests.take_wishes(act.school, half.name, act.topic, act.number)
            self.asked.new(act.at, self.requests.every[act.number])
        return done

    def supported(self, act: facts.Supported) -> str:
        return self.requests.support(act.at, act.number, act.school, act.people)

    def counted(self, act: facts.Counted) -> str:
        return self.requests.count(act.number, act.school, act.people)

    def withdrew(self, act: facts.Withdrew) -> str:
        root = self.requests.root(act.number)
        answers = self.taking.answering(root.number)
        if self.halves[root.half].closed:
            return "cycle-over"
        if root.state == PLANNED and any(each.starts <= act.at for each in answers):
            return "request-closed"
        planned = root.state == PLANNED
        done = self.requests.withdraw(act.at, act.number, act.school)
        if planned:
            self.asked.withdrew(act.at, root, lambda: any(each.starts > self.office.now for each in answers_now()))

        def answers_now() -> list[Event]:
            return self.taking.answering(root.number)

        return done

    def merged(self, act: facts.Merged) -> str:
        before = known(self.requests.every[act.number])
        concerned = [each for each in self.requests.met(act.number) if each.first]
        done = self.requests.merge(act.at, act.into, act.number)
        if done == DONE:
            self.asked.no_longer_new(act.number)
            self.asked.changed(act.at, act.by, before, concerned, merged_into=act.into)
        return done

    def split(self, act: facts.Split) -> str:
        done = self.requests.split(act.at, act.of, act.number)
        if done == DONE:
            self.asked.split(act.at, act.of, self.requests.every[act.number])
        return done

    def routed(self, act: facts.Routed) -> str:
        request = self.requests.every[act.number]
        if request.state != OPEN:
            return "request-closed"
        return self._decided(act.at, act.by, request, route=act.route)

    def aside(self, act: facts.Aside) -> str:
        request = self.requests.every[act.number]
        if request.state != OPEN:
            return "request-closed"
        return self._decided(act.at, act.by, request, state=ASIDE, reason=act.reason, since=act.at)

    def reopened(self, act: facts.Reopened) -> str:
        request = self.requests.every[act.number]
        if request.state != ASIDE:
            return "stale"
        state = PLANNED if self.taking.answering(act.number) else OPEN
        return self._decided(act.at, act.by, request, state=state, reason="", since=act.at)

    def at_border(self, act: facts.AtBorder) -> str:
        half = self.halves[self.requests.root(act.number).half]
        if half.closed or not self.cycles.over(half, act.at):
            return "not-at-border"
        following = max(self.requests.every) + 1, self._after(half).name
        return self.requests.answer(act.at, act.number, act.school, following if act.carry else None)

    def closed(self, act: facts.Closed) -> str:
        half = self.halves[act.half]
        waiting = [
            each
            for each in self.requests.every.values()
            if each.half == half.name and each.state in (OPEN, ASIDE) and self.requests.met(each.number)
        ]
        every = self.requests.every.values()
        planned = [each.number for each in every if each.half == half.name and each.state == PLANNED]
        ahead = any(each.ends > act.at for number in planned for each in self.taking.answering(number))
        if waiting or ahead or not self.cycles.over(half, act.at):
            return "cycle-not-over"
        half.closed = True
        return DONE

    # what people do at lessons

    def checked_in(self, act: deeds.CheckedIn) -> str:
        event = self.taking.events[act.event]
        return self.presence.check_in(act.at, act.by, event, event.lesson(act.lesson), right=act.right)

    def marked(self, act: deeds.Marked) -> str:
        event = self.taking.events[act.event]
        return self.presence.mark(act.at, event, event.lesson(act.lesson), act.came)

    def not_held(self, act: deeds.NotHeld) -> str:
        event = self.taking.events[act.event]
        return self.presence.mark(act.at, event, event.lesson(act.lesson), None, held=False)

    def certified(self, act: deeds.Certified) -> str:
        return self.presence.certify(act.at, act.by, self.taking.events[act.event])

    def _voided(self, certificate: Certificate, at: datetime) -> None:
        """Told once, unless she has taken another before she reads of it."""

        def say() -> Facts | None:
            again = any(
                each.valid and (each.who, each.event) == (certificate.who, certificate.event)
                for each in self.presence.certificates
            )
            return None if again else (self.taking.events[certificate.event].title, certificate.number)

        self.office.put(Letter(certificate.who, "certificate-changed", at, say))

    # what several of these ask

    def _decided(self, at: datetime, by: str, request: Request, **changes: Any) -> str:
        before = known(request)
        for name, value in changes.items():
            setattr(request, name, value)
        if known(request) != before:
            gifts = [each for each in self.requests.met(request.number) if each.first]
            self.asked.changed(at, by, before, gifts)
        return DONE

    def _running(self, at: datetime) -> Half:
        """The half-year that schools are in."""
        return next(half for half in self.halves.values() if half.announced and not half.closed)

    def _after(self, half: Half) -> Half:
        names = list(self.halves)
        return self.halves[names[names.index(half.name) + 1]]


def _of_events(name: str) -> Callable[[Story, Any], str]:
    """What `TakingPart` knows by this name."""

    def does(story: Story, act: Any) -> str:
        done: str = getattr(story.taking, name)(act)
        return done

    return does


_ACTS: Mapping[type, Callable[[Story, Any], str]] = {
    facts.Announced: Story.announced,
    facts.DatesMoved: Story.dates_moved,
    facts.Wished: Story.wished,
    facts.Unwished: Story.unwished,
    facts.Sent: Story.sent,
    facts.Supported: Story.supported,
    facts.Counted: Story.counted,
    facts.Withdrew: Story.withdrew,
    facts.Merged: Story.merged,
    facts.Split: Story.split,
    facts.Routed: Story.routed,
    facts.Aside: Story.aside,
    facts.Reopened: Story.reopened,
    facts.AtBorder: Story.at_border,
    facts.Closed: Story.closed,
    deeds.Drafted: _of_events("drafted"),
    deeds.Submitted: lambda story, act: story.programme.submitted(act),
    deeds.TakenBack: lambda story, act: story.programme.withdrawn(act),
    deeds.Approved: lambda story, act: story.programme.approved(act),
    deeds.Published: _of_events("published"),
    deeds.LessonMoved: _of_events("lesson_moved"),
    deeds.LessonOff: _of_events("lesson_off"),
    deeds.EventOff: _of_events("event_off"),
    deeds.SignedUp: _of_events("signed_up"),
    deeds.SignedUpFor: _of_events("signed_up_for"),
    deeds.Kept: _of_events("kept"),
    deeds.KeptAnew: _of_events("kept_anew"),
    deeds.Cancelled: _of_events("cancelled"),
    deeds.Joined: _of_events("joined"),
    deeds.LeftQueue: _of_events("left_queue"),
    deeds.Answered: _of_events("answered"),
    deeds.CheckedIn: Story.checked_in,
    deeds.Marked: Story.marked,
    deeds.NotHeld: Story.not_held,
    deeds.Certified: Story.certified,
}
