"""Events and their lessons: when they are, who leads them, which hours they take of whom (I19–I25)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

DRAFT, OPEN, OFF = "draft", "open", "off"


@dataclass(slots=True)
class Lesson:
    """One meeting of an event; `number` counts from 1 as it was made. `off`: called off."""

    number: int
    starts: datetime
    minutes: int
    off: bool = False

    @property
    def ends(self) -> datetime:
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(slots=True)
class Event:
    """What one signs up for; `requests` are numbers of what it answers, `project`: for schools of the project alone."""

    number: int
    half: str
    title: str
    host: str
    capacity: int
    quota: int | None
    lessons: list[Lesson]
    requests: tuple[int, ...] = ()
    on_site: bool = False
    project: bool = False
    state: str = DRAFT

    @property
    def ahead(self) -> list[Lesson]:
        """Lessons that take place, the earliest first."""
        return sorted((each for each in self.lessons if not each.off), key=lambda each: each.starts)

    @property
    def starts(self) -> datetime:
        return self.ahead[0].starts

    @property
    def ends(self) -> datetime:
        return self.ahead[-1].ends

    def lesson(self, number: int) -> Lesson:
        return next(each for each in self.lessons if each.number == number)


@dataclass
class Hours:
    """Who is where: nobody is at two places at once (I20, J2)."""

    taken: list[tuple[str, int, int, datetime, datetime]] = field(default_factory=list)
    """Person, event and lesson by number, from when until when."""

    def busy(self, who: str, starts: datetime, ends: datetime, but: tuple[int, int] | None = None) -> bool:
        return any(
            one == who and begins < ends and starts < over and (event, lesson) != but
            for one, event, lesson, begins, over in self.taken
        )

    def take(self, who: str, event: Event, lesson: Lesson) -> None:
        self.taken.append((who, event.number, lesson.number, lesson.starts, lesson.ends))

    def free(self, who: str, event: Event, lesson: Lesson | None = None) -> None:
        """Of one lesson, or of all of the event."""
        self.taken = [
            each
            for each in self.taken
            if each[:2] != (who, event.number) or (lesson is not None and each[2] != lesson.number)
        ]
