"""Fourteen days, 28 October to 10 November 2026: what is told on purpose, each with what it is told for.

Chance adds bookings, cancels and moves around it (chance.py). All acts are at instants of the rehearsal's clock; the
days in comments are those of the walls on which something falls.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.end_to_end.two_weeks.cast import (
    BIOLOGY,
    CHEMISTRY,
    COORDINATOR,
    DAWN,
    EAST,
    ENGLISH,
    GEOGRAPHY,
    HISTORY,
    HOLIDAY,
    KOLYMA,
    LEAD,
    LITERATURE,
    MOSCOW,
    MUSIC,
    PHYSICS,
    RUSSIAN,
    STANDS_IN,
    YAKUTSK,
    visitor,
)
from tests.oracle.facts import (
    Act,
    Agreed,
    Asked,
    Booked,
    CalledOff,
    Cancelled,
    Fell,
    HostMoved,
    Meeting,
    Moved,
    NewLink,
    Person,
)

BEGINS = datetime(2026, 10, 28, tzinfo=UTC)
ENDS = BEGINS + timedelta(days=14)
SUNDAY = date(2026, 11, 1)
LEAP = (datetime(2026, 11, 7, 3, tzinfo=UTC), datetime(2026, 11, 8, 3, tzinfo=UTC))
"""The clock jumps by a day, over the Sunday morning on which the reminders of Monday 09:00 are due."""

MONDAY, NEXT_MONDAY = CHEMISTRY.on(date(2026, 11, 2)), CHEMISTRY.on(date(2026, 11, 9))
"""09:00: a day before it is a Sunday."""
ON_THE_HOLIDAY, WEEK_AFTER = PHYSICS.on(HOLIDAY), PHYSICS.on(date(2026, 11, 13))
"""20:00 in Якутск: a day before it lies in the night of +10 and +11."""
AFTER_THE_HOLIDAY, WEEK_LATER = GEOGRAPHY.on(date(2026, 11, 5)), GEOGRAPHY.on(date(2026, 11, 12))
"""09:00 on the Kolyma, 07:00 in Якутск: a day before it is the holiday, and there in the night."""
IN_OSSETIA, FAR = LITERATURE.on(date(2026, 11, 3)), LITERATURE.on(date(2026, 11, 10))
FAR_MOVED = replace(FAR, starts=FAR.starts - timedelta(hours=23))
LONELY, COORDINATED = HISTORY.on(date(2026, 11, 3)), HISTORY.on(date(2026, 11, 10))
ON_SITE = ENGLISH.on(date(2026, 11, 6))
IN_KHONUU = BIOLOGY.on(date(2026, 11, 5))
RUSSIAN_MONDAY, RUSSIAN_NEXT = RUSSIAN.on(date(2026, 11, 2)), RUSSIAN.on(date(2026, 11, 9))
TOMORROW_IN_KHONUU, WEEK_AFTER_IN_KHONUU = MUSIC.on(date(2026, 11, 3)), MUSIC.on(date(2026, 11, 10))
IN_A_ROOM = ENGLISH.on(date(2026, 10, 30))
AT_DAWN = DAWN.on(date(2026, 11, 3))
AT_TEN = replace(AT_DAWN, starts=AT_DAWN.starts + timedelta(hours=3))
NOBODY_LEADS = DAWN.on(date(2026, 11, 10))
RESERVED = frozenset({LONELY})
"""Chance books nobody here: its only visitor leaves."""


def at(zone: str, day: int, clock: str) -> datetime:
    """Wall clock of a zone; days from the 28th on are October's."""
    month = 10 if day >= 28 else 11
    return datetime.fromisoformat(f"2026-{month}-{day:02}T{clock}").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def who(unit: str, *numbers: int) -> list[Person]:
    return [visitor(unit, number) for number in numbers]


def told_on_purpose() -> list[Act]:
    """In no order."""
    return [
        *_bookings(),
        *_late_bookings(),
        *_cancels(),
        *_moves(),
        *_called_off(),
        *_host_moves(),
        *_another_leads(),
        *_booked_by_the_lead(),
        # a link of the night and its successor: only the last is told, in each reader's own morning (N6)
        NewLink(at(YAKUTSK, 31, "22:00"), (MONDAY, NEXT_MONDAY), "https://meet.example.org/second"),
        NewLink(at(YAKUTSK, 31, "22:40"), (MONDAY, NEXT_MONDAY), "https://meet.example.org/third"),
    ]


def _bookings() -> list[Act]:
    """From 11:00 of the first day on, every five minutes; by night the word waits for the host's morning (D1)."""
    wanted: list[tuple[Meeting, list[Person]]] = [
        # a Sunday before a Monday 09:00, on three walls and in a night of fourteen hours (Q1)
        (MONDAY, [*who("Якутск", 1, 2, 5, 7), *who("Усть-Янский", 1), *who("Момский", 1, 5)]),
        (NEXT_MONDAY, [*who("Усть-Янский", 8), *who("Якутск", 8)]),
        # the holiday itself; 22:00 on the Kolyma
        (ON_THE_HOLIDAY, [*who("Якутск", 3), *who("Усть-Янский", 2, 3, 4, 7), *who("Момский", 2, 3)]),
        # a day before it is the holiday; 07:00 in Якутск: on the evening two days before
        (AFTER_THE_HOLIDAY, [*who("Якутск", 4, 9), *who("Момский", 4, 6)]),
        # UTC+3, and one who lives by UTC+9: 22:00 on her wall
        (IN_OSSETIA, who("Правобережный", 1, 2, 7)),
        (RUSSIAN_MONDAY, who("Правобережный", 6)),
        (RUSSIAN_NEXT, who("Правобережный", 3, 4, 5, 7)),
        (LONELY, who("Усть-Янский", 5)),
        (COORDINATED, [*who("Усть-Янский", 6), *who("Момский", 7)]),
        (ON_SITE, [*who("Усть-Янский", 6), *who("Момский", 7)]),
        (IN_KHONUU, who("Момский", 8, 9)),
        (TOMORROW_IN_KHONUU, who("Момский", 2, 3)),
        (WEEK_AFTER_IN_KHONUU, who("Момский", 1, 9)),
        # on site, and it takes place
        (IN_A_ROOM, [*who("Усть-Янский", 1), *who("Якутск", 9)]),
        (AT_DAWN, [*who("Якутск", 8), *who("Момский", 4)]),
        (NOBODY_LEADS, who("Якутск", 2, 6)),
    ]
    first = at(YAKUTSK, 28, "11:00")
    pairs = [(meeting, person) for meeting, people in wanted for person in people]
    return [
        Booked(first + timedelta(minutes=5) * number, person, meeting, asks=number % 3 == 0)
        for number, (meeting, person) in enumerate(pairs)
    ]


def _late_bookings() -> list[Act]:
    """What began before the booking is not made up for (N3)."""
    return [
        # 23 hours before: the last hour only
        Booked(at(YAKUTSK, 3, "21:10"), visitor("Якутск", 6), ON_THE_HOLIDAY),
        # two minutes after the last five before her night have begun
        Booked(at(KOLYMA, 3, "20:57"), visitor("Момский", 9), ON_THE_HOLIDAY, asks=True),
    ]


def _cancels() -> list[Act]:
    night = visitor("Якутск", 6)
    return [
        # days before: it stands on the host's desk
        Cancelled(at(YAKUTSK, 30, "15:00"), visitor("Якутск", 5), MONDAY),
        # inside the last day, by day; the reminder that was sent says so
        Cancelled(at(YAKUTSK, 1, "12:00"), visitor("Момский", 5), MONDAY),
        # in the host's night, held to her morning
        Cancelled(at(YAKUTSK, 3, "22:30"), visitor("Усть-Янский", 4), ON_THE_HOLIDAY),
        # in the host's night, ten hours before 09:00: at once
        Cancelled(at(KOLYMA, 4, "23:00"), visitor("Момский", 6), AFTER_THE_HOLIDAY),
        # booked and taken back in one night: nobody hears of either
        Booked(at(EAST, 28, "23:00"), night, ON_SITE),
        Cancelled(at(EAST, 28, "23:40"), night, ON_SITE),
        # the only one leaves after the host was reminded: no last hour for anybody
        Cancelled(at(EAST, 2, "15:00"), visitor("Усть-Янский", 5), LONELY),
    ]


def _moves() -> list[Act]:
    return [
        # away from within a day, after the reminder
        Moved(at(YAKUTSK, 1, "15:00"), visitor("Якутск", 7), MONDAY, NEXT_MONDAY),
        # to within a day: 24 hours before it have passed (N3)
        Moved(at(YAKUTSK, 1, "10:00"), visitor("Усть-Янский", 8), NEXT_MONDAY, MONDAY),
        # both far away: nobody is told
        Moved(at(MOSCOW, 30, "16:00"), visitor("Правобережный", 5), RUSSIAN_NEXT, RUSSIAN_MONDAY),
        # in the host's night, held to the morning
        Moved(at(YAKUTSK, 3, "22:00"), visitor("Усть-Янский", 7), ON_THE_HOLIDAY, WEEK_AFTER),
        # in the host's night, twelve hours before 09:00: at once
        Moved(at(KOLYMA, 4, "21:30"), visitor("Якутск", 9), AFTER_THE_HOLIDAY, WEEK_LATER),
    ]


def _host_moves() -> list[Act]:
    return [
        *(
            Booked(at(MOSCOW, 30, f"12:{10 + 5 * number}"), visitor("Правобережный", 3 + 2 * number), FAR)
            for number in (0, 1)
        ),
        # in the night of all but who lives by Якутск, five days ahead: in their mornings
        HostMoved(at(MOSCOW, 5, "22:00"), FAR, FAR_MOVED),
        # once all were reminded: what reminded them says so, and the last hour is that of the new time
        HostMoved(at(YAKUTSK, 2, "12:00"), AT_DAWN, AT_TEN),
    ]


def _another_leads() -> list[Act]:
    return [
        # asked by day, she agrees at night: the booked and the host read it in their mornings (S5, N6)
        Asked(at(MOSCOW, 31, "12:00"), IN_OSSETIA, STANDS_IN),
        Agreed(at(MOSCOW, 1, "22:00"), IN_OSSETIA, STANDS_IN),
        # once the host was reminded: his reminder says that another leads, hers is of the last hour only (S29)
        Asked(at(MOSCOW, 31, "12:10"), RUSSIAN_MONDAY, STANDS_IN),
        Agreed(at(MOSCOW, 1, "14:00"), RUSSIAN_MONDAY, STANDS_IN),
    ]


def _booked_by_the_lead() -> list[Act]:
    return [
        # by day
        Booked(at(MOSCOW, 29, "15:00"), visitor("Правобережный", 4), IN_OSSETIA, by=LEAD),
        # at night: she reads it in her morning, and the host in his
        Booked(at(MOSCOW, 29, "22:00"), visitor("Правобережный", 6), IN_OSSETIA, by=LEAD, asks=True),
    ]


def _called_off() -> list[Act]:
    return [
        # in the night of one and in the evening of the other: 15:00 next day can wait for the morning
        CalledOff(at(KOLYMA, 4, "22:00"), IN_KHONUU, IN_KHONUU.host),
        # in the night, ten hours before 09:00: at once
        CalledOff(at(MOSCOW, 8, "23:00"), RUSSIAN_NEXT, RUSSIAN_NEXT.host),
        # in the night, on-site and within a day: at once
        CalledOff(at(EAST, 5, "21:30"), ON_SITE, ON_SITE.host),
        # by a coordinator: the host is told too
        CalledOff(at(EAST, 9, "10:00"), COORDINATED, COORDINATOR),
        # the host is away, and nobody stands in
        CalledOff(at(YAKUTSK, 8, "15:00"), NOBODY_LEADS, NOBODY_LEADS.host, away=True),
        # falls with the next day, on site: at once, also at night (N6)
        Fell(at(KOLYMA, 2, "22:00"), TOMORROW_IN_KHONUU, COORDINATOR),
        # the day is days ahead: in the mornings of all
        Fell(at(KOLYMA, 6, "22:00"), WEEK_AFTER_IN_KHONUU, COORDINATOR),
    ]
