"""Seats of one event, written anew from the rules: capacity, a school's quota, seats that it keeps, and the queue
(J1–J6, W1–W5)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from tests.oracle.facts import Person
from tests.oracle.nights import A_DAY, morning_of, sleeps
from tests.oracle.seminars.events import Event

WINDOW = timedelta(minutes=60)
OPENS = timedelta(minutes=30)
"""From so long before the start a seat is open to all (W3)."""
LEAST = timedelta(minutes=10)
"""Who has less left before her night counts as asleep (W2)."""
A_MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class SignUp:
    """A seat of one person, or `heads` seats that a school keeps (`person` None), of which `kept_by` hears. `why` says
    how it ended, `number` tells it from all others."""

    person: str | None
    school: str | None
    made: datetime
    heads: int = 1
    live: bool = True
    ended: datetime | None = None
    why: str = ""
    kept_by: str | None = None
    number: int = field(default_factory=count(1).__next__)

    @property
    def hears(self) -> str | None:
        """Who is told of it."""
        return self.person or self.kept_by


@dataclass(slots=True)
class Place:
    """Somebody in the queue."""

    person: str
    school: str | None
    waits: bool = True


@dataclass(slots=True)
class Held:
    """A seat that became free at `freed` and waits for somebody of the queue; `kept` for whose morning (W2). `asked`
    are places that were asked about it."""

    freed: datetime
    kept: Place | None = None
    asked: list[Place] = field(default_factory=list)
    offer: "Offer | None" = None
    sleeps: datetime | None = None


@dataclass(slots=True)
class Offer:
    """Hers until then."""

    place: Place
    until: datetime


@dataclass
class Seats:
    """All seats of one event. `reader` knows people's nights, `hindered` whether somebody could not come now; `offered`
    is called with each new offer."""

    event: Event
    reader: Callable[[str], Person]
    hindered: Callable[[str, Event], bool]
    offered: Callable[[Event, Offer, datetime], None]
    signups: list[SignUp] = field(default_factory=list)
    queue: list[Place] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    let_go: list[tuple[Place, datetime]] = field(default_factory=list)
    """Who declined an offer, or let it lapse, and when (W4)."""
    look: datetime | None = None
    """When something of the queue is due next."""

    @property
    def live(self) -> list[SignUp]:
        return [each for each in self.signups if each.live]

    @property
    def taken(self) -> int:
        return sum(each.heads for each in self.live)

    @property
    def free(self) -> int:
        """Neither taken nor held for the queue."""
        return self.event.capacity - self.taken - len(self.held)

    def of_school(self, school: str | None) -> int:
        """What counts on its quota."""
        return sum(each.heads for each in self.live if each.school == school)

    def quota_left(self, school: str | None) -> int:
        if self.event.quota is None or school is None:
            return self.event.capacity
        return self.event.quota - self.of_school(school)

    def sits(self, person: str) -> SignUp | None:
        return next((each for each in self.live if each.person == person), None)

    def kept(self, school: str | None) -> SignUp | None:
        """The seats that a school keeps without names."""
        return next((each for each in self.live if each.person is None and each.school == school), None)

    def place(self, person: str) -> Place | None:
        return next((each for each in self.queue if each.waits and each.person == person), None)

    def offer_to(self, person: str) -> Held | None:
        """The seat that is hers for a while."""
        return next((each for each in self.held if each.offer is not None and each.offer.place.person == person), None)

    def opens(self) -> datetime:
        return self.event.starts - OPENS

    def sit(self, person: str, school: str | None, at: datetime) -> None:
        """She takes a seat that her school keeps, the one that is offered to her, or a free one: all else was asked
        before."""
        kept = self.kept(school)
        offered = self.offer_to(person)
        if kept is not None:
            kept.heads -= 1
            if not kept.heads:
                kept.live, kept.ended, kept.why = False, at, "named"
        if offered is not None:
            self.held.remove(offered)
            if kept is not None:
                self.freed(1, at)
        place = self.place(person)
        if place is not None:
            place.waits = False
        self.signups.append(SignUp(person, school, at))
        self.tend(at)

    def end(self, signup: SignUp, at: datetime, why: str) -> None:
        """Before the first lesson its seats go to the queue, in the middle of a series to nobody (J6)."""
        signup.live, signup.ended, signup.why = False, at, why
        if at < self.event.starts:
            self.freed(signup.heads, at)

    def freed(self, heads: int, at: datetime) -> None:
        """As many as people wait are held for them, until half an hour before the start (W1, W3)."""
        waits = sum(each.waits for each in self.queue)
        if at < self.opens():
            self.held += [Held(at) for _ in range(min(heads, max(0, waits - len(self.held))))]
        self.tend(at)

    def leave(self, place: Place, at: datetime) -> None:
        """What was offered to her goes on to the next."""
        place.waits = False
        for each in self.held:
            if each.offer is not None and each.offer.place is place:
                each.offer = None
            if each.kept is place:
                each.kept = None
        self.tend(at)

    def pass_on(self, place: Place, at: datetime) -> None:
        """«Не смогу», or silence: her place stays for a seat freed later (W4)."""
        self.let_go.append((place, at))
        for each in self.held:
            if each.offer is not None and each.offer.place is place:
                each.offer = None
        self.tend(at)

    def tend(self, at: datetime) -> None:
        """All that is due now: offers lapse, the next are asked, what nobody is left for is open to all."""
        self.look = None
        for each in list(self.held):
            if each.offer is not None and self.hindered(each.offer.place.person, self.event):
                each.offer = None
            if each.offer is not None and at >= min(each.offer.until, self.opens()):
                self.let_go.append((each.offer.place, at))
                each.offer = None
        for each in list(self.held):
            self._turn(each, at)

    def _turn(self, seat: Held, at: datetime) -> None:
        if seat.offer is not None:
            return self._again(seat.offer.until)
        if at >= self.opens():
            return self.held.remove(seat)
        mornings = []
        for place in self._candidates(seat):
            wakes = self._asleep(place.person, at)
            if wakes is None:
                seat.kept, seat.offer = None, Offer(place, self._until(place.person, at))
                seat.asked.append(place)
                self.offered(self.event, seat.offer, at)
                return self._again(seat.offer.until)
            if wakes >= self.opens():
                continue
            if self.event.starts - at >= A_DAY or seat.kept is place:
                seat.kept = place
                return self._again(wakes)
            mornings.append(wakes)
        seat.kept = None
        if not mornings:
            return self.held.remove(seat)
        self._again(min(mornings))

    def _candidates(self, seat: Held) -> list[Place]:
        """In the order of the queue: who was not asked about this seat, has no other one offered or kept here, and
        could come."""
        others = [each for each in self.held if each is not seat]
        taken = [each.offer.place for each in others if each.offer is not None]
        taken += [each.kept for each in others if each.kept is not None]
        gone = [place for place, when in self.let_go if when >= seat.freed]
        return [
            each
            for each in self.queue
            if each.waits
            and not any(each is other for other in (*taken, *gone, *seat.asked))
            and not self.hindered(each.person, self.event)
        ]

    def _asleep(self, person: str, at: datetime) -> datetime | None:
        """When she wakes; None when she is awake and has ten minutes left."""
        reader = self.reader(person)
        for instant in (at, at + LEAST - timedelta(seconds=1)):
            if sleeps(reader, instant):
                return morning_of(reader, instant)
        return None

    def _until(self, person: str, at: datetime) -> datetime:
        """The earliest of: an hour, her night, half an hour before the start (W1)."""
        ends = min(at + WINDOW, self.opens())
        minute = at.replace(second=0) + A_MINUTE
        while minute <= ends:
            if sleeps(self.reader(person), minute):
                return minute
            minute += A_MINUTE
        return ends

    def _again(self, instant: datetime) -> None:
        instant = min(instant, self.opens())
        self.look = instant if self.look is None else min(self.look, instant)
