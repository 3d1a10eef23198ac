"""What people do, drawn with weights: the oracle says what can be done, and now and then what cannot."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from tests.conversations.seminar_year.event_chance import EventChance
from tests.conversations.seminar_year.hands import Hands
from tests.conversations.seminar_year.land import CATALOGUE, LAND, WHOLE
from tests.oracle.seminars import facts
from tests.oracle.seminars.facts import Half
from tests.oracle.seminars.office import at_wall
from tests.oracle.seminars.requests import ASIDE, DONE, LIVING, MERGED, OPEN, Request
from tests.oracle.seminars.story import Story

EARLY, LATE = 7 * 60, 22 * 60 + 30
"""Minutes of the day in which people do things: some of them while others sleep."""
TOPICS = (
    "Функциональная грамотность", "Работа с текстом", "Мотивация подростков", "Дроби без слёз", "Опыты по химии",
    "Классный час", "Проектная неделя", "Обратная связь", "Формирующее оценивание", "Смешанное обучение",
    "Речь в начальной школе", "Карты и атласы", "Задачи на движение", "Сочинение по картине", "Разбор диктанта",
    "Тьюторство", "Каникулы с книгой", "Лаборатория физики", "Дневник наблюдений", "Школьный театр",
)  # fmt: skip
Draw = Callable[[datetime], Any | None]


@dataclass
class Chance:
    """Does what it has drawn, in the bot and in the oracle's story alike; `done` counts acts by name, refused ones by
    the name of the refusal too."""

    hands: Hands
    story: Story
    random: Random
    done: Counter[str] = field(default_factory=Counter)
    acts: list[Any] = field(default_factory=list)
    left_alone: set[int] = field(default_factory=set)
    """Requests that chance does nothing to before the border."""

    def __post_init__(self) -> None:
        self.events = EventChance(self.story, self.random, self.half)

    async def do(self, act: Any) -> str:
        """In both; fails where one refuses what the other does."""
        expected = self.story.do(act)
        seen = await self.hands.do(act)
        assert seen == expected, f"{act}: the bot says {seen}, the rules {expected}"
        self.acts.append(act)
        self.done[type(act).__name__ if seen == DONE else f"{type(act).__name__}: {seen}"] += 1
        return seen

    def instants(self, day: date, most: int) -> list[datetime]:
        """When something is done that day, seconds off every minute that means anything."""
        minutes = sorted(self.random.sample(range(EARLY, LATE, 6), self.random.randint(0, most)))
        return [at_wall(day, time(minute // 60, minute % 60), WHOLE.zone) + timedelta(seconds=30) for minute in minutes]

    def collecting(self, at: datetime) -> Any | None:
        """While requests are collected."""
        return self._draw(
            at,
            (self.wishes, 8), (self.unwishes, 1), (self.sends, 6), (self.supports, 12), (self.counts, 3),
            (self.withdraws, 2), (self.merges, 4), (self.splits, 2), (self.routes, 2), (self.sets_aside, 2),
            (self.reopens, 2),
        )  # fmt: skip

    def later(self, at: datetime) -> Any | None:
        """Until the half-year is over."""
        return self._draw(
            at,
            (self.sends, 2), (self.supports, 5), (self.withdraws, 2), (self.merges, 4), (self.splits, 2),
            (self.routes, 2), (self.sets_aside, 3), (self.reopens, 2),
        )  # fmt: skip

    def season(self, at: datetime) -> Any | None:
        """Once there is a programme."""
        here = self.events
        of_requests = self.later if at < self.over else self.withdraws
        return self._draw(
            at,
            (of_requests, 4), (here.signs_up, 20), (here.signs_a_teacher_up, 4), (here.keeps, 3),
            (here.keeps_anew, 2), (here.cancels, 8), (here.joins, 8), (here.leaves_a_queue, 1), (here.answers, 12),
            (here.moves, 3), (here.calls_a_lesson_off, 1), (here.calls_off, 1), (here.certifies, 4),
            (here.corrects, 2),
        )  # fmt: skip

    def _draw(self, at: datetime, *weights: tuple[Draw, int]) -> Any | None:
        """One act that is possible, by weight; None when nothing of what was tried is."""
        for _ in range(6):
            [one] = self.random.choices([draw for draw, _ in weights], [weight for _, weight in weights])
            if (act := one(at)) is not None:
                return act
        return None

    # what schools do

    def wishes(self, at: datetime) -> Any | None:
        teacher = self.random.choice([each for each in LAND.people if each.teaches])
        topic = self.random.choice([*CATALOGUE, *TOPICS[:6]])
        return facts.Wished(at, teacher.name, self.random.choice(teacher.teaches), topic)

    def unwishes(self, at: datetime) -> Any | None:
        found = self._one([each for each in self.story.requests.wishes if not each.withdrawn])
        return None if found is None else facts.Unwished(at, found.who, found.topic)

    def sends(self, at: datetime) -> Any | None:
        who, school = self._lead()
        wished = [each.topic for each in self.story.requests.open_wishes(school, self.half.name)]
        topic = self.random.choice([*wished, *TOPICS])
        return facts.Sent(at, who, school, self.next_number, topic, self.random.randint(1, 40))

    def supports(self, at: datetime) -> Any | None:
        who, school = self._lead()
        found = self._request(OPEN, OPEN, OPEN, ASIDE, MERGED)
        return found and facts.Supported(at, who, school, found.number, self.random.randint(1, 40))

    def counts(self, at: datetime) -> Any | None:
        return self._of_school(lambda who, school, one: facts.Counted(at, who, school, one, self.random.randint(1, 40)))

    def withdraws(self, at: datetime) -> Any | None:
        return self._of_school(lambda who, school, one: facts.Withdrew(at, who, school, one))

    # what who runs the seminar does

    def merges(self, at: datetime) -> Any | None:
        into, other = self._request(*LIVING), self._request(*LIVING, *LIVING, MERGED)
        if into is None or other is None or into.number == other.number:
            return None
        return facts.Merged(at, self._runs(), into.number, other.number)

    def splits(self, at: datetime) -> Any | None:
        # the latest merge, while it is fresh, half of the time
        merged = [each for each in self.story.requests.every.values() if each.state == MERGED]
        merged = [each for each in merged if each.number not in self.left_alone]
        found = max(merged, key=lambda each: each.since, default=None)
        if self.random.random() < 0.5:
            found = self._request(MERGED)
        if found is None or found.into is None:
            return None
        return facts.Split(at, self._runs(), found.into, found.number)

    def routes(self, at: datetime) -> Any | None:
        found = self._request(OPEN, OPEN, ASIDE)
        return found and facts.Routed(at, self._runs(), found.number, self.random.choice(("plan", "extra")))

    def sets_aside(self, at: datetime) -> Any | None:
        found = self._request(OPEN)
        reason = self.random.choice(("no_host", "too_few", "other_form", "done_elsewhere", "Тема подождёт до весны"))
        return found and facts.Aside(at, self._runs(), found.number, reason)

    def reopens(self, at: datetime) -> Any | None:
        found = self._request(ASIDE, ASIDE, OPEN)
        return found and facts.Reopened(at, self._runs(), found.number)

    # at the border

    def answers(self, at: datetime) -> Any | None:
        """One school of what is left open; gives None once all have answered."""
        left = [
            (who, school, each.number)
            for each in self.story.requests.every.values()
            if each.half == self.half.name and each.state in (OPEN, ASIDE)
            for school in self.story.requests.behind(each.number)
            for who in LAND.leads(school)
        ]
        if not left:
            return None
        who, school, number = self.random.choice(left)
        return facts.AtBorder(at, who, school, number, self.random.random() < 0.6)

    @property
    def over(self) -> datetime:
        """The end of the half-year."""
        return at_wall(self.half.last + timedelta(days=1), time(), WHOLE.zone)

    @property
    def next_number(self) -> int:
        """Of the request that is sent next."""
        return max(self.story.requests.every, default=0) + 1

    @property
    def half(self) -> Half:
        """The one that is lived through."""
        return next(iter(self.story.halves.values()))

    def _lead(self) -> tuple[str, str]:
        human = self.random.choice([each for each in LAND.people if each.leads])
        return human.name, human.leads[0]

    def _runs(self) -> str:
        return self.random.choice(LAND.running())

    def _request(self, *states: str) -> Request | None:
        """One of the half-year in a state that was drawn."""
        state = self.random.choice(states)
        every = self.story.requests.every.values()
        hers = [each for each in every if each.half == self.half.name and each.state == state]
        return self._one([each for each in hers if each.number not in self.left_alone])

    def _of_school(self, made: Callable[[str, str, int], Any]) -> Any | None:
        """About what a school stands behind."""
        who, school = self._lead()
        behind = self.story.requests.of_school(school, self.half.name)
        found = self._one([each for each in behind if each.number not in self.left_alone])
        return None if found is None else made(who, school, found.number)

    def _one(self, among: Sequence[Any]) -> Any | None:
        return self.random.choice(among) if among else None
