"""What happens in every half-year, whatever chance brings: by its day and hour on the region's clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from tests.conversations.seminar_year.always_events import AlwaysEvents
from tests.conversations.seminar_year.chance import Chance
from tests.conversations.seminar_year.land import AUTUMN, LAND, WHOLE
from tests.oracle.seminars import facts
from tests.oracle.seminars.office import at_wall

Make = Callable[[datetime], Any | None]
MOVED = date(2026, 9, 18)
"""Until when requests are sent after all."""
A_FRIDAY = date(2026, 9, 4)
BORDER, ALL_ANSWERED = date(2027, 1, 11), date(2027, 1, 28)


@dataclass(frozen=True, slots=True)
class Always:
    """Makes its acts as their hour comes; requests that it sends are left alone by chance."""

    chance: Chance

    def on(self, day: date) -> Iterator[tuple[datetime, Make]]:
        """Each with its instant."""
        for which, at, make in (*self._autumn(), *AlwaysEvents(self.chance).acts(), *self._border()):
            if which == day:
                yield at_wall(day, at, WHOLE.zone) + timedelta(seconds=30), make

    def _autumn(self) -> Iterator[tuple[date, time, Make]]:
        runs = LAND.running()[0]
        yield A_FRIDAY, time(22, 11), lambda at: facts.DatesMoved(at, runs, AUTUMN.name, MOVED)
        third = date(2026, 9, 3)
        yield third, time(12, 1), partial(self._sends, "СОШ № 2", "Чтение вслух", 7)
        yield third, time(12, 21), partial(self._sends, "СОШ № 3", "Чтение на каждый день", 9)
        yield third, time(12, 41), partial(self._supports, "СОШ № 2", "Чтение на каждый день", 30)
        yield third, time(13, 1), partial(self._supports, "СОШ № 13", "Чтение вслух", 12)
        # two that were merged by mistake: they are split the day after, and what was told says so
        for minute, (number, topic) in enumerate(((5, "Сказки"), (6, "Былины"))):
            yield date(2026, 9, 4), time(12, 6 * minute + 1), partial(self._sends, f"СОШ № {number}", topic, 5)
        yield date(2026, 9, 8), time(12, 1), partial(self._merges, "Сказки", "Былины")
        yield date(2026, 9, 9), time(12, 1), partial(self._splits, "Сказки", "Былины")
        # the school of both is told in her night, one hour apart by the clock of who merges and of who reads
        yield date(2026, 9, 8), time(21, 1), partial(self._merges, "Чтение вслух", "Чтение на каждый день")
        for number, day in ((4, 21), (8, 22), (11, 23)):
            yield date(2026, 9, day), time(18, 11), partial(self._withdraws, f"СОШ № {number}")

    def _border(self) -> Iterator[tuple[date, time, Make]]:
        yield BORDER, time(12, 1), partial(self._closes)
        yield BORDER, time(13, 1), partial(self._carries, "СОШ № 2", "Чтение вслух")
        for number in range(60):
            minute = 7 * 60 + 6 * number
            yield ALL_ANSWERED, time(minute // 60, minute % 60), self.chance.answers
        yield ALL_ANSWERED, time(18), partial(self._closes)

    def _sends(self, school: str, topic: str, people: int, at: datetime) -> Any:
        number = self.chance.next_number
        self.chance.left_alone.add(number)
        return facts.Sent(at, LAND.leads(school)[0], school, number, topic, people)

    def _supports(self, school: str, topic: str, people: int, at: datetime) -> Any:
        return facts.Supported(at, LAND.leads(school)[0], school, self._number(topic), people)

    def _merges(self, into: str, other: str, at: datetime) -> Any:
        return facts.Merged(at, LAND.running()[1], self._number(into), self._number(other))

    def _splits(self, of: str, other: str, at: datetime) -> Any:
        return facts.Split(at, LAND.running()[1], self._number(of), self._number(other))

    def _withdraws(self, school: str, at: datetime) -> Any | None:
        behind = self.chance.story.requests.of_school(school, AUTUMN.name)
        mine = [each.number for each in behind if each.number not in self.chance.left_alone]
        return facts.Withdrew(at, LAND.leads(school)[0], school, mine[0]) if mine else None

    def _carries(self, school: str, topic: str, at: datetime) -> Any:
        return facts.AtBorder(at, LAND.leads(school)[0], school, self._number(topic), carry=True)

    def _closes(self, at: datetime) -> Any:
        return facts.Closed(at, next(each.name for each in LAND.people if each.approves), AUTUMN.name)

    def _number(self, topic: str) -> int:
        every = self.chance.story.requests.every.values()
        return next(each.number for each in every if each.topic == topic)
