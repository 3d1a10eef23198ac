"""Forty people in four zones: seven who host, thirty-three who come; a colleague who stands in, the lead of a school;
and the coordinator, who must hear nothing.

The oracle's people and meetings, with what a stage needs beside them: chats, schools, weekly times.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.oracle.facts import Meeting, Person, Quiet

YAKUTIA, OSSETIA = "Республика Саха (Якутия)", "Республика Северная Осетия — Алания"
MOSCOW, YAKUTSK, EAST, KOLYMA = "Europe/Moscow", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Srednekolymsk"
"""UTC+3, +9, +10, +11."""
HOLIDAY = date(2026, 11, 4)
"""The weekly rule does not hold on it; a window does."""
COORDINATOR = Person("Марина Образцова", "Asia/Yakutsk")
"""Of Якутия; bot/sample/people.csv has her."""
COORDINATOR_CHAT = 1001


@dataclass(frozen=True, slots=True)
class Home:
    """A municipality of the sample with one of its schools, and the zone of its clock."""

    unit: str
    school: str
    region: str
    zone: str
    people: int


HOMES = (
    Home("Правобережный", "СОШ № 4", OSSETIA, MOSCOW, 7),
    Home("Якутск", "СОШ № 24", YAKUTIA, YAKUTSK, 9),
    Home("Усть-Янский", "СОШ № 3", YAKUTIA, EAST, 8),
    Home("Момский", "СОШ № 2", YAKUTIA, KOLYMA, 9),
)


@dataclass(frozen=True, slots=True)
class Weekly:
    """A weekly time: `of` is the region, or the municipality, to which its host belongs and to which it is open;
    `windows` are days of meetings outside the rule."""

    code: str
    subject: str
    host: Person
    of: str
    weekday: int
    starts: time
    zone: str
    town: str
    on_site: bool = False
    windows: tuple[date, ...] = ()

    @property
    def way(self) -> str:
        """The link or the address."""
        return f"ул. Школьная, 1, {self.code}" if self.on_site else f"https://meet.example.org/{self.code}"

    def on(self, day: date) -> Meeting:
        """Its meeting of this day."""
        assert self.meets(day)
        starts = datetime.combine(day, self.starts, ZoneInfo(self.zone)).astimezone(UTC)
        return Meeting(self.subject, self.host, self.zone, self.town, starts, on_site=self.on_site, link=self.way)

    def meets(self, day: date) -> bool:
        return day.weekday() == self.weekday or day in self.windows

    def invites(self, home: Home) -> bool:
        return self.of in (home.region, home.unit)


VERA, PYOTR = Person("Вера Утренняя", YAKUTSK), Person("Пётр Вечерний", YAKUTSK)
IVAN, INNA = Person("Иван Приморский", EAST), Person("Инна Очная", EAST)
MAYA, SARDANA = Person("Майя Колымская", KOLYMA), Person("Сардана Хонуйская", KOLYMA)
ALAN = Person("Алан Примерный", MOSCOW)
STANDS_IN = Person("Фатима Запасная", MOSCOW)
"""A methodist of Осетия too; she has no weekly time of her own."""
LEAD = Person("Зарема Школьная", MOSCOW)
"""Leads the school of the «Правобережный», and books for its teachers."""

CHEMISTRY = Weekly("chemistry", "химия", VERA, YAKUTIA, 0, time(9), YAKUTSK, "Якутск")
DAWN = Weekly("social", "обществознание", VERA, YAKUTIA, 1, time(7), YAKUTSK, "Якутск")
PHYSICS = Weekly("physics", "физика", PYOTR, YAKUTIA, 4, time(20), YAKUTSK, "Якутск", windows=(HOLIDAY,))
HISTORY = Weekly("history", "история", IVAN, YAKUTIA, 1, time(12), EAST, "Владивосток")
ENGLISH = Weekly("english", "английский язык", INNA, YAKUTIA, 4, time(15), EAST, "Владивосток", on_site=True)
GEOGRAPHY = Weekly("geography", "география", MAYA, YAKUTIA, 3, time(9), KOLYMA, "Среднеколымск")
BIOLOGY = Weekly("biology", "биология", SARDANA, "Момский", 3, time(15), KOLYMA, "Хонуу")
MUSIC = Weekly("music", "музыка", SARDANA, "Момский", 1, time(16), KOLYMA, "Хонуу", on_site=True)
RUSSIAN = Weekly("russian", "русский язык", ALAN, OSSETIA, 0, time(9), MOSCOW, "Москва")
LITERATURE = Weekly("literature", "литература", ALAN, OSSETIA, 1, time(16), MOSCOW, "Москва")
WEEKLY = (CHEMISTRY, DAWN, PHYSICS, HISTORY, ENGLISH, GEOGRAPHY, BIOLOGY, MUSIC, RUSSIAN, LITERATURE)
HOSTS = tuple(dict.fromkeys(weekly.host for weekly in WEEKLY))

LATE_RISER, SHORT_NIGHT = Quiet(time(20), time(10)), Quiet(time(23), time(6))
NO_NIGHT, EARLY = Quiet(time(0), time(0)), Quiet(time(19), time(7))
QUIET = {"Якутск 2": LATE_RISER, "Момский 2": SHORT_NIGHT, "Усть-Янский 2": NO_NIGHT, "Правобережный 2": EARLY}
"""Who has moved the ends of her night (Q1); the first as far as one may."""
LIVES_BY = {"Правобережный 7": YAKUTSK, "Момский 9": YAKUTSK}
"""Who lives by another clock than her school's."""


def _visitors() -> dict[Person, Home]:
    found = {}
    for home in HOMES:
        for number in range(1, home.people + 1):
            name = f"{home.unit} {number}"
            person = Person(name, LIVES_BY.get(name, home.zone))
            found[replace(person, quiet=QUIET[name]) if name in QUIET else person] = home
    return found


VISITORS = _visitors()
CHATS = {person: 20_001 + number for number, person in enumerate((*HOSTS, *VISITORS, STANDS_IN, LEAD))} | {
    COORDINATOR: COORDINATOR_CHAT
}


def visitor(unit: str, number: int) -> Person:
    """«Момский 3»."""
    return next(person for person in VISITORS if person.name == f"{unit} {number}")


def weekly_of(meeting: Meeting) -> Weekly:
    return next(weekly for weekly in WEEKLY if weekly.subject == meeting.subject)


def coming(begins: datetime, ends: datetime) -> list[Meeting]:
    """Meetings that start in [`begins`, `ends`), by start."""
    days = [begins.date() + timedelta(days=number) for number in range((ends - begins).days + 2)]
    found = [weekly.on(day) for weekly in WEEKLY for day in days if weekly.meets(day)]
    return sorted((one for one in found if begins <= one.starts < ends), key=lambda one: one.starts)
