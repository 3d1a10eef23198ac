"""Who was at which lesson, hours, certificates (JP1–JP8)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from tests.oracle.seminars.events import OPEN, Event, Lesson
from tests.oracle.seminars.facts import Half
from tests.oracle.seminars.office import day_of
from tests.oracle.seminars.requests import DONE
from tests.oracle.seminars.seats import Seats, SignUp

AROUND = timedelta(minutes=15)
"""Before a lesson and after it: then one checks in."""
CORRECTED = timedelta(days=14)
TRIES = 5
SUMMER = 8
"""A school year begins with September."""


@dataclass(slots=True)
class Certificate:
    """`number` is of a school year, by the last day at which she was."""

    number: int
    year: int
    who: str
    event: int
    minutes: int
    day: date
    valid: bool = True


@dataclass
class Presence:
    """Words about who came, by event, lesson and person. `voided` is called with each certificate that a correction has
    made void."""

    events: dict[int, Event]
    seats: dict[int, Seats]
    zone: str
    voided: Callable[[Certificate, datetime], None]
    came: Callable[[datetime, Event, list[str]], None] = lambda *_: None
    said: dict[tuple[int, int, str], datetime] = field(default_factory=dict)
    """When she did."""
    marked: dict[tuple[int, int, str], bool] = field(default_factory=dict)
    not_held: set[tuple[int, int]] = field(default_factory=set)
    spoken: set[tuple[int, int]] = field(default_factory=set)
    """Lessons of which their host has said how they were."""
    wrong: dict[tuple[int, int, str], int] = field(default_factory=dict)
    certificates: list[Certificate] = field(default_factory=list)

    def check_in(self, at: datetime, who: str, event: Event, lesson: Lesson, *, right: bool) -> str:
        """By a button, at one place by the code; five wrong ones are all."""
        key = (event.number, lesson.number, who)
        mine = self.seats[event.number].sits(who)
        if lesson.off or event.state == "off":
            return "lesson-off"
        if mine is None:
            return "not-signed-up"
        if key in self.said:
            return DONE
        if not lesson.starts - AROUND <= at <= lesson.ends + AROUND:
            return "not-in-window"
        if event.on_site and not right:
            if self.wrong.get(key, 0) < TRIES:
                self.wrong[key] = self.wrong.get(key, 0) + 1
                return "wrong-code" if self.wrong[key] < TRIES else "code-locked"
            return "code-locked"
        if event.on_site and self.wrong.get(key, 0) >= TRIES:
            return "code-locked"
        self.said[key] = at
        self._recheck(event, [who], at)
        self.came(at, event, [who])
        return DONE

    def mark(
        self, at: datetime, event: Event, lesson: Lesson, came: Iterable[tuple[str, bool]] | None, *, held: bool = True
    ) -> str:
        """The host's word goes before theirs, for fourteen days."""
        if lesson.off or event.state == "off":
            return "lesson-off"
        if at < lesson.starts:
            return "not-yet-begun"
        if at > lesson.ends + CORRECTED:
            return "lesson-marking-over"
        people = [each.person for each in self.expected(event, lesson) if each.person is not None]
        words = dict.fromkeys(people, True) if came is None else dict(came)
        heads = sum(each.heads for each in self.expected(event, lesson) if each.person is None)
        if held and not any(words.values()) and not (came is None and heads):
            return "invalid"
        if held:
            self.not_held.discard((event.number, lesson.number))
            self.marked.update({(event.number, lesson.number, who): word for who, word in words.items()})
        else:
            self.not_held.add((event.number, lesson.number))
        self.spoken.add((event.number, lesson.number))
        self._recheck(event, people, at)
        if held:
            self.came(at, event, [who for who in people if words.get(who)])
        return DONE

    def expected(self, event: Event, lesson: Lesson) -> list[SignUp]:
        """Whom a lesson had: who sits there, and who left once it had begun."""
        return [
            each
            for each in self.seats[event.number].signups
            if each.live or (each.ended is not None and each.ended >= lesson.starts)
        ]

    def attended(self, who: str, event: Event) -> list[Lesson]:
        """Lessons at which she was, by time; none before which she had given her seat back."""
        return [
            each
            for each in event.ahead
            if self._came(who, event, each) and any(one.person == who for one in self.expected(event, each))
        ]

    def moved(self, event: Event, lesson: Lesson) -> None:
        """Who had checked in before it moved to a later hour has not."""
        early = lesson.starts - AROUND
        self.said = {
            key: at for key, at in self.said.items() if key[:2] != (event.number, lesson.number) or at >= early
        }

    def minutes(self, who: str, event: Event) -> int:
        return sum(each.minutes for each in self.attended(who, event))

    def hours(self, who: str, halves: Iterable[Half]) -> dict[str, int]:
        """Minutes by half-year, by the day on which each lesson begins; «» where it lies in none."""
        found: dict[str, int] = {}
        for event in self.events.values():
            for lesson in self.attended(who, event):
                day = day_of(lesson.starts, self.zone)
                half = next((each.name for each in halves if each.first <= day <= each.last), "")
                found[half] = found.get(half, 0) + lesson.minutes
        return found

    def certify(self, at: datetime, who: str, event: Event) -> str:
        """The same one each time; the next number of the school year for a new one."""
        if not any(each.person == who for each in self.seats[event.number].signups):
            return "not-found"
        if event.state != OPEN:
            return "lesson-off"
        if at < event.ends + AROUND:
            return "event-not-over"
        attended = self.attended(who, event)
        if not attended:
            return "no-hours-yet"
        if self._valid(who, event) is not None:
            return DONE
        day = day_of(attended[-1].starts, self.zone)
        year = day.year if day.month > SUMMER else day.year - 1
        number = 1 + max((each.number for each in self.certificates if each.year == year), default=0)
        self.certificates.append(Certificate(number, year, who, event.number, self.minutes(who, event), day))
        return DONE

    def _day(self, who: str, event: Event) -> date | None:
        attended = self.attended(who, event)
        return day_of(attended[-1].starts, self.zone) if attended else None

    def _came(self, who: str, event: Event, lesson: Lesson) -> bool:
        key = (event.number, lesson.number, who)
        return (event.number, lesson.number) not in self.not_held and self.marked.get(key, key in self.said)

    def _valid(self, who: str, event: Event) -> Certificate | None:
        return next(
            (each for each in self.certificates if each.valid and (each.who, each.event) == (who, event.number)), None
        )

    def _recheck(self, event: Event, people: Iterable[str], at: datetime) -> None:
        for who in people:
            held = self._valid(who, event)
            if held is not None and (held.minutes, held.day) != (self.minutes(who, event), self._day(who, event)):
                held.valid = False
                self.voided(held, at)
