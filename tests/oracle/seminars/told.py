"""Who is told what of events, and when: what has changed by N5 and N6, offers by W1."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from tests.oracle.seminars import deeds
from tests.oracle.seminars.events import OPEN, Event, Lesson
from tests.oracle.seminars.facts import Land
from tests.oracle.seminars.office import Facts, Letter, Office
from tests.oracle.seminars.reminding import Reminding
from tests.oracle.seminars.requests import OPEN as ASKED
from tests.oracle.seminars.requests import Requests
from tests.oracle.seminars.seats import Offer, Place, Seats, SignUp
from tests.oracle.walls import wall


@dataclass
class Telling:
    """`seats` are those of all events by number."""

    land: Land
    office: Office
    requests: Requests
    seats: dict[int, Seats]
    reminding: Reminding = field(init=False)
    asks_how: Callable[[Event, Iterable[Lesson]], None] = lambda *_: None
    _known: dict[tuple[str, object], datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.reminding = Reminding(self.land, self.office, self.seats)

    def offered(self, event: Event, offer: Offer, at: datetime) -> None:
        """Hers until then."""
        who = offer.place.person
        say = partial(self._offer, event, offer)
        self.office.put(Letter(who, "offer", at, say, late=offer.until))

    def sat_down(self, at: datetime, event: Event, signup: SignUp) -> None:
        """Reminders of each lesson ahead, also to who leads it."""
        self.reminding.signed_up(at, event, signup, event.ahead)
        self.reminding.host(at, event, event.ahead)
        self.asks_how(event, event.ahead)

    def for_you(self, act: deeds.SignedUpFor, event: Event) -> None:
        """By whom she was signed up."""
        signup = self.seats[event.number].sits(act.teacher)
        assert signup is not None

        def say() -> Facts | None:
            return ("signed up", act.by, event.title, event.starts) if signup.live else None

        if act.by != act.teacher:
            self._news(act.teacher, "for-you", act.at, say, ("signup", signup.number), event, event.starts, event.ends)

    def cancelled(self, act: deeds.Cancelled, event: Event) -> None:
        """By whom her seat was given back; nothing where she has not heard yet that she had it (N6)."""
        signup = [each for each in self.seats[event.number].signups if each.person == act.person][-1]
        about = ("signup", signup.number)
        if act.person is None or act.by == act.person:
            self.office.drop(lambda letter: letter.about == about)
            return
        waits = any(letter.about == about for letter in self.office.letters)
        self.office.drop(lambda letter: letter.about == about)
        if not waits:
            person, said = act.person, ("cancelled", act.by, event.title, event.starts)

            def say() -> Facts | None:
                return said if self.seats[event.number].sits(person) is None else None

            self._news(act.person, "for-you", act.at, say, about, event, event.starts, event.ends)

    def lesson_moved(
        self, act: deeds.LessonMoved, event: Event, lesson: Lesson, was: datetime, lost: Iterable[SignUp]
    ) -> None:
        """Another hour to who goes along, the end of it to who is elsewhere then."""
        for signup in self.seats[event.number].live:
            who, about = signup.hears, ("lesson", signup.number, lesson.number)
            self.reminding.signed_up(act.at, event, signup, [lesson])
            if who is None or who == act.by:
                continue
            if not any(each.who == who and each.about == about for each in self.office.letters):
                self._known[who, about] = was
            say = partial(self._moved, event, lesson, signup, who, about)
            act_by = min(self._known[who, about], lesson.starts)
            self._news(who, "lesson-moved", act.at, say, about, event, act_by, lesson.ends)
        for place in [each for each in self.seats[event.number].queue if each.waits and each.person != act.by]:
            who, about = place.person, ("place", id(place), lesson.number)
            if not any(each.who == who and each.about == about for each in self.office.letters):
                self._known[who, about] = was
            act_by = min(self._known[who, about], lesson.starts)
            waits = partial(self._waits, event, lesson, place, about)
            self._news(who, "queue-moved", act.at, waits, about, event, act_by, lesson.ends)
        for signup in lost:
            who = signup.person
            if who is not None and who != act.by:
                self._forget(signup)
                gone = partial(_always, event.title, lesson.starts)
                self._news(who, "seat-lost", act.at, gone, ("signup", signup.number), event, event.starts, event.ends)
        self.reminding.host(act.at, event, [lesson])
        self.asks_how(event, [lesson])

    def lesson_off(self, act: deeds.LessonOff, event: Event, lesson: Lesson) -> None:
        """To who sits there."""
        for signup in self.seats[event.number].live:
            who, about = signup.hears, ("lesson", signup.number, lesson.number)
            if who is not None and who != act.by:
                say = partial(_always, event.title, lesson.starts)
                self._news(who, "lesson-off", act.at, say, about, event, lesson.starts, lesson.ends)

    def event_off(self, act: deeds.EventOff, event: Event, back: Iterable[int]) -> None:
        """To who sits there, who waits, and the schools whose request is open again."""
        seats = self.seats[event.number]
        for signup in seats.live:
            who = signup.hears
            self._forget(signup)
            if who is not None and who != act.by:
                about = ("signup", signup.number)
                say = partial(_always, event.title, event.starts)
                self._news(who, "event-off", act.at, say, about, event, event.starts, event.ends)
        for place in seats.queue:
            if place.waits and place.person != act.by:
                say = partial(_always, event.title, event.starts)
                self._news(place.person, "queue-over", act.at, say, None, event, event.starts, event.ends)
        for number in back:
            for gift in [each for each in self.requests.met(number) if each.first]:
                for who in self.land.leads(gift.school):
                    if who != act.by:
                        again = partial(self._asked_again, event, gift.number, gift.school)
                        self.office.put(Letter(who, "seminar-event-off", act.at, again))

    def _forget(self, signup: SignUp) -> None:
        """What waits to be told of it is no news any more."""
        kinds = ("signup", "lesson")
        self.office.drop(
            lambda letter: (
                isinstance(letter.about, tuple) and letter.about[0] in kinds and letter.about[1] == signup.number
            )
        )

    def _news(
        self,
        who: str,
        kind: str,
        at: datetime,
        say: Callable[[], Facts | None],
        about: object,
        event: Event,
        act_by: datetime,
        late: datetime,
    ) -> None:
        self.office.put(Letter(who, kind, at, say, about=about, act_by=act_by, on_site=event.on_site, late=late))

    def _offer(self, event: Event, offer: Offer) -> Facts | None:
        held = self.seats[event.number].offer_to(offer.place.person)
        until = wall(offer.until, self.land.by_name[offer.place.person].unit.zone)
        still = held is not None and held.offer is offer
        return (event.title, event.starts, f"{until:%H:%M}") if still else None

    def _moved(self, event: Event, lesson: Lesson, signup: SignUp, who: str, about: object) -> Facts | None:
        was = self._known[who, about]
        still = signup.live and event.state == OPEN and not lesson.off and lesson.starts != was
        return (event.title, was, lesson.starts) if still else None

    def _waits(self, event: Event, lesson: Lesson, place: Place, about: object) -> Facts | None:
        """To who waits, nothing is held for her, and it is at another hour than she knows."""
        was = self._known[place.person, about]
        held = self.seats[event.number].offer_to(place.person)
        ahead = event.state == OPEN and event.starts > self.office.now
        still = place.waits and ahead and held is None and not lesson.off and lesson.starts != was
        return (event.title, was, lesson.starts) if still else None

    def _asked_again(self, event: Event, number: int, school: str) -> Facts | None:
        root = self.requests.root(number)
        return (event.title, school) if root.state == ASKED and self.requests.met(root.number, school) else None


def _always(*facts: object) -> Facts:
    return facts
