"""Five times when the bot is down over the minute of a reminder (N3)."""

from datetime import date

from tests.end_to_end.two_weeks.cast import CHEMISTRY, GEOGRAPHY, HOLIDAY, KOLYMA, PHYSICS, YAKUTSK
from tests.end_to_end.two_weeks.story import at, who
from tests.oracle.facts import Booked, Outage, Story

MONDAY, NEXT_MONDAY = CHEMISTRY.on(date(2026, 11, 2)), CHEMISTRY.on(date(2026, 11, 9))
ON_THE_HOLIDAY, AFTER_IT = PHYSICS.on(HOLIDAY), GEOGRAPHY.on(date(2026, 11, 5))

OUTAGES = (
    # over Sunday 09:00, a day before Monday's: it goes at noon
    Outage(at(YAKUTSK, 1, "08:30"), at(YAKUTSK, 1, "12:00")),
    # over 08:00, an hour before it: it goes twenty minutes before the start
    Outage(at(YAKUTSK, 2, "07:50"), at(YAKUTSK, 2, "08:40")),
    # over the evening of +11 and the minute of +9, back in the night of both: in the morning of each
    Outage(at(YAKUTSK, 3, "18:50"), at(YAKUTSK, 3, "22:30")),
    # from before the minute of the day before until less than an hour before the start: only the last hour
    Outage(at(KOLYMA, 4, "08:30"), at(KOLYMA, 5, "08:10")),
    # over the start itself: a reminder of the last hour is not made up for, one that was sent is over when it is back
    Outage(at(YAKUTSK, 9, "07:50"), at(YAKUTSK, 9, "09:30")),
)


def down_and_up() -> Story:
    """Bookings of the first day, and what the outages make of them."""
    first = at(YAKUTSK, 28, "11:00")
    pairs = [
        *((MONDAY, person) for person in (*who("Якутск", 1), *who("Момский", 1))),
        *((NEXT_MONDAY, person) for person in who("Усть-Янский", 1, 2)),
        *((ON_THE_HOLIDAY, person) for person in (*who("Якутск", 3), *who("Момский", 3), *who("Усть-Янский", 3))),
        *((AFTER_IT, person) for person in (*who("Момский", 4), *who("Якутск", 4))),
    ]
    acts = [
        Booked(first.replace(minute=5 * number, second=1), person, meeting, asks=number % 2 == 0)
        for number, (meeting, person) in enumerate(pairs)
    ]
    return Story(tuple(acts), OUTAGES)
