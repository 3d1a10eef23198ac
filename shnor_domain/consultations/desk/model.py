"""A host's letters to who is booked, and what somebody's calendar was told."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

from shnor_domain.consultations.model import SessionId
from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId
from shnor_domain.letters import visible_letters
from shnor_domain.seats.times import instant

LetterId = NewType("LetterId", int)

LONGEST = 1000
"""Characters of a letter."""
MOST_LETTERS = 3
"""Letters of a meeting on one day of its slot's calendar."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a host has written to who is booked; `told` people."""

    id: LetterId
    session: SessionId
    host: PersonId
    text: str
    sent: datetime
    told: int


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a calendar was told last: `uid` for ever, the number of this saying, a fingerprint of it."""

    uid: str
    sequence: int
    mark: str

    def said(self, mark: str) -> "Remembered":
        """As it is to be told now: the same again, or one further where it differs."""
        return self if mark == self.mark else Remembered(self.uid, self.sequence + 1, mark)


def checked_letter(text: str) -> str:
    """Its lines without outer blanks; `Invalid("letter", …)`: «empty», or «long» above 1,000 characters: nothing is cut
    in silence."""
    clean = visible_letters(text).strip()
    if not clean:
        raise Invalid("letter", "empty")
    if len(clean) > LONGEST:
        raise Invalid("letter", "long", most=LONGEST)
    return clean


def day_of(now: datetime, zone: str) -> tuple[datetime, datetime]:
    """The calendar day of `now` in `zone` as [begin, end), UTC."""
    day = now.astimezone(ZoneInfo(zone)).date()
    return instant(day, time(), zone), instant(day + timedelta(days=1), time(), zone)
