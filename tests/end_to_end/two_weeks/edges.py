"""Where rules meet: nights with several words about one booking, ways there and back, last minutes."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from tests.end_to_end.two_weeks.cast import (
    CHEMISTRY,
    COORDINATOR,
    DAWN,
    EAST,
    ENGLISH,
    GEOGRAPHY,
    HISTORY,
    HOLIDAY,
    KOLYMA,
    PHYSICS,
    YAKUTSK,
    visitor,
    weekly_of,
)
from tests.end_to_end.two_weeks.story import at
from tests.oracle.facts import Act, Booked, CalledOff, Cancelled, Meeting, Moved, NewLink

MONDAY, NEXT_MONDAY = CHEMISTRY.on(date(2026, 11, 2)), CHEMISTRY.on(date(2026, 11, 9))
WEDNESDAY, FRIDAY, FRIDAY_WEEK = (PHYSICS.on(day) for day in (HOLIDAY, date(2026, 11, 6), date(2026, 11, 13)))
"""20:00 in Якутск."""
FIRST_HISTORY, LAST_HISTORY = HISTORY.on(date(2026, 11, 3)), HISTORY.on(date(2026, 11, 10))
FIRST_DAWN, LAST_DAWN = DAWN.on(date(2026, 11, 3)), DAWN.on(date(2026, 11, 10))
"""07:00: a day before it lies in the host's own night."""
ANOTHER = "https://meet.example.org/another"
ON_THE_ROAD = ENGLISH.on(date(2026, 11, 6))
GEO = GEOGRAPHY.on(date(2026, 11, 5))


def edges() -> tuple[Act, ...]:
    """In the order of time, each a second after its minute."""
    acts = [*_nights(), *_there_and_back(), *_last_minutes(), *_links()]
    return tuple(replace(act, at=act.at + timedelta(seconds=1)) for act in sorted(acts, key=lambda act: act.at))


def _early(number: int) -> datetime:
    """Bookings by day, long before."""
    return at(YAKUTSK, 28, "10:00") + timedelta(minutes=4 * number)


def _books(number: int, who: tuple[str, int], meeting: Meeting) -> Act:
    return Booked(_early(number), visitor(*who), meeting, asks=number % 2 == 0)


def _nights() -> list[Act]:
    """About one booking a night holds several words: the last goes, none when it came back to what she knows (N6)."""
    one, two, three, four, five = (("Якутск", 1), ("Якутск", 3), ("Усть-Янский", 3), ("Момский", 3), ("Момский", 4))
    return [
        # booked and taken back: the host has known of nobody
        Booked(at(YAKUTSK, 3, "22:00"), visitor(*one), WEDNESDAY),
        Cancelled(at(YAKUTSK, 3, "23:00"), visitor(*one), WEDNESDAY),
        # moved twice: from where she was known to be to where she comes
        _books(0, two, WEDNESDAY),
        Moved(at(YAKUTSK, 3, "22:10"), visitor(*two), WEDNESDAY, FRIDAY),
        Moved(at(YAKUTSK, 3, "23:10"), visitor(*two), FRIDAY, FRIDAY_WEEK),
        # moved and back: nothing has happened
        _books(1, three, WEDNESDAY),
        Moved(at(YAKUTSK, 3, "22:20"), visitor(*three), WEDNESDAY, FRIDAY),
        Moved(at(YAKUTSK, 3, "23:20"), visitor(*three), FRIDAY, WEDNESDAY),
        # moved away from tomorrow, then cancelled there: the host hears that she does not come tomorrow
        _books(2, four, WEDNESDAY),
        Moved(at(YAKUTSK, 3, "22:30"), visitor(*four), WEDNESDAY, FRIDAY),
        Cancelled(at(YAKUTSK, 3, "23:30"), visitor(*four), FRIDAY),
        # booked and moved, both far away: one word in the morning, of where she comes
        Booked(at(YAKUTSK, 30, "22:00"), visitor(*five), MONDAY),
        Moved(at(YAKUTSK, 30, "22:40"), visitor(*five), MONDAY, NEXT_MONDAY),
        # on the road within a day nothing waits, not even what the host has not heard of
        Booked(at(EAST, 5, "21:30"), visitor("Усть-Янский", 4), ON_THE_ROAD),
        Cancelled(at(EAST, 5, "22:30"), visitor("Усть-Янский", 4), ON_THE_ROAD),
        # a coordinator calls off at night: host and visitors read it in their mornings
        _books(3, ("Усть-Янский", 5), LAST_HISTORY),
        _books(4, ("Момский", 5), LAST_HISTORY),
        CalledOff(at(EAST, 9, "22:00"), LAST_HISTORY, COORDINATOR),
    ]


def _there_and_back() -> list[Act]:
    back, again, alone = ("Якутск", 4), ("Якутск", 5), ("Усть-Янский", 6)
    return [
        # after the reminder to next week and back again: the last hour still goes
        _books(5, back, MONDAY),
        Moved(at(YAKUTSK, 1, "10:00"), visitor(*back), MONDAY, NEXT_MONDAY),
        Moved(at(YAKUTSK, 1, "11:00"), visitor(*back), NEXT_MONDAY, MONDAY),
        # cancelled and booked again: reminded once
        _books(6, again, MONDAY),
        Cancelled(at(YAKUTSK, 30, "10:00"), visitor(*again), MONDAY),
        Booked(at(YAKUTSK, 30, "11:00"), visitor(*again), MONDAY),
        # the only one moves away after the host was reminded
        _books(7, alone, FIRST_HISTORY),
        Moved(at(EAST, 2, "13:00"), visitor(*alone), FIRST_HISTORY, LAST_HISTORY),
    ]


def _last_minutes() -> list[Act]:
    return [
        # half an hour before the start: both reminders are edited
        _books(8, ("Якутск", 6), MONDAY),
        Cancelled(at(YAKUTSK, 2, "08:30"), visitor("Якутск", 6), MONDAY),
        # twenty minutes before the start the host calls off
        _books(9, ("Момский", 6), GEO),
        _books(10, ("Якутск", 7), GEO),
        CalledOff(at(KOLYMA, 5, "08:40"), GEO, GEO.host),
        # two minutes after the reminder of the evening
        _books(11, ("Момский", 7), WEDNESDAY),
        Cancelled(at(KOLYMA, 3, "20:57"), visitor("Момский", 7), WEDNESDAY),
        # at dawn: the host's own evening, two days before; and a first booking made after it
        _books(12, ("Усть-Янский", 7), FIRST_DAWN),
        Booked(at(YAKUTSK, 8, "21:10"), visitor("Якутск", 8), LAST_DAWN),
    ]


def _links() -> list[Act]:
    """A link of the night, then the meeting is called off: only that is told."""
    return [
        _books(13, ("Момский", 8), NEXT_MONDAY),
        NewLink(at(YAKUTSK, 6, "22:00"), (NEXT_MONDAY,), ANOTHER),
        CalledOff(at(YAKUTSK, 6, "22:30"), NEXT_MONDAY, NEXT_MONDAY.host),
    ]


def link_and_back() -> tuple[Act, ...]:
    """A link of the night that is taken back before the morning: she knows the one that holds (N6)."""
    return (
        _books(0, ("Момский", 8), NEXT_MONDAY),
        NewLink(at(YAKUTSK, 28, "22:00"), (NEXT_MONDAY,), ANOTHER),
        NewLink(at(YAKUTSK, 28, "22:30"), (NEXT_MONDAY,), weekly_of(NEXT_MONDAY).way),
    )
