"""What the bot's own work tells of a half-year by its dates: the catalogue, another last day, that little time is left,
and at the border «Перенести?» (I2, I3, I14)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial

from tests.oracle.roadmaps.calendar import A_DAY
from tests.oracle.seminars.facts import Half, Human, Land
from tests.oracle.seminars.office import Facts, Letter, Office, at_wall, day_of
from tests.oracle.seminars.requests import ASIDE, OPEN, Gift, Request, Requests

CLOSING_DAYS, ASKED_AGAIN = 3, 5
"""Working days before the last day of requests, and after a question that nobody has answered."""
NINE = time(9)
SHOWN = 8
"""Topics of a catalogue that its message names."""
Schools = tuple[str, ...]


@dataclass
class Cycles:
    """`begun` is what goes with the next job."""

    land: Land
    office: Office
    requests: Requests
    halves: dict[str, Half]
    begun: list[Callable[[datetime], None]] = field(default_factory=list)
    _closing: set[tuple[str, date]] = field(default_factory=set)
    _asked: set[int] = field(default_factory=set)

    def today(self, at: datetime) -> date:
        """The day on the region's clock."""
        return day_of(at, self.land.region.zone)

    def collecting(self, half: Half, at: datetime) -> bool:
        """Schools are asked for the plan."""
        return half.announced and not half.closed and self.today(at) <= min(half.requests, half.last)

    def over(self, half: Half, at: datetime) -> bool:
        return self.today(at) > half.last

    def job(self, at: datetime) -> None:
        """What was begun is told, what is due by its date begins."""
        for half in self.halves.values():
            self._closes(half, at)
            self._asks_over(half, at)
        begun, self.begun = self.begun, []
        for telling in begun:
            telling(at)

    def announced(self, half: Half) -> None:
        half.announced = True
        self.begun.append(partial(self._catalogue, half))

    def dates_moved(self, half: Half, requests: date) -> None:
        was, half.requests = half.requests, requests
        if half.announced and was != requests:
            self.begun.append(partial(self._moved, half, was))

    def _catalogue(self, half: Half, at: datetime) -> None:
        """To every lead, and to teachers of project schools."""
        for each in self.land.people:
            if each.leads or any(self.land.school[school].project for school in each.teaches):
                say = partial(self._offered, half)
                self.office.put(Letter(each.name, "catalogue", at, say, rest=True, late=self._end(half.requests)))

    def _offered(self, half: Half) -> Facts | None:
        if not self.collecting(half, self.office.now):
            return None
        return (*self.land.catalogue[:SHOWN], half.wishes, half.requests)

    def _moved(self, half: Half, was: date, at: datetime) -> None:
        for each in self._leads_without_request(half):
            say, late = partial(self._other_day, half, was, each.leads), self._end(half.requests)
            self.office.put(Letter(each.name, "dates-moved", at, say, about=("dates", half.name), rest=True, late=late))

    def _other_day(self, half: Half, was: date, leads: Schools) -> Facts | None:
        still = self.collecting(half, self.office.now) and half.requests != was and self._silent(leads, half)
        return (half.requests, was) if still else None

    def _closes(self, half: Half, at: datetime) -> None:
        """Three working days before the last day, once for each last day."""
        until, day = half.requests, half.requests
        for _ in range(CLOSING_DAYS):
            day = self.land.region.works.on_or_before(day - A_DAY)
        if not self.collecting(half, at) or self.today(at) < day or (half.name, until) in self._closing:
            return
        self._closing.add((half.name, until))
        late = self._end(until)
        for each in self._leads_without_request(half):
            little = partial(self._little_time, half, until, each.leads)
            self.office.put(Letter(each.name, "closing", at, little, row=True, late=late))
        for each in self.land.people:
            for school in each.leads:
                if self.requests.open_wishes(school, half.name):
                    wishes = partial(self._wishes, half, until, school)
                    self.office.put(Letter(each.name, "wishes", at, wishes, row=True, late=late))

    def _little_time(self, half: Half, until: date, leads: Schools) -> Facts | None:
        still = self.collecting(half, self.office.now) and half.requests == until and self._silent(leads, half)
        return (until,) if still else None

    def _wishes(self, half: Half, until: date, school: str) -> Facts | None:
        topics = {each.topic for each in self.requests.open_wishes(school, half.name)}
        still = self.collecting(half, self.office.now) and half.requests == until and topics
        return (len(topics), school) if still else None

    def _asks_over(self, half: Half, at: datetime) -> None:
        """Each school behind what is left open, once; once more after five working days there (I14)."""
        if half.closed or not self.over(half, at):
            return
        for request in self.requests.every.values():
            if request.half == half.name and request.state in (OPEN, ASIDE):
                for gift in self.requests.met(request.number):
                    if gift.first and gift.order not in self._asked:
                        self._asked.add(gift.order)
                        self._asks(request, gift, at)

    def _asks(self, request: Request, gift: Gift, at: datetime) -> None:
        unit = self.land.school[gift.school].unit
        again = at_wall(unit.works.after(day_of(at, unit.zone), ASKED_AGAIN), NINE, unit.zone)
        say = partial(self._waits, request, gift.school)
        for who in self.land.leads(gift.school):
            self.office.put(Letter(who, "border", at, say, rest=True))
            self.office.put(Letter(who, "border-waits", again, say, row=True, order=gift.order))

    def _waits(self, request: Request, school: str) -> Facts | None:
        closed = self.halves[request.half].closed
        asked = request.state in (OPEN, ASIDE) and self.requests.met(request.number, school)
        return (request.topic, school) if asked and not closed else None

    def _leads_without_request(self, half: Half) -> list[Human]:
        return [each for each in self.land.people if each.leads and self._silent(each.leads, half)]

    def _silent(self, schools: Schools, half: Half) -> bool:
        return not any(self.requests.of_school(school, half.name) for school in schools)

    def _end(self, day: date) -> datetime:
        return at_wall(day + timedelta(days=1), time(), self.land.region.zone)
