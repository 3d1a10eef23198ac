"""When something of the sample happens: its tables name days by what they are to the day on which the demo begins."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.consultations.feedback.rules import last_closed
from shnor_domain.seats.times import STEP, instant

SOON = timedelta(hours=2, minutes=40)
"""A meeting for which a substitute has to be found at once (start − 3 h)."""
_SATURDAY = 5
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WORD = re.compile(r"(month|today)([+-]\d+)(w?) (\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class SampleDays:
    """Told from `now`, an aware instant."""

    now: datetime

    def at(self, word: str, zone: str) -> datetime:
        """The instant, UTC, of: «month+9 14:00», days after the first of the last month whose answers are told, by the
        wall clock of `zone`; «today-3 16:30»; with a w («today+5w 11:00») the Monday after a Saturday or Sunday; «ago
        30», minutes; «soon», on the grid of starts. Raises ValueError."""
        if word == "soon":
            wanted = self.now.astimezone(UTC) + SOON
            return wanted + (-(wanted - _EPOCH) % timedelta(minutes=STEP))
        if word.startswith("ago "):
            return self.now - timedelta(minutes=int(word.removeprefix("ago ")))
        found = _WORD.fullmatch(word)
        if found is None:
            raise ValueError(word)
        first = self.month if found[1] == "month" else self.today(zone)
        day = first + timedelta(days=int(found[2]))
        if found[3] and day.weekday() >= _SATURDAY:
            day += timedelta(days=7 - day.weekday())
        return instant(day, time.fromisoformat(found[4]), zone)

    def today(self, zone: str) -> date:
        """On the calendar of `zone`."""
        return self.now.astimezone(ZoneInfo(zone)).date()

    @property
    def month(self) -> date:
        """The first day of the month whose averages are told."""
        return last_closed(self.now)

    @property
    def begin(self) -> datetime:
        """When the people of the sample have come."""
        return datetime.combine(self.month - timedelta(days=3), time(6), UTC)
