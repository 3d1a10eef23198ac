"""Reminders of lessons: 24 h and 1 h before each, in their minutes, to who sits there and to who leads it (N1–N3)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from tests.oracle.nights import reminder_window
from tests.oracle.seminars.events import OPEN, Event, Lesson
from tests.oracle.seminars.facts import Land
from tests.oracle.seminars.office import Facts, Letter, Office
from tests.oracle.seminars.seats import Seats, SignUp

DAY, HOUR = timedelta(hours=24), timedelta(hours=1)


@dataclass
class Reminding:
    """What lies before its cause is not made up for."""

    land: Land
    office: Office
    seats: dict[int, Seats]
    _hosts: set[tuple[int, int, datetime]] = field(default_factory=set)

    def signed_up(self, at: datetime, event: Event, signup: SignUp, lessons: Iterable[Lesson]) -> None:
        """Of these lessons, from `at` on."""
        who = signup.hears
        for lesson in lessons if who is not None else ():
            for kind, due in self._pair(who or "", lesson.starts):
                if due >= at:
                    say = partial(self._reminder, event, lesson, signup, lesson.starts)
                    about = ("reminder", kind, signup.number, lesson.number)
                    self.office.put(Letter(who or "", kind, due, say, about=about, night=False))

    def host(self, at: datetime, event: Event, lessons: Iterable[Lesson]) -> None:
        """Once for each lesson and hour, where somebody is signed up at that minute."""
        for lesson in lessons:
            key = (event.number, lesson.number, lesson.starts)
            for _kind, due in self._pair(event.host, lesson.starts) if key not in self._hosts else ():
                if due >= at:
                    say = partial(self._host_reminder, event, lesson, lesson.starts)
                    self.office.put(Letter(event.host, "host", due, say, night=False))
            self._hosts.add(key)

    def _pair(self, who: str, starts: datetime) -> list[tuple[str, datetime]]:
        first, _last = reminder_window(self.land.by_name[who].reader, starts - DAY)
        return [("day-before", first), ("hour-before", starts - HOUR)]

    def _reminder(self, event: Event, lesson: Lesson, signup: SignUp, starts: datetime) -> Facts | None:
        still = signup.live and event.state == OPEN and not lesson.off and lesson.starts == starts
        return (event.title, *_which(event, lesson), starts) if still else None

    def _host_reminder(self, event: Event, lesson: Lesson, starts: datetime) -> Facts | None:
        people = self.seats[event.number].taken
        still = event.state == OPEN and not lesson.off and lesson.starts == starts and people
        return (event.title, *_which(event, lesson), starts, people) if still else None


def _which(event: Event, lesson: Lesson) -> Facts:
    """«занятие 2 из 3», of several, by time, called-off ones too: as on the card of the event."""
    by_time = sorted(event.lessons, key=lambda each: each.starts)
    return () if len(by_time) == 1 else (by_time.index(lesson) + 1, len(by_time))
