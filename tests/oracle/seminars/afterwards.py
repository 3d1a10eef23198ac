"""After a lesson: who leads it is asked how it was, who came to an event what it was worth (JP3, JP12)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from tests.oracle.seminars.events import OPEN, Event, Lesson
from tests.oracle.seminars.office import Facts, Letter, Office
from tests.oracle.seminars.presence import Presence

FOR = timedelta(days=14)
"""So long it may be answered."""


@dataclass
class Afterwards:
    """`presence` knows who came."""

    office: Office
    presence: Presence
    _hosts: set[tuple[int, int, datetime]] = field(default_factory=set)
    _asked: set[tuple[int, str]] = field(default_factory=set)

    def sat_down(self, event: Event, lessons: Iterable[Lesson]) -> None:
        """Of lessons ahead, once for each and its hour."""
        for lesson in lessons:
            key = (event.number, lesson.number, lesson.starts)
            if key not in self._hosts:
                self._hosts.add(key)
                say = partial(self._how_was_it, event, lesson, lesson.starts)
                self.office.put(Letter(event.host, "how-was-it", lesson.ends, say, late=lesson.ends + FOR))

    def came(self, at: datetime, event: Event, people: Iterable[str]) -> None:
        """Each is asked once, when the last lesson is over."""
        for who in people:
            due = max(at, event.ends)
            waits = [each for each in self.office.letters if each.about == ("rate", event.number, who)]
            sooner = all(due < each.due for each in waits)
            if (event.number, who) not in self._asked and sooner and at < event.ends + FOR:
                self._asks(event, who, due)

    def _asks(self, event: Event, who: str, due: datetime) -> None:
        say, about = partial(self._worth, event, who), ("rate", event.number, who)
        self.office.put(Letter(who, "rate", due, say, about=about, rest=True, late=event.ends + FOR))

    def _how_was_it(self, event: Event, lesson: Lesson, starts: datetime) -> Facts | None:
        people = sum(each.heads for each in self.presence.expected(event, lesson))
        planned = event.state == OPEN and not lesson.off and lesson.starts == starts
        said = (event.number, lesson.number) in self.presence.spoken
        return (event.title, starts, people) if planned and people and not said else None

    def _worth(self, event: Event, who: str) -> Facts | None:
        """Of one whose last lesson was moved it goes at its new end."""
        if event.state == OPEN and event.ends > self.office.now:
            self._asks(event, who, event.ends)
            return None
        if event.state != OPEN or not self.presence.attended(who, event):
            return None
        self._asked.add((event.number, who))
        return (event.title,)
