"""«412 сейчас, 88 завтра в 8:00 по местному»: when an audience will be told, by the pure rules of delivery."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from shnor_domain.announcements.forecast_groups import Alike
from shnor_domain.announcements.model import Start
from shnor_domain.announcements.notices import POLICY
from shnor_domain.notifications.model import Notice, Reader
from shnor_domain.notifications.rules import Drop, Go, Hold, Miss, decide, next_midnight

_MOST_HOLDS = 100
"""Days of a leave, and the nights after them: who is held longer is told as held until then."""


@dataclass(frozen=True, slots=True)
class Later:
    """So many people, each at this minute of her own wall."""

    day: date
    hour: time
    people: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """`on_time` at the chosen instant, `passed` at once because that hour has passed on their walls, `later` what the
    night, a day off or a leave holds, by minute; whom nothing reaches; who wants no announcements; whose leave lasts
    longer than it may wait. They add up to `people`."""

    on_time: int
    later: tuple[Later, ...]
    unreachable: int
    unwanted: int
    never: int = 0
    passed: int = 0

    @property
    def people(self) -> int:
        """The whole audience."""
        told = self.on_time + self.passed + sum(row.people for row in self.later)
        return told + self.unreachable + self.unwanted + self.never


def forecast(groups: Iterable[Alike], start: Start, *, urgent: bool, now: datetime) -> Forecast:
    """`groups` of people alike, whose readers carry their days off."""
    on_time = passed = unreachable = unwanted = never = 0
    later: Counter[tuple[date, time]] = Counter()
    for group in groups:
        chosen = start.due(group.reader.zone, now)
        due = max(chosen, now)
        match _goes(group.reader, due, urgent=urgent):
            case None:
                unreachable += group.people
            case Drop():
                unwanted += group.people
            case Miss():
                never += group.people
            case at if at == due and chosen < now:
                passed += group.people
            case at if at == due:
                on_time += group.people
            case at:
                wall = at.astimezone(ZoneInfo(group.reader.zone))
                later[wall.date(), wall.time()] += group.people
    rows = tuple(Later(day, hour, people) for (day, hour), people in sorted(later.items()))
    return Forecast(on_time, rows, unreachable, unwanted, never, passed)


def _goes(reader: Reader, due: datetime, *, urgent: bool) -> datetime | Drop | Miss | None:
    """The instant at which delivery lets it go; None while nothing reaches her."""
    notice = Notice("", reader.person, POLICY.kind, "", due, urgent=urgent, mailing=True)
    at = due
    for _ in range(_MOST_HOLDS):
        match decide(notice, POLICY, reader, at):
            case Go():
                return at
            case Hold(_, "unreachable"):
                return None
            case Hold(until, why) if until is not None:
                # as delivery does it: a day off is looked at anew at each midnight
                at = min(until, next_midnight(at, reader.zone)) if why == "rest" else until
            case Drop() | Miss() as end:
                return end
            case _:
                return None
    return at
