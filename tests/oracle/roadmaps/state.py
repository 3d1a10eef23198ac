"""How everything stands at one instant: items after what was done to them, people on leave."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from tests.oracle.roadmaps.calendar import Works
from tests.oracle.roadmaps.facts import (
    Act,
    CalledOff,
    Decided,
    Item,
    Land,
    Leave,
    Moved,
    MovedBack,
    Reader,
    Restored,
    Sent,
)


@dataclass(slots=True)
class Frost:
    """Days that one municipality has called off, and when what is due on any of them was put off or back (L7)."""

    days: set[date] = field(default_factory=set)
    changed: dict[date, datetime] = field(default_factory=dict)

    def due(self, last: date, works: Works) -> date:
        """The next working day that is none of them."""
        while last in self.days:
            last = works.after(last, 1)
        return last

    def change(self, at: datetime, day: date, works: Works) -> None:
        """`day` is called off, or is no more."""
        touched = self.days | {day}
        before = {each: self.due(each, works) for each in touched}
        self.days ^= {day}
        self.changed |= {each: at for each in touched if self.due(each, works) != before[each]}


@dataclass(slots=True)
class Standing:
    """An item now; `done` when it was confirmed, `closed` of its windows while others are left, `sent` while its
    evidence waits. `frost` is that of its municipality."""

    item: Item
    frost: Frost
    sent: datetime | None = None
    by: str = ""
    returned: datetime | None = None
    done: bool = False
    closed: int = 0

    @property
    def dues(self) -> tuple[date, ...]:
        """Days on which its windows are due, in the order of the plan."""
        return tuple(self.frost.due(last, self.item.unit.works) for last in sorted(self.item.lasts))

    @property
    def lasts(self) -> tuple[date, ...]:
        """Of those that nothing is confirmed for."""
        return self.dues[self.closed :]

    def changed(self, last: date) -> datetime | None:
        """When a window became due on `last`, where a called-off day has to do with it."""
        due = (each for each in self.item.lasts if self.frost.due(each, self.item.unit.works) == last)
        return max((self.frost.changed[each] for each in due if each in self.frost.changed), default=None)

    def confirm(self) -> None:
        """Evidence closes the windows that were over when it was sent, and the one that ran then; before its time the
        next one. With the last of them the item is done."""
        assert self.sent is not None
        day = self.sent.astimezone(ZoneInfo(self.item.unit.zone)).date()
        over = [last for last in self.lasts if last < day]
        closed = len(over) or 1
        if over and len(over) < len(self.lasts):
            windows = sorted(zip(self.item.lasts, self.item.begins, strict=True))[self.closed :]
            closed += windows[closed - 1][0] < windows[closed][1] <= day
        self.done = closed >= len(self.lasts)
        self.closed += 0 if self.done else closed

    @property
    def open(self) -> bool:
        """Nothing waits and nothing is confirmed."""
        return not self.done and self.sent is None

    def late(self, today: date) -> bool:
        """A day has passed and it is open still."""
        return self.open and any(last < today for last in self.lasts)


@dataclass(slots=True)
class State:
    """`instant` is now."""

    land: Land
    instant: datetime
    items: dict[int, Standing] = field(default_factory=dict)
    leaves: list[tuple[str, date, date]] = field(default_factory=list)
    moved: dict[int, Item] = field(default_factory=dict)
    """Items that the latest move took along, as they were."""
    moved_at: datetime | None = None
    frosts: dict[str, Frost] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.frosts = {item.unit.name: Frost() for item in self.land.items}
        self.items = {item.key: Standing(item, self.frosts[item.unit.name]) for item in self.land.items}

    def day(self, zone: str) -> date:
        """Today there."""
        return self.instant.astimezone(ZoneInfo(zone)).date()

    def away(self, who: str, day: date) -> bool:
        """On leave that day (Q4); on the day on which she says so she has read her digest still."""
        return any(who == each and said < day <= until for each, said, until in self.leaves)

    def gone(self, who: str, zone: str) -> bool:
        """On leave now."""
        return any(who == each and said <= self.day(zone) <= until for each, said, until in self.leaves)

    def rests(self, reader: Reader, day: date) -> bool:
        """Days off and leave hold her digest (Q2, Q4)."""
        return not reader.unit.works(day) or self.away(reader.name, day)

    def do(self, act: Act) -> None:
        """What people do changes how things stand."""
        self.instant = act.at
        match act:
            case Sent(at, key, by):
                self.items[key].sent, self.items[key].by = at, by
            case Decided(at, key, _, confirmed):
                item = self.items[key]
                if confirmed:
                    item.confirm()
                else:
                    item.returned = at
                item.sent = None
            case Moved(at, keys, days):
                self.moved, self.moved_at = {key: self.items[key].item for key in keys}, at
                for key, was in self.moved.items():
                    lasts = tuple(last + timedelta(days=days) for last in was.lasts)
                    begins = tuple(first + timedelta(days=days) for first in was.begins)
                    self.items[key].item = replace(was, lasts=lasts, begins=begins, known=at)
            case MovedBack():
                for key, was in self.moved.items():
                    if self.items[key].open:
                        self.items[key].item = was
            case CalledOff(at, name, day) | Restored(at, name, day):
                works = next(item.unit.works for item in self.land.items if item.unit.name == name)
                self.frosts[name].change(at, day, works)
            case Leave(at, who, until):
                reader = next(each for each in self.land.readers if each.name == who)
                self.leaves.append((who, self.day(reader.unit.zone), until))


@cache
def midnight(day: date, zone: str) -> datetime:
    """When a day begins there."""
    return wall(day, time(), zone)


def wall(day: date, at: time, zone: str) -> datetime:
    """What a clock on the wall shows, as an instant."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
