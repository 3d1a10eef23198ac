"""What happens with events in every half-year: one moved over the border, one called off, a host elsewhere, a quota
reached, a seat freed at night, wrong codes, a mark corrected after a certificate."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from typing import Any

from tests.conversations.seminar_year.chance import Chance
from tests.conversations.seminar_year.event_chance import HOSTS
from tests.conversations.seminar_year.land import AUTUMN, LAND, WHOLE
from tests.oracle.seminars import deeds
from tests.oracle.seminars.events import Event, Lesson
from tests.oracle.seminars.office import at_wall

DRAFTED, PUBLISHED = date(2026, 9, 22), date(2026, 9, 29)
AGAIN = date(2026, 10, 22)
"""The second version is published."""
OVER, CALLED_OFF, CROWDED, CODED, CERTIFIED, SMALL = range(1, 7)
"""Events by number."""


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """On the region's clock."""
    return at_wall(day, time(hour, minute), WHOLE.zone)


def teachers(number: int) -> list[str]:
    """Of a school."""
    return [each.name for each in LAND.people if f"СОШ № {number}" in each.teaches]


@dataclass(frozen=True, slots=True)
class AlwaysEvents:
    """Chance has no hand in these events."""

    chance: Chance

    def acts(self) -> Iterator[tuple[date, time, Any]]:
        """With their day and hour."""
        runs, approves = LAND.running()[0], next(each.name for each in LAND.people if each.approves)
        for minute, make in enumerate(self._own(), 1):
            yield DRAFTED, time(9, minute), make
        for minute in range(10):
            yield DRAFTED, time(10, 6 * minute), self._drafts(date(2026, 10, 5), date(2026, 12, 18))
        yield date(2026, 9, 24), time(12, 1), lambda at: deeds.Submitted(at, runs)
        yield date(2026, 9, 24), time(12, 7), lambda at: deeds.Published(at, runs)
        yield date(2026, 9, 28), time(10, 1), lambda at: deeds.Approved(at, approves)
        yield date(2026, 9, 28), time(10, 7), lambda at: deeds.Approved(at, approves)
        yield PUBLISHED, time(10, 1), lambda at: deeds.Published(at, runs)
        yield from self._crowded()
        yield from self._coded()
        yield from self._certified()
        yield date(2026, 10, 6), time(22, 15), lambda at: deeds.EventOff(at, HOSTS[1], CALLED_OFF)
        clash = self._starts(CODED)
        yield date(2026, 10, 7), time(14, 1), lambda at: deeds.LessonMoved(at, HOSTS[0], OVER, 1, clash)
        for crossing, minute in ((False, 1), (True, 13)):
            yield date(2026, 12, 14), time(20, minute), partial(self._over_the_border, crossing)
        for minute in range(3):
            yield date(2026, 10, 20), time(10, 6 * minute), self._drafts(date(2026, 11, 2), date(2026, 12, 18))
        yield date(2026, 10, 20), time(15, 1), lambda at: deeds.Submitted(at, approves)
        yield date(2026, 10, 20), time(15, 7), lambda at: deeds.Approved(at, approves)
        yield date(2026, 10, 20), time(15, 13), lambda at: deeds.TakenBack(at, approves)
        yield date(2026, 10, 20), time(15, 25), lambda at: deeds.Submitted(at, runs)
        yield date(2026, 10, 21), time(10, 1), lambda at: deeds.Approved(at, approves)
        yield AGAIN, time(10, 1), lambda at: deeds.Published(at, runs)

    def _own(self) -> Iterator[Any]:
        for number, host, day, seats, quota, on_site in (
            (OVER, 0, date(2026, 12, 21), 5, None, False),
            (CALLED_OFF, 1, date(2026, 10, 8), 5, None, False),
            (CROWDED, 1, date(2026, 12, 10), 2, 1, False),
            (CODED, 0, date(2026, 11, 12), 5, None, True),
            (CERTIFIED, 2, date(2026, 11, 3), 5, None, False),
            (SMALL, 2, date(2026, 10, 12), 1, None, False),
        ):
            self.chance.events.left_alone.add(number)
            lesson = Lesson(1, at(day, 15 if number != SMALL else 9), 60)
            event = Event(
                number, AUTUMN.name, f"Семинар {number}", HOSTS[host], seats, quota, [lesson], on_site=on_site
            )
            yield partial(self._draft, event)

    def _draft(self, event: Event, at: datetime) -> Any:
        return deeds.Drafted(at, LAND.running()[1], event)

    def _drafts(self, first: date, last: date) -> Any:
        return lambda at: self.chance.events.drafts(at, first, last)

    def _crowded(self) -> Iterator[tuple[date, time, Any]]:
        """A quota of one, two seats; who waits is asked in the morning after the night in which one was freed."""
        day = PUBLISHED
        first, second = teachers(6)[:2]
        yield day, time(11, 1), partial(self._signs_up, first, CROWDED, 6)
        yield day, time(11, 7), partial(self._signs_up, second, CROWDED, 6)
        yield day, time(11, 13), partial(self._signs_up, teachers(7)[0], CROWDED, 7)
        yield day, time(11, 19), partial(self._signs_up, teachers(8)[0], CROWDED, 8)
        for minute, (who, number) in enumerate(((second, 6), (teachers(8)[0], 8), (teachers(9)[0], 9)), 4):
            yield day, time(11, 6 * minute + 1), partial(self._joins, who, CROWDED, number)
        yield date(2026, 10, 1), time(22, 31), partial(self._cancels, teachers(7)[0], CROWDED, 7)
        # the first who waits could not come: her school has its one seat
        yield date(2026, 10, 2), time(7, 31), partial(self._answers, teachers(8)[0], CROWDED, False)
        yield date(2026, 10, 2), time(8, 1), partial(self._answers, teachers(9)[0], CROWDED, True)
        # nobody is kept from her seat by one who comes at the same hour
        yield date(2026, 10, 2), time(12, 1), partial(self._cancels, first, CROWDED, 6)
        yield PUBLISHED, time(12, 1), partial(self._signs_up, teachers(12)[0], SMALL, 12)
        yield PUBLISHED, time(12, 7), partial(self._joins, teachers(14)[0], SMALL, 14)
        yield date(2026, 10, 11), time(22, 1), partial(self._cancels, teachers(12)[0], SMALL, 12)
        for minute, number in ((1, 2), (7, 3)):
            yield day, time(13, minute), partial(self._signs_up, teachers(number)[0], CALLED_OFF, number)
            yield day, time(14, minute), partial(self._signs_up, teachers(number)[0], OVER, number)

    def _coded(self) -> Iterator[tuple[date, time, Any]]:
        day, people = date(2026, 11, 12), (teachers(4)[0], teachers(10)[0])
        for minute, (who, number) in enumerate(zip(people, (4, 10), strict=True)):
            yield PUBLISHED, time(15, 6 * minute), partial(self._signs_up, who, CODED, number)
        yield day, time(14, 40), partial(self._checks_in, people[0], CODED)
        yield day, time(14, 50), partial(self._checks_in, people[0], CODED, right=False)
        yield day, time(14, 52), partial(self._checks_in, people[0], CODED)
        for minute in range(6):
            yield day, time(15, 10 + minute), partial(self._checks_in, people[1], CODED, right=False)
        yield day, time(15, 20), partial(self._checks_in, people[1], CODED)

    def _certified(self) -> Iterator[tuple[date, time, Any]]:
        """Two take theirs; one mark is corrected, and corrected back."""
        day, later = date(2026, 11, 3), date(2026, 11, 5)
        # there and back again: its reminders go in their minutes all the same
        for change, hour in ((13, 16), (14, 15)):
            yield date(2026, 10, change), time(12, 1), partial(self._moves, at(day, hour))
        people = (teachers(2)[0], teachers(3)[0])
        for minute, (who, number) in enumerate(zip(people, (2, 3), strict=True)):
            yield PUBLISHED, time(16, 6 * minute), partial(self._signs_up, who, CERTIFIED, number)
        yield day, time(15, 30), partial(self._takes, people[0])
        yield day, time(17, 1), partial(self._takes, people[0])
        yield day, time(17, 7), lambda at: deeds.Marked(at, HOSTS[2], CERTIFIED, 1)
        for minute, who in ((13, people[1]), (19, people[0]), (25, people[0])):
            yield day, time(17, minute), partial(self._takes, who)
        for minute, word in ((1, False), (31, True)):
            mark = ((people[0], word), (people[1], True))
            yield later, time(22, minute), lambda at, mark=mark: deeds.Marked(at, HOSTS[2], CERTIFIED, 1, mark)
        yield date(2026, 11, 6), time(12, 1), partial(self._takes, people[0])

    def _moves(self, starts: datetime, at: datetime) -> Any:
        return deeds.LessonMoved(at, HOSTS[2], CERTIFIED, 1, starts)

    def _over_the_border(self, crossing: bool, at: datetime) -> Any:
        return deeds.LessonMoved(at, HOSTS[0], OVER, 1, at_wall(date(2027, 1, 14), time(15), WHOLE.zone), crossing)

    def _starts(self, number: int) -> datetime:
        assert number == CODED
        return at(date(2026, 11, 12), 15)

    def _signs_up(self, who: str, event: int, school: int, at: datetime) -> Any:
        return deeds.SignedUp(at, who, event, f"СОШ № {school}")

    def _joins(self, who: str, event: int, school: int, at: datetime) -> Any:
        return deeds.Joined(at, who, event, f"СОШ № {school}")

    def _cancels(self, who: str, event: int, school: int, at: datetime) -> Any:
        return deeds.Cancelled(at, who, event, f"СОШ № {school}", who)

    def _answers(self, who: str, event: int, takes: bool, at: datetime) -> Any:
        return deeds.Answered(at, who, event, takes)

    def _checks_in(self, who: str, event: int, at: datetime, *, right: bool = True) -> Any:
        return deeds.CheckedIn(at, who, event, 1, right)

    def _takes(self, who: str, at: datetime) -> Any:
        return deeds.Certified(at, who, CERTIFIED)
