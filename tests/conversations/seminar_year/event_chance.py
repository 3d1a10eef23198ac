"""What people do with events, drawn with weights: the oracle says what can be done, and now and then what cannot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from tests.conversations.seminar_year.land import LAND, WHOLE
from tests.oracle.seminars import deeds
from tests.oracle.seminars.events import DRAFT, OPEN, Event, Lesson
from tests.oracle.seminars.facts import Half
from tests.oracle.seminars.office import at_wall, day_of
from tests.oracle.seminars.requests import LIVING
from tests.oracle.seminars.seats import SignUp
from tests.oracle.seminars.story import Story

HOSTS = tuple(each.name for each in LAND.people if each.hosts)
TEACHERS = tuple(each for each in LAND.people if each.teaches or each.leads)
A_DAY = timedelta(days=1)


@dataclass
class EventChance:
    """Draws for the half-year of `story` that is lived through."""

    story: Story
    random: Random
    half: Half
    left_alone: set[int] = field(default_factory=set)
    """Events in which chance has no hand."""

    def drafts(self, at: datetime, first: date, last: date) -> deeds.Drafted:
        """An event of one lesson or several between these days, that answers a request or two."""
        living = [each.number for each in self.story.requests.every.values() if each.half == self.half.name]
        living = [number for number in living if self.story.requests.every[number].state in LIVING]
        wanted = tuple(sorted(self.random.sample(living, min(len(living), self.random.choice((0, 1, 1, 2))))))
        number, host = len(self.story.programme.events) + 1, self.random.choice(HOSTS)
        lessons = self._lessons(first, last)
        while self._clash(host, lessons):
            lessons = self._lessons(first, last)
        capacity = self.random.choice((3, 4, 6, 25))
        event = Event(
            number=number,
            half=self.half.name,
            title=f"Занятие «{chr(ord('А') + number - 1)}»",
            host=host,
            capacity=capacity,
            quota=self.random.choice((None, 1, 2)),
            lessons=lessons,
            requests=wanted,
            on_site=self.random.random() < 0.25,
            project=self.random.random() < 0.2,
        )
        return deeds.Drafted(at, self._runs(), event)

    def _lessons(self, first: date, last: date) -> list[Lesson]:
        days = sorted(self.random.sample(range((last - first).days + 1), self.random.choice((1, 1, 1, 2, 3))))
        minutes = [self.random.randrange(9 * 60, 19 * 60, 30) for _ in days]
        starts = [
            at_wall(first + A_DAY * day, time(minute // 60, minute % 60), WHOLE.zone)
            for day, minute in zip(days, minutes, strict=True)
        ]
        return [Lesson(place, each, self.random.choice((45, 60, 90))) for place, each in enumerate(starts, 1)]

    def _clash(self, host: str, lessons: Sequence[Lesson]) -> bool:
        """Somebody who leads at these hours is elsewhere: an event of hers, or one in which she sits."""
        drafts = [each for each in self.story.programme.events.values() if each.state == DRAFT and each.host == host]
        return any(
            self.story.taking.hours.busy(host, each.starts, each.ends)
            or any(each.starts < other.ends and other.starts < each.ends for one in drafts for other in one.lessons)
            for each in lessons
        )

    def signs_up(self, at: datetime) -> Any | None:
        event, human = self._open(at), self.random.choice(TEACHERS)
        return event and deeds.SignedUp(at, human.name, event.number, self._school(human))

    def signs_a_teacher_up(self, at: datetime) -> Any | None:
        event, lead = self._open(at), self._lead()
        theirs = [each for each in LAND.people if lead.leads[0] in each.teaches]
        if event is None or not theirs:
            return None
        return deeds.SignedUpFor(at, lead.name, event.number, lead.leads[0], self.random.choice(theirs).name)

    def keeps(self, at: datetime) -> Any | None:
        event, lead = self._open(at), self._lead()
        return event and deeds.Kept(at, lead.name, event.number, lead.leads[0], self.random.choice((1, 1, 2, 3)))

    def keeps_anew(self, at: datetime) -> Any | None:
        found = self._one([pair for pair in self._live(at) if pair[1].person is None])
        if found is None:
            return None
        event, kept = found
        lead = LAND.leads(kept.school or "")[-1]
        heads = self.random.choice([each for each in (1, 2, 3) if each != kept.heads])
        return deeds.KeptAnew(at, lead, event.number, kept.school or "", heads)

    def cancels(self, at: datetime) -> Any | None:
        """Herself, or the lead of her school."""
        found = self._one(self._live(at))
        if found is None:
            return None
        event, signup = found
        leads = LAND.leads(signup.school or "")
        others = signup.person is None or (leads and self.random.random() < 0.3)
        by = self.random.choice(leads) if others else signup.person
        return deeds.Cancelled(at, by or "", event.number, signup.school or "", signup.person)

    def joins(self, at: datetime) -> Any | None:
        """Most often where there is no seat."""
        full = [each for each in self._ahead(at) if self.story.taking.seats[each.number].free <= 0]
        event = self._one(full) if full and self.random.random() < 0.9 else self._open(at)
        human = self.random.choice(TEACHERS)
        return event and deeds.Joined(at, human.name, event.number, self._school(human))

    def leaves_a_queue(self, at: datetime) -> Any | None:
        waits = [
            (each, place)
            for each in self._ahead(at)
            for place in self.story.taking.seats[each.number].queue
            if place.waits
        ]
        found = self._one(waits)
        return found and deeds.LeftQueue(at, found[1].person, found[0].number)

    def answers(self, at: datetime) -> Any | None:
        """Who was offered a seat takes it, or not; silence is for those who are not drawn."""
        offers = [
            (each, held.offer.place.person)
            for each in self._ahead(at)
            for held in self.story.taking.seats[each.number].held
            if held.offer is not None and held.offer.until > at
        ]
        found = self._one(offers)
        return found and deeds.Answered(at, found[1], found[0].number, self.random.random() < 0.7)

    def moves(self, at: datetime) -> Any | None:
        """By hours or days, by who leads it or who runs the seminar."""
        found = self._one([(each, lesson) for each in self._open_ones() for lesson in each.ahead])
        if found is None:
            return None
        event, lesson = found
        step = timedelta(minutes=30) * self.random.choice((-4, -2, 1, 2, 4, 48, 96, -48))
        by = self.random.choice((event.host, self._runs()))
        return deeds.LessonMoved(at, by, event.number, lesson.number, lesson.starts + step)

    def calls_a_lesson_off(self, at: datetime) -> Any | None:
        found = self._one([(each, lesson) for each in self._open_ones() for lesson in each.lessons])
        if found is None:
            return None
        return deeds.LessonOff(at, found[0].host, found[0].number, found[1].number)

    def calls_off(self, at: datetime) -> Any | None:
        event = self._one(self._open_ones())
        if event is None:
            return None
        return deeds.EventOff(at, self.random.choice((event.host, self._runs())), event.number)

    def certifies(self, at: datetime) -> Any | None:
        """Most often of what is over."""
        over = [each for each in self._open_ones() if each.ends <= at]
        event = self._one(over) or self._one(self._open_ones())
        people = event and [each.person for each in self.story.taking.seats[event.number].signups if each.person]
        return deeds.Certified(at, self.random.choice(people), event.number) if event and people else None

    def corrects(self, at: datetime) -> Any | None:
        """Who leads says of one who came that she did not, or the other way."""
        events = [(each, lesson) for each in self._open_ones() for lesson in each.ahead if lesson.ends <= at]
        found = self._one(events)
        people = found and self._people(*found)
        if not found or not people:
            return None
        who = self.random.choice(people)
        word = (who, self.random.random() < 0.5)
        return deeds.Marked(at, found[0].host, found[0].number, found[1].number, (word,))

    def of_lessons(self, day: date) -> Iterator[tuple[datetime, Any]]:
        """Check-ins around the lessons of a day, and what their host says afterwards: makers by instant."""
        for event in self._open_ones():
            for lesson in event.ahead:
                if day_of(lesson.starts, WHOLE.zone) == day:
                    yield from self._of_lesson(event, lesson)

    def _of_lesson(self, event: Event, lesson: Lesson) -> Iterator[tuple[datetime, Any]]:
        for minute in sorted(self.random.sample(range(-20, lesson.minutes + 20), 6)):
            right = not event.on_site or self.random.random() < 0.6
            yield lesson.starts + timedelta(minutes=minute, seconds=20), self._check_in(event, lesson, right=right)
        if self.random.random() < 0.7:
            yield lesson.ends + timedelta(minutes=21, seconds=20), self._mark(event, lesson)

    def _check_in(self, event: Event, lesson: Lesson, *, right: bool) -> Any:
        def make(at: datetime) -> Any | None:
            people = self._people(event, lesson)
            return (
                deeds.CheckedIn(at, self.random.choice(people), event.number, lesson.number, right) if people else None
            )

        return make

    def _mark(self, event: Event, lesson: Lesson) -> Any:
        draw = self.random.random()

        def make(at: datetime) -> Any | None:
            people = self._people(event, lesson)
            if draw < 0.15:
                return deeds.NotHeld(at, event.host, event.number, lesson.number)
            some = tuple((who, self.random.random() < 0.7) for who in people)
            return deeds.Marked(at, event.host, event.number, lesson.number, None if draw < 0.5 else some)

        return make

    def _people(self, event: Event, lesson: Lesson) -> list[str]:
        expected = self.story.presence.expected(event, lesson)
        return sorted({each.person for each in expected if each.person is not None})

    def _open_ones(self) -> list[Event]:
        every = self.story.programme.events.values()
        return [each for each in every if each.state == OPEN and each.number not in self.left_alone]

    def _ahead(self, at: datetime) -> list[Event]:
        return [each for each in self._open_ones() if each.starts > at]

    def _open(self, at: datetime) -> Event | None:
        """One that is ahead, seldom another."""
        if self.random.random() < 0.04:
            every = self.story.programme.events.values()
            return self._one([each for each in every if each.state != DRAFT and each.number not in self.left_alone])
        return self._one(self._ahead(at))

    def _live(self, at: datetime) -> list[tuple[Event, SignUp]]:
        return [
            (each, signup)
            for each in self._open_ones()
            if each.ends > at
            for signup in self.story.taking.seats[each.number].live
        ]

    def _school(self, human: Any) -> str:
        schools: tuple[str, ...] = (*human.teaches, *human.leads)
        return self.random.choice(schools)

    def _lead(self) -> Any:
        return self.random.choice([each for each in LAND.people if each.leads])

    def _runs(self) -> str:
        return self.random.choice(LAND.running())

    def _one(self, among: Sequence[Any]) -> Any | None:
        return self.random.choice(among) if among else None
