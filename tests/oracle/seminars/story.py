"""A half-year lived through act by act: what is done, what is refused by which name, and what everybody is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.oracle.seminars import facts
from tests.oracle.seminars.asked import Asked, known
from tests.oracle.seminars.cycles import Cycles
from tests.oracle.seminars.facts import Half, Land
from tests.oracle.seminars.office import Office
from tests.oracle.seminars.requests import ASIDE, DONE, EXTRA, OPEN, PLAN, Request, Requests


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
        self.cycles = Cycles(self.land, self.office, self.requests, self.halves)

    def until(self, instant: datetime) -> None:
        """All that is told up to then."""
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
        return self.requests.support(act.number, act.school, act.people)

    def counted(self, act: facts.Counted) -> str:
        return self.requests.count(act.number, act.school, act.people)

    def withdrew(self, act: facts.Withdrew) -> str:
        return self.requests.withdraw(act.at, act.number, act.school)

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
        return self._decided(act.at, act.by, request, state=OPEN, reason="", since=act.at)

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
        if waiting or not self.cycles.over(half, act.at):
            return "cycle-not-over"
        half.closed = True
        return DONE

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
}
