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
    _asked: set[tuple[int, str, datetime]] = field(default_factory=set)

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
            waits = any(
                each.kind == "rate" and each.about == ("rate", event.number, who) for each in self.office.letters
            )
            if (event.number, who, event.ends) not in self._asked and not waits and at < event.ends + FOR:
                say = partial(self._worth, event, who, event.ends)
                due, about = max(at, event.ends), ("rate", event.number, who)
                self.office.put(Letter(who, "rate", due, say, about=about, rest=True, late=event.ends + FOR))

    def _how_was_it(self, event: Event, lesson: Lesson, starts: datetime) -> Facts | None:
        people = sum(each.heads for each in self.presence.expected(event, lesson))
        planned = event.state == OPEN and not lesson.off and lesson.starts == starts
        said = (event.number, lesson.number) in self.presence.spoken
        return (event.title, starts, people) if planned and people and not said else None

    def _worth(self, event: Event, who: str, ends: datetime) -> Facts | None:
        over = event.state == OPEN and event.ends <= self.office.now
        if not over or not self.presence.attended(who, event):
            return None
        self._asked.add((event.number, who, ends))
        return (event.title,)
