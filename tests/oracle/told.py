"""One thing that a person was told, or should have been; and the difference between the two."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum


class Kind(Enum):
    """A message by what it is for, and the faces that a sent reminder takes on (N4)."""

    DAY_BEFORE = "24 h"
    HOUR_BEFORE = "1 h"
    HOST_DAY_BEFORE = "host, 24 h"
    HOST_HOUR_BEFORE = "host, 1 h"
    HOW_WAS_IT = "host, how was it"
    NEW_BOOKING = "host, a booking"
    VISITOR_CANCELLED = "host, a visitor cancelled"
    VISITOR_MOVED = "host, a visitor moved"
    CALLED_OFF = "called off"
    HOST_CALLED_OFF = "host, called off by another"
    FELL = "fell with its day"
    HOST_FELL = "host, fell with its day"
    NEW_LINK = "new link"
    FOR_YOU = "booked by another"
    MEETING_MOVED = "moved by the host"
    SUBSTITUTE = "another leads"
    ASKED = "colleague, asked to lead"
    AGREED = "host, a colleague leads"
    OVER = "edit: over"
    OFF = "edit: cancelled"
    ELSEWHERE = "edit: moved"
    LED_BY_ANOTHER = "edit: another leads"


@dataclass(frozen=True, slots=True)
class Told:
    """`at` is a minute; it may come until `last` (N2 gives five minutes, an outage as long as the bot needs to start).

    `when` is the reader's clock in words, `also` the second one, `more` what else the message must say: the word for
    the day, the link or place, to a host the numbers of people and questions, of a move the old date; for an edit the
    kind of the message that was edited.
    """

    who: str
    kind: Kind
    at: datetime
    when: str
    also: str = ""
    more: str = ""
    last: datetime | None = None

    def __post_init__(self) -> None:
        for name in ("at", "last"):
            instant = getattr(self, name)
            if instant is not None:
                object.__setattr__(self, name, instant.astimezone(UTC).replace(second=0, microsecond=0))

    def fits(self, seen: "Told") -> bool:
        """True when `seen` is this, in one of its minutes."""
        return replace(seen, at=self.at, last=self.last) == self and self.at <= seen.at <= (self.last or self.at)

    def __str__(self) -> str:
        until = f"…{self.last:%H:%M}" if self.last is not None and self.last != self.at else ""
        also = f" · {self.also}" if self.also else ""
        more = f" [{self.more}]" if self.more else ""
        return f"{self.at:%d.%m %H:%M}{until}Z {self.who}: {self.kind.value}: {self.when}{also}{more}"


def difference(expected: Iterable[Told], seen: Iterable[Told]) -> list[str]:
    """Lines «missing …» and «unexpected …» in the order of time; empty when both are the same multiset."""
    left = sorted(seen, key=lambda told: told.at)
    missing = []
    for told in sorted(expected, key=lambda told: (told.last or told.at, told.at)):
        found = next((one for one in left if told.fits(one)), None)
        if found is None:
            missing.append(told)
        else:
            left.remove(found)
    lines = [(told.at, f"missing    {told}") for told in missing] + [(told.at, f"unexpected {told}") for told in left]
    return [line for _, line in sorted(lines)]
